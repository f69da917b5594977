"""One account of a portfolio: what the trainee sees of it, what is hidden, what was done. Frozen, JSON both ways."""

import datetime
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scenarios.case import Budget, Market
from scenarios.values import Frozen, Money

Moment = Literal["morning", "midday", "afternoon", "evening"]
Channel = Literal["call", "whatsapp", "email"]
Offer = Literal["plan", "discount", "extension", "wait", "refer"]
Answer = Literal["", "promise", "no", "later", "dispute", "vulnerable", "heard"]
Status = Literal["open", "held", "referred", "paid"]
Mark = Literal["on_time", "late", "part", "missed"]

AT: dict[Moment, datetime.time] = {
    "morning": datetime.time(9, 30),
    "midday": datetime.time(13),
    "afternoon": datetime.time(17, 30),
    "evening": datetime.time(20, 30),
}
"""The hour at which a contact of that part of the day takes place, local time."""
BUCKETS = (0, 30, 60, 90)
MOMENTS: tuple[Moment, ...] = tuple(AT)


class Line(Frozen):
    """An instalment that was open when the portfolio began."""

    due: date
    amount: Money


class Due(Frozen):
    """One payment of a promise; ``paid`` is ``None`` until its day has passed. ``fate`` is what will come, and
    ``late`` how many days after, where a played call has settled it already; both are hidden.
    """

    on: date
    amount: Money
    paid: Money | None = None
    fate: Money | None = None
    late: int = Field(default=0, ge=0)


class Promise(Frozen):
    """What was promised. ``forgives`` is let off when all of it has been paid; ``reminded`` counts for the next due."""

    offer: Offer
    made: date
    dues: tuple[Due, ...]
    forgives: Money = Decimal(0)
    reminded: bool = False

    @property
    def next(self) -> Due | None:
        """The next payment that is awaited."""
        return next((due for due in self.dues if due.paid is None), None)


class Contact(Frozen):
    """One contact or attempt. ``purpose`` is the offer, or reminder, statement, played; ``breaches`` are rule ids."""

    on: date
    moment: Moment
    channel: Channel
    purpose: Offer | Literal["reminder", "statement", "played"]
    reached: bool
    answer: Answer = ""
    breaches: tuple[str, ...] = ()


class Account(Frozen):
    """An account. Below ``hidden`` stands what no page shows; ``known`` says that its segment has been found out."""

    id: str
    scenario: str
    seed: int
    market: Market
    name: str
    product: str
    reference: str
    opening: Money = Field(description="the balance as the portfolio began")
    instalment: Money
    fees: Money
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    broken: int = Field(description="promises broken so far")
    channels: tuple[Channel, ...]
    max_discount_pct: int
    max_instalments: int
    last_before: date = Field(description="the last contact before the portfolio began")
    # hidden
    willing: bool
    able: bool
    needs: Literal["", "dispute", "vulnerable"] = ""
    commitment: int = Field(ge=0, le=100)
    goodwill: int = Field(ge=0, le=100)
    reservation: float
    budget: Budget
    # what became of it
    known: bool = False
    supervised: bool = False
    supported: bool = False
    status: Status = "open"
    until: date | None = Field(default=None, description="end of the hold, or of the wait for who it was referred to")
    referred_to: Literal["", "agency", "counsel"] = ""
    callback: date | None = None
    promise: Promise | None = None
    recovered: Money = Decimal(0)
    forgiven: Money = Decimal(0)
    contacts: tuple[Contact, ...] = ()
    note: str = ""
    attempts: tuple[str, ...] = ()
    complained: bool = False

    @property
    def balance(self) -> Decimal:
        """What is still owed."""
        return self.opening - self.recovered - self.forgiven

    @property
    def last_contact(self) -> date:
        """The day of the last contact or attempt."""
        return self.contacts[-1].on if self.contacts else self.last_before

    def oldest_due(self) -> date:
        """The due day of the oldest instalment that the payments since have not covered."""
        left = self.recovered + self.forgiven
        for line in self.lines:
            left -= line.amount
            if left < 0:
                return line.due
        return self.lines[-1].due

    def days_past_due(self, on: date) -> int:
        """Days since the oldest open instalment fell due; none where nothing is owed."""
        return max((on - self.oldest_due()).days, 0) if self.balance > 0 else 0

    def bucket(self, on: date) -> int:
        """The last of 0, 30, 60, 90 days that has been passed."""
        return max(edge for edge in BUCKETS if edge <= self.days_past_due(on))

    def hours_left(self, day: date) -> tuple[Moment, ...]:
        """The parts of the day that are not over for this account: from its last contact of the day on."""
        today = [MOMENTS.index(contact.moment) for contact in self.contacts if contact.on == day]
        return MOMENTS[max(today, default=0) :]

    def not_before(self, day: date, moment: Moment) -> Moment:
        """The moment, or that of the day's last contact where it is later: no log runs backwards."""
        left = self.hours_left(day)
        return moment if moment in left else left[0]

    def since(self, day: date) -> tuple[Contact, ...]:
        """The contacts from a day on."""
        return tuple(contact for contact in self.contacts if contact.on >= day)

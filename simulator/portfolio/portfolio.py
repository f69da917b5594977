"""A portfolio between two actions: its accounts, the day, the time left, all that happened. Frozen, JSON both ways."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scenarios.values import Country, Frozen, Language, Money
from simulator.portfolio.account import Account
from simulator.portfolio.assumptions import assumed
from simulator.refusals import Refusal

DAYS_A_WEEK = 5

Kind = Literal[
    "agreed", "kept", "part", "broken", "paid_alone", "paid_up", "rolled", "complaint", "breach", "hold_over",
    "referral_paid", "referral_failed", "callback_missed",
]  # fmt: skip


class Event(Frozen):
    """Something that happened. ``day`` is the working day (0 first) during or after which; ``detail`` a key, such as
    a rule's id or a bucket; ``amount`` money that came in, or that a promise is about."""

    day: int
    on: date
    account: str
    kind: Kind
    amount: Money = Decimal(0)
    detail: str = ""


class Portfolio(Frozen):
    """Sixty accounts over twenty working days. ``day`` counts from 0; at ``len(days)`` it is over."""

    country: Country
    language: Language
    seed: int
    days: tuple[date, ...]
    day: int = 0
    minutes_left: int = Field(ge=0)
    played: tuple[int, ...] = Field(default=(), description="the days on which a call was played in full")
    waiting: str = Field(default="", description="the attempt of a played call that is not finished")
    idle: tuple[int, ...] = Field(default=(), description="minutes left unused, day by day")
    cost: Money = Decimal(0)
    accounts: tuple[Account, ...]
    events: tuple[Event, ...] = ()

    @property
    def over(self) -> bool:
        """Whether the four weeks have passed."""
        return self.day >= len(self.days)

    @property
    def today(self) -> date:
        """The day on which one works; the last, once it is over."""
        return self.days[min(self.day, len(self.days) - 1)]

    @property
    def week(self) -> int:
        """The week of ``day``, from 0."""
        return min(self.day, len(self.days) - 1) // DAYS_A_WEEK

    def account(self, account_id: str) -> Account:
        """The account of that id. Raises ``NoSuchAccount``."""
        for account in self.accounts:
            if account.id == account_id:
                return account
        raise NoSuchAccount

    def with_account(self, changed: Account, *events: Event, **also: object) -> "Portfolio":
        """The portfolio with one account changed and what happened noted."""
        accounts = tuple(changed if a.id == changed.id else a for a in self.accounts)
        return self.model_copy(update={"accounts": accounts, "events": (*self.events, *events), **also})

    def event(self, account: Account, kind: Kind, amount: Decimal = Decimal(0), detail: str = "") -> Event:
        """Something that happens to the account today."""
        return Event(day=self.day, on=self.today, account=account.id, kind=kind, amount=amount, detail=detail)

    def may_play(self) -> bool:
        """Whether another call may be played in full today."""
        today = self.played.count(self.day) < assumed("day", "played_a_day")
        return not self.over and not self.waiting and today and len(self.played) < assumed("day", "played_in_all")


class NoSuchAccount(Refusal):
    """No account of that id in the portfolio."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa cuenta no está en la cartera. Vuelva al día y elija una de la lista.",
            en="That account is not in the portfolio. Go back to the day and choose one from the list.",
        )

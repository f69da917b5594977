"""What the weeks after a call came to: frozen values, JSON both ways, kept with the attempt."""

import datetime
from typing import Literal

from pydantic import Field

from scenarios.values import Frozen, Money

Kept = Literal["kept", "late", "part", "broken"]
"""What became of one payment: on time, late but whole, only a part of it, nothing."""

Kind = Literal["none", "lump_sum", "plan", "settlement", "token", "partial", "extension", "pause"]
"""What was agreed, by what it does to the debt."""

Status = Literal["kept", "settled", "partly_kept", "broken", "nothing_agreed", "withdrawn", "paused", "held", "resting"]
"""``held``: under review, not collected; ``resting``: nobody counts money here (a life at risk, a death)."""


class Instalment(Frozen):
    """One payment and what became of it. ``came`` of ``amount`` came in, ``days_late`` after its date."""

    date: datetime.date
    amount: Money
    outcome: Kept
    paid: bool = Field(description="whether all of it came, late or not")
    came: Money
    days_late: int = Field(default=0, ge=0)
    taken: float = Field(description="share of what had been free by then that the payments up to this one take")


class Costs(Frozen):
    """What contact cost, in the case's currency, and of what it is made."""

    total: Money
    calls: int = Field(ge=1)
    minutes: int = Field(ge=0)
    supervisor: bool
    letters: int = Field(ge=0)


class Referral(Frozen):
    """The account handed on: what that would bring in and cost, against going on alone. Amounts are expectations."""

    to: Literal["agency", "counsel"]
    brings: Money
    costs: Money
    own_way: Money = Field(description="what going on alone would leave")
    worth_it: bool
    early: bool = Field(description="before the days past due from which it is usually considered")

    @property
    def net(self) -> Money:
        """What would be left of what it brings."""
        return self.brings - self.costs


class Moment(Frozen):
    """One line of the story, in the case's language."""

    date: datetime.date
    mark: Literal["begin", "good", "late", "bad", "note", "end"]
    text: str


class Aftermath(Frozen):
    """``recovered`` and ``promised`` are in the case's currency; ``goodwill`` is 0 to 100."""

    assumptions: int = Field(description="version of the assumptions it was told with")
    kind: Kind
    status: Status
    promised: Money
    recovered: Money
    recovered_share: float = Field(ge=0, le=1, description="of the balance")
    forgiven: Money
    open: Money = Field(description="what of the balance is still owed at the end of the story, without late fees")
    late_fees: Money
    costs: Costs
    goodwill: int = Field(ge=0, le=100)
    complaint: bool
    withdrawn: bool = False
    months: int = Field(ge=0, description="from the call to the last payment, begun months counted whole")
    next_contact: datetime.date | None = None
    unprompted: Money = Field(description="of what was recovered, what came without being agreed")
    instalments: tuple[Instalment, ...] = ()
    referral: Referral | None = None
    story: tuple[Moment, ...] = ()

"""What the debtor brings along from earlier contacts: their mood, what they have told, a promise and what became of it.

Assumption, ours: half of the mood left by the last contact has passed by the next.
"""

import datetime
from typing import Literal

from pydantic import Field

from scenarios.scenario import DebtorSpec
from scenarios.values import Frozen, Money
from scoring.transcript import AgreedInstalment, EarlierContact, Promise
from simulator.state import State

_MOVED: dict[Promise, dict[str, int]] = {
    "none": {},
    "due": {},
    "kept": {"trust": 8, "commitment": 10, "anger": -6},
    "part": {"commitment": -4},
    "broken": {"commitment": -12, "trust": -4, "anger": 4},
}
"""What a promise and its end do to the one who made it, in points."""


class Coming(Frozen):
    """A payment that was promised and what will come of it: ``came`` of ``amount``, on the day ``arrives``."""

    date: datetime.date
    amount: Money
    came: Money
    arrives: datetime.date

    def by(self, day: datetime.date) -> Money:
        """What of it has come in by a day."""
        return self.came if self.arrives <= day else self.came * 0


class Earlier(Frozen):
    """The contacts before this one. ``contact`` is the number of this contact, from 2; ``promised`` the payment that
    the promise was about: the first not kept, else the last. ``coming`` is what earlier promises still bring."""

    contact: int = Field(ge=2, le=20)
    promise: Promise = "none"
    promised: AgreedInstalment | None = None
    anger: int = Field(ge=0, le=100)
    trust: int = Field(ge=0, le=100)
    commitment: int = Field(ge=0, le=100)
    facts: tuple[str, ...] = ()
    contacts: tuple[EarlierContact, ...] = ()
    coming: tuple[Coming, ...] = ()


def begun(spec: DebtorSpec, earlier: Earlier | None = None) -> State:
    """The debtor's state as they pick up."""
    if earlier is None:
        return State(anger=spec.anger, trust=spec.trust, commitment=spec.commitment)
    moved = _MOVED[earlier.promise]

    def level(name: Literal["anger", "trust", "commitment"]) -> int:
        middle: int = (getattr(spec, name) + getattr(earlier, name)) // 2
        return min(max(middle + moved.get(name, 0), 0), 100)

    return State(
        anger=level("anger"), trust=level("trust"), commitment=level("commitment"), facts=earlier.facts,
        contact=earlier.contact, promise=earlier.promise, promised=earlier.promised,
    )  # fmt: skip

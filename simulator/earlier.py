"""What the debtor brings along from earlier contacts: their mood, what they have told, a promise and what became of it.

Assumption, ours: half of the mood left by the last contact has passed by the next.
"""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from scenarios.acts import DialogueAct
from scenarios.scenario import DebtorSpec
from scenarios.values import Frozen, Money, Promise
from scoring.transcript import AgreedInstalment, EarlierContact
from simulator.state import State

_MOVED: dict[Promise, dict[str, int]] = {
    "none": {},
    "due": {},
    "kept": {"trust": 8, "commitment": 10, "anger": -6},
    "part": {"commitment": -4},
    "broken": {"commitment": -12, "trust": -4, "anger": 4},
}
"""What a promise and its end do to the one who made it, in points."""


LASTING = frozenset({DialogueAct.OFFER_REVIEW, DialogueAct.REGISTER_DISPUTE})
"""What the agent says once and for all contacts: a complaint on record is on record the next time too."""


class Coming(Frozen):
    """A payment that was promised and what will come of it: ``came`` of ``amount``, on the day ``arrives``."""

    date: datetime.date
    amount: Money
    came: Money
    arrives: datetime.date

    def by(self, day: datetime.date) -> Money:
        """What of it has come in before a day."""
        return self.came if self.arrives < day else self.came * 0

    def after(self, day: datetime.date) -> "Coming | None":
        """What is still to come on a day: a promise not yet due, or late money, then due on the day it comes."""
        if self.date >= day:
            return self
        if self.arrives < day or not self.came:
            return None
        return Coming(date=self.arrives, amount=self.came, came=self.came, arrives=self.arrives)


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
    standing: tuple[str, ...] = Field(default=(), description="what the agent did that stands: acts of ``LASTING``")
    contacts: tuple[EarlierContact, ...] = ()
    coming: tuple[Coming, ...] = ()

    def on(self, day: datetime.date) -> "Earlier":
        """The same on a later day than was planned: what fell due meanwhile was kept, or was not."""
        due = [c for c in self.coming if c.date < day]
        about = next((c for c in due if c.by(day) < c.amount), due[-1] if due else None)
        told: dict[str, object] = {"coming": tuple(c for c in (c.after(day) for c in self.coming) if c)}
        if about is not None and self.promise == "due":
            came = about.by(day)
            told["promise"] = "kept" if came >= about.amount else "part" if came else "broken"
            told["promised"] = AgreedInstalment(amount=about.amount, date=about.date)
        return self.model_copy(update=told)


def lasting(acts: Iterable[str]) -> tuple[str, ...]:
    """Of the acts done in a contact those that stand afterwards, in order."""
    return tuple(sorted(LASTING.intersection(acts)))


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
        acts=dict.fromkeys(earlier.standing, 1),
    )  # fmt: skip

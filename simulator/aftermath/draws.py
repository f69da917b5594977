"""A schedule played out many times over, or once: the same arithmetic for the story told and for its spread."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simulator.aftermath.assumptions import numbers
from simulator.aftermath.chances import LATE, Floats, Paid, pay, strained, unprompted
from simulator.aftermath.schedule import Due, Schedule
from simulator.state import State


@dataclass(frozen=True, slots=True)
class Drawn:
    """``payments`` and what ``came`` of each, one a due date, each over all draws; money in the case's currency."""

    payments: tuple[Paid, ...]
    came: tuple[Floats, ...]
    of_itself: Floats
    recovered: Floats

    @property
    def whole(self) -> npt.NDArray[np.int64]:
        """How many payments came whole, in each draw."""
        counted = np.zeros(len(self.recovered), dtype=np.int64)
        for paid in self.payments:
            counted += paid.outcome >= LATE
        return counted


def draw(plan: Schedule, state: State, uniform: Floats) -> Drawn:
    """Play the schedule out. ``uniform`` has one row a draw, one column a payment and one for what comes of itself."""
    given, trust = numbers(), state.trust / 100
    commitment = np.full(len(uniform), state.commitment / 100)
    most, came, payments, shares = float(plan.most), np.zeros(len(uniform)), [], []
    for n, due in enumerate(plan.dues):
        paid = pay(uniform[:, n], due.taken, commitment, trust, given)
        after = _after(came, paid, due, most)
        commitment = strained(commitment, paid, given)
        payments.append(paid)
        shares.append(after - came)
        came = after
    room = np.minimum(most - came, np.maximum(float(plan.free) - came, 0.0))
    cured = unprompted(uniform[:, -1], commitment, trust, given)
    of_itself = np.where(cured, np.minimum(float(plan.unprompted), room), 0.0)
    return Drawn(tuple(payments), tuple(shares), of_itself, came + of_itself)


def _after(came: Floats, paid: Paid, due: Due, most: float) -> Floats:
    """What has come in with this payment: a part at most what is free by its date, in all what is owed."""
    with_it = came + paid.share * float(due.amount)
    part = np.maximum(came, np.minimum(with_it, float(due.free)))
    return np.asarray(np.minimum(np.where(paid.outcome >= LATE, with_it, part), most))

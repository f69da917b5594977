"""From one uniform number a payment: on time, late, in part or not at all. Plain arithmetic over arrays.

Where more is affordable, or commitment or trust are higher, the same number never means a worse payment. That makes
the laws of the whole (more commitment never recovers less) true of every single story, not only of their mean.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simulator.aftermath.assumptions import Numbers

Floats = npt.NDArray[np.float64]
BROKEN, PART, LATE, KEPT = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment over all draws: its outcome (``BROKEN`` to ``KEPT``), the share that came, the days late."""

    outcome: npt.NDArray[np.int64]
    share: Floats
    days_late: npt.NDArray[np.int64]


def ease(taken: float, given: Numbers) -> float:
    """1 where money is no obstacle, falling to 0 where it cannot be had; ``taken`` is a share of what is free."""
    return min(max((given.tight - taken) / (given.tight - given.easy), 0.0), 1.0)


def on_time(taken: float, commitment: Floats | float, trust: float, given: Numbers) -> Floats:
    """Chance, 0 to 1, that a payment comes on time; ``commitment`` and ``trust`` are 0 to 1."""
    will = given.will_base + given.will_commitment * np.asarray(commitment) + given.will_trust * trust
    return np.asarray(ease(taken, given) * np.minimum(will, 1.0))


def pay(drawn: Floats, taken: float, commitment: Floats, trust: float, given: Numbers) -> Paid:
    """What becomes of one payment in every draw. ``drawn`` are uniform on 0 to 1, small is lucky."""
    eased = ease(taken, given)
    kept = on_time(taken, commitment, trust, given)
    late = kept + (1 - kept) * given.late_share * eased
    some = late + (1 - late) * given.part_share * (0.25 + 0.75 * eased)
    outcome = np.where(drawn < kept, KEPT, np.where(drawn < late, LATE, np.where(drawn < some, PART, BROKEN)))
    into_late = _into(drawn, kept, late)
    share = given.part_least + (given.part_most - given.part_least) * (1 - _into(drawn, late, some))
    days = 1 + np.floor(into_late * (given.latest_days - 1)).astype(np.int64)
    return Paid(
        outcome=outcome,
        share=np.where(outcome >= LATE, 1.0, np.where(outcome == PART, share, 0.0)),
        days_late=np.where(outcome == LATE, days, 0),
    )


def strained(commitment: Floats, paid: Paid, given: Numbers) -> Floats:
    """The commitment that is left after a payment."""
    left = np.where(paid.outcome == BROKEN, given.broken_strain, np.where(paid.outcome == PART, given.part_strain, 1.0))
    return np.asarray(commitment * left)


def unprompted(drawn: Floats, commitment: Floats, trust: float, given: Numbers) -> npt.NDArray[np.bool_]:
    """In which draws something comes of its own accord."""
    return np.asarray(drawn < given.cure_most * commitment * trust)


def _into(drawn: Floats, low: Floats, high: Floats) -> Floats:
    """How far into a band a number lies, 0 to 1."""
    return np.asarray(np.clip((drawn - low) / np.maximum(high - low, 1e-9), 0.0, 1.0))

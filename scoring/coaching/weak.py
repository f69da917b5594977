"""Which moments were weakest: what each lost, weighed as the rubric weighs its criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from scoring.criterion import Finding, Gate, Judgement
from scoring.levels.model import Scored
from scoring.moments import Moment

FINE = 2.5
"""A criterion of a moment at or above this score rounds to level 3 and needs no coaching.

Empathy counts only where something personal was voiced or a finding misses it: else courteous is all that is asked.
"""
GATE_LOSS = 40.0
"""What a gate adds to its moment's loss, in points: more than any one criterion can."""
_REPLY = ("calm", "empathy", "clarity")


class Seen(Protocol):
    """A moment with what was found in it and its scores by criterion."""

    @property
    def moment(self) -> Moment: ...
    @property
    def found(self) -> tuple[Finding, ...]: ...
    @property
    def scored(self) -> dict[str, Scored]: ...


@dataclass(frozen=True, slots=True)
class Loss:
    """What moment ``at`` lost in points, the criterion that lost most, and the reasons."""

    at: int
    points: float
    lacking: str
    costs: tuple[str, ...]


def losses(
    seen: Sequence[Seen], judgements: Sequence[Judgement], gates: Sequence[Gate], weights: Mapping[str, int]
) -> tuple[Loss, ...]:
    """The moments that need coaching, the greatest loss first; of equals the earlier."""
    whole = [f for j in judgements if j.criterion not in (*_REPLY, "documented_follow_up") for f in j.findings]
    found = (_loss(at, one, whole, gates, weights) for at, one in enumerate(seen))
    return tuple(sorted((f for f in found if f is not None), key=lambda f: (-f.points, f.at)))


def _loss(
    at: int, one: Seen, whole: Sequence[Finding], gates: Sequence[Gate], weights: Mapping[str, int]
) -> Loss | None:
    turns = {one.moment.turn.number}
    breached = [g for g in gates if g.evidence and g.evidence.turn in turns]
    of_call = [f for f in whole if not f.met and f.evidence and not f.evidence.plan and f.evidence.turn in turns]
    missed = [f for f in one.found if not f.met]
    called = one.moment.before.personal() or any(f.criterion == "empathy" for f in missed)
    short = {c: weights[c] * (4 - one.scored[c].score) / 4 for c in _REPLY if weights.get(c)}
    low = {c: points for c, points in short.items() if one.scored[c].score < FINE and (c != "empathy" or called)}
    if not low and not breached and not of_call:
        return None
    points = sum(low.values()) + GATE_LOSS * len(breached)
    points += sum(abs(f.weight) / 4 * weights.get(f.criterion, 0) for f in of_call)
    lacking = max(low, key=lambda c: low[c]) if low else "clarity"
    missed.sort(key=lambda f: (f.criterion != lacking, -abs(f.weight)))
    reasons = [*(g.reason for g in breached), *(f.reason for f in missed), *(f.reason for f in of_call)]
    return Loss(at, points, lacking, tuple(dict.fromkeys(reasons)))

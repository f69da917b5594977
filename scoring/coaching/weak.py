"""Which moments were weakest: what each lost, weighed as the rubric weighs its criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from scenarios.acts import DialogueAct
from scoring.criteria.moment import AgentTurn
from scoring.criterion import Finding, Gate, Judgement
from scoring.levels.model import Scored
from scoring.moments import Moment

FINE = 2.5
"""A criterion of a moment at or above this score rounds to level 3 and needs no coaching.

Empathy counts only where something personal was voiced or a finding misses it: else courteous is all that is asked.
"""
BEST = 4
GATE_LOSS = 40.0
"""What a gate adds to its moment's loss, in points: more than any one criterion can."""
SURE, ONE_QUESTION = 0.85, 20
"""Confidence, and words: so short a question needs no other wording."""
_REPLY = ("calm", "empathy", "clarity")
_TO_A_MACHINE = frozenset({"calm", "empathy", "negotiation"})
"""What nobody shows, and nobody lacks, where only a machine was there."""
_OF_TONE = frozenset({"threat", "insult"})


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
    seen: Sequence[Seen], judgements: Sequence[Judgement], gates: Sequence[Gate], points: Mapping[str, int]
) -> tuple[Loss, ...]:
    """The moments that need coaching, the greatest loss first; of equals the earlier.

    What a moment lost counts by what its criterion lost in the whole call: nothing, where that is at its best.
    """
    weights = {c: w * _lost(c, judgements) for c, w in points.items()}
    whole = [f for j in judgements if j.criterion not in (*_REPLY, "documented_follow_up") for f in j.findings]
    found = (_loss(at, one, whole, gates, weights) for at, one in enumerate(seen))
    return tuple(sorted((f for f in found if f is not None), key=lambda f: (-f.points, f.at)))


def _loss(
    at: int, one: Seen, whole: Sequence[Finding], gates: Sequence[Gate], weights: Mapping[str, float]
) -> Loss | None:
    turns = {one.moment.turn.number}
    breached = [g for g in gates if g.evidence and g.evidence.turn in turns]
    of_call = [f for f in whole if _costs(f, weights) and f.evidence and not f.evidence.plan]
    of_call = [f for f in of_call if f.evidence and f.evidence.turn in turns]
    missed = [f for f in one.found if _costs(f, weights)]
    called = one.moment.before.personal() or any(f.criterion == "empathy" for f in missed)
    short = {c: weights[c] * (4 - one.scored[c].score) / 4 for c in _REPLY if weights.get(c)}
    low = {c: points for c, points in short.items() if one.scored[c].score < FINE and (c != "empathy" or called)}
    if not low and not breached and not of_call:
        return None
    for f in of_call:
        low[f.criterion] = low.get(f.criterion, 0.0) + abs(f.weight) / 4 * weights[f.criterion]
    named = {f.criterion for f in (*missed, *of_call)}
    if not named and not breached and _is_well_placed(one.moment.turn):
        return None
    points = sum(low.values()) + GATE_LOSS * len(breached)
    lacking = max(low, key=lambda c: (c in named, low[c])) if low else _criterion_of(breached[0])
    missed.sort(key=lambda f: (f.criterion != lacking, -abs(f.weight)))
    reasons = [*(g.reason for g in breached), *(f.reason for f in missed), *(f.reason for f in of_call)]
    return Loss(at, points, lacking, tuple(dict.fromkeys(reasons)))


def _is_well_placed(turn: AgentTurn) -> bool:
    """Whether the reply says goodbye, asks if anything is open, or puts one plain question: nothing to make shorter."""
    if turn.act(DialogueAct.CLOSE, DialogueAct.CHECK_UNDERSTANDING, least=SURE):
        return True
    asks = turn.act(DialogueAct.ASK_CAPACITY, DialogueAct.ASK_REASON, DialogueAct.ASK_COMMITMENT, least=SURE)
    return asks is not None and turn.text.count("?") == 1 and len(turn.text.split()) <= ONE_QUESTION


def heard_by_somebody(weights: Mapping[str, int], *, machine: bool) -> dict[str, int]:
    """The weights without those of what cannot be shown to a machine, where nothing else was there."""
    return {c: w for c, w in weights.items() if not (machine and c in _TO_A_MACHINE)}


def lost_most(judgements: Sequence[Judgement], weights: Mapping[str, int]) -> Judgement | None:
    """The criterion that lost most points of the total; ``None`` where none lost any."""
    assessed = [j for j in judgements if j.score is not None and _points(j, weights) > 0]
    return max(assessed, key=lambda j: _points(j, weights), default=None)


def _points(judgement: Judgement, weights: Mapping[str, int]) -> float:
    return weights.get(judgement.criterion, 0) * (4 - (judgement.score or 0.0)) / 4


def _lost(criterion: str, judgements: Sequence[Judgement]) -> float:
    """The share of its points that the criterion lost in the call, 0 at level 4; 1 where it was not judged."""
    judged = next((j for j in judgements if j.criterion == criterion and j.score is not None), None)
    if judged is None:
        return 1.0
    return 0.0 if judged.level == BEST else (4 - (judged.score or 0.0)) / 4


def _costs(finding: Finding, weights: Mapping[str, float]) -> bool:
    return not finding.met and weights.get(finding.criterion, 0) > 0


def _criterion_of(gate: Gate) -> str:
    return "calm" if gate.id in _OF_TONE else "compliance"

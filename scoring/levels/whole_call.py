"""From the turns' scores to the call's: the guide's rule for each criterion, with its terms and its cap."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.criterion import Term


@dataclass(frozen=True, slots=True)
class Blend:
    """How the turns make the call: rounded from a fit on the rated training calls, which spread wider."""

    base: float
    mean: float
    worst: float


CALM = Blend(-2.65, 1.45, 0.5)
EMPATHY = Blend(-1.7, 1.67, 0.4)
CLARITY = Blend(-1.3, 1.6, 0.0)


@dataclass(frozen=True, slots=True)
class TurnScore:
    """One agent turn under one criterion. ``called_for``: something personal had just been voiced; ``shown``: a fault
    of the turn can be quoted.
    """

    number: int
    score: float
    called_for: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class CallScore:
    """The call under one criterion. ``capped_by`` names the turn that holds it down."""

    score: float
    terms: tuple[Term, ...]
    capped_by: str | None = None


def calm(turns: Sequence[TurnScore]) -> CallScore:
    """The mean and the worst third; then a turn at 0 caps the call at 1, one at 1 caps it at 2.

    A low turn whose fault cannot be quoted caps nothing: it weighs through the mean.
    """
    call = _sum(CALM, mean=_mean(turns), worst=_worst_third(turns))
    shown = [t for t in turns if t.shown]
    if not shown:
        return call
    worst = min(shown, key=lambda t: t.score)
    return _capped(call, 1.0 if worst.score < 0.5 else 2.0 if worst.score < 1.5 else 4.0, worst)


def empathy(turns: Sequence[TurnScore]) -> CallScore:
    """The moments that called for it weigh twice the others; the worst third weighs beside them."""
    weights = [2.0 if t.called_for else 1.0 for t in turns]
    return _sum(EMPATHY, mean=_mean(turns, weights), worst=_worst_third(turns))


def clarity(turns: Sequence[TurnScore]) -> CallScore:
    """The mean; the second half, where what comes next is settled, weighs double."""
    weights = [1.0 if 2 * i < len(turns) else 2.0 for i in range(len(turns))]
    return _sum(CLARITY, mean=_mean(turns, weights), worst=_worst_third(turns))


def _mean(turns: Sequence[TurnScore], weights: Sequence[float] | None = None) -> float:
    weights = weights or [1.0] * len(turns)
    return sum(t.score * w for t, w in zip(turns, weights, strict=True)) / sum(weights)


def _worst_third(turns: Sequence[TurnScore]) -> float:
    worst = sorted(t.score for t in turns)[: max(1, len(turns) // 3)]
    return sum(worst) / len(worst)


def _sum(blend: Blend, mean: float, worst: float) -> CallScore:
    terms = [("base", blend.base), ("turns", blend.mean * mean), ("worst_turns", blend.worst * worst)]
    score = min(4.0, max(0.0, sum(value for _, value in terms)))
    return CallScore(score, tuple(Term(name=n, value=round(v, 2)) for n, v in terms))


def _capped(call: CallScore, cap: float, worst: TurnScore) -> CallScore:
    if call.score <= cap:
        return call
    terms = (*call.terms, Term(name="cap", value=round(cap - call.score, 2)))
    return CallScore(cap, terms, f"turn {worst.number}")

"""From the turns' scores to the call's: the guide's rule for each criterion, with its terms and its cap."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.criterion import Term


@dataclass(frozen=True, slots=True)
class TurnScore:
    """One agent turn under one criterion. ``called_for``: something personal had just been voiced."""

    number: int
    score: float
    called_for: bool = False


@dataclass(frozen=True, slots=True)
class CallScore:
    """The call under one criterion. ``capped_by`` names the turn that holds it down."""

    score: float
    terms: tuple[Term, ...]
    capped_by: str | None = None


def calm(turns: Sequence[TurnScore]) -> CallScore:
    """The mean, drawn to the worst moment; a turn at 0 caps the call at 1, one at 1 caps it at 2."""
    worst = min(turns, key=lambda t: t.score)
    score, terms = _blend(turns, worst=0.5)
    cap = 1.0 if worst.score < 0.5 else 2.0 if worst.score < 1.5 else 4.0
    return _capped(score, terms, cap, worst)


def empathy(turns: Sequence[TurnScore]) -> CallScore:
    """The moments that called for it weigh four times the others."""
    weights = [4.0 if t.called_for else 1.0 for t in turns]
    mean = sum(t.score * w for t, w in zip(turns, weights, strict=True)) / sum(weights)
    worst = min(t.score for t in turns)
    terms = (Term(name="moments", value=round(0.75 * mean, 2)), Term(name="worst", value=round(0.25 * worst, 2)))
    return CallScore(0.75 * mean + 0.25 * worst, terms)


def clarity(turns: Sequence[TurnScore]) -> CallScore:
    """The mean; the second half, where what comes next is settled, weighs double."""
    weights = [1.0 if 2 * i < len(turns) else 2.0 for i in range(len(turns))]
    mean = sum(t.score * w for t, w in zip(turns, weights, strict=True)) / sum(weights)
    worst = min(t.score for t in turns)
    terms = (Term(name="turns", value=round(0.8 * mean, 2)), Term(name="worst", value=round(0.2 * worst, 2)))
    return CallScore(0.8 * mean + 0.2 * worst, terms)


def _blend(turns: Sequence[TurnScore], worst: float) -> tuple[float, tuple[Term, ...]]:
    mean = sum(t.score for t in turns) / len(turns)
    least = min(t.score for t in turns)
    terms = (
        Term(name="turns", value=round((1 - worst) * mean, 2)),
        Term(name="worst", value=round(worst * least, 2)),
    )
    return (1 - worst) * mean + worst * least, terms


def _capped(score: float, terms: tuple[Term, ...], cap: float, worst: TurnScore) -> CallScore:
    if score <= cap:
        return CallScore(score, terms)
    return CallScore(cap, (*terms, Term(name="cap", value=round(cap - score, 2))), f"turn {worst.number}")

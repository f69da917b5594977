"""What a rubric leaves out: an indicator that is not counted leaves no finding, no term and no cap behind.

In the model of single replies an indicator that is left out stands at its average over the training turns, so that what
remains keeps its scale: the level of an average reply does not move. Of the follow-up, the fields that count share the
weight of those that do not.
"""

from collections.abc import Mapping

from scoring.criteria.registry import indicators
from scoring.criterion import Term
from scoring.levels.model import Scored
from scoring.rubric import Rubric


def left_out(rubric: Rubric) -> frozenset[str]:
    """The ids of the indicators of single replies that do not count under the rubric."""
    named = {c.criterion: c for c in rubric.criteria if c.indicators is not None}
    return frozenset(i.id for i in indicators() if i.criterion in named and not named[i.criterion].counts(i.id))


def without(scored: Mapping[str, Scored], gone: frozenset[str]) -> dict[str, Scored]:
    """The scores of a reply in which these indicators found nothing, as though they were not looked at."""
    return {criterion: _without(one, frozenset(f"found.{i}" for i in gone)) for criterion, one in scored.items()}


def _without(scored: Scored, names: frozenset[str]) -> Scored:
    kept = tuple(t for t in scored.terms if t.name not in names)
    if len(kept) == len(scored.terms):
        return scored
    raw = scored.score - sum(t.value for t in scored.terms if t.name in names)
    value = min(4.0, max(0.0, raw))
    over = round(value - raw, 2)
    terms = tuple(Term(name=t.name, value=round(t.value + over, 2)) if t.name == "fit" else t for t in kept)
    return Scored(round(value, 3), terms)

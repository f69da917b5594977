"""What a rubric may name: the indicators of each criterion and the gates."""

from functools import lru_cache
from typing import get_args

from scoring.criteria.card import CARDS
from scoring.followup.findings import NAME as FOLLOW_UP
from scoring.followup.findings import entries
from scoring.gates import GATES
from scoring.rubric import CriterionId

__all__ = ["GATES", "criteria", "indicators_of"]
ALWAYS = frozenset({"empty"})
"""Findings that no rubric can leave out: a note with nothing in it is level 0 under all of them."""


def criteria() -> tuple[str, ...]:
    """The ids of the criteria."""
    return get_args(CriterionId)


@lru_cache(maxsize=16)
def indicators_of(criterion: str) -> tuple[str, ...]:
    """The ids of a criterion's indicators, in alphabetical order; each has a card, or is a field of the follow-up."""
    carded = {path.name.partition(".")[0] for path in (CARDS / criterion).glob("*.md")}
    fields = set(entries("es")) - ALWAYS if criterion == FOLLOW_UP else set()
    return tuple(sorted(carded | fields))

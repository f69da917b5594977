"""The rubric that a scorecard is pinned to."""

from scoring.rubric import Rubric
from scoring.rubrics import load_rubric, rubric_ids
from scoring.scorecard import Scorecard
from simulator.store import Store


def rubric_of(store: Store, card: Scorecard) -> Rubric | None:
    """The rubric as it stood when the call was scored; that of the same name where none was kept; else ``None``."""
    kept = store.rubrics.get(card.rubric_hash)
    if kept is None and card.rubric in rubric_ids():
        return load_rubric(card.rubric)
    return kept

"""A scorecard: the judgements of one call, its gates, its note compared with the talk, its total."""

from typing import Literal

from pydantic import Field

from scenarios.values import Frozen
from scoring.coaching.values import Coaching
from scoring.criterion import Evidence, Gate, Judgement


class FieldCheck(Frozen):
    """One field of the follow-up against the talk.

    ``status``: present (said, and it agrees), missing, contradicted, invented (not in the talk),
    not_required. ``agreed`` and ``noted`` are how the two read, for the eye.
    """

    field: str
    status: Literal["present", "missing", "contradicted", "invented", "not_required"]
    agreed: str = ""
    noted: str = ""
    evidence: Evidence | None = None


class Scorecard(Frozen):
    """What the trainee reads. ``total`` (0 to 100) is over what was assessed; ``None`` where nothing was.

    Pinned to what made it: the rubric's id, version and content hash, and ``versions`` of the parts of the program.
    Both are empty on scorecards of before they were kept.
    """

    rubric: str
    rubric_version: int
    rubric_hash: str = ""
    versions: dict[str, str] = Field(default_factory=dict)
    reader: str
    judgements: tuple[Judgement, ...]
    gates: tuple[Gate, ...] = ()
    note_checks: tuple[FieldCheck, ...] = ()
    total: float | None = Field(default=None, ge=0, le=100)
    not_assessed: tuple[str, ...] = ()
    coaching: Coaching | None = None
    result: Literal["passed", "failed", "review", "not_assessed"] = "not_assessed"

    def judgement(self, criterion: str) -> Judgement:
        """The judgement of one criterion; ``KeyError`` where the rubric has none."""
        for judgement in self.judgements:
            if judgement.criterion == criterion:
                return judgement
        raise KeyError(criterion)

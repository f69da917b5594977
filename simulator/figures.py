"""The figures of a call's current scorecard: the machine's, and beside them those in force. Frozen values."""

import datetime

from scenarios.values import Frozen


class LevelFigures(Frozen):
    """A criterion's level (0 to 4) and finer score; ``None`` where it was not assessed.

    What is ``effective`` is the machine's until a person's accepted review says otherwise.
    """

    criterion: str
    level: int | None
    score: float | None
    effective_level: int | None
    effective_score: float | None

    @property
    def overridden(self) -> bool:
        """Whether a person's level stands in place of the machine's."""
        return (self.level, self.score) != (self.effective_level, self.effective_score)


class Figures(Frozen):
    """A scorecard's figures. Totals run from 0 to 100."""

    scorecard_id: str
    scored_at: datetime.datetime
    rubric: str
    rubric_version: int
    total: float | None
    result: str
    effective_total: float | None
    effective_result: str
    levels: tuple[LevelFigures, ...]

    @property
    def reviewed(self) -> bool:
        """Whether anything in force is not the machine's."""
        same = (self.total, self.result) == (self.effective_total, self.effective_result)
        return not same or any(level.overridden for level in self.levels)

    def of(self, criterion: str) -> LevelFigures | None:
        """The figures of one criterion; ``None`` where the scorecard has none."""
        return next((level for level in self.levels if level.criterion == criterion), None)

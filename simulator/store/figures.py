"""The figures of current scorecards, read as they stand in the columns; no scorecard is opened."""

from sqlalchemy import select
from sqlalchemy.orm import Session, defer, selectinload

from simulator.figures import Figures, LevelFigures
from simulator.store.sessions import Sessions
from simulator.store.tables import MarkRow, ScorecardRow

_LEVEL = ("criterion", "level", "score", "effective_level", "effective_score")
_CARD = ("rubric", "rubric_version", "total", "result", "effective_total", "effective_result")


class CurrentFigures:
    """What stands in force of calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def of(self, attempt_id: str) -> Figures | None:
        """The figures of the call's current scorecard; ``None`` where it was not scored."""
        with self._sessions.reading() as session:
            return current_figures(session, attempt_id)


def current_figures(session: Session, attempt_id: str) -> Figures | None:
    """The same, in the caller's transaction."""
    current = (ScorecardRow.attempt_id == attempt_id) & ScorecardRow.current
    question = select(ScorecardRow).options(selectinload(ScorecardRow.marks), defer(ScorecardRow.content))
    row = session.scalar(question.where(current).execution_options(populate_existing=True))
    return None if row is None else figures_of(row)


def figures_of(row: ScorecardRow) -> Figures:
    """The figures of a row with its marks."""
    same = {name: getattr(row, name) for name in _CARD}
    levels = tuple(_level(mark) for mark in row.marks)
    return Figures(scorecard_id=row.id, scored_at=row.created_at, levels=levels, **same)


def _level(mark: MarkRow) -> LevelFigures:
    return LevelFigures(**{name: getattr(mark, name) for name in _LEVEL})

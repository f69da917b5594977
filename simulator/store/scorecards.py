"""Scorecards in the database: only ever added, never changed."""

import datetime
from uuid import uuid4

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute, defer, selectinload

from scoring.scorecard import Scorecard
from simulator.kept import KeptScorecard, Mark, Scored
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, MarkRow, ScorecardRow

_NEWEST = (ScorecardRow.created_at.desc(), ScorecardRow.id)


class Scorecards:
    """The judgements of the calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def latest(self, attempt_id: str) -> Scorecard | None:
        """The newest scorecard of the attempt; ``None`` where it was not scored."""
        with self._sessions.reading() as session:
            newest = select(ScorecardRow).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
            row = session.scalar(newest)
            return None if row is None else Scorecard.model_validate(row.content)

    def all(self, attempt_id: str) -> tuple[KeptScorecard, ...]:
        """Every scorecard of the attempt, the newest first."""
        question = select(ScorecardRow).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST)
        with self._sessions.reading() as session:
            return tuple(
                KeptScorecard(id=row.id, scored_at=row.created_at, scorecard=Scorecard.model_validate(row.content))
                for row in session.scalars(question)
            )

    def add(self, attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> None:
        """Put a later judgement beside those that stand. ``Conflict`` where there is no such attempt."""
        with self._sessions.writing() as session:
            session.add(scorecard_row(attempt_id, scorecard, at))

    def of(self, owner_id: str) -> tuple[Scored, ...]:
        """Every scorecard's figures of a person's attempts, oldest first."""
        question = (
            select(ScorecardRow, AttemptRow.scenario_id, AttemptRow.mode, AttemptRow.difficulty)
            .options(selectinload(ScorecardRow.marks), defer(ScorecardRow.content))
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .where(AttemptRow.owner_id == owner_id)
            .order_by(ScorecardRow.created_at, ScorecardRow.id)
        )
        with self._sessions.reading() as session:
            return tuple(_scored(*row) for row in session.execute(question))


def latest_total(attempt_id: InstrumentedAttribute[str]) -> ScalarSelect[float | None]:
    """The newest total of an attempt, as a part of a larger question."""
    newest = select(ScorecardRow.total).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
    return newest.scalar_subquery()


def scorecard_row(attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> ScorecardRow:
    """The row of a new scorecard, with its marks."""
    marks = [
        MarkRow(place=place, criterion=j.criterion, level=j.level, score=j.score)
        for place, j in enumerate(scorecard.judgements)
    ]
    return ScorecardRow(
        id=str(uuid4()),
        attempt_id=attempt_id,
        content=scorecard.model_dump(mode="json"),
        created_at=at,
        marks=marks,
        **scorecard.model_dump(include={"rubric", "rubric_version", "reader", "total", "result"}),
    )


def _scored(row: ScorecardRow, scenario_id: str, mode: str, difficulty: int) -> Scored:
    figures = {n: getattr(row, n) for n in ("attempt_id", "rubric", "rubric_version", "total")}
    marks = tuple(Mark(criterion=m.criterion, level=m.level, score=m.score) for m in row.marks)
    played = {"scenario_id": scenario_id, "mode": mode, "difficulty": difficulty}
    return Scored.model_validate({**figures, **played, "marks": marks, "scored_at": row.created_at})

"""Scorecards in the database: only ever added, never changed."""

import datetime
from itertools import groupby
from typing import Any
from uuid import uuid4

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute

from scoring.scorecard import Scorecard
from simulator.kept import Mark, Scored
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, Base, MarkRow, ScorecardRow

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

    def add(self, attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> None:
        """Put a later judgement beside those that stand. ``Conflict`` where there is no such attempt."""
        with self._sessions.writing() as session:
            session.add_all(scorecard_rows(attempt_id, scorecard, at))

    def of(self, owner_id: str) -> tuple[Scored, ...]:
        """Every scorecard's figures of a person's attempts, oldest first."""
        question = (
            select(ScorecardRow, AttemptRow.scenario_id, AttemptRow.mode, AttemptRow.difficulty, MarkRow)
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .outerjoin(MarkRow, MarkRow.scorecard_id == ScorecardRow.id)
            .where(AttemptRow.owner_id == owner_id)
            .order_by(ScorecardRow.created_at, ScorecardRow.id, MarkRow.place)
        )
        with self._sessions.reading() as session:
            rows = session.execute(question).all()
            return tuple(_scored(list(group)) for _, group in groupby(rows, key=lambda row: row[0].id))


def latest_total(attempt_id: InstrumentedAttribute[str]) -> ScalarSelect[float | None]:
    """The newest total of an attempt, as a part of a larger question."""
    newest = select(ScorecardRow.total).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
    return newest.scalar_subquery()


def scorecard_rows(attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> list[Base]:
    """The rows of a new scorecard."""
    scorecard_id = str(uuid4())
    row = ScorecardRow(
        id=scorecard_id,
        attempt_id=attempt_id,
        content=scorecard.model_dump(mode="json"),
        created_at=at,
        **scorecard.model_dump(include={"rubric", "rubric_version", "reader", "total", "result"}),
    )
    marks = [
        MarkRow(scorecard_id=scorecard_id, place=place, criterion=j.criterion, level=j.level, score=j.score)
        for place, j in enumerate(scorecard.judgements)
    ]
    return [row, *marks]


def _scored(rows: list[Any]) -> Scored:
    card, scenario_id, mode, difficulty, _ = rows[0]
    marks = [row[4] for row in rows if row[4] is not None]
    return Scored(
        attempt_id=card.attempt_id,
        scenario_id=scenario_id,
        mode=mode,
        difficulty=difficulty,
        rubric=card.rubric,
        rubric_version=card.rubric_version,
        total=card.total,
        marks=tuple(Mark(criterion=m.criterion, level=m.level, score=m.score) for m in marks),
        scored_at=card.created_at,
    )

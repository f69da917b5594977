"""Scorecards in the database: only ever added, never changed."""

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import ScalarSelect, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, defer, selectinload

from scoring.criterion import Judgement
from scoring.scorecard import Scorecard
from simulator.kept import KeptScorecard, Mark, Met, Scored
from simulator.store.edition_tables import EditionRow
from simulator.store.editions import of_edition
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, MarkRow, ScorecardRow

_KIND = tuple(of_edition(column) for column in (EditionRow.archetype, EditionRow.willing, EditionRow.able))
"""What kind of debtor it was, by the edition of the scenario that the attempt is of."""
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
            keep_scorecard(session, attempt_id, scorecard, at)

    def of(self, owner_id: str) -> tuple[Scored, ...]:
        """Every scorecard's figures of a person's attempts, oldest first; calls tried differently are no attempts."""
        question = (
            select(ScorecardRow, AttemptRow.scenario_id, AttemptRow.mode, AttemptRow.difficulty, *_KIND)
            .options(selectinload(ScorecardRow.marks), defer(ScorecardRow.content))
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .where(AttemptRow.owner_id == owner_id, AttemptRow.forked_from.is_(None))
            .order_by(ScorecardRow.created_at, ScorecardRow.id)
        )
        with self._sessions.reading() as session:
            return tuple(_scored(*row) for row in session.execute(question))

    def met_in(self, owner_id: str) -> tuple[Met, ...]:
        """What was looked for in the calls of a person, by the newest scorecard of each; calls tried differently apart.

        Each indicator once a call: met where it was met at least once.
        """
        question = (
            select(ScorecardRow.attempt_id, ScorecardRow.content["judgements"])
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .where(AttemptRow.owner_id == owner_id, AttemptRow.forked_from.is_(None))
            .order_by(ScorecardRow.created_at, ScorecardRow.id)
        )
        with self._sessions.reading() as session:
            newest = {row[0]: row[1] for row in session.execute(question)}  # the later scorecard comes last
        return tuple(one for attempt_id, judgements in newest.items() for one in _met(attempt_id, judgements))


def _met(attempt_id: str, judgements: Sequence[Any]) -> tuple[Met, ...]:
    met: dict[tuple[str, str], bool] = {}
    for finding in (f for judgement in judgements for f in judgement["findings"]):
        key = (finding["criterion"], finding["indicator"].partition(":")[0])
        met[key] = met.get(key, False) or finding["met"]
    return tuple(Met(attempt_id=attempt_id, criterion=c, indicator=i, met=was) for (c, i), was in met.items())


def latest_total(attempt_id: InstrumentedAttribute[str]) -> ScalarSelect[float | None]:
    """The newest total of an attempt, as a part of a larger question."""
    newest = select(ScorecardRow.total).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
    return newest.scalar_subquery()


def keep_scorecard(session: Session, attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> None:
    """Add it as the current one of its attempt, in the caller's transaction."""
    stood = (ScorecardRow.attempt_id == attempt_id) & ScorecardRow.current
    session.execute(update(ScorecardRow).where(stood).values(current=False))
    session.add(_row(attempt_id, scorecard, at))


def _row(attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> ScorecardRow:
    """The row of a new scorecard, with its marks; until a review, the machine's levels are in force."""
    marks = [_mark(place, judgement) for place, judgement in enumerate(scorecard.judgements)]
    return ScorecardRow(
        id=str(uuid4()),
        attempt_id=attempt_id,
        content=scorecard.model_dump(mode="json"),
        created_at=at,
        marks=marks,
        current=True,
        effective_total=scorecard.total,
        effective_result=scorecard.result,
        **scorecard.model_dump(include={"rubric", "rubric_version", "reader", "total", "result"}),
    )


def _mark(place: int, judged: Judgement) -> MarkRow:
    level, score = judged.level, judged.score
    return MarkRow(
        place=place,
        criterion=judged.criterion,
        level=level,
        score=score,
        effective_level=level,
        effective_score=score,
    )


def _scored(row: ScorecardRow, *of_the_call: object) -> Scored:
    figures = {n: getattr(row, n) for n in ("attempt_id", "rubric", "rubric_version", "total")}
    marks = tuple(Mark(criterion=m.criterion, level=m.level, score=m.score) for m in row.marks)
    named = ("scenario_id", "mode", "difficulty", "archetype", "willing", "able")
    played = dict(zip(named, of_the_call, strict=True))
    played["archetype"] = played["archetype"] or ""
    return Scored.model_validate({**figures, **played, "marks": marks, "scored_at": row.created_at})

"""Attempts and their turns in the database."""

import datetime
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from scoring.scorecard import Scorecard
from simulator.kept import Attempt, AttemptSummary, Stage, StoredTurn
from simulator.state import Step
from simulator.store.errors import Conflict
from simulator.store.played_scenarios import PlayedScenarios, keep_played
from simulator.store.scorecards import keep_scorecard, latest_total
from simulator.store.sessions import Sessions
from simulator.store.set_apart import keep_promises
from simulator.store.tables import AttemptRow, TurnRow

_COLUMNS = {"on": "on_day", "case": "case_file"}
_CHANGING = {"reader", "phase", "rubric_version", "plan", "follow_up", "outcome", "aftermath", "ending",
             "disposition", "hints",
             "talk_began_at", "talk_ended_at", "closed_at", "updated_at"}  # fmt: skip
_BEFORE_THE_TALK = {"approach", "earlier", "on", "case"}
"""What ``save`` writes, the second until the talk begins. The rest is settled at the start; the draft has a way of its
own, without a version."""

_LISTED = ("id", "owner_id", "mode", "scenario_id", "title", "difficulty", "country", "language", "on_day", "phase",
           "disposition", "created_at", "updated_at", "closed_at", "thread_id", "contact", "forked_from",
           "forked_turn", "assignment_id")  # fmt: skip
_SUMMARY = tuple("on" if name == "on_day" else name for name in (*_LISTED, "total"))
_SUMMARIES = TypeAdapter(tuple[AttemptSummary, ...])
LONGEST_CREDITOR = 200


class Attempts:
    """The calls, from preparation to score."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions, self._played = sessions, PlayedScenarios()

    def add(self, attempt: Attempt, turns: Sequence[StoredTurn] = ()) -> None:
        """Keep a new attempt, with the ``turns`` it begins with. ``Conflict`` where its id stands already or its owner
        does not exist.
        """
        with self._sessions.writing() as session:
            keep_played(session, attempt)
            session.add(attempt_row(attempt))
            session.flush()
            session.add_all(_turn_row(attempt.id, turn) for turn in turns)

    def get(self, attempt_id: str) -> Attempt | None:
        """The attempt without its turns; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(AttemptRow, attempt_id)
            return None if row is None else _attempt(row, self._played.content(session, row.content_hash))

    def turns(self, attempt_id: str) -> tuple[StoredTurn, ...]:
        """What was said, from the opening on."""
        with self._sessions.reading() as session:
            rows = session.scalars(select(TurnRow).where(TurnRow.attempt_id == attempt_id).order_by(TurnRow.number))
            return tuple(_turn(row) for row in rows)

    def save(self, attempt: Attempt, turn: StoredTurn | None = None, scorecard: Scorecard | None = None) -> Attempt:
        """Save a changed attempt, with the turn and the scorecard that go with the change, or nothing of it.

        Returns it under its new version. Raises ``Conflict`` where it changed since it was read, or where a turn of
        the same number or the same ``client_key`` stands.
        """
        begun = turn is not None and turn.step.number > 0
        written = attempt.model_dump(include=_CHANGING | (set() if begun else _BEFORE_THE_TALK))
        values = {_COLUMNS.get(name, name): value for name, value in written.items()}
        values["version"] = attempt.version + 1
        if not begun:
            values["creditor"] = _creditor(attempt)
        with self._sessions.writing() as session:
            seen = (AttemptRow.id == attempt.id) & (AttemptRow.version == attempt.version)
            _changed_one(session, update(AttemptRow).where(seen).values(**values))
            if turn is not None:
                session.add(_turn_row(attempt.id, turn))
            if scorecard is not None:
                keep_scorecard(session, attempt.id, scorecard, attempt.updated_at)
            keep_promises(session, attempt.id, attempt.aftermath)
        return attempt.model_copy(update={"version": attempt.version + 1})

    def save_draft(self, attempt_id: str, draft: dict[str, Any], at: datetime.datetime) -> None:
        """Keep what is being typed; the last to come stands. ``Conflict`` where the attempt is closed or gone."""
        still_open = (AttemptRow.id == attempt_id) & (AttemptRow.phase != "closed")
        with self._sessions.writing() as session:
            _changed_one(session, update(AttemptRow).where(still_open).values(draft=draft, updated_at=at))

    def of(
        self, owner_id: str, phases: Sequence[Stage], limit: int = 50, *, forks: bool = False
    ) -> tuple[AttemptSummary, ...]:
        """A person's attempts in these phases, the latest first, with the latest total of each.

        A finished call stands at the instant it was finished, another at that of its last change. With ``forks``, the
        calls tried differently are among them.
        """
        mine = (AttemptRow.owner_id == owner_id) & AttemptRow.phase.in_(list(phases))
        if not forks:
            mine &= AttemptRow.forked_from.is_(None)
        return self._listed(mine, limit)

    def forks_of(self, attempt_id: str) -> tuple[AttemptSummary, ...]:
        """The calls that part from this one, the latest first."""
        return self._listed(AttemptRow.forked_from == attempt_id, limit=100)

    def _listed(self, which: ColumnElement[bool], limit: int) -> tuple[AttemptSummary, ...]:
        latest = func.coalesce(AttemptRow.closed_at, AttemptRow.updated_at).desc()
        with self._sessions.reading() as session:
            rows = session.execute(
                select(*(getattr(AttemptRow, name) for name in _LISTED), latest_total(AttemptRow.id))
                .where(which)
                .order_by(latest, AttemptRow.id)
                .limit(limit)
            )
            return _SUMMARIES.validate_python([dict(zip(_SUMMARY, row, strict=True)) for row in rows])

    def closed(self) -> tuple[str, ...]:
        """The ids of all finished attempts, whoever made them, the oldest first."""
        question = select(AttemptRow.id).where(AttemptRow.phase == "closed")
        with self._sessions.reading() as session:
            return tuple(session.scalars(question.order_by(AttemptRow.closed_at, AttemptRow.id)))

    def next_in(self, thread_id: str, contact: int) -> str | None:
        """The id of the contact of that number in a thread; ``None`` where it has not been made."""
        question = select(AttemptRow.id).where(AttemptRow.thread_id == thread_id, AttemptRow.contact == contact)
        with self._sessions.reading() as session:
            return session.scalar(question)

    def delete(self, attempt_id: str) -> None:
        """Delete the attempt with its turns, scorecards and shares, and the calls that part from it."""
        with self._sessions.writing() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.id == attempt_id))

    def delete_practice(self, before: datetime.datetime, limit: int) -> int:
        """Delete practice not touched since ``before``, at most ``limit`` attempts; how many went."""
        old = (
            select(AttemptRow.id)
            .where(AttemptRow.mode == "practice", AttemptRow.updated_at < before)
            .order_by(AttemptRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        with self._sessions.writing() as session:
            ids = session.scalars(old).all()
            session.execute(delete(AttemptRow).where(AttemptRow.id.in_(ids)))
            return len(ids)

    def begun(self, owner_id: str, phases: Sequence[Stage], limit: int) -> tuple[datetime.datetime, ...]:
        """When a person began their attempts in these phases, of the latest touched; calls tried differently apart."""
        mine = (AttemptRow.owner_id == owner_id) & AttemptRow.phase.in_(list(phases)) & AttemptRow.forked_from.is_(None)
        question = select(AttemptRow.created_at).where(mine).order_by(AttemptRow.updated_at.desc()).limit(limit)
        with self._sessions.reading() as session:
            return tuple(session.scalars(question))

    def count_practice(self, before: datetime.datetime) -> int:
        """How much practice was not touched since ``before``, of everybody together."""
        old = select(func.count()).where(AttemptRow.mode == "practice", AttemptRow.updated_at < before)
        with self._sessions.reading() as session:
            return session.scalar(old) or 0

    def count_assessed(self, owner_id: str) -> int:
        """How many assessed attempts a person has."""
        mine = select(func.count()).where(AttemptRow.mode == "assessed", AttemptRow.owner_id == owner_id)
        with self._sessions.reading() as session:
            return session.scalar(mine) or 0


def _changed_one(session: Session, statement: Any) -> None:
    if session.connection().execute(statement).rowcount != 1:
        raise Conflict


def attempt_row(attempt: Attempt) -> AttemptRow:
    """The row of a new attempt; its scenario is kept apart, and first."""
    return AttemptRow(**_values(attempt))


def _values(attempt: Attempt) -> dict[str, Any]:
    values = attempt.model_dump(exclude={"content"})
    columns = {_COLUMNS.get(name, name): list(v) if isinstance(v, tuple) else v for name, v in values.items()}
    return columns | {"creditor": _creditor(attempt)}


def _creditor(attempt: Attempt) -> str:
    """The creditor's name, kept apart from the case: clearances are worked out from many calls at once."""
    named = attempt.case.get("creditor")
    return str(named.get("name") or "")[:LONGEST_CREDITOR] if isinstance(named, dict) else ""


def _attempt(row: AttemptRow, content: dict[str, Any]) -> Attempt:
    own = {name: getattr(row, _COLUMNS.get(name, name)) for name in Attempt.model_fields if name != "content"}
    return Attempt.model_validate({**own, "content": content})


def _turn_row(attempt_id: str, turn: StoredTurn) -> TurnRow:
    step = turn.step.model_dump(mode="json")
    said = step.pop("said")
    kept = {"client_key": turn.client_key, "saved_at": turn.saved_at, "pasted": turn.pasted}
    return TurnRow(attempt_id=attempt_id, **kept, **said, **step)


def _turn(row: TurnRow) -> StoredTurn:
    names = ("number", "reading", "state", "words", "changes", "revealed", "negotiation")
    step = Step.model_validate(
        {name: getattr(row, name) for name in names} | {"said": {"text": row.text, "event": row.event}}
    )
    return StoredTurn(step=step, client_key=row.client_key, saved_at=row.saved_at, pasted=row.pasted)

"""The outbox in the database: written with what it tells of, emptied in the order of each call."""

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from simulator.exports.xapi.told import Call, Told, anew
from simulator.exports.xapi.waiting import Parked, Standing, Waiting
from simulator.pseudonym import pseudonym
from simulator.store.figures import current_figures
from simulator.store.outbox_tables import OutboxRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow

LEASE = datetime.timedelta(minutes=2)
"""So long a statement belongs to whoever took it to send; should they be cut off, it is then taken again."""
_CALL = {
    "attempt": "id", "scenario": "scenario_id", "scenario_version": "scenario_version", "title": "title",
    "difficulty": "difficulty", "language": "language", "country": "country", "disposition": "disposition",
    "began_at": "talk_began_at", "ended_at": "talk_ended_at", "closed_at": "closed_at", "trainee": "owner_id",
}  # fmt: skip


class Outbox:
    """What is to be told of assessed calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def tell(self, attempt_id: str, at: datetime.datetime) -> int:
        """Put into the outbox what a call's current figures say and what was not told yet; how many statements.

        To be called within ``Store.acting``, together with what closed the call or changed its figures. Nothing is
        told of practice, of a call that is not over, or of one tried differently.
        """
        with self._sessions.writing() as session:
            call, figures = _call(session, attempt_id), current_figures(session, attempt_id)
            if call is None or figures is None:
                return 0
            question = select(OutboxRow.told).where(OutboxRow.attempt_id == attempt_id).order_by(OutboxRow.place)
            before = [Told.model_validate(told) for told in session.scalars(question)]
            found = anew(call, figures, before, at)
            session.add_all(_row(told, at) for told in found)
            return len(found)

    def claim(self, now: datetime.datetime, limit: int) -> tuple[Waiting, ...]:
        """Take what is due, the longest waiting first: of each call only what nothing unsent stands before."""
        earlier = aliased(OutboxRow)
        same_call = (earlier.attempt_id == OutboxRow.attempt_id) & (earlier.place < OutboxRow.place)
        due = (
            select(OutboxRow)
            .where(OutboxRow.state == "waiting", OutboxRow.next_at <= now)
            .where(~exists().where(same_call, earlier.state != "sent"))
            .order_by(OutboxRow.created_at, OutboxRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=OutboxRow)
        )
        with self._sessions.writing() as session:
            rows = session.scalars(due).all()
            for row in rows:
                row.next_at = now + LEASE
            return tuple(Waiting(id=r.id, told=Told.model_validate(r.told), tries=r.tries) for r in rows)

    def taken(self, ids: Sequence[str], at: datetime.datetime) -> None:
        """They stand in the record store."""
        self._change(OutboxRow.id.in_(list(ids)), state="sent", sent_at=at, answer="")

    def postpone(self, statement_id: str, until: datetime.datetime, tries: int, answer: str) -> None:
        """Try it again then."""
        self._change(OutboxRow.id == statement_id, next_at=until, tries=tries, answer=answer)

    def park(self, statement_id: str, answer: str) -> None:
        """Leave it for a person, with the words of the refusal. What follows it of the same call waits behind it."""
        self._change(OutboxRow.id == statement_id, state="parked", answer=answer)

    def retry(self, at: datetime.datetime) -> int:
        """Try now all that is parked or put off; how many."""
        unsent = OutboxRow.state != "sent"
        return self._change(unsent, state="waiting", next_at=at, tries=0)

    def standing(self) -> Standing:
        """How it stands."""
        waits = (OutboxRow.state == "waiting") & (OutboxRow.answer != "")
        trouble = select(OutboxRow.answer).where(waits).order_by(OutboxRow.created_at, OutboxRow.id).limit(1)
        with self._sessions.reading() as session:
            counted = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
            found = {row[0]: row[1] for row in session.execute(counted)}
            last = session.scalar(select(func.max(OutboxRow.sent_at)).where(OutboxRow.state == "sent"))
            return Standing(
                waiting=found.get("waiting", 0), parked=found.get("parked", 0), sent=found.get("sent", 0),
                last_sent_at=last, trouble=session.scalar(trouble) or "",
            )  # fmt: skip

    def parked(self, limit: int = 50) -> tuple[Parked, ...]:
        """What was refused, the oldest first."""
        question = select(OutboxRow).where(OutboxRow.state == "parked").order_by(OutboxRow.created_at, OutboxRow.id)
        with self._sessions.reading() as session:
            return tuple(_parked(row) for row in session.scalars(question.limit(limit)))

    def _change(self, which: ColumnElement[bool], **values: Any) -> int:
        with self._sessions.writing() as session:
            return session.connection().execute(update(OutboxRow).where(which).values(**values)).rowcount


def _call(session: Session, attempt_id: str) -> Call | None:
    told_of = (AttemptRow.mode == "assessed") & (AttemptRow.phase == "closed") & AttemptRow.forked_from.is_(None)
    columns = [getattr(AttemptRow, column).label(name) for name, column in _CALL.items()]
    row = session.execute(select(*columns).where(AttemptRow.id == attempt_id, told_of)).mappings().first()
    return None if row is None else Call.model_validate({**row, "trainee": pseudonym(row["trainee"])})


def _row(told: Told, at: datetime.datetime) -> OutboxRow:
    return OutboxRow(
        id=told.id, attempt_id=told.call.attempt, place=told.place, verb=told.verb, told=told.model_dump(mode="json"),
        state="waiting", tries=0, next_at=at, answer="", created_at=at, sent_at=None,
    )  # fmt: skip


def _parked(row: OutboxRow) -> Parked:
    return Parked(id=row.id, attempt=row.attempt_id, verb=row.verb, at=row.created_at, answer=row.answer)

"""Reaching into the outbox, and standing in for a person's review."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from simulator.exports.xapi.told import Told
from simulator.store import Store
from simulator.store.outbox_tables import OutboxRow
from simulator.store.tables import MarkRow, ScorecardRow
from tests.simulator.branches import NOW, Clock

BEFORE = datetime(2000, 1, 1, tzinfo=UTC)


def next_day() -> Clock:
    """A clock on the day after everything that the tests play."""
    clock = Clock()
    clock.at += timedelta(days=1)
    return clock


def told_of(store: Store, attempt_id: str) -> list[Told]:
    """What was put into the outbox of a call, in its order."""
    question = select(OutboxRow.told).where(OutboxRow.attempt_id == attempt_id).order_by(OutboxRow.place)
    with store.sessions.reading() as session:
        return [Told.model_validate(told) for told in session.scalars(question)]


def states(store: Store, attempt_id: str) -> list[str]:
    question = select(OutboxRow.state).where(OutboxRow.attempt_id == attempt_id).order_by(OutboxRow.place)
    with store.sessions.reading() as session:
        return list(session.scalars(question))


def retold(store: Store) -> None:
    """As if the answers had been lost: everything waits again."""
    with store.sessions.writing() as session:
        session.execute(update(OutboxRow).values(state="waiting", next_at=BEFORE, sent_at=None))


def later(store: Store) -> None:
    """As if time had passed: what was put off is due."""
    with store.sessions.writing() as session:
        session.execute(update(OutboxRow).where(OutboxRow.state == "waiting").values(next_at=BEFORE))


def reviewed(store: Store, attempt_id: str, level: int, total: float, result: str) -> None:
    """A person gives every criterion this level; told in the same transaction."""
    with store.sessions.together():
        with store.sessions.writing() as session:
            card = session.scalars(
                select(ScorecardRow).where(ScorecardRow.attempt_id == attempt_id, ScorecardRow.current)
            ).one()
            card.effective_total, card.effective_result = total, result
            marks = update(MarkRow).where(MarkRow.scorecard_id == card.id)
            session.execute(marks.values(effective_level=level, effective_score=float(level)))
        store.outbox.tell(attempt_id, NOW)

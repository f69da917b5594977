"""Calls copied for benchmarks: the same rows again under new ids, other people and other days.

Nothing here is played or scored. JSON travels as the text it is, so that a million turns take minutes.
"""

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from simulator.store.engine import WRITES, connect
from simulator.store.gate_table import CardGateRow
from simulator.store.tables import AttemptRow, Base, MarkRow, ScorecardRow, TurnRow
from simulator.store.team_tables import PromiseRow

AT_A_TIME = 250
"""Calls that are copied in one transaction."""
ATTEMPT, TURN, PROMISE, SCORECARD, MARK, GATE = (
    Base.metadata.tables[row.__tablename__]
    for row in (AttemptRow, TurnRow, PromiseRow, ScorecardRow, MarkRow, CardGateRow)
)
_INSTANTS = {
    ATTEMPT: ("created_at", "updated_at", "talk_began_at", "talk_ended_at", "closed_at"),
    TURN: ("saved_at",),
    PROMISE: (),
    SCORECARD: ("created_at",),
    MARK: (),
    GATE: (),
}  # fmt: skip
"""What moves with the days. The case keeps its own day: it is what was played."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Copy:
    """What becomes of a call: whose the copy is, and how long before the original it took place."""

    owner_id: str
    earlier: datetime.timedelta


@dataclass(slots=True)
class Call:
    """A finished call with what hangs on it, as it stands in the tables: by its own id, and by those of its cards."""

    attempt: Row
    its: dict[Table, list[Row]] = field(default_factory=lambda: {TURN: [], PROMISE: [], SCORECARD: []})
    of_cards: dict[Table, list[Row]] = field(default_factory=lambda: {MARK: [], GATE: []})


def copied(url: str, wanted: Sequence[Copy], seed: int, done: Callable[[int], None] = lambda _: None) -> dict[str, int]:
    """Copy the finished calls of the database in turn, one for each of ``wanted``; how many rows of each table.

    ``done`` is called with the number of calls copied so far. Some calls are one transaction. Raises ``StoreError``.
    """
    engine = connect(url, json_as_text=True)
    counts, rng = dict.fromkeys((table.name for table in _INSTANTS), 0), random.Random(seed)
    try:
        with engine.connect() as connection:
            calls = _calls(connection)
        for first in range(0, len(wanted), AT_A_TIME):
            rows: dict[Table, list[Row]] = {table: [] for table in _INSTANTS}
            for number, copy in enumerate(wanted[first : first + AT_A_TIME], start=first):
                _add(rows, calls[number % len(calls)], copy, rng)
            with engine.connect().execution_options(**WRITES) as connection, connection.begin():
                for table, more in rows.items():
                    if more:
                        connection.execute(table.insert(), more)
                    counts[table.name] += len(more)
            done(first + len(rows[ATTEMPT]))
    finally:
        engine.dispose()
    return counts


def count_of_calls(url: str) -> int:
    """How many attempts stand, finished or not."""
    engine = connect(url)
    try:
        with engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(ATTEMPT)) or 0
    finally:
        engine.dispose()


def _calls(connection: Connection) -> list[Call]:
    """Finished calls that stand by themselves: neither a later contact nor tried differently. In the order of time."""
    alone = (ATTEMPT.c.phase == "closed") & ATTEMPT.c.thread_id.is_(None) & ATTEMPT.c.forked_from.is_(None)
    attempts = connection.execute(select(ATTEMPT).where(alone).order_by(ATTEMPT.c.created_at, ATTEMPT.c.id))
    calls = {row["id"]: Call(dict(row)) for row in attempts.mappings()}
    for table, order in ((TURN, TURN.c.number), (PROMISE, PROMISE.c.due), (SCORECARD, SCORECARD.c.created_at)):
        for row in connection.execute(select(table).order_by(table.c.attempt_id, order)).mappings():
            if row["attempt_id"] in calls:
                calls[row["attempt_id"]].its[table].append(dict(row))
    whose = {card["id"]: call for call in calls.values() for card in call.its[SCORECARD]}
    for table in (MARK, GATE):
        for row in connection.execute(select(table).order_by(table.c.scorecard_id, table.c.place)).mappings():
            if row["scorecard_id"] in whose:
                whose[row["scorecard_id"]].of_cards[table].append(dict(row))
    return list(calls.values())


def _add(rows: dict[Table, list[Row]], call: Call, copy: Copy, rng: random.Random) -> None:
    """The rows of one copy; every key of the original has one of its own."""
    attempt = _new_id(rng)
    cards = {card["id"]: _new_id(rng) for card in call.its[SCORECARD]}
    rows[ATTEMPT].append(_moved(ATTEMPT, call.attempt, copy, id=attempt, owner_id=copy.owner_id))
    for table, its in call.its.items():
        for row in its:
            own = {"id": cards[row["id"]]} if table is SCORECARD else {}
            rows[table].append(_moved(table, row, copy, attempt_id=attempt, **own))
    for table, of_cards in call.of_cards.items():
        rows[table] += [_moved(table, row, copy, scorecard_id=cards[row["scorecard_id"]]) for row in of_cards]


def _moved(table: Table, row: Row, copy: Copy, **keys: str) -> Row:
    instants = {name: row[name] and row[name] - copy.earlier for name in _INSTANTS[table]}
    return row | instants | keys


def _new_id(rng: random.Random) -> str:
    return str(UUID(int=rng.getrandbits(128), version=4))

"""Databases that began as copies of one, brought together into an empty one: all in one transaction, or nothing.

So people who share nothing but the beginning can be played in parallel, each in a file of their own.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from simulator.audited import Line
from simulator.refusals import Refusal
from simulator.store.engine import absent, connect
from simulator.store.restore import MADE_WITH_THE_TABLES, occupied
from simulator.store.rows import AT_A_TIME, tables
from simulator.store.store import Store
from simulator.store.tables import AuditRow

_NOT_ROWS = {AuditRow.__tablename__, *MADE_WITH_THE_TABLES}
"""Lines of the audit log follow one another in another order here, and are written anew."""
_BORN = "created_at"

Keys = dict[str, set[tuple[object, ...]]]


class NotEmpty(Refusal):
    """Somebody's work stands in the database."""

    def __init__(self, where: str, table: str) -> None:
        super().__init__(
            es=f"La base de datos {where} no está vacía (tabla {table!r}), y la demostración no se mezcla con el "
            "trabajo de nadie. Indique otra con --into, u otra carpeta en ACUERDO_HOME. No se cambió nada.",
            en=f"The database {where} is not empty (table {table!r}), and the demo is never mixed with anybody's "
            "work. Name another with --into, or another folder in ACUERDO_HOME. Nothing was changed.",
        )


def refuse_unless_empty(url: str) -> None:
    """Raise ``NotEmpty`` where a row stands at ``url``; what does not exist yet is empty. Raises ``StoreError``."""
    if absent(url):
        return
    engine = connect(url)
    try:
        with engine.connect() as connection:
            _refuse(connection)
    finally:
        engine.dispose()


def gathered(store: Store, sources: Sequence[str], done: Callable[[], None] = lambda: None) -> dict[str, int]:
    """Bring in the rows of the databases at ``sources``; how many of each table. ``done`` is called after each.

    A row that stands in several is taken once. Raises ``NotEmpty``; on any failure nothing is kept.
    """
    seen: Keys = {}
    lines: dict[str, Line] = {}
    with store.sessions.together(), store.sessions.writing() as session:
        _refuse(session.connection())
        for url in sources:
            with Store.open(url) as source:
                with source.sessions.steady() as looking:
                    _take(looking.connection(), session.connection(), seen)
                lines |= {line.hash: line for line in source.audit.lines()}
            done()
        for line in sorted(lines.values(), key=lambda line: (line.at, line.number)):
            store.audit.note(line.deed, line.at, line.actor, line.target, line.details)
    return {name: len(keys) for name, keys in seen.items()}


def _refuse(connection: Connection) -> None:
    table = occupied(connection)
    if table is not None:
        raise NotEmpty(connection.engine.url.render_as_string(hide_password=True), table)


def _take(source: Connection, target: Connection, seen: Keys) -> None:
    for table in tables(source):
        if table.name in _NOT_ROWS:
            continue
        known = seen.setdefault(table.name, set())
        batch = []
        for row in source.execute(_in_order(table), execution_options={"yield_per": AT_A_TIME}).mappings():
            key = tuple(row[column.name] for column in table.primary_key.columns)
            if key not in known:
                known.add(key)
                batch.append(dict(row))
            if len(batch) == AT_A_TIME:
                target.execute(table.insert(), batch)
                batch = []
        if batch:
            target.execute(table.insert(), batch)


def _in_order(table: Table) -> Select[Any]:
    """Every row; the older first where rows speak of other rows of their table."""
    itself = any(key.column.table is table for key in table.foreign_keys)
    order = [table.c[_BORN]] if itself and _BORN in table.c else []
    return select(table).order_by(*order, *table.primary_key.columns)

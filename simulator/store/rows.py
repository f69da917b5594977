"""Rows of any table as plain JSON values, and back: the same on every engine.

Tables are read as they stand in the database, so that a backup of an older program can be restored by a newer one.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Date,
    DateTime,
    MetaData,
    String,
    Table,
    and_,
    bindparam,
    collate,
    select,
)

from simulator.store.archive import Row
from simulator.store.tables import Base

AT_A_TIME = 500
"""Rows fetched, or inserted, at once."""


def tables(connection: Connection) -> list[Table]:
    """Our tables as they stand, each after those that it refers to."""
    stands = MetaData()
    ours = set(Base.metadata.tables)
    stands.reflect(connection, only=lambda name, _: name in ours, resolve_fks=False)
    for table in stands.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type.none_as_null = True  # a reflected type forgets it, and would write the word null
    return stands.sorted_tables


def dumped(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row, in the order of the primary key, byte by byte on every engine."""
    question = select(table).order_by(*(_by_bytes(connection, column) for column in table.primary_key.columns))
    plain = {column.name: _to_plain(column) for column in table.columns}
    with connection.execute(question, execution_options={"yield_per": AT_A_TIME}) as answer:
        for row in answer.mappings():
            yield {name: change(row[name]) for name, change in plain.items()}


def loaded(row: Row, table: Table) -> Row:
    """The row with the database's own types. Raises ``ValueError`` where it does not fit the table."""
    if row.keys() != {column.name for column in table.columns}:
        raise ValueError("its columns are others")
    return {column.name: _from_plain(column, row[column.name]) for column in table.columns}


class Links:
    """What rows of one table say of other rows of it, kept until all of them are there."""

    def __init__(self, table: Table) -> None:
        itself = [key.parent for key in table.foreign_keys if key.column.table is table]
        self._table, self._columns = table, tuple(sorted(column.name for column in itself))
        self._kept: list[Row] = []

    def taken_off(self, row: Row) -> Row:
        """The row as it can be inserted before the one that it speaks of."""
        said = {name: row[name] for name in self._columns if row[name] is not None}
        if not said:
            return row
        key = {f"_{column.name}": row[column.name] for column in self._table.primary_key.columns}
        self._kept.append(key | {name: row[name] for name in self._columns})
        return row | dict.fromkeys(said)

    def put_on(self, connection: Connection) -> None:
        """Write down what was taken off. Raises ``DBAPIError`` where a row is named that is not there."""
        if self._kept:
            mine = and_(*(column == bindparam(f"_{column.name}") for column in self._table.primary_key.columns))
            said: dict[str, Any] = {name: bindparam(name) for name in self._columns}
            connection.execute(self._table.update().where(mine).values(said), self._kept)


def _by_bytes(connection: Connection, column: Column[Any]) -> Any:
    of_text = isinstance(column.type, String) and connection.dialect.name == "postgresql"
    return collate(column, "C") if of_text else column


def _to_plain(column: Column[Any]) -> Callable[[Any], Any]:
    if isinstance(column.type, DateTime | Date):
        return lambda value: None if value is None else value.isoformat()
    return lambda value: value


def _from_plain(column: Column[Any], value: Any) -> Any:
    if value is None:
        if not column.nullable:
            raise ValueError(f"{column.name} is missing")
        return None
    if isinstance(column.type, JSON):
        return value
    if isinstance(column.type, DateTime | Date):
        return _instant(column, value)
    return _scalar(column, value)


def _instant(column: Column[Any], value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"{column.name} is no date")
    if isinstance(column.type, DateTime):
        at = datetime.datetime.fromisoformat(value)
        if at.tzinfo is not None:
            raise ValueError(f"{column.name} has a time zone")
        return at
    return datetime.date.fromisoformat(value)


def _scalar(column: Column[Any], value: Any) -> Any:
    wanted = column.type.python_type
    fits = isinstance(value, int | float) if wanted is float else isinstance(value, wanted)
    if not fits or (isinstance(value, bool) and wanted is not bool):
        raise ValueError(f"{column.name} is not of its kind")
    if isinstance(value, str) and len(value) > (getattr(column.type, "length", None) or len(value)):
        raise ValueError(f"{column.name} is too long")
    if isinstance(value, int) and abs(value) >= 1 << 63:
        raise ValueError(f"{column.name} is too large")
    return value

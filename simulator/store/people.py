"""All that hangs on one person, in whichever table: found by the foreign keys, so that a new table is never forgotten.

A column that must have a value says whose a row is: the row belongs to the person. One that may be empty only
mentions the person: it is emptied when the person is erased, and the row stays with its owner.
"""

import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Table, delete, false, or_, select, update

from simulator.pseudonym import pseudonym
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, Base, ProfileRow

SECRET = ("password", "token", "fingerprint")
"""Columns with these words in their names stay where they are, even from their owner's own export."""
PROFILE: Table = Base.metadata.tables[ProfileRow.__tablename__]
ATTEMPT: Table = Base.metadata.tables[AttemptRow.__tablename__]

Rows = dict[str, list[dict[str, Any]]]


class People:
    """One person's rows, and their end."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def rows_of(self, profile_id: str, practice: bool = True) -> Rows:
        """Every row that belongs to the person, by table, as JSON values; ids of people as pseudonyms.

        Without ``practice``, only the profile and the assessed attempts with what belongs to them.
        """
        found: Rows = {}
        with self._sessions.steady() as session:
            for table, mine in _belongings(profile_id, practice).items():
                rows = session.execute(select(table).where(mine).order_by(*table.primary_key.columns))
                found[table.name] = [_plain(table, row) for row in rows]
        return found

    def erase(self, profile_id: str) -> dict[str, int]:
        """Delete every row that belongs to the person, and every mention; how many rows of each table went."""
        gone: dict[str, int] = {}
        with self._sessions.writing() as session:
            connection = session.connection()
            for column in _mentions():
                connection.execute(update(column.table).where(column == profile_id).values({column.name: None}))
            for table, mine in reversed(_belongings(profile_id, practice=True).items()):
                count = connection.execute(delete(table).where(mine)).rowcount
                gone |= {table.name: count} if count else {}
        return gone


def _belongings(profile_id: str, practice: bool) -> dict[Table, ColumnElement[bool]]:
    """For each table, which of its rows are the person's; owners before what they own."""
    mine: dict[Table, ColumnElement[bool]] = {PROFILE: PROFILE.c.id == profile_id}
    for table in Base.metadata.sorted_tables:
        if table is PROFILE or (not practice and _is_practice(table)):
            continue
        keys = [key for key in table.foreign_keys if key.column.table in mine and not key.parent.nullable]
        if keys:
            owned = [key.parent.in_(select(key.column).where(mine[key.column.table]).scalar_subquery()) for key in keys]
            mine[table] = or_(false(), *owned)
            if table is ATTEMPT and not practice:
                mine[table] = mine[table] & (ATTEMPT.c.mode == "assessed")
    return mine


def _is_practice(table: Table) -> bool:
    """Whatever hangs on the profile itself, except attempts, is practice of one's own. A mention hangs on nobody."""
    hanging = (key for key in table.foreign_keys if not key.parent.nullable)
    return table is not ATTEMPT and any(key.column.table is PROFILE for key in hanging)


def _mentions() -> list[Column[Any]]:
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is PROFILE and key.parent.nullable
    ]


def _plain(table: Table, row: Row[Any]) -> dict[str, Any]:
    return {
        column.name: _value(column, row._mapping[column])
        for column in table.columns
        if not any(word in column.name for word in SECRET)
    }


def _value(column: Column[Any], value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    person = column is PROFILE.c.id or any(key.column.table is PROFILE for key in column.foreign_keys)
    return pseudonym(value) if person and value is not None else value

"""Two records of one person made one: found by the foreign keys, so that a new table is never forgotten."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, delete, exists, select, update

from simulator.store.access_tables import AccountRow, InvitationRow, SessionRow
from simulator.store.people import PROFILE
from simulator.store.sessions import Sessions
from simulator.store.tables import Base

OWN_WAY_IN = {AccountRow.__tablename__, SessionRow.__tablename__, InvitationRow.__tablename__}
"""What ends with the record that goes: nobody gets a second password, session or link."""


class Joins:
    """One record in place of two."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def join(self, kept: str, other: str) -> None:
        """Everything of the profile ``other``, and every mention of it, becomes that of ``kept``; ``other`` goes.

        All or nothing. ``Conflict`` where both have something of which a person can have one only.
        """
        with self._sessions.writing() as session:
            connection = session.connection()
            for column in _columns():
                _passed_on(connection, column, kept, other)
            connection.execute(delete(PROFILE).where(PROFILE.c.id == other))


def _columns() -> list[Column[Any]]:
    """Whatever says whose a row is, or mentions somebody."""
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is PROFILE and table.name not in OWN_WAY_IN
    ]


def _passed_on(connection: Connection, column: Column[Any], kept: str, other: str) -> None:
    """Where the person is part of the key, as in a cohort, one place is enough: that of ``kept`` stands."""
    theirs: ColumnElement[bool] = column == other
    if column.primary_key:
        there = column.table.alias()
        rest = [key for key in column.table.primary_key.columns if key is not column]
        same = and_(there.c[column.name] == kept, *(there.c[key.name] == key for key in rest))
        stands = exists(select(there.c[column.name]).where(same))
        connection.execute(delete(column.table).where(theirs, stands))
    connection.execute(update(column.table).where(theirs).values({column.name: kept}))

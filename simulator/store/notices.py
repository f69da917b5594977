"""Notices in the database, and who put them away."""

import datetime

from sqlalchemy import delete, select

from simulator.installed import Notice
from simulator.store.errors import Conflict
from simulator.store.floor_tables import NoticeReadRow, NoticeRow
from simulator.store.sessions import Sessions


class Notices:
    """Words to everybody."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, notice: Notice) -> None:
        """Keep a new notice."""
        with self._sessions.writing() as session:
            session.add(NoticeRow(**notice.model_dump()))

    def remove(self, notice_id: str) -> None:
        """Take a notice down; one that is gone already is no fault."""
        with self._sessions.writing() as session:
            session.execute(delete(NoticeRow).where(NoticeRow.id == notice_id))

    def standing(self, from_day: datetime.date) -> tuple[Notice, ...]:
        """The notices that end on this day or later, the first to begin first."""
        question = (
            select(NoticeRow).where(NoticeRow.ends >= from_day).order_by(NoticeRow.begins, NoticeRow.created_at)
        )  # fmt: skip
        with self._sessions.reading() as session:
            return tuple(_notice(row) for row in session.scalars(question))

    def put_away_by(self, profile_id: str) -> frozenset[str]:
        """The ids of the notices that a person has put away."""
        mine = select(NoticeReadRow.notice_id).where(NoticeReadRow.profile_id == profile_id)
        with self._sessions.reading() as session:
            return frozenset(session.scalars(mine))

    def put_away(self, notice_id: str, profile_id: str) -> None:
        """A person has read it. A second time, or where the notice is gone, nothing happens."""
        try:
            with self._sessions.writing() as session:
                session.add(NoticeReadRow(notice_id=notice_id, profile_id=profile_id))
        except Conflict:
            return


def _notice(row: NoticeRow) -> Notice:
    return Notice.model_validate({name: getattr(row, name) for name in Notice.model_fields})

"""Shares in the database."""

import datetime

from sqlalchemy import ColumnElement, select, update

from simulator.kept import Share
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ShareRow

_STANDS = ShareRow.revoked_at.is_(None)


class Shares:
    """What people let a coach read."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, share: Share) -> None:
        """Keep a new share. ``Conflict`` where the attempt or the person does not exist."""
        with self._sessions.writing() as session:
            session.add(ShareRow(**share.model_dump()))

    def get(self, share_id: str) -> Share | None:
        """The share, revoked or not; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(ShareRow, share_id)
            return None if row is None else _share(row)

    def of_attempt(self, attempt_id: str) -> tuple[Share, ...]:
        """What stands of an attempt, the latest first."""
        return self._found(ShareRow.attempt_id == attempt_id, _STANDS)

    def by(self, owner_id: str) -> tuple[Share, ...]:
        """Everything that a person ever shared and did not delete, the latest first."""
        mine = select(AttemptRow.id).where(AttemptRow.owner_id == owner_id)
        return self._found(ShareRow.attempt_id.in_(mine))

    def to(self, profile_id: str) -> tuple[Share, ...]:
        """What stands for a coach to read, the latest first."""
        return self._found(ShareRow.to_id == profile_id, _STANDS)

    def revoke(self, share_id: str, at: datetime.datetime) -> None:
        """From now on nobody reads it. A second time changes nothing."""
        with self._sessions.writing() as session:
            session.execute(update(ShareRow).where(ShareRow.id == share_id, _STANDS).values(revoked_at=at))

    def _found(self, *which: ColumnElement[bool]) -> tuple[Share, ...]:
        question = select(ShareRow).where(*which).order_by(ShareRow.created_at.desc(), ShareRow.id)
        with self._sessions.reading() as session:
            return tuple(_share(row) for row in session.scalars(question))


def _share(row: ShareRow) -> Share:
    return Share.model_validate({name: getattr(row, name) for name in Share.model_fields})

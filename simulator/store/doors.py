"""What stands at the door: sessions, tries, and the installation's secrets."""

import datetime
import secrets

from sqlalchemy import delete, select, update

from simulator.access.kept import Session
from simulator.store.access_tables import SecretRow, SessionRow, TriesRow
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions

FORGET_AFTER = datetime.timedelta(days=1)


class Doors:
    """Who is in, and who knocked."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def enter(self, session: Session) -> None:
        """Keep a new session; those that ended long ago are swept out."""
        with self._sessions.writing() as transaction:
            old = session.created_at - FORGET_AFTER
            transaction.execute(delete(SessionRow).where(SessionRow.expires_at < old))
            transaction.add(SessionRow(**session.model_dump()))

    def get(self, fingerprint: str) -> Session | None:
        """The session; ``None`` where there is none."""
        with self._sessions.reading() as transaction:
            row = transaction.get(SessionRow, fingerprint)
            return None if row is None else _session(row)

    def of(self, profile_id: str, at: datetime.datetime) -> tuple[Session, ...]:
        """A person's open sessions, the latest used first."""
        question = (
            select(SessionRow)
            .where(SessionRow.profile_id == profile_id, SessionRow.revoked_at.is_(None), SessionRow.expires_at > at)
            .order_by(SessionRow.seen_at.desc(), SessionRow.fingerprint)
        )
        with self._sessions.reading() as transaction:
            return tuple(_session(row) for row in transaction.scalars(question))

    def seen(self, fingerprint: str, at: datetime.datetime) -> None:
        """The session was used."""
        with self._sessions.writing() as transaction:
            transaction.execute(update(SessionRow).where(SessionRow.fingerprint == fingerprint).values(seen_at=at))

    def leave(self, fingerprint: str, at: datetime.datetime) -> None:
        """End one session."""
        mine = (SessionRow.fingerprint == fingerprint) & SessionRow.revoked_at.is_(None)
        with self._sessions.writing() as transaction:
            transaction.execute(update(SessionRow).where(mine).values(revoked_at=at))

    def leave_all(self, profile_id: str, at: datetime.datetime, keep: str = "") -> None:
        """End a person's sessions, all but the one of the fingerprint ``keep``."""
        mine = (SessionRow.profile_id == profile_id) & SessionRow.revoked_at.is_(None)
        with self._sessions.writing() as transaction:
            others = update(SessionRow).where(mine, SessionRow.fingerprint != keep)
            transaction.execute(others.values(revoked_at=at))

    def tries(self, key: str) -> tuple[int, datetime.datetime, datetime.datetime] | None:
        """How many tries failed under a key, since when, and until when it is blocked."""
        with self._sessions.reading() as transaction:
            row = transaction.get(TriesRow, key)
            return None if row is None else (row.count, row.since, row.blocked_until)

    def count_try(
        self, key: str, count: int, since: datetime.datetime, until: datetime.datetime, seen: int | None
    ) -> None:
        """Write a count down. ``seen`` is the count it follows, or ``None`` for the first.

        ``Conflict`` where another try was counted in between.
        """
        with self._sessions.writing() as transaction:
            if seen is None:
                transaction.execute(delete(TriesRow).where(TriesRow.blocked_until < since - FORGET_AFTER))
                transaction.add(TriesRow(key=key, count=count, since=since, blocked_until=until))
                return
            same = (TriesRow.key == key) & (TriesRow.count == seen)
            values = {"count": count, "since": since, "blocked_until": until}
            if transaction.connection().execute(update(TriesRow).where(same).values(**values)).rowcount != 1:
                raise Conflict

    def forget_tries(self, key: str) -> None:
        """The person of this key got in: nothing is held against them."""
        with self._sessions.writing() as transaction:
            transaction.execute(delete(TriesRow).where(TriesRow.key == key))

    def take_back_try(self, key: str) -> None:
        """A try that was counted beforehand did not fail."""
        counted = (TriesRow.key == key) & (TriesRow.count > 0)
        with self._sessions.writing() as transaction:
            transaction.execute(update(TriesRow).where(counted).values(count=TriesRow.count - 1))

    def secret(self, name: str) -> str:
        """The secret of this name, drawn at its first use."""
        with self._sessions.reading() as transaction:
            row = transaction.get(SecretRow, name)
            if row is not None:
                return row.value
        drawn = secrets.token_urlsafe(32)
        try:
            with self._sessions.writing() as transaction:
                transaction.add(SecretRow(name=name, value=drawn))
        except Conflict:
            return self.secret(name)  # another process drew it at the same moment
        return drawn


def _session(row: SessionRow) -> Session:
    return Session.model_validate({name: getattr(row, name) for name in Session.model_fields})

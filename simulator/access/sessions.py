"""Sessions: who a browser's token stands for, and how that ends."""

import datetime
from collections.abc import Callable

from simulator.access.audit import Audit, unaudited
from simulator.access.kept import Session
from simulator.access.tokens import fingerprint, new_token
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.kept import Profile
from simulator.store import Store

LONGEST, UNUSED = datetime.timedelta(days=7), datetime.timedelta(hours=12)
NOTED_EVERY = datetime.timedelta(minutes=1)
BROWSER = 80


class Sessions:
    """The browsers that are signed in."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], audit: Audit = unaudited) -> None:
        self._store, self._clock, self._audit = store, clock, audit

    def open(self, profile_id: str, browser: str, lasts: datetime.timedelta = LONGEST) -> str:
        """A new session, of ``lasts`` at most; its token is told here and nowhere else."""
        token, now = new_token(), self._clock()
        session = Session(
            fingerprint=fingerprint(token), profile_id=profile_id, created_at=now, seen_at=now,
            expires_at=now + lasts, browser="".join(c for c in browser if c.isprintable())[:BROWSER],
        )  # fmt: skip
        self._store.doors.enter(session)
        return token

    def of(self, token: str | None) -> Session | None:
        """The session of a token; ``None`` where it was never one, ended, grew old or was left unused."""
        if not token:
            return None
        session, now = self._store.doors.get(fingerprint(token)), self._clock()
        if session is None or session.revoked_at is not None or now >= session.expires_at:
            return None
        if now - session.seen_at >= UNUSED:
            return None
        if now - session.seen_at >= NOTED_EVERY:
            self._store.doors.seen(session.fingerprint, now)
        return session

    def who(self, token: str | None) -> Profile | None:
        """Who a token stands for; ``None`` where it stands for nobody, or their account was shut."""
        session = self.of(token)
        if session is None:
            return None
        account = self._store.accounts.get(session.profile_id)
        if account is None or account.disabled_at is not None:
            return None
        return self._store.profiles.get(session.profile_id)

    def leave(self, token: str | None) -> None:
        """Sign out. A token that stands for nothing is no fault."""
        session = self.of(token)
        if session is not None:
            self._store.doors.leave(session.fingerprint, self._clock())
            self._audit(None, "signed_out", session.profile_id)

    def open_ones(self, actor: Actor, profile_id: str) -> tuple[Session, ...]:
        """Somebody's open sessions. Raises ``NotAllowed`` unless they are one's own or one manages people."""
        self._leave_to(actor, profile_id)
        return self._store.doors.of(profile_id, self._clock())

    def end(self, actor: Actor, profile_id: str, session_fingerprint: str) -> None:
        """End one of somebody's sessions. Raises ``NotAllowed``."""
        self._leave_to(actor, profile_id)
        session = self._store.doors.get(session_fingerprint)
        if session is None or session.profile_id != profile_id:
            raise NotAllowed(Action.END_OWN_SESSIONS)
        self._store.doors.leave(session_fingerprint, self._clock())
        self._audit(actor, "session_ended", profile_id)

    def end_all(self, actor: Actor, profile_id: str, keep: str = "") -> None:
        """End all of somebody's sessions but the one whose token is ``keep``. Raises ``NotAllowed``."""
        self._leave_to(actor, profile_id)
        self._store.doors.leave_all(profile_id, self._clock(), fingerprint(keep) if keep else "")
        self._audit(actor, "sessions_ended", profile_id)

    @staticmethod
    def _leave_to(actor: Actor, profile_id: str) -> None:
        require(actor, Action.END_OWN_SESSIONS if actor.id == profile_id else Action.MANAGE_PROFILES)

"""Signing in with name and password, and changing the password.

Whoever does not get in learns nothing: an unknown name, a wrong password, a shut account and an invitation not yet
accepted have one answer, after one trial of a password each.
"""

import datetime
from collections.abc import Callable

from simulator.access.audit import Audit, unaudited
from simulator.access.kept import Account
from simulator.access.passwords import Passwords, refuse_weak
from simulator.access.refusals import NotLetIn
from simulator.access.sessions import Sessions
from simulator.access.tokens import fingerprint
from simulator.access.tries import Tries
from simulator.accounts import Action, Actor, require
from simulator.store import Store


class SigningIn:
    """The door."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        passwords: Passwords,
        audit: Audit = unaudited,
    ) -> None:
        self._store, self._clock, self._passwords, self._audit = store, clock, passwords, audit
        self.sessions, self._tries = Sessions(store, clock, audit), Tries(store, clock)

    def enter(self, name: str, password: str, address: str = "", browser: str = "") -> str:
        """The token of a new session. Raises ``NotLetIn`` and ``TooManyTries``."""
        self._tries.begin(name, address)
        account = self._usable(self._store.accounts.named(name))
        kept = account.password_hash if account else None
        if not self._passwords.fits(kept, password) or account is None or kept is None:
            self._audit(None, "sign_in_refused", account.profile_id if account else "")
            raise NotLetIn
        self._tries.succeeded(name, address)
        if self._passwords.outdated(kept):
            self._store.accounts.rehash(account.profile_id, kept, self._passwords.kept(password))
        self._audit(None, "signed_in", account.profile_id)
        return self.sessions.open(account.profile_id, browser)

    def change_password(self, actor: Actor, old: str, new: str, token: str, address: str = "") -> None:
        """Another password of one's own; every other session ends. ``token`` is the session's that stays.

        Raises ``NotLetIn`` where the old one is wrong, ``TooManyTries``, ``WeakPassword``, ``NotAllowed``.
        """
        require(actor, Action.CHANGE_OWN_PASSWORD)
        account = self._usable(self._store.accounts.get(actor.id))
        name = account.sign_in_name if account and account.sign_in_name else ""
        self._tries.begin(name, address)
        kept = account.password_hash if account else None
        if not self._passwords.fits(kept, old):
            raise NotLetIn
        self._tries.succeeded(name, address)
        refuse_weak(new, actor.name, name)
        hashed = self._passwords.kept(new)
        self._store.accounts.set_password(actor.id, hashed, self._clock(), fingerprint(token))
        self._audit(actor, "password_changed", actor.id)

    @staticmethod
    def _usable(account: Account | None) -> Account | None:
        return account if account and account.disabled_at is None else None

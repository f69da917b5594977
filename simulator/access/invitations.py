"""Invitations and resets: a one-time link with which a person chooses a password, which nobody else ever knows."""

import datetime
import re
from collections.abc import Callable

from simulator.access.audit import Audit, unaudited
from simulator.access.kept import Account, Invitation
from simulator.access.passwords import Passwords, refuse_weak
from simulator.access.refusals import BadSignInName, LinkGone, NoSuchPerson
from simulator.access.tokens import fingerprint, new_token
from simulator.access.tries import Tries
from simulator.accounts import Action, Actor, require
from simulator.kept import Profile
from simulator.store import Conflict, Store

LASTS = datetime.timedelta(days=7)
_NAME = re.compile(r"[\w.@+-]{3,80}")


class Invitations:
    """One-time links."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        passwords: Passwords,
        audit: Audit = unaudited,
    ) -> None:
        self._store, self._clock, self._passwords, self._audit = store, clock, passwords, audit
        self._tries = Tries(store, clock)

    def link_for(self, actor: Actor, profile_id: str) -> str:
        """The token of a new link for somebody; their earlier links end. Raises ``NotAllowed``, ``NoSuchPerson``.

        A person of solo mode, who has no account yet, is given one. An account that was shut is opened again.
        """
        require(actor, Action.MANAGE_PROFILES)
        if self._store.profiles.get(profile_id) is None:
            raise NoSuchPerson
        now, token = self._clock(), new_token()
        account = self._store.accounts.get(profile_id)
        if account is None:
            self._store.accounts.open_for(Account(profile_id=profile_id, created_at=now))
        elif account.disabled_at is not None:
            self._store.accounts.disable(profile_id, None)
        if account and account.sign_in_name:
            self._tries.forgive(account.sign_in_name)
        self._store.accounts.invite(invitation_of(profile_id, token, now))
        self._audit(actor, "link_made", profile_id)
        return token

    def whose(self, token: str) -> tuple[Profile, Account]:
        """Whom a link is for. Raises ``LinkGone``."""
        invitation = self._store.accounts.invitation(fingerprint(token))
        if invitation is None or not invitation.stands(self._clock()):
            raise LinkGone
        profile = self._store.profiles.get(invitation.profile_id)
        account = self._store.accounts.get(invitation.profile_id)
        if profile is None or account is None or account.disabled_at is not None:
            raise LinkGone
        return profile, account

    def accept(self, token: str, sign_in_name: str, password: str, address: str = "") -> str:
        """Choose a password, and with the first link a sign-in name. Returns whose it is; every session of theirs ends.

        Raises ``LinkGone``, ``WeakPassword``, ``BadSignInName``, ``TooManyTries``.
        """
        profile, account = self.whose(token)
        chosen = None if account.sign_in_name else sign_in_name_of(sign_in_name)
        refuse_weak(password, profile.name, chosen or account.sign_in_name or "")
        if chosen is not None and self._store.accounts.named(chosen) is not None:
            self._tries.from_address(address)  # who asks for name after name is slowed down
            raise _taken(chosen)
        try:
            hashed = self._passwords.kept(password)
            self._store.accounts.accept(fingerprint(token), chosen, hashed, self._clock())
        except Conflict:
            self.whose(token)  # used meanwhile
            raise _taken(sign_in_name) from None
        self._audit(None, "link_used", profile.id)
        return profile.id


def invitation_of(profile_id: str, token: str, now: datetime.datetime) -> Invitation:
    """A new link as it is kept."""
    return Invitation(fingerprint=fingerprint(token), profile_id=profile_id, created_at=now, expires_at=now + LASTS)


def sign_in_name_of(text: str) -> str:
    """A sign-in name as it is kept. Raises ``BadSignInName``."""
    plain = text.strip()
    if not _NAME.fullmatch(plain):
        raise BadSignInName(
            es="El nombre para entrar lleva de 3 a 80 letras, cifras o . _ @ + -, sin espacios. Su correo sirve.",
            en="A sign-in name has 3 to 80 letters, digits or . _ @ + -, without spaces. Your e-mail address will do.",
            kept=text,
        )
    return plain


def _taken(name: str) -> BadSignInName:
    return BadSignInName(
        es="Ese nombre para entrar ya es de otra persona. Pruebe con otro, o con su correo.",
        en="That sign-in name is somebody else's. Try another, or your e-mail address.",
        kept=name,
    )

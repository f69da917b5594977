"""Somebody who first came by name and password and later by the company's single sign-on: one person again.

An administrator says that two records are one person. Whose practice it is stays that person's affair: nothing of it is
read here, and nobody joins themselves to anybody.
"""

import datetime
from collections.abc import Callable

from scenarios.values import Frozen
from simulator.access.kept import Account
from simulator.access.people import People
from simulator.access.refusals import CannotJoin, NotJoinedByOneself, SharedWork, ShutFirst
from simulator.accounts import Actor
from simulator.audited import Deed
from simulator.kept import Profile
from simulator.store import Conflict, Store


class Candidate(Frozen):
    """Somebody who could be the same person, with what tells them apart."""

    profile: Profile
    sign_in_name: str = ""


class Joining:
    """Two records made one. Every act asks for leave to manage profiles; ``NotAllowed`` where there is none."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock, self._people = store, clock, People(store, clock)

    def by_company(self, actor: Actor, profile_id: str) -> bool:
        """Whether the person has come in by the company's sign-on."""
        self._people.one(actor, profile_id)
        return profile_id in self._store.identities.everybody()

    def candidates(self, actor: Actor, profile_id: str) -> tuple[Candidate, ...]:
        """Who could be the same: of two, one comes in by the company's sign-on and the other does not; by name."""
        everybody = self._people.all(actor)
        company = self._store.identities.everybody()
        return tuple(
            Candidate(profile=one.profile, sign_in_name=(one.account and one.account.sign_in_name) or "")
            for one in everybody
            if (one.profile.id in company) != (profile_id in company)
            and actor.id not in {one.profile.id, profile_id}
            and not (one.account and one.account.disabled_at)
        )

    def join(self, actor: Actor, kept: str, other: str) -> None:
        """Everything of ``other`` becomes that of ``kept``, who from now on comes in by the company's sign-on; name,
        role and settings stay those of ``kept``. Open sessions of both end.

        Raises ``NoSuchPerson``, ``NotJoinedByOneself``, ``CannotJoin``, ``ShutFirst``, ``LastAdministrator``, and
        ``SharedWork`` where both did the same task or drill; then nothing changed.
        """
        if actor.id in {kept, other}:
            raise NotJoinedByOneself
        stays, goes = self._people.one(actor, kept), self._people.one(actor, other)
        company = self._store.identities.everybody()
        if kept == other or (kept in company) == (other in company):
            raise CannotJoin
        if any(one.account and one.account.disabled_at for one in (stays, goes)):
            raise ShutFirst
        self._people.require_another_administrator(goes)
        now = self._clock()
        try:
            with self._store.acting(Deed.PERSONS_JOINED, now, actor.id, kept, {"other": other}):
                if stays.account is None:  # a profile of solo mode
                    self._store.accounts.open_for(Account(profile_id=kept, created_at=now))
                self._store.doors.leave_all(kept, now)
                self._store.joins.join(kept, other)
        except Conflict:
            raise SharedWork from None

"""Coming in by the company's single sign-on: whoever the provider vouches for gets a session of ours, like the others.

The provider decides, at each sign-in, the role and the cohorts that the mapping names. People are known by issuer and
subject alone: an e-mail address can be given to somebody else.
"""

import datetime
from collections.abc import Callable
from typing import Literal
from uuid import uuid4

from simulator.access.audit import Audit, unaudited
from simulator.access.claims import Claimed, ClaimMapping
from simulator.access.kept import Account, Cohort, Identity, Membership, Place
from simulator.access.refusals import NotForYou, ShutOut
from simulator.access.sessions import LONGEST, Sessions
from simulator.kept import Profile, Role
from simulator.store import Conflict, Store
from simulator.store.accounts import sign_in_key

Unknown = Literal["refuse", "trainee"]
"""What becomes of somebody whose claims give no role: refused, or taken for a trainee."""


class SingleSignOn:
    """The way in for who comes from the provider. ``lasts``: how long a session lives at most, used or not."""

    def __init__(  # noqa: PLR0913, PLR0917 - these are what an installation chooses
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        mapping: ClaimMapping,
        unknown: Unknown = "refuse",
        lasts: datetime.timedelta = LONGEST,
        audit: Audit = unaudited,
    ) -> None:
        self._store, self._clock, self._mapping = store, clock, mapping
        self._unknown, self._lasts, self._audit = unknown, lasts, audit
        self.sessions = Sessions(store, clock, audit)

    def enter(self, claimed: Claimed, browser: str = "") -> str:
        """The token of a new session. Raises ``NotForYou`` and ``ShutOut``; open sessions of theirs then end."""
        known = self._store.identities.of(claimed.issuer, claimed.subject)
        role: Role | None = claimed.role or ("trainee" if self._unknown == "trainee" else None)
        if role is None:
            self._refuse(known)
            raise NotForYou
        profile = self._known(known, role) if known else self._newcomer(claimed, role)
        self._place(profile, role, claimed.cohorts)
        self._audit(None, "signed_in", profile.id)
        return self.sessions.open(profile.id, browser, self._lasts)

    def _known(self, profile_id: str, role: Role) -> Profile:
        profile, account = self._store.profiles.get(profile_id), self._store.accounts.get(profile_id)
        if profile is None or account is None or account.disabled_at is not None:
            self._refuse(profile_id)
            raise ShutOut
        if profile.role != role:
            self._store.accounts.set_role(profile_id, role)
            self._audit(None, f"role_{role}", profile_id)
        return profile

    def _newcomer(self, claimed: Claimed, role: Role) -> Profile:
        now = self._clock()
        profile = Profile(
            id=str(uuid4()), name=claimed.name, role=role, language=claimed.language, created_at=now
        )  # fmt: skip
        identity = Identity(issuer=claimed.issuer, subject=claimed.subject, profile_id=profile.id)
        try:
            self._store.identities.add(profile, Account(profile_id=profile.id, created_at=now), identity)
        except Conflict:  # the same person, in another tab, a moment ago
            known = self._store.identities.of(claimed.issuer, claimed.subject)
            if known is None:
                raise
            return self._known(known, role)
        self._audit(None, "person_added", profile.id)
        return profile

    def _refuse(self, profile_id: str | None) -> None:
        if profile_id:
            self._store.doors.leave_all(profile_id, self._clock())
        self._audit(None, "sign_in_refused", profile_id or "")

    def _place(self, profile: Profile, role: Role, named: tuple[str, ...]) -> None:
        """Into the cohorts that the provider says, out of those that it could say and does not; the rest stays."""
        if not self._mapping.cohorts:
            return
        by_key = {sign_in_key(cohort.name): cohort.id for cohort in self._store.cohorts.all()}
        governed = {by_key.get(sign_in_key(name)) for name in self._mapping.cohorts.values()}
        place: Place = "manager" if role == "manager" else "trainee"
        before = self._store.cohorts.memberships(profile.id)
        kept = {one.cohort_id for one in before if one.cohort_id not in governed}
        wanted = [*kept, *(by_key.get(sign_in_key(name)) or self._cohort(name) for name in named)]
        after = tuple(
            Membership(cohort_id=one, profile_id=profile.id, place=place) for one in sorted(set(wanted))
        )  # fmt: skip
        if set(after) != set(before):
            self._store.cohorts.place(profile.id, after)
            self._audit(None, "person_placed", profile.id)

    def _cohort(self, name: str) -> str:
        """A cohort that the mapping names and nobody has made yet."""
        cohort = Cohort(id=str(uuid4()), name=name)
        try:
            self._store.cohorts.add(cohort)
        except Conflict:  # made a moment ago
            key = sign_in_key(name)
            return next(one.id for one in self._store.cohorts.all() if sign_in_key(one.name) == key)
        self._audit(None, "cohort_added", cohort.id)
        return cohort.id

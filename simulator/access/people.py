"""The people of an installation, as an administrator arranges them: who, in which role, in which cohorts.

Everything here is about ways in. Nothing of anybody's calls is read.
"""

import datetime
from collections.abc import Callable, Sequence
from uuid import uuid4

from scenarios.values import Language
from simulator.access.audit import Audit, unaudited
from simulator.access.kept import Account, Cohort, Membership, Newcomer, Person
from simulator.access.refusals import CohortStands, LastAdministrator, NoSuchCohort, NoSuchPerson
from simulator.accounts import Action, Actor, require
from simulator.kept import Profile, Role
from simulator.profiles import name_of
from simulator.store import Conflict, Store

SHELL = Actor(id="shell", role="administrator", name="acuerdo")
"""Who works on the command line: somebody who can read the database anyway."""


class People:
    """Who is here. Every act asks for leave to manage profiles; ``NotAllowed`` where there is none."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], audit: Audit = unaudited) -> None:
        self._store, self._clock, self._audit = store, clock, audit

    def all(self, actor: Actor) -> tuple[Person, ...]:
        """Everybody, by name."""
        require(actor, Action.MANAGE_PROFILES)
        accounts = {account.profile_id: account for account in self._store.accounts.all()}
        invited = {i.profile_id: i.expires_at for i in self._store.accounts.waiting(self._clock())}
        places: dict[str, list[Membership]] = {}
        for one in self._store.cohorts.memberships():
            places.setdefault(one.profile_id, []).append(one)
        people = (
            Person(
                profile=p, account=accounts.get(p.id), invited_until=invited.get(p.id),
                memberships=tuple(places.get(p.id, ())),
            )
            for p in self._store.profiles.all()
        )  # fmt: skip
        return tuple(sorted(people, key=lambda person: (person.profile.name.casefold(), person.profile.id)))

    def one(self, actor: Actor, profile_id: str) -> Person:
        """One of them. Raises ``NoSuchPerson``."""
        require(actor, Action.MANAGE_PROFILES)
        profile = self._store.profiles.get(profile_id)
        if profile is None:
            raise NoSuchPerson
        return Person(
            profile=profile, account=self._store.accounts.get(profile_id),
            invited_until=next((i.expires_at for i in self._store.accounts.waiting(self._clock(), profile_id)), None),
            memberships=self._store.cohorts.memberships(profile_id),
        )  # fmt: skip

    def add(self, actor: Actor, name: str, role: Role, team: str = "", language: Language = "es") -> Profile:
        """Somebody new, with an account that waits for its link to be used. Raises ``NameNeeded``."""
        require(actor, Action.MANAGE_PROFILES)
        now = self._clock()
        profile = Profile(id=str(uuid4()), name=name_of(name), role=role, language=language, created_at=now)
        self._store.accounts.add(profile, Account(profile_id=profile.id, team=team, created_at=now))
        self._audit(actor, "person_added", profile.id)
        return profile

    def add_all(self, actor: Actor, newcomers: Sequence[Newcomer]) -> None:
        """Many at once, all or nobody."""
        require(actor, Action.MANAGE_PROFILES)
        self._store.accounts.add_all(newcomers)
        for one in newcomers:
            self._audit(actor, "person_added", one.profile.id)

    def set_role(self, actor: Actor, profile_id: str, role: Role) -> None:
        """Another role. Raises ``LastAdministrator`` where nobody would be left to let people in."""
        person = self.one(actor, profile_id)
        if person.profile.role == role:
            return
        if role != "administrator":
            self.require_another_administrator(person)
        self._store.accounts.set_role(profile_id, role)
        self._audit(actor, f"role_{role}", profile_id)

    def set_team(self, actor: Actor, profile_id: str, team: str) -> None:
        """The team that somebody is counted to."""
        require(actor, Action.MANAGE_PROFILES)
        self._store.accounts.set_team(profile_id, team[:80])

    def disable(self, actor: Actor, profile_id: str) -> None:
        """Shut somebody out at once; their calls stay theirs. Raises ``LastAdministrator``."""
        person = self.one(actor, profile_id)
        self.require_another_administrator(person)
        if person.account is None:
            self._store.accounts.open_for(Account(profile_id=profile_id, created_at=self._clock()))
        self._store.accounts.disable(profile_id, self._clock())
        self._audit(actor, "person_disabled", profile_id)

    def enable(self, actor: Actor, profile_id: str) -> None:
        """Let somebody in again, with the password they had."""
        self.one(actor, profile_id)
        self._store.accounts.disable(profile_id, None)
        self._audit(actor, "person_enabled", profile_id)

    def place(self, actor: Actor, profile_id: str, memberships: tuple[Membership, ...]) -> None:
        """Put somebody into exactly these cohorts. Raises ``NoSuchCohort``."""
        self.one(actor, profile_id)
        known = {cohort.id for cohort in self._store.cohorts.all()}
        if any(one.cohort_id not in known or one.profile_id != profile_id for one in memberships):
            raise NoSuchCohort
        self._store.cohorts.place(profile_id, memberships)
        self._audit(actor, "person_placed", profile_id)

    def cohorts(self, actor: Actor) -> tuple[Cohort, ...]:
        """Every cohort, by name."""
        require(actor, Action.MANAGE_PROFILES)
        return self._store.cohorts.all()

    def add_cohort(self, actor: Actor, cohort: Cohort) -> Cohort:
        """A new cohort. Raises ``CohortStands`` where one has that name."""
        require(actor, Action.MANAGE_PROFILES)
        named = cohort.model_copy(update={"name": name_of(cohort.name)})
        try:
            self._store.cohorts.add(named)
        except Conflict:
            raise CohortStands(cohort.name) from None
        self._audit(actor, "cohort_added", cohort.id)
        return named

    def require_another_administrator(self, person: Person) -> None:
        """Raise ``LastAdministrator`` where nobody else lets people in. Without a password nobody administers: a person
        of solo mode does not count, nor does one whose role is the sign-on provider's affair."""
        if not _administers(person.profile, person.account):
            return
        accounts = {account.profile_id: account for account in self._store.accounts.all()}
        others = (p for p in self._store.profiles.all() if p.id != person.profile.id)
        if not any(_administers(p, accounts.get(p.id)) for p in others):
            raise LastAdministrator


def _administers(profile: Profile, account: Account | None) -> bool:
    able = account is not None and account.password_hash is not None and account.disabled_at is None
    return profile.role == "administrator" and able

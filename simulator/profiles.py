"""The people of an installation. In solo mode a profile is chosen, without a password."""

import datetime
from collections.abc import Callable
from uuid import uuid4

from scenarios.values import Language
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.audited import Deed
from simulator.kept import Profile, Role
from simulator.refusals import Refusal
from simulator.store import Store
from simulator.typed import storable

MAX_NAME = 80


class NameNeeded(Refusal):
    """A profile without a usable name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            es=f"Escriba un nombre de 1 a {MAX_NAME} caracteres.",
            en=f"Write a name of 1 to {MAX_NAME} characters.",
            kept=name,
        )


class Profiles:
    """What can be done with profiles; ``clock`` gives the instant with its zone."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], *, chosen: bool = True) -> None:
        """``chosen``: whether profiles are chosen and made without a password, as on one's own machine."""
        self._store, self._clock, self._chosen = store, clock, chosen

    def all(self) -> tuple[Profile, ...]:
        """Everyone who may be chosen, oldest first; nobody where people sign in."""
        return self._store.profiles.all() if self._chosen else ()

    def chosen(self, profile_id: str) -> Profile | None:
        """The profile, where it may be chosen; ``None`` where there is none, and where people sign in."""
        return self._store.profiles.get(profile_id) if self._chosen else None

    def create(self, name: str, role: Role = "trainee", language: Language = "es") -> Profile:
        """A new profile. Raises ``NameNeeded``, and ``NotAllowed`` where people are invited instead."""
        if not self._chosen:
            raise NotAllowed(Action.MANAGE_PROFILES)
        profile = Profile(id=str(uuid4()), name=name_of(name), role=role, language=language, created_at=self._clock())
        with self._store.acting(Deed.PROFILE_MADE, profile.created_at, "", profile.id, {"role": role}):
            self._store.profiles.add(profile)
        return profile

    def actor(self, profile_id: str) -> Actor:
        """Who acts under this profile, with the stored role. Raises ``NotAllowed`` where there is none."""
        profile = self._store.profiles.get(profile_id)
        if profile is None:
            raise NotAllowed(Action.START_PRACTICE)
        return self.acting_as(profile)

    def acting_as(self, profile: Profile) -> Actor:
        """Who acts under a profile that was read just now."""
        leads = self._store.cohorts.led_by(profile.id) if profile.role == "manager" else frozenset[str]()
        return Actor(id=profile.id, role=profile.role, name=profile.name, leads=leads)

    def save(self, actor: Actor, profile: Profile) -> Profile:
        """Save one's own name, language, theme and page settings; a role is not changed here."""
        changed = profile.model_copy(update={"name": name_of(profile.name)})
        if profile.id == actor.id:
            self._store.profiles.save(changed)
            return changed
        require(actor, Action.MANAGE_PROFILES)
        with self._store.acting(Deed.PROFILE_CHANGED, self._clock(), actor.id, profile.id):
            self._store.profiles.save(changed)
        return changed


def name_of(name: str) -> str:
    """A person's name as it is kept: one line, its spaces single. Raises ``NameNeeded``."""
    plain = " ".join(storable(name[: MAX_NAME * 2]).split())
    if not 1 <= len(plain) <= MAX_NAME:
        raise NameNeeded(name)
    return plain

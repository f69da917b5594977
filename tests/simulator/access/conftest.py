"""A store, a clock that one sets, and passwords under parameters that cost nothing."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from simulator.access.invitations import Invitations
from simulator.access.passwords import Passwords
from simulator.access.people import SHELL, People
from simulator.access.signing_in import SigningIn
from simulator.accounts import Actor
from simulator.kept import Role
from simulator.profiles import Profiles
from simulator.store import Store
from tests.fresh import fresh

CHEAP = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
PASSWORD = "tres gatos en bici"


class Clock:
    """An instant that moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 11, 23, 15, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += datetime.timedelta(**time)


class Counting(PasswordHasher):
    """Counts how many passwords were tried."""

    tried = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002 - the library's name
        self.tried += 1
        return super().verify(hash, password)  # type: ignore[no-any-return]


class Floor:
    """An installation with people in it."""

    def __init__(self, store: Store) -> None:
        self.store, self.clock, self.hasher = store, Clock(), Counting(**CHEAP)
        self.passwords = Passwords(self.hasher)
        self.audited: list[tuple[str | None, str, str]] = []
        self.signing_in = SigningIn(store, self.clock, self.passwords, self.note)
        self.sessions = self.signing_in.sessions
        self.invitations = Invitations(store, self.clock, self.passwords, self.note)
        self.people = People(store, self.clock, self.note)
        self.profiles = Profiles(store, self.clock, chosen=False)

    def note(self, actor: Actor | None, act: str, subject: str) -> None:
        self.audited.append((actor and actor.id, act, subject))

    def hire(self, name: str, role: Role = "trainee", password: str = PASSWORD) -> Actor:
        """Somebody who was invited and accepted; signs in by the first name."""
        person = self.people.add(SHELL, name, role)
        link = self.invitations.link_for(SHELL, person.id)
        self.invitations.accept(link, name.split(maxsplit=1)[0].lower(), password)
        return self.profiles.actor(person.id)


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with Store.open(fresh(tmp_path)) as store:
        yield Floor(store)

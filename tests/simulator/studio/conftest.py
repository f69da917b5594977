"""A trainer, a trainee, and a studio on a database of its own."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from simulator.accounts import Actor
from simulator.authoring import Authoring
from simulator.publishing import Publishing
from simulator.store import Store
from simulator.studio.templates import templates
from tests.fresh import fresh
from tests.simulator.branches import NOW, somebody


@dataclass
class Clock:
    now: datetime.datetime = NOW

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def authoring(store: Store, clock: Clock) -> Authoring:
    return Authoring(store, clock)


@pytest.fixture
def publishing(store: Store, clock: Clock, authoring: Authoring) -> Publishing:
    return Publishing(store, clock, authoring)


@pytest.fixture
def studio(
    store: Store, clock: Clock, authoring: Authoring, publishing: Publishing
) -> tuple[Authoring, Publishing, Store, Clock]:
    return authoring, publishing, store, clock


@pytest.fixture
def tere(store: Store) -> Actor:
    return somebody(store, "Tere", "trainer")


@pytest.fixture
def toni(store: Store) -> Actor:
    return somebody(store, "Toni", "trainer")


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@pytest.fixture
def text() -> str:
    """A template, whose recorded calls hold."""
    return next(t.text for t in templates() if t.name == "forgot")

"""A store in a fresh database of each engine, and a person in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stored_examples import NOW

from simulator.kept import Profile
from simulator.store import Store
from tests.fresh import fresh
from tests.postgres import Postgres

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(engine_name: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database on one engine and then on the other: with all tables where the test asks for a store, else bare."""
    migrated = "store" in request.fixturenames
    if engine_name == "sqlite":
        yield fresh(tmp_path) if migrated else f"sqlite:///{tmp_path / 'acuerdo.sqlite3'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.migrated() if migrated else server.empty()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def ana(store: Store) -> Profile:
    profile = Profile(id="ana", name="Ana", role="trainee", created_at=NOW, settings={"sound": False})
    store.profiles.add(profile)
    return profile

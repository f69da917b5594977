"""A store in a fresh database of each engine, and a person in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from stored_examples import NOW

from simulator.kept import Profile
from simulator.store import Store
from tests.postgres import Postgres

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(engine_name: str, tmp_path: Path, empty: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database on one engine and then on the other: with all tables where the test asks for a store, else bare."""
    migrated = "store" in request.fixturenames
    if engine_name == "sqlite":
        file = tmp_path / "acuerdo.sqlite3"
        if migrated:
            shutil.copy(empty, file)
        yield f"sqlite:///{file}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.migrated() if migrated else server.empty()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without anything in it, to copy: quicker than to migrate each time."""
    file = tmp_path_factory.mktemp("empty") / "acuerdo.sqlite3"
    Store.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def ana(store: Store) -> Profile:
    profile = Profile(id="ana", name="Ana", role="trainee", created_at=NOW, settings={"sound": False})
    store.profiles.add(profile)
    return profile

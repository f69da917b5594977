"""A store in a fresh file, and a person in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from stored_examples import NOW

from simulator.kept import Profile
from simulator.store import Store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'acuerdo.sqlite3'}"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without anything in it, to copy: quicker than to migrate each time."""
    file = tmp_path_factory.mktemp("empty") / "acuerdo.sqlite3"
    Store.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def store(url: str, empty: Path) -> Iterator[Store]:
    shutil.copy(empty, url.removeprefix("sqlite:///"))
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def ana(store: Store) -> Profile:
    profile = Profile(id="ana", name="Ana", role="trainee", created_at=NOW, settings={"sound": False})
    store.profiles.add(profile)
    return profile

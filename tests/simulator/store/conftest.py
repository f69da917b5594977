"""A store in a fresh file, and a person in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stored_examples import NOW

from simulator.kept import Profile
from simulator.store import Store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'acuerdo.sqlite3'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def ana(store: Store) -> Profile:
    profile = Profile(id="ana", name="Ana", role="trainee", created_at=NOW, settings={"sound": False})
    store.profiles.add(profile)
    return profile

"""A store with a floor in it, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.accounts import Actor
from simulator.store import Store
from tests.simulator.team_floor import Floor, populated

Everybody = tuple[Floor, Actor, Actor, tuple[Actor, ...]]


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Actor, Actor, tuple[Actor, ...]]:
    """The floor's file with Marta, Teo and the six trainees."""
    folder = tmp_path_factory.mktemp("floor")
    with Store.open(f"sqlite:///{folder / 'floor.sqlite3'}") as store:
        _, marta, teo, people = populated(store, str(folder))
    return folder, marta, teo, people


@pytest.fixture
def everybody(played: tuple[Path, Actor, Actor, tuple[Actor, ...]], tmp_path: Path) -> Iterator[Everybody]:
    folder, *people = played
    shutil.copy(folder / "floor.sqlite3", tmp_path / "acuerdo.sqlite3")
    with Store.open(f"sqlite:///{tmp_path / 'acuerdo.sqlite3'}") as store:
        yield (Floor(store, str(folder)), *people)  # type: ignore[misc]

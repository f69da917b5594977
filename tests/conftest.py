"""What tests of every package may ask for."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgres import Postgres, running

settings.register_profile("acuerdo", deadline=None)  # speed is measured by the benches, never in a test
settings.load_profile("acuerdo")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL, started for the first test that asks for it."""
    with running() as server:
        yield server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: it keeps an event loop running, and what needs a loop of its own could not have one."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)

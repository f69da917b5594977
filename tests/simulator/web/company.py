"""A company whose people come in by its own accounts: its provider, its settings, and a browser of theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.settings import Settings
from simulator.web.door import Door, keepers
from tests.simulator.access.conftest import Floor, floor
from tests.simulator.web.browser import Answer, Browser
from tests.simulator.web.provider import CLIENT, LyingProvider
from tests.simulator.web.test_door import inside

__all__ = ["floor"]

MAPPING = "roles: {agents: trainee, coaches: trainer, leads: manager, admins: administrator}\ncohorts: {north: Norte}\n"


@pytest.fixture
def provider(floor: Floor) -> Iterator[LyingProvider]:
    standing = LyingProvider(lambda: floor.clock().timestamp())
    yield standing
    standing.stop()


@pytest.fixture
def settings(provider: LyingProvider, tmp_path: Path) -> Settings:
    (tmp_path / "sso.yaml").write_text(MAPPING, encoding="utf-8")
    return Settings(
        home=tmp_path, database_url="sqlite://", access="sso", public_url="https://acuerdo.example",
        sso_issuer=provider.issuer, sso_client_id=CLIENT, sso_client_secret="s3cret", sso_mapping=tmp_path / "sso.yaml",
    )  # fmt: skip


def arriving(floor: Floor, settings: Settings) -> Browser:
    return Browser(Door(inside, keepers(settings, floor.store, floor.clock, floor.passwords, floor.note)))


@pytest.fixture
def browser(floor: Floor, settings: Settings) -> Browser:
    return arriving(floor, settings)


def come_in(browser: Browser, provider: LyingProvider, path: str = "/sso") -> Answer:
    return browser.get(provider.agreed(browser.get(path).headers["location"]))

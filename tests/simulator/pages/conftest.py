"""The pages as the framework runs them, on an empty home of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from simulator.app_pages import opening
from simulator.app_pages.visit import CHOSEN, NEXT
from simulator.settings import load_settings
from simulator.store import Store
from tests.fresh import fresh

MAIN = Path(opening.__file__).with_name("main.py")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path))
    # The framework looks through every installed package for components whenever a test opens a tab; we have none.
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)
    fresh(tmp_path)
    yield tmp_path
    opening.open_store(load_settings({"ACUERDO_HOME": str(tmp_path)}).database_url).close()
    opening.open_store.cache_clear()


Visit = Callable[..., AppTest]


@pytest.fixture
def visit(home: Path) -> Visit:
    """Open the application in a new tab: as somebody, at a page."""

    def open_tab(profile: str = "", page: str = "", **query: str) -> AppTest:
        tab = AppTest.from_file(str(MAIN), default_timeout=30)
        if profile:
            tab.session_state[CHOSEN] = profile
        if page:
            tab.session_state[NEXT] = (page, query)
        return tab.run()

    return open_tab


@pytest.fixture
def store(home: Path) -> Store:
    """What the pages keep."""
    return opening.open_store(load_settings({"ACUERDO_HOME": str(home)}).database_url)


def shown(tab: AppTest) -> str:
    """Everything on the page that is text of ours, as HTML."""
    return "\n".join(str(element.proto.body) for element in tab.get("html"))

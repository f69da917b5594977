"""A browser and a site for all browser tests."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from simulator.store import Store
from tests.e2e.site import Site
from tests.e2e.trainee import Trainee

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-proxy-server",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("ACUERDO_BROWSER_TESTS") == "1":
        pytest.fail("no Chromium found: install Debian's chromium, or unset ACUERDO_BROWSER_TESTS")
    if found is None:
        pytest.skip("no Chromium found; the browser tests need one")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    running = Site(tmp_path_factory.mktemp("home"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def store(site: Site) -> Iterator[Store]:
    """What the site keeps."""
    with Store.open(site.database) as opened:
        yield opened


@pytest.fixture
def sit_down(browser: Browser, site: Site) -> Iterator[Callable[..., Trainee]]:
    """A trainee who sits down at a browser of their own."""
    seated: list[Trainee] = []

    def trainee(language: str, width: int) -> Trainee:
        seated.append(Trainee(browser, site.address, language, width))
        return seated[-1]

    yield trainee
    for one in seated:
        one.close()


@pytest.fixture
def server_log(site: Site) -> Path:
    return site.home / "server.log"

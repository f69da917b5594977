"""Two processes on one PostgreSQL behind the shipped nginx: the same call on both, also after one has died."""

import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.site import Site
from tests.e2e.test_first_call import start
from tests.e2e.trainee import Trainee
from tests.nginx import Nginx
from tests.postgres import Postgres

pytestmark = pytest.mark.browser


@pytest.fixture
def replicas(chromium: str, postgres: Postgres, tmp_path: Path) -> Iterator[tuple[Site, Site]]:
    url = postgres.url(postgres.empty())

    def replica(name: str) -> Site:
        (tmp_path / name).mkdir()
        return Site(tmp_path / name, ACUERDO_DATABASE_URL=url)

    with ThreadPoolExecutor(2) as pool:  # both find an empty database at once
        one, two = pool.map(replica, ("one", "two"))
    yield one, two
    for site in (one, two):
        site.stop()


@pytest.fixture
def proxy(replicas: tuple[Site, Site], tmp_path: Path) -> Iterator[Nginx]:
    standing = Nginx(tmp_path, *(site.port for site in replicas)).start()
    yield standing
    standing.stop()


def saved_at(site: Site) -> bool:
    """Whether it was this replica that saved a turn."""
    metrics = urllib.request.urlopen(site.address + "/metrics", timeout=10).read().decode()
    return "acuerdo_turns_saved_total 1\n" in metrics


def test_a_call_goes_on_at_the_other_replica_when_its_own_dies(
    browser: Browser, replicas: tuple[Site, Site], proxy: Nginx
) -> None:
    for site in replicas:
        assert urllib.request.urlopen(site.address + "/readyz", timeout=10).status == 200
    trainee = Trainee(browser, proxy.address, "es", 1280)
    start(trainee)
    trainee.say("Buenas tardes, le llama Laura Gómez. ¿Hablo con el titular de la cuenta?")
    said = trainee.heard()
    attempt = trainee.page.url.removeprefix(proxy.address)
    assert [saved_at(site) for site in replicas].count(True) == 1, "a browser stays with one replica"
    own = int(saved_at(replicas[1]))

    trainee.page.goto(replicas[1 - own].address + attempt)
    trainee.finds(".said")
    assert trainee.heard() == said, "both serve the same call"

    trainee.open(attempt)
    trainee.finds(".said")
    replicas[own].kill()
    trainee.refresh()
    trainee.finds(".said")
    assert trainee.heard() == said
    trainee.say("¿Qué le pasó?")
    assert trainee.heard()[: len(said)] == said
    assert saved_at(replicas[1 - own])
    trainee.close()

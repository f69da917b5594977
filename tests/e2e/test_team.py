"""The manager's desk in a browser: from who needs help to the line of the call, a note shared, the month to print."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from simulator.accounts import Actor
from simulator.store import Store
from tests.e2e.site import Site
from tests.e2e.test_accessibility import broken
from tests.e2e.trainee import Trainee
from tests.simulator.team_floor import populated

pytestmark = pytest.mark.browser
Team = tuple[Site, Actor, tuple[Actor, ...]]


def settle(home: Path, played: Path) -> tuple[Actor, tuple[Actor, ...]]:
    """A floor in an empty home; the manager and the trainees."""
    with Store.open(f"sqlite:///{home / 'acuerdo.sqlite3'}") as store:
        _, marta, _, people = populated(store, str(played), datetime.now(UTC))
    return marta, people


@pytest.fixture(scope="module")
def team(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    home = tmp_path_factory.mktemp("team")
    marta, people = settle(home, tmp_path_factory.mktemp("calls"))
    running = Site(home)
    yield running, marta, people
    running.stop()


def seat(browser: Browser, team: Team, who: Actor, language: str, width: int) -> Trainee:
    one = Trainee(browser, team[0].address, language, width)
    one.be(who.id)
    return one


def test_from_who_needs_help_to_the_line_of_the_call_on_a_telephone(browser: Browser, team: Team) -> None:
    marta = seat(browser, team, team[1], "es", 390)
    marta.open("/team")
    marta.sees("A quién ayudar esta semana")
    marta.finds(".need")
    assert "Carla Díaz" in marta.page.locator(".need").first.inner_text()
    assert not marta.overflows()
    assert broken(marta, "team") == []
    marta.page.locator(".need a").first.click()
    marta.sees("Lo que se repite")
    assert not marta.overflows()
    assert broken(marta, "one trainee") == []
    quoted = marta.page.locator(".recurs a", has_text="línea").first
    number = quoted.inner_text().rsplit(maxsplit=1)[-1]
    quoted.click()
    marta.finds(f"#line-{number}.marked")
    marta.open("/compliance")
    marta.sees("sin lugar a dudas")
    assert not marta.overflows()
    assert broken(marta, "breaches") == []
    assert marta.complaints == marta.abroad == []
    marta.close()


def test_a_note_reaches_the_trainee_and_the_month_can_be_printed(browser: Browser, team: Team) -> None:
    marta = seat(browser, team, team[1], "en", 1280)
    marta.open("/")
    marta.page.locator(".st-key-switch_language button").first.click()
    marta.sees("Waiting for you")
    marta.open(f"/team?trainee={team[2][0].id}")
    marta.sees("Coaching notes")
    marta.page.locator(".st-key-note_new textarea").fill("You close early. Sum up first.")
    marta.page.locator(".st-key-note_shared label").click()
    marta.click("note_go")
    marta.sees("shared with the trainee")
    marta.open("/report")
    marta.sees("What to do")
    with marta.page.expect_download() as waited:
        marta.click("report_file")
    file = waited.value.path().read_text("utf-8")
    assert "What these figures rest on" in file
    assert marta.complaints == marta.abroad == []
    marta.close()
    ana = seat(browser, team, team[2][0], "es", 390)
    ana.open("/progress")
    ana.sees("You close early. Sum up first.")
    ana.close()

"""A floor with accounts: the first administrator, an invitation handed on, practice, signing out, being shut out."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.site import Site
from tests.e2e.trainee import Trainee

pytestmark = pytest.mark.browser
PASSWORD = "tres gatos en bici"


@pytest.fixture(scope="module")
def floor(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    running = Site(tmp_path_factory.mktemp("floor"), ACUERDO_ACCESS="accounts")
    yield running
    running.stop()


@pytest.fixture
def arrive(browser: Browser, floor: Site) -> Iterator[Callable[..., Trainee]]:
    here: list[Trainee] = []

    def one(language: str, width: int) -> Trainee:
        here.append(Trainee(browser, floor.address, language, width))
        return here[-1]

    yield one
    for trainee in here:
        trainee.close()


def come_in(trainee: Trainee, link: str, name: str) -> None:
    trainee.page.goto(link)
    trainee.page.fill("#name", name)
    trainee.page.fill("#password", PASSWORD)
    trainee.page.keyboard.press("Enter")
    trainee.finds(".page-title")


def first_link(floor: Site) -> str:
    command = [floor.command, "people", "add", "Eva Sol", "--role", "administrator"]
    told = subprocess.run(command, env=floor.environment, capture_output=True, text=True, check=True).stdout
    return f"{floor.address}/invitation?{told.strip().partition('?')[2]}"


def test_from_the_first_administrator_to_a_trainee_who_is_shut_out(arrive: Callable[..., Trainee], floor: Site) -> None:
    boss, ana = arrive("en", 1280), arrive("es", 390)
    ana.open("/progress")
    assert "/sign-in?next=%2Fprogress" in ana.page.url
    come_in(boss, first_link(floor), "eva")
    boss.open("/people")
    boss.page.locator(".st-key-invite_name input").fill("Ana Ruiz")
    boss.click("invite_go")
    link = boss.page.locator(".st-key-one_time_link code").inner_text().strip()

    come_in(ana, link, "ana")
    assert not ana.overflows()
    ana.open("/practise")
    ana.finds(".st-key-card_job_loss")
    ana.click("menu_narrow")
    ana.page.locator(".st-key-sign_out_here button").click()
    ana.page.wait_for_url("**/sign-in")
    assert ana.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    ana.open("/progress")
    for field, text in (("name", "ANA"), ("password", PASSWORD)):
        ana.page.fill(f"#{field}", text)
    ana.page.keyboard.press("Enter")
    ana.finds(".page-title")
    assert ana.page.url == f"{floor.address}/progress"
    assert "acuerdo_session" not in ana.page.evaluate("() => document.cookie")

    boss.open("/people")
    boss.page.get_by_role("link", name="Ana Ruiz").click()
    boss.click("shut_out")
    boss.sees("shut out")
    ana.page.locator(".st-key-menu a").nth(1).click()
    ana.page.wait_for_url("**/sign-in")
    assert boss.complaints == []
    assert boss.abroad == ana.abroad == []


def test_nothing_that_was_typed_at_the_door_stands_in_the_server_s_log(floor: Site) -> None:
    log = Path(floor.home / "server.log").read_text("utf-8", "replace")
    assert PASSWORD not in log
    assert "token=" not in log

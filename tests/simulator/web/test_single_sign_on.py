"""Coming in by the company's single sign-on: who comes in, as what, for how long, and what the claims give."""

import contextlib
import datetime
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest
import requests

from simulator.access.people import SHELL
from simulator.settings import Settings
from simulator.web.asking import SESSION
from tests.e2e.site import free_port
from tests.simulator.access.conftest import PASSWORD, Floor, floor
from tests.simulator.web.browser import Browser
from tests.simulator.web.company import arriving, browser, come_in, provider, settings
from tests.simulator.web.provider import LyingProvider

__all__ = ["browser", "floor", "provider", "settings"]


def test_whoever_the_provider_vouches_for_comes_in_and_is_asked_no_password(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    asked = browser.get("/call?attempt=4f5e-11").headers["location"]
    page = browser.get(asked + "&language=en")
    assert "Continue with your company account" in page.text
    assert 'type="password"' not in page.text
    onward = come_in(browser, provider, "/sso?" + urlencode({"next": "/call?attempt=4f5e-11"}))
    assert (onward.status, onward.headers["location"]) == (303, "/call?attempt=4f5e-11")
    assert browser.get("/progress").text == "inside"
    assert browser.opens_websocket()
    who = floor.sessions.who(browser.cookies[SESSION])
    assert who is not None
    assert (who.name, who.role) == ("Ana Ruiz", "trainee")
    cookie = next(line for line in onward.set_cookies if line.startswith(SESSION)).lower()
    assert "httponly" in cookie
    assert "; secure" in cookie


def test_the_same_person_is_the_same_person_next_time_also_under_another_name(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    provider.claims = {"name": "Ana Ruiz de Gil", "email": "new@example.com"}
    come_in(browser, provider)
    assert [profile.name for profile in floor.store.profiles.all()] == ["Ana Ruiz"]


def test_an_address_that_was_somebody_elses_opens_nothing_of_theirs(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    boss = floor.hire("ana@example.com", "administrator")
    provider.claims = {"email": "ana@example.com", "preferred_username": "ana@example.com"}
    come_in(browser, provider)
    who = floor.sessions.who(browser.cookies[SESSION])
    assert who is not None
    assert who.id != boss.id
    assert who.role == "trainee"


def test_passwords_and_links_open_nothing_here(browser: Browser, floor: Floor) -> None:
    floor.hire("Luis Gil")
    link = floor.invitations.link_for(SHELL, floor.people.add(SHELL, "Eva", "trainee").id)
    assert browser.post("/sign-in", {"name": "luis", "password": PASSWORD}).status == 200
    assert SESSION not in browser.cookies
    for path in (f"/invitation?token={link}", "/password"):
        assert browser.get(path).headers["location"].startswith("/sign-in")


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        (["agents"], "trainee"),
        (["x", "agents", "leads"], "manager"),
        ("coaches", "trainer"),
        (["admins"], "administrator"),
    ],
)
def test_the_strongest_role_of_the_groups_counts(
    browser: Browser, provider: LyingProvider, floor: Floor, groups: object, role: str
) -> None:
    provider.claims = {"groups": groups}
    come_in(browser, provider)
    (profile,) = floor.store.profiles.all()
    assert profile.role == role


def test_another_group_gives_another_role_and_other_cohorts_at_the_next_sign_in(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    provider.claims = {"groups": ["agents", "north"]}
    come_in(browser, provider)
    (profile,) = floor.store.profiles.all()
    (cohort,) = floor.store.cohorts.all()
    assert [(m.cohort_id, m.place) for m in floor.store.cohorts.memberships(profile.id)] == [(cohort.id, "trainee")]
    provider.claims = {"groups": ["leads", "north"]}
    come_in(browser, provider)
    assert floor.profiles.actor(profile.id).role == "manager"
    assert [m.place for m in floor.store.cohorts.memberships(profile.id)] == ["manager"]
    provider.claims = {"groups": ["agents"]}
    come_in(browser, provider)
    assert floor.profiles.actor(profile.id).role == "trainee"
    assert floor.store.cohorts.memberships(profile.id) == ()


def test_somebody_in_no_group_is_turned_away_in_words_and_leaves_nothing(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    provider.claims = {"groups": ["canteen"]}
    answer = come_in(browser, provider)
    assert answer.status == 403
    assert "no está en ningún grupo" in answer.refusal
    assert floor.store.profiles.all() == ()
    assert SESSION not in browser.cookies


def test_who_was_taken_out_of_the_groups_is_refused_and_their_open_sessions_end(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    elsewhere = Browser(browser.app)
    provider.claims = {"groups": None}
    assert come_in(elsewhere, provider).status == 403
    assert browser.get("/progress").status == 303
    assert not browser.opens_websocket()


def test_an_administrator_can_shut_out_whom_the_provider_still_vouches_for(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    (profile,) = floor.store.profiles.all()
    floor.people.disable(SHELL, profile.id)
    assert browser.get("/progress").status == 303
    answer = come_in(browser, provider)
    assert answer.status == 403
    assert "cerrado" in answer.refusal


def test_the_unknown_may_be_taken_for_trainees_where_the_installation_says_so(
    floor: Floor, settings: Settings, provider: LyingProvider
) -> None:
    browser = arriving(floor, settings.model_copy(update={"sso_unknown": "trainee"}))
    provider.claims = {"groups": []}
    assert come_in(browser, provider).status == 303
    assert [profile.role for profile in floor.store.profiles.all()] == ["trainee"]


def test_one_signs_in_again_after_the_hours_that_were_set(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    for _ in range(11):
        floor.clock.wait(hours=1)
        assert browser.get("/progress").text == "inside"
    floor.clock.wait(hours=1)
    assert browser.get("/progress").status == 303


def test_groups_that_the_provider_tells_on_request_only_are_asked_for(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    provider.claims, provider.userinfo = {"groups": None}, {"sub": "ana-1", "groups": ["leads"]}
    assert come_in(browser, provider).status == 303
    assert [profile.role for profile in floor.store.profiles.all()] == ["manager"]
    provider.userinfo = {"sub": "somebody-else", "groups": ["admins"]}
    assert come_in(Browser(browser.app), provider).status == 400


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A provider that somebody else wrote, in a process of its own; its issuer."""
    port, folder = free_port(), tmp_path_factory.mktemp("provider")
    ana = json.dumps({"sub": "ana", "name": "Ana Ruiz", "groups": ["agents"]})
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "--user-claims", ana]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    issuer = f"http://127.0.0.1:{port}"
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            if requests.get(f"{issuer}/jwks", timeout=5).ok:
                break
        time.sleep(0.1)
    yield issuer
    process.terminate()
    process.wait()


def test_a_provider_that_others_wrote_lets_people_in_and_denies(
    stranger: str, floor: Floor, settings: Settings
) -> None:
    floor.clock.now = datetime.datetime.now(datetime.UTC)
    browser = arriving(floor, settings.model_copy(update={"sso_issuer": stranger}))
    denied = requests.post(
        browser.get("/sso").headers["location"], {"action": "deny"}, allow_redirects=False, timeout=9
    )
    back = urlsplit(denied.headers["location"])
    assert (back.netloc, back.path) == ("acuerdo.example", "/sso-return")
    agreed = requests.post(browser.get("/sso").headers["location"], {"sub": "ana"}, allow_redirects=False, timeout=9)
    back = urlsplit(agreed.headers["location"])
    answer = browser.get(f"{back.path}?{back.query}")
    assert answer.headers["location"] == "/", answer.text
    who = floor.sessions.who(browser.cookies[SESSION])
    assert who is not None
    assert (who.name, who.role) == ("Ana Ruiz", "trainee")

"""Coming in by the company's single sign-on: the way in and out, what the claims give, and every lie thought of."""

import contextlib
import datetime
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from simulator.access.claims import BadMapping, claimed, load_mapping
from simulator.access.people import SHELL
from simulator.settings import Settings, SettingsError, load_settings
from simulator.web.asking import SESSION
from simulator.web.door import Door, keepers
from simulator.web.sso_entrance import COOKIE, TIME
from tests.e2e.site import free_port
from tests.simulator.access.conftest import PASSWORD, Floor, floor, nothing
from tests.simulator.web.browser import Answer, Browser
from tests.simulator.web.provider import CLIENT, LyingProvider
from tests.simulator.web.test_door import inside

__all__ = ["floor", "nothing"]

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


LIES: dict[str, dict[str, Any]] = {
    "another nonce": {"nonce": "planted"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "another-app"},
    "several audiences without saying whose": {"aud": [CLIENT, "another-app"]},
    "issued to another": {"azp": "another-app"},
    "another issuer": {"iss": "https://evil.example"},
    "no issuer": {"iss": None},
    "too old": {"exp": 1_000_000_000},
    "no end": {"exp": None},
    "from the future": {"iat": 9_000_000_000},
    "nobody": {"sub": ""},
    "no subject": {"sub": None},
    "a subject that is no text": {"sub": ["ana-1"]},
    "a subject without end": {"sub": "a" * 300},
}


@pytest.mark.parametrize("lie", sorted(LIES))
def test_a_token_that_does_not_prove_it_opens_nothing(
    browser: Browser, provider: LyingProvider, floor: Floor, lie: str
) -> None:
    provider.claims = LIES[lie]
    answer = come_in(browser, provider)
    assert answer.status == 400
    assert "No se pudo comprobar" in answer.refusal
    assert SESSION not in browser.cookies
    assert floor.store.profiles.all() == ()


@pytest.mark.parametrize("how", ["none", "HS256", "another key"])
def test_a_token_that_the_provider_did_not_sign_opens_nothing(
    browser: Browser, provider: LyingProvider, floor: Floor, how: str
) -> None:
    if how == "another key":
        published = provider.published
        provider.rotate()
        provider.published = published
    else:
        provider.algorithm = how
    assert come_in(browser, provider).status == 400
    assert floor.store.profiles.all() == ()


def test_a_new_key_of_the_provider_is_looked_up_but_not_at_every_try(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    provider.rotate()
    floor.clock.wait(minutes=2)
    assert come_in(browser, provider).status == 303
    provider.algorithm = "none"
    for _ in range(3):
        come_in(browser, provider)
    assert provider.asked.count("/keys") == 2


def test_clocks_may_differ_by_a_minute_and_no_more(browser: Browser, provider: LyingProvider, floor: Floor) -> None:
    now = int(floor.clock().timestamp())
    provider.claims = {"exp": now - 30, "iat": now + 30}
    assert come_in(browser, provider).status == 303
    provider.claims = {"exp": now - 61}
    assert come_in(browser, provider).status == 400


def test_an_answer_is_good_once_and_only_in_the_browser_that_asked(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    back = provider.agreed(browser.get("/sso").headers["location"])
    stranger = Browser(browser.app)
    assert stranger.get(back).status == 400, "signing somebody in as oneself needs their cookie"
    kept = browser.cookies[COOKIE]
    assert browser.get(back).status == 303
    for again in (browser, stranger):
        again.cookies[COOKIE] = kept
        assert again.get(back).status == 400


@pytest.mark.parametrize("state", ["", "planted", "a" * 5000, "\u2603"])
def test_an_answer_to_another_question_is_refused(browser: Browser, provider: LyingProvider, state: str) -> None:
    back = provider.agreed(browser.get("/sso").headers["location"])
    query = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    assert browser.get(f"/sso-return?{urlencode({**query, 'state': state})}").status == 400


def test_an_answer_that_comes_too_late_or_was_touched_is_refused(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    back = provider.agreed(browser.get("/sso").headers["location"])
    text, _, mark = browser.cookies[COOKIE].rpartition(".")
    browser.cookies[COOKIE] = f"{text[:-4]}AAAA.{mark}"
    assert browser.get(back).status == 400
    back = provider.agreed(browser.get("/sso").headers["location"])
    floor.clock.wait(seconds=TIME.total_seconds())
    assert browser.get(back).status == 400


def test_a_code_taken_from_another_sign_in_is_worth_nothing(browser: Browser, provider: LyingProvider) -> None:
    victim = Browser(browser.app)
    stolen = parse_qs(urlsplit(provider.agreed(victim.get("/sso").headers["location"])).query)["code"][0]
    own = parse_qs(urlsplit(provider.agreed(browser.get("/sso").headers["location"])).query)["state"][0]
    assert browser.get(f"/sso-return?{urlencode({'code': stolen, 'state': own})}").status == 400


def test_an_answer_of_another_provider_is_not_taken_for_ours(browser: Browser, provider: LyingProvider) -> None:
    back = provider.agreed(browser.get("/sso").headers["location"])
    assert browser.get(f"{back}&iss=https%3A%2F%2Fevil.example").status == 400
    back = provider.agreed(browser.get("/sso").headers["location"])
    assert browser.get(f"{back}&{urlencode({'iss': provider.issuer})}").status == 303


def test_a_provider_that_promises_to_name_itself_must(browser: Browser, provider: LyingProvider) -> None:
    provider.said = {"authorization_response_iss_parameter_supported": True}
    assert come_in(browser, provider).status == 400


def test_who_breaks_off_is_told_so_and_can_begin_again(browser: Browser, provider: LyingProvider) -> None:
    state = parse_qs(urlsplit(browser.get("/sso?language=en").headers["location"]).query)["state"][0]
    error = {"error": "access_denied", "error_description": "<script>alert(1)</script>", "state": state}
    answer = browser.get(f"/sso-return?{urlencode({**error, 'language': 'en'})}")
    assert answer.status == 400
    assert "cancelled" in answer.refusal
    assert "<script>" not in answer.text
    assert come_in(browser, provider).status == 303


def test_a_provider_that_is_down_is_said_in_words_and_a_session_goes_on(
    browser: Browser, provider: LyingProvider, floor: Floor
) -> None:
    come_in(browser, provider)
    provider.silent = True
    newcomer = arriving(floor, Settings.model_validate({**_plain(browser, provider, floor)}))
    answer = newcomer.get("/sso")
    assert answer.status == 503
    assert "no responde" in answer.refusal
    assert browser.get("/progress").text == "inside"
    provider.silent = False
    assert come_in(newcomer, provider).status == 303


def _plain(browser: Browser, provider: LyingProvider, floor: Floor) -> dict[str, object]:
    return {"home": "/nowhere", "database_url": "sqlite://", "access": "sso", "sso_issuer": provider.issuer,
            "public_url": "https://acuerdo.example", "sso_client_id": CLIENT, "sso_unknown": "trainee"}  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
)
def test_a_provider_that_is_not_the_one_that_was_named_is_not_followed(
    browser: Browser, provider: LyingProvider, said: dict[str, Any]
) -> None:
    provider.said = said
    answer = browser.get("/sso")
    assert answer.status == 503
    assert "location" not in answer.headers


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", "/\\evil", "/x\r\nset-cookie: a=b"])
def test_signing_in_leads_nowhere_but_to_our_pages(browser: Browser, provider: LyingProvider, to: str) -> None:
    answer = come_in(browser, provider, f"/sso?{urlencode({'next': to})}")
    assert answer.headers["location"] == "/"
    assert "a=b" not in " ".join(answer.set_cookies)


def test_a_session_planted_before_is_not_taken_over_and_the_one_before_ends(
    browser: Browser, provider: LyingProvider
) -> None:
    come_in(browser, provider)
    old = browser.cookies[SESSION]
    come_in(browser, provider)
    assert browser.cookies[SESSION] != old
    thief = Browser(browser.app)
    thief.cookies[SESSION] = old
    assert thief.get("/").status == 303


def test_signing_out_ends_the_session_here_and_the_page_leads_on_to_signing_out_there(
    browser: Browser, provider: LyingProvider
) -> None:
    come_in(browser, provider)
    assert browser.fill_in("/sign-out").headers["location"] == "/sign-in"
    assert browser.get("/progress").status == 303
    page = browser.get("/sign-in?language=en").text
    assert f'href="{provider.issuer}/end?client_id={CLIENT}' in page
    assert "Sign out there too" in page


def test_nothing_of_the_journey_is_kept_by_browsers_or_proxies(browser: Browser, provider: LyingProvider) -> None:
    for path in ("/sign-in", "/sso", "/sso-return?code=x&state=y"):
        assert browser.get(path).headers["cache-control"] == "no-store"
    leaving = browser.get("/sso")
    cookie = next(line for line in leaving.set_cookies if line.startswith(COOKIE)).lower()
    assert "httponly" in cookie
    assert "path=/sso-return" in cookie


def test_claims_are_read_where_they_stand_and_what_is_no_text_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / "sso.yaml").write_text(MAPPING, encoding="utf-8")
    mapping = load_mapping(tmp_path / "sso.yaml")
    claims = {
        "iss": "i",
        "sub": "s",
        "realm_access": {"roles": ["leads", 7, None]},
        "name": "   ",
        "locale": "en-GB",
    }
    somebody = claimed(claims, mapping, "realm_access.roles")
    assert (somebody.role, somebody.name, somebody.language) == ("manager", "s", "en")
    assert claimed({**claims, "groups": {"leads": True}}, mapping).role is None
    (tmp_path / "sso.yaml").write_text("roles: {leads: king}\n", encoding="utf-8")
    with pytest.raises(BadMapping, match=r"sso\.yaml"):
        load_mapping(tmp_path / "sso.yaml")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "ACUERDO_SSO|sso_issuer"),
        ({"SSO_ISSUER": "http://login.example.com", "SSO_CLIENT_ID": "a"}, "ACUERDO_SSO_ISSUER"),
        ({"SSO_ISSUER": "https://user:pass@login.example.com", "SSO_CLIENT_ID": "a"}, "ACUERDO_SSO_ISSUER"),
        ({"SSO_ISSUER": "https://login.example.com"}, "sso_client_id"),
    ],
)
def test_settings_that_could_not_work_stop_at_the_start(tmp_path: Path, given: dict[str, str], named: str) -> None:
    environ = {"ACUERDO_HOME": str(tmp_path), "ACUERDO_ACCESS": "sso"}
    with pytest.raises(SettingsError, match=named):
        load_settings({**environ, **{f"ACUERDO_{name}": value for name, value in given.items()}})


def test_the_log_knows_who_came_in_and_no_token_of_theirs(
    browser: Browser, provider: LyingProvider, floor: Floor, capfd: pytest.CaptureFixture[str]
) -> None:
    come_in(browser, provider)
    provider.claims = {"nonce": "planted"}
    come_in(browser, provider)
    assert [act for _, act, _ in floor.audited] == ["person_added", "signed_in"]
    told = json.dumps(floor.audited) + "".join(capfd.readouterr())
    for secret in ("s3cret", "planted", browser.cookies[SESSION]):
        assert secret not in told
    assert datetime.timedelta(minutes=1) < TIME


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

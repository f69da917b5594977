"""The way to the company's provider and back: breaking off, a silent provider, where it leads, what is kept of it."""

import datetime
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from simulator.access.claims import BadMapping, claimed, load_mapping
from simulator.settings import Settings, SettingsError, load_settings
from simulator.web.asking import SESSION
from simulator.web.sso_entrance import COOKIE, TIME
from tests.simulator.access.conftest import Floor, floor
from tests.simulator.web.browser import Browser
from tests.simulator.web.company import MAPPING, arriving, browser, come_in, provider, settings
from tests.simulator.web.provider import CLIENT, LyingProvider

__all__ = ["browser", "floor", "provider", "settings"]


def _plain(browser: Browser, provider: LyingProvider, floor: Floor) -> dict[str, object]:
    return {"home": "/nowhere", "database_url": "sqlite://", "access": "sso", "sso_issuer": provider.issuer,
            "public_url": "https://acuerdo.example", "sso_client_id": CLIENT, "sso_unknown": "trainee"}  # fmt: skip


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

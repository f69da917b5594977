"""Every lie thought of that a token or an answer of the provider may tell: none opens anything."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from simulator.web.asking import SESSION
from simulator.web.sso_entrance import COOKIE, TIME
from tests.simulator.access.conftest import Floor, floor
from tests.simulator.web.browser import Browser
from tests.simulator.web.company import browser, come_in, provider, settings
from tests.simulator.web.provider import CLIENT, LyingProvider

__all__ = ["browser", "floor", "provider", "settings"]


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

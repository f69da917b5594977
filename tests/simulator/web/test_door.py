"""Attacks on the door, each tried: fixation, theft, forged forms, guessing, redirects, headers, sockets."""

from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.access.people import SHELL
from simulator.access.tokens import new_token
from simulator.access.tries import FREE_TRIES
from simulator.settings import Settings
from simulator.web.asking import LARGEST_FORM, SESSION
from simulator.web.csrf import COOKIE
from simulator.web.door import Door, keepers
from simulator.web.returning import safe
from tests.simulator.access.conftest import PASSWORD, Floor, floor
from tests.simulator.web.browser import Browser

__all__ = ["floor"]


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """What the door guards."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("inside")(scope, receive, send)


def application(floor: Floor, public_url: str = "") -> ASGIApp:
    settings = Settings(home=Path("/nowhere"), database_url="sqlite://", access="accounts", public_url=public_url)
    return Door(inside, keepers(settings, floor.store, floor.clock, floor.passwords, floor.note))


@pytest.fixture
def browser(floor: Floor) -> Browser:
    floor.hire("Ana Ruiz")
    return Browser(application(floor))


def signed_in(browser: Browser) -> Browser:
    assert browser.fill_in("/sign-in", name="ana", password=PASSWORD).status == 303
    return browser


def test_without_a_session_pages_lead_to_the_entrance_and_all_else_is_refused(browser: Browser) -> None:
    assert browser.get("/").headers["location"] == "/sign-in"
    assert browser.get("/progress").headers["location"] == "/sign-in?next=%2Fprogress"
    for path in (
        "/_stcore/health",
        "/_stcore/upload_file/a/b",
        "/media/a.csv",
        "/component/x/y",
        "/_stcore/host-config",
    ):
        assert browser.get(path).status == 401, path
    assert browser.post("/", b"").status == 401
    assert not browser.opens_websocket()


def test_with_a_session_the_application_is_there(browser: Browser) -> None:
    signed_in(browser)
    assert browser.get("/progress").text == "inside"
    assert browser.opens_websocket()


def test_the_style_and_the_health_check_need_no_session(browser: Browser) -> None:
    for path in ("/healthz", "/acuerdo.css", "/acuerdo.js", "/acuerdo.svg", "/static/js/index.js", "/door.css"):
        assert browser.get(path).status == 200, path


@pytest.mark.parametrize(
    "path", ["/static/../progress", "/static", "/healthz/x", "/sign-in/x", "//progress", "/acuerdo.js/"]
)
def test_no_spelling_of_an_address_walks_around_the_door(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status != 200 or path.startswith("/static/")


def test_the_websocket_opens_for_no_page_but_ours(browser: Browser) -> None:
    signed_in(browser)
    for origin in (
        "https://evil.example",
        "null",
        "https://acuerdo.example.evil.example",
        "http://localhost:9",
        "http://[",
    ):
        assert not browser.opens_websocket(origin=origin), origin


def test_a_token_planted_before_signing_in_is_not_taken_over(browser: Browser) -> None:
    planted = new_token()
    browser.cookies[SESSION] = planted
    signed_in(browser)
    assert browser.cookies[SESSION] != planted
    thief = Browser(browser.app)
    thief.cookies[SESSION] = planted
    assert thief.get("/").status == 303


def test_signing_in_again_changes_the_token_and_ends_the_old_one(browser: Browser) -> None:
    old = signed_in(browser).cookies[SESSION]
    new = signed_in(browser).cookies[SESSION]
    assert new != old
    thief = Browser(browser.app)
    thief.cookies[SESSION] = old
    assert thief.get("/").status == 303


def test_a_stolen_token_is_worth_nothing_once_its_owner_signed_out(browser: Browser) -> None:
    thief = Browser(signed_in(browser).app)
    thief.cookies[SESSION] = browser.cookies[SESSION]
    assert thief.opens_websocket()
    assert browser.fill_in("/sign-out").headers["location"] == "/sign-in"
    assert not thief.opens_websocket()
    assert thief.get("/").status == 303


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites(browser: Browser, floor: Floor) -> None:
    def cookie(at: Browser) -> str:
        form = {"name": "ana", "password": PASSWORD}
        return next(c for c in at.fill_in("/sign-in", **form).set_cookies if c.startswith(SESSION))

    assert "httponly" in cookie(browser).lower()
    assert "samesite=lax" in cookie(browser).lower()
    assert "secure" not in cookie(browser).lower()
    assert "; secure" in cookie(Browser(application(floor, "https://acuerdo.example"))).lower()


def test_nothing_of_the_entrance_is_kept_by_browsers_or_proxies(browser: Browser) -> None:
    for path in ("/sign-in", "/invitation?token=x", "/password", "/", "/media/x.csv"):
        assert browser.get(path).headers["cache-control"] == "no-store", path


@pytest.mark.parametrize(
    "how", ["none", "foreign", "another browser's", "other site", "null origin", "before signing in"]
)
def test_a_forged_form_changes_nothing(browser: Browser, how: str, floor: Floor) -> None:
    before = browser.get("/sign-in").csrf
    signed_in(browser)
    mark, headers = browser.get("/sign-out").csrf, dict[str, str]()
    if how == "none":
        mark = ""
    elif how == "foreign":
        mark = "0" * 64
    elif how == "another browser's":
        mark = Browser(browser.app).get("/sign-in").csrf
    elif how == "other site":
        headers = {"origin": "https://evil.example"}
    elif how == "null origin":
        headers = {"origin": "null"}
    else:
        mark = before
    assert browser.post("/sign-out", {"csrf": mark}, **headers).status == 403
    assert browser.get("/").text == "inside"


def test_a_planted_form_cookie_does_not_help_a_forger(browser: Browser) -> None:
    forger = Browser(browser.app)
    mark = forger.get("/sign-in").csrf
    signed_in(browser)
    browser.cookies[COOKIE] = forger.cookies[COOKIE]
    assert browser.post("/sign-out", {"csrf": mark}).status == 403


def test_looking_at_an_address_changes_nothing(browser: Browser, floor: Floor) -> None:
    signed_in(browser).get("/sign-out")
    assert browser.get("/").text == "inside"
    link = floor.invitations.link_for(SHELL, floor.people.add(SHELL, "Luis", "trainee").id)
    for _ in range(3):
        assert browser.get(f"/invitation?token={link}").status == 200


def test_unknown_and_wrong_are_answered_alike(browser: Browser) -> None:
    pages = []
    for name, password in (("ana", "not this one"), ("nobody", "not this one")):
        answer = browser.fill_in("/sign-in", name=name, password=password)
        assert SESSION not in " ".join(answer.set_cookies)
        pages.append((answer.status, answer.text.replace(name, "…"), sorted(answer.headers.keys())))
    assert pages[0] == pages[1]
    assert pages[0][0] == 401


def test_guessing_is_slowed_down_with_words_and_a_time_to_wait(browser: Browser) -> None:
    for _ in range(FREE_TRIES):
        browser.fill_in("/sign-in", name="ana", password="a guess")
    answer = browser.fill_in("/sign-in", name="ana", password=PASSWORD)
    assert (answer.status, answer.headers["retry-after"]) == (429, "30")
    assert "Espere 1 min" in answer.refusal


def test_the_name_typed_is_kept_and_the_password_is_not(browser: Browser) -> None:
    answer = browser.fill_in("/sign-in", name='"><script>alert(1)</script>', password="a secret guess")
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "a secret guess" not in answer.text


def test_a_name_given_by_an_administrator_is_text_on_the_invitation(browser: Browser, floor: Floor) -> None:
    person = floor.people.add(SHELL, "<img src=x onerror=alert(1)>", "trainee")
    answer = browser.get(f"/invitation?token={floor.invitations.link_for(SHELL, person.id)}")
    assert "<img" not in answer.text
    assert "&lt;img" in answer.text


def test_an_invitation_lets_in_and_then_is_gone(browser: Browser, floor: Floor) -> None:
    person = floor.people.add(SHELL, "Luis Gil", "trainee")
    address = f"/invitation?token={floor.invitations.link_for(SHELL, person.id)}"
    assert browser.fill_in(address, name="luis", password="corta").status == 400
    assert browser.fill_in(f"{address}&language=en", name="luis", password=PASSWORD).headers["location"] == "/"
    who = floor.sessions.who(browser.cookies[SESSION])
    assert who is not None
    assert (who.name, who.language) == ("Luis Gil", "en")
    assert browser.get(address).status == 410


def test_the_password_page_is_for_who_is_signed_in_and_ends_the_others(browser: Browser) -> None:
    assert browser.get("/password").headers["location"] == "/sign-in"
    other = signed_in(Browser(browser.app))
    signed_in(browser)
    assert browser.fill_in("/password", old="wrong", password="cuatro perros en tren").status == 401
    assert (
        browser.fill_in("/password", old=PASSWORD, password="cuatro perros en tren").headers["location"] == "/settings"
    )
    assert browser.get("/").text == "inside"
    assert other.get("/").status == 303


@pytest.mark.parametrize("to", [
    "https://evil.example", "//evil.example", "/\\evil.example", "/%2f/evil", "javascript:alert(1)", "/x/../..//evil",
    "/progress\r\nset-cookie: a=b", "/progress?a=b#c", "\\\\evil", "/call?attempt=1&next=//evil", "",
])  # fmt: skip
def test_signing_in_leads_nowhere_but_to_our_pages(browser: Browser, to: str) -> None:
    answer = browser.fill_in(f"/sign-in?{urlencode({'next': to})}", name="ana", password=PASSWORD)
    assert answer.headers["location"] == "/"
    assert "a=b" not in answer.set_cookies


def test_nothing_that_is_asked_for_becomes_a_header(browser: Browser) -> None:
    paths = (
        "/{}", "/call{}?attempt=1", "/call?attempt={}", "/sign-in?next={}", "/sign-in?language={}",
        "/invitation?token={}",
    )  # fmt: skip
    for planted in ("\r\nset-cookie: a=b", "\n\n<script>", "\x00", "\r\n\r\n"):
        for path in paths:
            answer = browser.get(path.format(planted))
            for name, value in answer.headers.raw:
                assert not {0, 10, 13} & {*name, *value}, path
            assert "a=b" not in " ".join(answer.set_cookies)


def test_no_header_of_a_visitor_leads_anybody_elsewhere(browser: Browser) -> None:
    for told in ("host", "x_forwarded_host", "x_forwarded_proto", "forwarded", "x_original_url"):
        for path in ("/", "/progress", "/sign-in", "/sign-out"):
            answer = browser.get(path, **{told: "evil.example"})
            assert "evil.example" not in answer.text + str(answer.headers.raw), (told, path)


def test_a_session_s_websocket_does_not_open_for_a_token_that_is_none(browser: Browser) -> None:
    for token in ("", "x", new_token(), "a" * 9_000, "' OR 1=1 --"):
        browser.cookies[SESSION] = token
        assert not browser.opens_websocket(), token


def test_signing_in_leads_back_to_the_call_that_was_asked_for(browser: Browser) -> None:
    entrance = browser.get("/call?attempt=4f5e-11").headers["location"]
    answer = browser.fill_in(entrance, name="ana", password=PASSWORD)
    assert answer.headers["location"] == "/call?attempt=4f5e-11"


@given(st.text(max_size=60))
def test_whatever_is_asked_for_stays_on_this_site(asked: str) -> None:
    landed = urlsplit(urljoin("https://acuerdo.example/sign-in", safe(asked)))
    assert landed.netloc == "acuerdo.example"
    assert safe(asked).isprintable()


def test_a_form_that_is_too_large_is_refused_before_it_is_read(browser: Browser) -> None:
    assert browser.post("/sign-in", b"a" * (LARGEST_FORM + 1)).status == 413


@pytest.mark.parametrize("body", [b"\xff\xfe=\xff", b"&".join(b"a=1" for _ in range(500)), b"name=%00&password=%ff"])
def test_a_form_that_is_no_form_is_refused_politely(browser: Browser, body: bytes) -> None:
    assert browser.post("/sign-in", body).status == 403


@pytest.mark.parametrize("name", ["\0ana\0\0x", "ΐ" * 200, "a" * 9_000, "' OR 1=1 --", "%00", "ana\r\nset-cookie: a=b"])
def test_no_name_however_odd_breaks_the_entrance(browser: Browser, name: str) -> None:
    answer = browser.fill_in("/sign-in", name=name, password="x\0")
    assert answer.status == 401
    assert "a=b" not in " ".join(answer.set_cookies)


def test_the_entrance_speaks_the_visitor_s_language(browser: Browser) -> None:
    assert 'lang="es"' in browser.get("/sign-in").text
    assert 'lang="en"' in browser.get("/sign-in", accept_language="en-GB,en;q=0.9").text
    assert "Contraseña" in browser.get("/sign-in?language=es", accept_language="en").text


def test_the_language_link_keeps_the_address_and_escapes_it(browser: Browser) -> None:
    text = browser.get("/sign-in?next=%2Fprogress&x=%22%3E%3Cscript%3E").text
    assert "next=%2Fprogress" in text
    assert "<script>" not in text

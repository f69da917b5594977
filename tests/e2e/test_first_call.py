"""A first call in a real browser, from the welcome to the progress page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from simulator.store import Store
from tests.e2e.site import Site
from tests.e2e.trainee import INPUT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
HOSTILE = '<img src=x onerror="document.title=1"> <b>$4,500</b> y $300 **no**'


def welcome(trainee: Trainee) -> None:
    """The welcome of a newcomer: a browser that is new here is asked who sits at it."""
    trainee.open()
    trainee.finds(".st-key-begin")


def start(trainee: Trainee) -> None:
    """From the welcome to the debtor's first words, in two clicks and a call."""
    welcome(trainee)
    trainee.click("begin")
    trainee.click("choose_job_loss")
    trainee.click("start_job_loss")
    trainee.click("call")
    trainee.finds(INPUT)
    trainee.finds(".said")


def wrap_up(trainee: Trainee) -> None:
    trainee.click("deed_end")
    trainee.click("end_yes")
    trainee.finds(".st-key-over")
    trainee.click("to_follow_up")
    trainee.finds(".st-key-finish")
    expect(trainee.page).to_have_url(re.compile("follow_up"))  # what a refresh comes back to


def written(store: Store, attempt: str) -> str:
    """The note as it is kept so far."""
    found = store.attempts.get(attempt)
    return str((found.draft or {}).get("note", "")) if found else ""


def test_a_call_in_spanish_on_a_wide_screen(sit_down: SitDown, site: Site, store: Store, server_log: Path) -> None:
    trainee = sit_down("es", 1280)
    start(trainee)
    trainee.say("Buenas tardes, le llama Laura Gómez. ¿Hablo con el titular de la cuenta?")
    trainee.say(f"Entiendo que esto le pesa. ¿Qué le pasó? {HOSTILE}")
    trainee.sees(HOSTILE)
    said = trainee.heard()

    trainee.refresh()
    trainee.sees(HOSTILE)
    assert trainee.heard() == said

    trainee.page.locator(INPUT).fill("Esto todavía no lo envío")
    trainee.refresh()
    expect(trainee.page.locator(INPUT)).to_have_value("Esto todavía no lo envío")

    assert trainee.complaints == []
    site.restart()
    trainee.refresh()
    trainee.sees(HOSTILE)
    trainee.complaints.clear()  # while the server was away, the browser said so
    assert trainee.heard() == said
    trainee.say("¿Cuánto podría pagar al mes sin descuidar sus gastos?")

    wrap_up(trainee)
    note = trainee.page.locator("textarea").first
    note.fill(f"Perdió el empleo. {HOSTILE}")
    attempt = trainee.page.url.partition("attempt=")[2][:36]
    trainee.until(lambda: HOSTILE in written(store, attempt))
    trainee.refresh()
    expect(trainee.page.locator("textarea").first).to_have_value(f"Perdió el empleo. {HOSTILE}")

    trainee.click("finish")
    trainee.finds(".summary")
    trainee.sees("Su habilidad")
    trainee.click("to_progress")
    trainee.sees("Nivel en cada intento")
    trainee.finds(".js-plotly-plot")

    assert trainee.page.evaluate("() => document.documentElement.lang") == "es"
    assert trainee.page.title() != "1"
    assert trainee.complaints == []
    assert trainee.abroad == []
    assert HOSTILE not in server_log.read_text("utf-8")


def test_a_call_in_english_on_a_telephone(sit_down: SitDown) -> None:
    trainee = sit_down("en", 390)
    start(trainee)
    assert not trainee.overflows()
    trainee.say("Good afternoon, this is Laura from the bank. Am I speaking with the account holder?")
    trainee.say("I can hear how hard this is. What happened?")
    trainee.say("x" * 300)
    assert not trainee.overflows()
    expect(trainee.page.locator(".said").last).to_be_in_viewport()

    trainee.page.locator(INPUT).fill("a" * 5_001)
    trainee.page.locator(INPUT).press("Enter")
    trainee.finds(".notice")
    expect(trainee.page.locator(INPUT)).to_have_value("a" * 5_001)

    wrap_up(trainee)
    assert not trainee.overflows()
    trainee.click("finish")
    trainee.sees("The follow-up is empty")
    trainee.click("finish")
    trainee.finds(".summary")
    assert not trainee.overflows()
    for page in ("/progress", "/practise", "/scores", "/settings", "/"):
        trainee.open(page)
        trainee.finds(".page-title")
        assert not trainee.overflows(), page

    assert trainee.page.evaluate("() => document.documentElement.lang") == "en"
    assert trainee.complaints == []
    assert trainee.abroad == []


def test_the_answers_carry_the_security_headers(sit_down: SitDown, site: Site) -> None:
    trainee = sit_down("es", 1280)
    for path in ("/", "/call?attempt=x", "/healthz", "/acuerdo.js", "/_stcore/health"):
        answer = trainee.page.request.get(site.address + path)
        assert answer.ok, path
        assert "script-src 'self' blob:" in answer.headers["content-security-policy"], path
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert trainee.page.request.get(site.address + "/healthz").json() == {"ok": True, "version": "0.1.0"}
    assert trainee.page.request.get(site.address + "/readyz").json() == {"ok": True, "database": "ok"}

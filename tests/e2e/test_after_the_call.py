"""After a call, in a real browser: jump to a line, try it differently, compare, letter, share, delete."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from scenarios.disposition import Disposition
from scenarios.values import Language
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from tests.e2e.test_first_call import wrap_up
from tests.e2e.trainee import INPUT, Trainee

pytestmark = pytest.mark.browser

REPLIES = {
    "es": ("Buenas tardes, le llama Laura Gómez.", "Siento mucho lo que me cuenta, con razón está así. ¿Qué le pasó?"),
    "en": (
        "Good afternoon, this is Laura Gómez from collections. Am I speaking with the account holder?",
        "I can hear how hard this is for you, and I'm sorry. I'd like to understand: what happened?",
    ),
}
OTHER = {"es": "Entiendo. ¿Cómo está usted hoy?", "en": "I see. How are you today?"}
NOTE = FollowUp(
    disposition=Disposition.PLAN, note="500.", method="SPEI",
    instalments=(AgreedInstalment(amount=Decimal(500), date=date(2026, 12, 1)),),
)  # fmt: skip


def now() -> datetime:
    return datetime.now(UTC)


def scored(store: Store, language: Language, person: str) -> str:
    """A call played beneath the pages; its id."""
    practice, actor = Practice(store, now), Profiles(store, now).actor(person)
    country = "MX" if language == "es" else "US"
    view = practice.begin_talk(actor, practice.start(actor, "job_loss", country, language, seed=7).id)
    for number, text in enumerate(REPLIES[language], start=1):
        practice.say(actor, view.id, Said(text=text), f"k{number}", number)
    practice.end_talk(actor, view.id)
    return practice.finish(actor, view.id, NOTE).id


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 390)])
def test_what_can_be_done_after_a_call(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    people = Profiles(store, now)
    me = people.create("Ana", language=language).id
    people.create("Marta", "trainer")
    trainee, call = sit_down(language, width), scored(store, language, me)
    page, card = trainee.page, f"/call?attempt={call}"
    trainee.be(me)
    trainee.open(card)
    trainee.finds(".st-key-fold_call")
    assert not trainee.overflows()

    if language == "es":  # whose call has words worth quoting on the first screen
        _by_keyboard(trainee)
    else:
        page.locator(".st-key-fold_call summary").first.click()
    trainee.click("fork_2")
    trainee.finds(INPUT)
    trainee.say(OTHER[language])
    wrap_up(trainee)
    trainee.write_note("Nota. / Note.")
    trainee.click("finish")
    trainee.click("compare")
    trainee.finds(".branches")
    trainee.sees(OTHER[language])
    trainee.sees(REPLIES[language][1])
    assert not trainee.overflows()

    trainee.open(card)
    trainee.click("to_letter")
    trainee.finds(".paper")
    assert not trainee.overflows()
    with page.expect_download() as taken:
        trainee.click("letter_html")
    assert "SPEI" in taken.value.path().read_text("utf-8")

    trainee.click("back_to_card")
    trainee.finds(".st-key-fold_share")
    trainee.settled()
    page.locator(".st-key-fold_share summary").first.click()
    trainee.click("share")
    trainee.finds("[class*=st-key-revoke_]")
    assert len(store.shares.of_attempt(call)) == 1
    page.locator("[class*=st-key-revoke_] button").first.click()
    expect(page.locator("[class*=st-key-revoke_]")).to_have_count(0)
    assert store.shares.of_attempt(call) == ()

    trainee.click("delete_ask")
    trainee.click("delete_yes")
    trainee.finds(".page-title")
    expect(page.locator("[class*=st-key-line_]")).to_have_count(0)
    assert not trainee.overflows()
    assert trainee.complaints == []
    assert trainee.abroad == []


def _by_keyboard(trainee: Trainee) -> None:
    """From a quotation to its line of the call, which is marked, and back, without a mouse."""
    page = trainee.page
    link = page.locator("a.jump:visible").first
    link.focus()
    page.keyboard.press("Enter")
    line = page.locator(".line.marked")
    expect(line).to_be_in_viewport()
    expect(line).to_be_focused()
    page.keyboard.press("Tab")
    expect(line.locator(".back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()

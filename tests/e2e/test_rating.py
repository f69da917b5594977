"""A calibration round at two browsers: drawn, rated blind, closed, talked over, taken away, seen beside the score."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from scenarios.values import Language
from simulator.access.kept import Cohort, Membership
from simulator.store import Store
from tests.e2e.floor import closed, person, talked
from tests.e2e.trainee import WAIT, Trainee

pytestmark = pytest.mark.browser

SAID: dict[Language, tuple[str, str]] = {
    "es": ("Buenas tardes, soy Ana Ruiz. ¿Hablo con el titular?", "Lamento lo que le pasó. ¿Cómo está usted?"),
    "en": ("Good afternoon, this is Ana Ruiz. Is this the account holder?", "I'm sorry about that. How are you?"),
}
WORDS: dict[Language, tuple[str, ...]] = {
    "es": ("Llamada 1 · 0", "Llamada 2 · 1", "Ya calificó todas las llamadas", "Acuerdo entre personas", "acordado: 2",
           "por 2 personas, 2 llamadas"),
    "en": ("Call 1 · 0", "Call 2 · 1", "You have rated every call", "Agreement among people", "settled: 2",
           "by 2 people, 2 calls"),
}  # fmt: skip


def with_two_calls(store: Store, language: Language) -> tuple[str, str]:
    """A cohort's name, and an assessed call of its only trainee, who has made two."""
    ana, cohort = person(store, "Ana Ruiz", "trainee", language), f"Piso {language}"
    store.cohorts.add(Cohort(id=cohort, name=cohort))
    store.cohorts.place(ana.id, (Membership(cohort_id=cohort, profile_id=ana.id, place="trainee"),))
    calls = [closed(store, ana, talked(store, ana, language, said)).id for said in (SAID[language], SAID[language][:1])]
    return ana.id, calls[0]


def make_a_round(eva: Trainee, language: Language, luz: str) -> None:
    """Two criteria, two calls, two raters: by the keyboard as far as it goes."""
    page = eva.page
    eva.open("/calibrate")
    eva.finds(".st-key-make_round")
    page.locator(".st-key-round_name input").fill("Noviembre")
    eva.pick("round_raters", f"Eva R {language}")
    eva.pick("round_raters", luz)
    page.keyboard.press("Escape")
    criteria = page.locator(".st-key-round_criteria input")
    criteria.press("Backspace")
    criteria.press("Backspace")
    page.keyboard.press("Escape")
    page.locator(".st-key-round_n input").fill("2")
    eva.pick("round_language", {"es": "Español", "en": "English"}[language])
    eva.pick("round_cohort", f"Piso {language}")
    assert not eva.overflows()
    eva.click("make_round")


def rate(rater: Trainee, at: str, calm: int, empathy: int) -> None:
    """One call: the first criterion by the mouse, the second by the keyboard; then on."""
    rater.sees(at)
    rater.settled()
    group = rater.page.locator("[class*='st-key-rate_'][class*='_calm']")
    group.locator("[data-testid=stRadioOption]").nth(calm).click()
    expect(group.locator("input").nth(calm)).to_be_checked(timeout=WAIT)
    rater.page.keyboard.press("Tab")
    rater.page.keyboard.press("Space")
    for _step in range(empathy):
        rater.page.keyboard.press("ArrowDown")
    chosen = rater.page.locator("[class*='st-key-rate_'][class*='_empathy'] input")
    expect(chosen.nth(empathy)).to_be_checked(timeout=WAIT)
    rater.click("save_sheet")


def settle(rater: Trainee, apart: Locator, level: int, why: str) -> None:
    """Open the call on which they differ, choose the level and say why; the page is waited for, as a person would."""
    apart.locator("summary").click()
    rater.settled()
    apart.locator("[data-testid=stRadioOption]").nth(level).click()
    rater.settled()
    apart.locator("textarea").fill(why)
    apart.locator("textarea").press("Tab")
    rater.settled()
    apart.locator("[class*='st-key-keep_'] button").click()


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_two_people_rate_blind_close_the_round_and_talk_it_over(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    first, second, thanks, figures, settled, beside = WORDS[language]
    ana, call = with_two_calls(store, language)
    at_desk = person(store, f"Eva R {language}", "trainer", language)
    leads = person(store, f"Luz R {language}", "manager", language)
    eva, luz = sit_down(language, width), sit_down(language, width)
    eva.be(at_desk.id)
    luz.be(leads.id)
    make_a_round(eva, language, leads.name)
    eva.sees("▒▒▒")
    assert "Ruiz" not in eva.page.locator("[data-testid=stMain]").inner_text()
    assert not eva.overflows()
    eva.click("save_sheet")
    eva.finds("[role=alert]")
    rate(eva, first, 3, 2)
    rate(eva, second, 3, 2)
    eva.sees(thanks)

    luz.open("/")
    luz.page.locator("[class*='st-key-rate_on_'] button").click()
    luz.sees("▒▒▒")
    assert luz.page.locator("[class*='st-key-rate_'] input:checked").count() == 0, "nobody's levels but one's own"
    rate(luz, first, 1, 2)
    rate(luz, second, 3, 2)
    luz.sees(thanks)

    eva.refresh()
    eva.sees(f"{leads.name}: 2")
    eva.click("close_round")
    eva.sees(figures)
    assert not eva.overflows()
    apart = eva.page.locator("[class*='st-key-differ_']").first
    settle(eva, apart, 2, "Esa pausa ya es impaciencia.")
    expect(apart.locator("summary")).to_contain_text(settled, timeout=WAIT)
    assert not eva.overflows()
    with eva.page.expect_download() as taken:
        eva.click("round_json")
    kept = taken.value.path().read_text("utf-8")
    worst = json.loads(kept)["judged"][0]
    assert (worst["people"], worst["settled"], worst["note"]) == ([3, 1], 2, "Esa pausa ya es impaciencia.")
    assert not any(name in kept for name in ("Ruiz", at_desk.name, leads.name))

    luz.refresh()
    luz.sees(settled)
    trainee = sit_down(language, width)
    trainee.be(ana)
    trainee.open(f"/call?attempt={call}")
    trainee.page.locator(".st-key-fold_skills summary").first.click()
    trainee.sees(beside)
    for one in (eva, luz, trainee):
        assert one.complaints == one.abroad == []

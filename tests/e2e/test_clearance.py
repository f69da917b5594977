"""From a programme by day to *cleared for live contacts*: granted by the third call passed, void by a breach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenarios.values import Language
from simulator.practice import Practice
from simulator.store import Store
from tests.e2e.floor import closed, now, person, recorded, talked
from tests.e2e.test_review import EARLY, choose
from tests.e2e.trainee import WAIT, Trainee

pytestmark = pytest.mark.browser

WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "programme": "Un programa", "last": "día 12", "first": "Día 1: Llegar", "end": "Día 12: Las otras dos",
        "not yet": "falta 1 llamada evaluada por aprobar", "breach": "Hubo falta",
        "cleared": "Ya puede atender contactos reales de Banco Horizonte", "void": "hay una falta, así que la cuenta",
    },
    "en": {
        "programme": "A programme", "last": "day 12", "first": "Day 1: Settling in", "end": "Day 12: The other two",
        "not yet": "1 assessed call to pass", "cleared": "Cleared for live contacts with Horizon Valley Bank",
        "breach": "A breach", "void": "a breach stands",
    },
}  # fmt: skip
PASSED = ("aggressive", "disputed_charge", "job_loss")
"""Of one creditor."""


def assign_programme(rosa: Trainee, words: dict[str, str], to: str) -> None:
    rosa.open("/assignments?new=1")
    rosa.finds(".st-key-assign_what")
    rosa.page.locator(".st-key-assign_what").get_by_text(words["programme"], exact=True).click()
    rosa.finds(".st-key-assign_programme")
    rosa.pick("assign_people", to)
    rosa.page.keyboard.press("Escape")
    expect(rosa.page.locator(".st-key-assign_preview")).to_contain_text(words["last"], timeout=WAIT)
    assert not rosa.overflows()
    rosa.click("assign_go")
    rosa.finds(".st-key-assign_csv")


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_programme_is_followed_day_by_day_a_certificate_granted_and_taken_back(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    words, agent = WORDS[language], person(store, f"Saúl {language}", "trainee", language)
    trainer = person(store, f"Rosa {language}", "trainer", language)
    rosa, saul = sit_down(language, width), sit_down(language, width)
    rosa.be(trainer.id)
    saul.be(agent.id)
    assign_programme(rosa, words, agent.name)
    saul.open("/")
    saul.sees(words["first"])
    saul.page.locator("[class*='st-key-assigned_'] a").first.click()
    saul.sees(words["end"])
    assert saul.page.locator("[class*='st-key-do_'] button").count() == 1, "the other days have not come"
    assert not saul.overflows()

    *done, last = (recorded(store, agent, language, scenario) for scenario in PASSED)
    for view in done:
        assert view.draft is not None
        Practice(store, now).finish(agent, view.id, view.draft)
    saul.open("/")
    saul.sees(words["not yet"])
    saul.click("resume")
    saul.click("to_follow_up")
    saul.click("finish")
    saul.finds(".summary")
    saul.open("/")
    saul.sees(words["cleared"])
    assert not saul.overflows()

    early = closed(store, agent, talked(store, agent, language, (EARLY[language],)))
    rosa.open("/scorecards")
    rosa.page.locator(f"a[href*='{early.id}']").first.click()
    assert early.scorecard is not None
    gate = early.scorecard.gates[0].id
    choose(rosa, f"breach_gate_{gate}", words["breach"])
    rosa.page.locator(f".st-key-reason_gate_{gate} textarea").fill("–")
    rosa.click(f"keep_gate_{gate}")
    rosa.finds(f".st-key-gate_{gate} .reviewed")
    assert not rosa.overflows()
    saul.open("/")
    saul.sees(words["void"])
    for one in (rosa, saul):
        assert one.complaints == one.abroad == []
    assert last.phase == "wrap_up"

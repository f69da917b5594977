"""A trainer's first scenario in a real browser, from the short form to a trainee who starts it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from scenarios.values import Language
from simulator.store import Store
from tests.e2e.floor import person
from tests.e2e.trainee import INPUT, WAIT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
TITLES = {"es": "Cerró el taller", "en": "The shop closed"}
WRONG = {"es": "debe ser 5 o menos", "en": "must be at most 5"}
PAUSE = 1500
"""Milliseconds without a key, after which a text outside a form is saved."""
RUDE = {
    "es": "Eso no es excusa, es pura irresponsabilidad suya. Si no paga hoy, le vamos a embargar el sueldo.",
    "en": "That's no excuse, you're just irresponsible. If you don't pay today we'll garnish your wages.",
}
KIND = {
    "es": "Buenas tardes, soy Laura Gómez, de Servicios Puente.",
    "en": "Good afternoon, this is Laura with Bridge Recovery.",
}


def line(trainer: Trainee, words: str) -> Locator:
    return trainer.page.locator(".cm-line", has_text=words).first


def begin(trainer: Trainee, language: str) -> str:
    """The short form; the scenario's id."""
    trainer.open("/studio?new=1")
    trainer.finds(".st-key-new_title input")
    trainer.page.locator(".st-key-new_title input").fill(TITLES[language])
    trainer.page.locator(".st-key-new_title input").press("Tab")
    asked = trainer.page.url
    trainer.page.locator(".st-key-new_briefing textarea").fill(TITLES[language])
    trainer.page.wait_for_timeout(PAUSE)
    trainer.settled()
    assert trainer.page.url == asked, "a pause in writing does not send the form"
    trainer.click("new_go")
    trainer.finds(".cm-content")
    expect(line(trainer, "difficulty:")).to_be_visible(timeout=WAIT)
    return re.findall(r"scenario=([0-9a-f-]+)", trainer.page.url)[0]


def mistake_and_remedy(trainer: Trainee, language: str) -> None:
    """An error gets a mark at its line and words beside it; mended, both go; nothing is lost by a refresh."""
    line(trainer, "difficulty:").click()
    trainer.page.keyboard.press("End")
    trainer.page.keyboard.type("9")
    trainer.finds(".problems .error")
    trainer.sees(WRONG[language])
    trainer.finds(".cm-lint-marker-error")
    trainer.refresh()
    trainer.finds(".cm-lint-marker-error")
    trainer.page.locator(".problems .error [data-line]").first.press("Enter")
    trainer.page.keyboard.press("End")
    trainer.page.keyboard.press("Backspace")
    expect(trainer.page.locator(".problems .error")).to_have_count(0, timeout=WAIT)
    trainer.page.keyboard.press("Tab")
    inside = "() => Boolean(document.activeElement.closest('.cm-content'))"
    assert not trainer.page.evaluate(inside), "Tab leaves the text"


def play_and_record(trainer: Trainee, scenario: str, words: str) -> None:
    trainer.open(f"/studio?scenario={scenario}&view=play")
    trainer.finds(INPUT)
    if trainer.page.locator(".st-key-try_over").count() == 0:
        box = trainer.page.locator(INPUT)
        box.fill(words)
        box.press("Enter")
        expect(trainer.page.locator(".st-key-try_talk .talk.agent")).to_have_count(1, timeout=WAIT)
        if trainer.page.locator(".st-key-try_end").count():
            trainer.click("try_end")
    trainer.finds(".st-key-try_record")
    assert not trainer.overflows()
    trainer.click("try_record")
    expect(trainer.page.locator(".st-key-try_over")).to_have_count(0, timeout=WAIT)


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 390)])
def test_a_trainer_writes_tries_and_publishes_and_a_trainee_starts_it(
    sit_down: SitDown, store: Store, language: Language, width: int
) -> None:
    trainer, ana = sit_down(language, width), person(store, f"Ana {language}", "trainee", language)
    trainer.be(person(store, f"Tere {language}", "trainer", language).id)
    scenario = begin(trainer, language)
    assert not trainer.overflows()
    mistake_and_remedy(trainer, language)
    play_and_record(trainer, scenario, KIND[language])
    play_and_record(trainer, scenario, RUDE[language])
    trainer.open(f"/studio?scenario={scenario}&view=write")
    trainer.finds(".st-key-publish button:enabled")
    trainer.click("publish")
    trainer.finds(".status.published")
    trainer.page.locator(".st-key-studio_published a").first.click()
    trainer.finds(".st-key-assign_scenarios")
    trainer.sees(TITLES[language])
    trainer.open("/studio")
    trainer.finds(".library .published")
    assert not trainer.overflows()

    trainee = sit_down(language, width)
    trainee.be(ana.id)
    trainee.open("/practise")
    card = trainee.page.get_by_role("button", name=TITLES[language])
    card.first.click()
    trainee.page.locator("[class*='st-key-start_'] button").first.click()
    trainee.finds(".st-key-call")
    assert trainer.complaints == trainee.complaints == []
    assert trainer.abroad == trainee.abroad == []


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_shipped_scenario_is_seen_explored_and_played_before_it_is_copied(
    sit_down: SitDown, store: Store, language: Language, width: int
) -> None:
    trainer = sit_down(language, width)
    trainer.be(person(store, f"Toni {language}", "trainer", language).id)
    trainer.open("/studio")
    trainer.page.locator(".library a[href*=job_loss]").click()
    trainer.finds(".graph img")
    trainer.click("explore_go")
    trainer.finds("[role=progressbar]")
    trainer.page.locator(".st-key-explore_stop button").click()
    expect(trainer.page.locator("[role=progressbar]")).to_have_count(0, timeout=WAIT)
    assert not trainer.overflows()
    trainer.open("/studio?scenario=job_loss&view=play")
    trainer.finds(INPUT)
    trainer.page.locator(INPUT).fill(KIND[language])
    trainer.page.locator(INPUT).press("Enter")
    expect(trainer.page.locator(".st-key-try_talk .talk.agent")).to_have_count(1, timeout=WAIT)
    trainer.finds(".moods")
    trainer.click("shipped_copy")
    trainer.finds(".cm-content")
    assert trainer.complaints == trainer.abroad == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_frameworks_own_words_are_in_the_pages_language(
    sit_down: SitDown, store: Store, language: Language
) -> None:
    trainer = sit_down(language, 1280)
    trainer.be(person(store, f"Tomás {language}", "trainer", language).id)
    trainer.open("/rubrics")
    trainer.finds("[data-testid=stFileUploaderDropzone] button")
    said = {"es": "Elegir un archivo", "en": "Upload"}[language]
    expect(trainer.page.locator("[data-testid=stFileUploaderDropzone]")).to_contain_text(said, timeout=WAIT)
    trainer.open("/studio?new=1")
    box = trainer.page.locator(".st-key-new_countries input").first
    box.click()
    box.type("zzz")
    said = {"es": "Nada coincide", "en": "No results"}[language]
    expect(trainer.page.locator("[role=listbox]")).to_contain_text(said, timeout=WAIT)
    assert trainer.complaints == []

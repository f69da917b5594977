"""No page breaks a rule of WCAG 2.2 (A, AA) that axe-core can find: both themes, both languages, on a telephone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from scenarios.values import Language
from simulator.store import Store
from tests.e2e.floor import person
from tests.e2e.trainee import STILL, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
EVERY_RULE = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that the theme makes a difference to."""
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
IN_THEME = "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme"
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'

OF_THE_FRAMEWORK: dict[str, str] = {}
"""Rules that the framework itself breaks, each with where and why. There are none on our pages at present."""

PAGES = (
    "/", "/practise", "/practise?scenario=job_loss", "/progress", "/scores", "/settings", "/portfolios",
    "/call?attempt=unknown",
)  # fmt: skip
DESKS = {
    "es": (
        "/studio", "/studio?new=1", "/studio?scenario=job_loss", "/rubrics", "/improve", "/assignments", "/calibrate",
    ),
    "en": (
        "/team", "/compliance", "/report", "/scorecards", "/exports", "/calibration", "/people", "/care", "/workspace",
    ),
}  # fmt: skip
"""In one language each: what a page is made of does not turn with its words."""
OPENING = {
    "es": "Buenas tardes, le habla Laura Gómez. ¿Hablo con el titular de la cuenta?",
    "en": "Good afternoon, this is Laura Gómez. Am I speaking with the account holder?",
}


def broken(trainee: Trainee, where: str) -> list[str]:
    """What the page that is open breaks, in the light and in the dark."""
    trainee.finds(SETTLED)
    trainee.page.mouse.move(0, 0)  # what lies under the pointer by chance is not what is looked at
    trainee.page.evaluate(AXE)
    found = []
    for scheme, rules in (("light", EVERY_RULE), ("dark", CONTRAST)):
        trainee.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        trainee.page.wait_for_function(f"() => ({IN_THEME})('{scheme}') && ({STILL})()")
        for violation in trainee.page.evaluate(RUN, rules)["violations"]:
            if violation["id"] not in OF_THE_FRAMEWORK:
                found.append(f"{where} ({scheme}): {_told(violation)}")
    return found


def _told(violation: dict[str, Any]) -> str:
    return f"{violation['id']}: " + " · ".join(node["html"][:160] for node in violation["nodes"][:3])


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_breaks_a_rule_of_accessibility(sit_down: SitDown, language: str) -> None:
    trainee = sit_down(language, 390)
    trainee.open()
    trainee.finds(".st-key-begin_guided")
    found = broken(trainee, "welcome")
    found += _call(trainee, language)
    for path in PAGES:
        trainee.open(path)
        trainee.finds(".page-title")
        found += broken(trainee, path)
    found += _opened(trainee)
    assert found == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_of_trainers_and_managers_does(sit_down: SitDown, store: Store, language: Language) -> None:
    boss = sit_down(language, 390)
    boss.be(person(store, f"Marta {language}", "administrator", language).id)
    found = []
    for path in DESKS[language]:
        boss.open(path)
        boss.finds(".page-title")
        found += broken(boss, path)
    assert found == []


def _call(trainee: Trainee, language: str) -> list[str]:
    """The guided call to its scorecard."""
    trainee.click("begin_guided")
    trainee.finds(".st-key-guide")
    trainee.finds(".said")
    trainee.say(OPENING[language])
    trainee.page.locator('[class*="st-key-why_"] summary').last.click()
    found = broken(trainee, "talk")
    trainee.click("deed_end")
    trainee.click("end_yes")
    trainee.click("to_follow_up")
    trainee.finds(".st-key-what_to_note")
    found += broken(trainee, "short follow-up")
    trainee.write_note("Laura.")
    trainee.click("finish")
    trainee.finds(".summary")
    return found + broken(trainee, "scorecard")


def _opened(trainee: Trainee) -> list[str]:
    """What opens on a click: the filters, the menu, the case file with all that is folded in it."""
    trainee.open("/practise")
    trainee.finds(".st-key-shelf_choices button")
    trainee.page.locator(".st-key-shelf_choices button").first.click()
    found = broken(trainee, "filters")
    trainee.page.keyboard.press("Escape")
    trainee.page.locator(".st-key-menu_narrow button").click()
    found += broken(trainee, "menu")
    trainee.open("/practise?scenario=payables_gatekeeper")
    trainee.click("start_payables_gatekeeper")
    trainee.finds(".st-key-file")
    trainee.finds(SETTLED)
    for folded in trainee.page.locator("summary").all():
        folded.click()
    return found + broken(trainee, "prepare")

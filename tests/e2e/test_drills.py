"""A drill in a real browser: two replies, the evidence, again, and the next, with the keyboard and after a refresh."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.test_first_call import welcome
from tests.e2e.trainee import INPUT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
COLD = {
    "es": "Mire, usted debe y tiene que pagar hoy mismo. No me venga con cuentos.",
    "en": "Look, you owe this and you have to pay today. Don't give me stories.",
}
WARM = {
    "es": "Con razón está así, y lamento lo que pasó. ¿Qué fue lo que más le pesó de todo esto?",
    "en": "No wonder you feel that way, and I'm sorry about what happened. What weighed on you most in all this?",
}
WORDS = {
    "es": ("Hoy: 0 de 3 hechos", "La vez pasada escribió aquí:", "Qué cambió", "Hoy: 1 de 3 hechos"),
    "en": ("Today: 0 of 3 done", "Last time you wrote here:", "What changed", "Today: 1 of 3 done"),
}


def answer(trainee: Trainee, text: str) -> None:
    """Both replies of a try, by the keyboard."""
    for place in ("1", "2"):
        trainee.finds(f"[data-testid=stBottom] :text('{place} de 2'), [data-testid=stBottom] :text('{place} of 2')")
        box = trainee.page.locator(INPUT)
        box.fill(text)
        box.press("Enter")
    trainee.finds(".st-key-drill_verdict")


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 390)])
def test_a_drill_is_answered_tried_again_and_counted(sit_down: SitDown, language: str, width: int) -> None:
    trainee, (none_yet, last_time, changed, one_done) = sit_down(language, width), WORDS[language]
    welcome(trainee)
    trainee.click("begin")
    trainee.finds("a[href$='drills']")
    trainee.open("/drills")
    trainee.sees(none_yet)
    assert not trainee.overflows()

    trainee.page.locator(".st-key-start_drill_1 button").press("Enter")
    trainee.finds(INPUT)
    trainee.page.locator(INPUT).fill(COLD[language])
    trainee.refresh()
    expect(trainee.page.locator(INPUT)).to_have_value(COLD[language])
    answer(trainee, COLD[language])
    expect(trainee.page.locator(".st-key-drill_verdict")).to_be_in_viewport()
    assert not trainee.overflows()
    trainee.refresh()
    trainee.finds(".st-key-drill_verdict")

    trainee.page.locator(".st-key-drill_again button").press("Enter")
    trainee.sees(last_time)
    answer(trainee, WARM[language])
    trainee.sees(changed)
    trainee.sees(COLD[language])
    assert not trainee.overflows()

    trainee.click("drills_back")
    trainee.sees(one_done)
    assert trainee.complaints == []
    assert trainee.abroad == []

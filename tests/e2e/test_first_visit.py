"""A stranger's first visit in a real browser: from the welcome through the guided call to the scorecard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.trainee import Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
EXAMPLE = ".guide .example"
MOST = 8


def follow_the_guide(trainee: Trainee) -> int:
    """Say what the guide suggests until the call is over; the number of replies."""
    trainee.finds(".said")
    for n in range(MOST):
        trainee.finds(f"{EXAMPLE}:visible, .st-key-over")  # while the debtor thinks, the guide keeps quiet
        if trainee.page.locator(".st-key-over").count():
            return n
        trainee.say(trainee.page.locator(EXAMPLE).inner_text().strip("«»“”"))
    return MOST


@pytest.mark.parametrize(
    ("language", "width", "said"),
    [("es", 390, ("Paso 1 de 6", "Así se lee su ficha")), ("en", 1280, ("Step 1 of 6", "How to read your scorecard"))],
)
def test_a_stranger_gets_from_the_welcome_to_the_scorecard_by_following_the_guide(
    sit_down: SitDown, language: str, width: int, said: tuple[str, str]
) -> None:
    trainee = sit_down(language, width)
    trainee.open()
    trainee.finds(".st-key-begin_guided")
    assert not trainee.overflows()
    trainee.click("begin_guided")
    trainee.finds(EXAMPLE)
    expect(trainee.page.locator(".guide")).to_contain_text(said[0])
    assert not trainee.overflows()
    assert 4 <= follow_the_guide(trainee) <= 6

    trainee.click("to_follow_up")
    trainee.finds(".st-key-what_to_note")
    expect(trainee.page.locator(".page-title")).to_be_in_viewport()
    trainee.page.wait_for_timeout(1_000)
    assert trainee.page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert not trainee.overflows()
    trainee.write_note("Promete pagar." if language == "es" else "Promises to pay.")
    trainee.click("finish")
    trainee.sees(said[1])
    assert not trainee.overflows()
    assert trainee.complaints == []
    assert trainee.abroad == []


def test_the_menu_of_a_telephone_is_one_row_and_opens_by_keyboard(sit_down: SitDown) -> None:
    trainee = sit_down("es", 390)
    trainee.open()
    trainee.click("begin")
    trainee.finds(".st-key-menu_narrow button")
    trainee.settled()
    menu = trainee.page.locator(".st-key-menu").bounding_box()
    assert menu is not None
    assert menu["height"] < 64
    trainee.page.locator(".st-key-menu_narrow button").focus()
    trainee.page.keyboard.press("Enter")
    settings = trainee.page.get_by_role("link", name="Ajustes").last
    expect(settings).to_be_visible()
    settings.focus()
    trainee.page.keyboard.press("Enter")
    expect(trainee.page).to_have_url(re.compile("/settings"))
    trainee.finds(".page-title:has-text('Ajustes')")


def test_a_scenario_is_chosen_by_keyboard_alone(sit_down: SitDown) -> None:
    trainee = sit_down("en", 1280)
    trainee.open("/")
    trainee.click("begin")
    trainee.finds(".st-key-choose_job_loss")
    trainee.page.locator(".st-key-choose_job_loss button").focus()
    trainee.page.keyboard.press("Enter")
    trainee.finds(".st-key-start_job_loss")
    expect(trainee.page).to_have_url(re.compile("scenario=job_loss"))


def test_a_lost_connection_is_said_in_words_and_goes_away(sit_down: SitDown) -> None:
    trainee = sit_down("es", 390)
    trainee.open()
    trainee.finds(".st-key-begin")
    trainee.page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    expect(trainee.page.locator(".cut-off")).to_contain_text("Se perdió la conexión")
    trainee.refresh()
    trainee.finds(".st-key-begin")
    expect(trainee.page.locator(".cut-off")).to_have_count(0)

"""The talk in a real browser: thought, hints, what is typed and not lost, what is clicked twice, the settings."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.site import Site
from tests.e2e.test_first_call import start, wrap_up
from tests.e2e.trainee import INPUT, WAIT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
THINKING = "[data-thinking]"
IN_BOX = f"() => document.activeElement === document.querySelector('{INPUT}')"

SENT_AND_LOST = """() => {
  const { attempt, next } = document.getElementById("acuerdo-talk").dataset;
  const sent = { text: "Esto se perdió en el camino", number: Number(next), at: Date.now() };
  localStorage.setItem(`acuerdo:sent:${attempt}`, JSON.stringify(sent));
}"""
"""What a browser remembers of a reply that it sent and the server never got."""


def come_back(trainee: Trainee) -> None:
    """A refresh, until the talk is there again."""
    trainee.refresh()
    trainee.finds(INPUT)
    trainee.finds(".said")


def events(trainee: Trainee) -> int:
    return trainee.page.locator(".st-key-talk .event").count()


def test_on_a_telephone_nothing_is_lost_and_nothing_done_twice(sit_down: SitDown, site: Site) -> None:
    trainee = sit_down("es", 390)
    start(trainee)
    page, box = trainee.page, trainee.page.locator(INPUT)
    trainee.sees("Práctica: solo usted la ve, a menos que la comparta.")

    page.locator(".st-key-hints button").first.click()
    page.locator('[class*="st-key-hint_1_0"] button').click()
    trainee.finds(".hint")
    page.locator('[class*="st-key-hint_1_1"] button').click()
    expect(page.locator(".hint")).to_contain_text("Qué ayudaría", timeout=WAIT)
    assert not trainee.overflows()
    page.keyboard.press("Escape")

    page.locator(".st-key-calculator button").first.click()
    page.locator("button.put").click()
    expect(box).to_have_value(re.compile("^Quedaría así: "), timeout=WAIT)

    page.locator(".st-key-deed_supervisor button").dblclick()
    expect(page.locator(".st-key-talk .event")).to_have_count(2, timeout=WAIT)  # what was done, and what was granted
    page.wait_for_timeout(1_500)
    assert events(trainee) == 2

    box.fill("Esto aún no lo envío 😀")
    site.restart()
    come_back(trainee)
    expect(box).to_have_value("Esto aún no lo envío 😀", timeout=WAIT)
    trainee.complaints.clear()  # while the server was away, the browser said so
    trainee.say("Esto aún no lo envío 😀")
    come_back(trainee)
    expect(box).to_have_value("", timeout=WAIT)
    assert [said for said in trainee.heard() if "aún no" in said] == ["Esto aún no lo envío 😀"]

    page.evaluate(SENT_AND_LOST)
    come_back(trainee)
    expect(box).to_have_value("Esto se perdió en el camino", timeout=WAIT)

    page.set_viewport_size({"width": 360, "height": 340})  # what a keyboard leaves of 360 × 640
    box.click()
    expect(box).to_be_in_viewport()
    expect(page.locator(".st-key-deed_end button")).to_be_in_viewport()
    expect(page.locator(".said").last).to_be_in_viewport(timeout=WAIT)
    assert not trainee.overflows()
    assert trainee.complaints == []
    assert trainee.abroad == []


def test_by_keyboard_alone_with_a_moment_of_thought(sit_down: SitDown) -> None:
    trainee = sit_down("en", 1280)
    start(trainee)
    page = trainee.page
    page.wait_for_function(IN_BOX)
    page.keyboard.type("Good afternoon, this is Laura. Am I speaking with the account holder?")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(f".st-key-talk {THINKING}")).to_have_count(1, timeout=WAIT)
    expect(page.locator(f".st-key-talk {THINKING}")).to_have_count(0, timeout=WAIT)
    assert len(trainee.heard()) == 3
    expect(page.locator('[aria-live="polite"].unseen')).to_contain_text(trainee.heard()[-1], timeout=WAIT)
    assert page.evaluate(IN_BOX)

    for name in ("Silence", "Hold", "Supervisor"):
        page.keyboard.press("Tab")
        while page.evaluate("() => document.activeElement.textContent.trim()") != name:
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_function(IN_BOX)
        page.wait_for_timeout(800)
    assert events(trainee) == 4

    trainee.open("/settings")
    trainee.finds(".st-key-my_name")
    page.get_by_text("130 %").click()
    page.wait_for_function("() => getComputedStyle(document.documentElement).fontSize === '20.8px'")
    page.get_by_text("Reduce motion").click()
    page.wait_for_function("() => document.documentElement.dataset.motion === 'calm'")
    trainee.refresh()
    trainee.finds(".page-title")
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "20.8px"
    assert trainee.complaints == []
    assert trainee.abroad == []


def test_the_settings_fit_a_telephone_and_a_list_opens_at_the_first_click(sit_down: SitDown) -> None:
    trainee = sit_down("en", 390)
    start(trainee)
    trainee.open("/settings")
    trainee.finds(".st-key-my_name")
    trainee.page.get_by_text("130 %").click()
    trainee.page.wait_for_function("() => document.documentElement.dataset.text === '130'")
    assert not trainee.overflows()
    trainee.page.go_back()
    trainee.finds(INPUT)
    trainee.page.wait_for_timeout(1_000)  # going back draws once more, by itself
    trainee.settled()
    assert not trainee.overflows()
    expect(trainee.page.locator(".st-key-deed_end button")).to_be_in_viewport()

    wrap_up(trainee)
    expect(trainee.page.locator(".page-title")).to_be_in_viewport()
    trainee.page.mouse.wheel(0, 30)
    trainee.page.locator('[class*="st-key-disposition_"] input').first.click()
    trainee.finds('[role="option"]')

"""Assigning in a real browser: assigned, begun from the start page, talked with a coach beside it, told in the list."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from scenarios.values import Language
from simulator.kept import Role
from simulator.profiles import Profiles
from simulator.store import Store
from tests.e2e.test_accessibility import broken
from tests.e2e.test_first_call import wrap_up
from tests.e2e.trainee import INPUT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]
WORDS = {
    "es": {
        "scenario": "Perdió el empleo", "mode": "Evaluada", "listening": "Escucha ahora: Eva Sol",
        "done": "1 de 1 personas han terminado",
        "reply": "Buenas tardes, le llama Laura Gómez. ¿Hablo con el titular de la cuenta?",
        "next": "Entiendo que esto le pesa. ¿Qué le pasó en estos meses?",
    },
    "en": {
        "scenario": "Lost the job", "mode": "Assessed",
        "listening": "Listening now: Eva Sol",
        "done": "1 of 1 people done",
        "reply": "Good afternoon, this is Laura Gómez. Am I speaking with the account holder?",
        "next": "I can hear that this weighs on you. What happened in these months?",
    },
}  # fmt: skip


def known(sit_down: SitDown, store: Store, language: Language, width: int, who: tuple[str, Role]) -> Trainee:
    """Somebody at a browser that knows them."""
    profile = Profiles(store, lambda: datetime.now(UTC)).create(who[0], who[1], language)
    one = sit_down(language, width)
    one.be(profile.id)
    return one


def paste(one: Trainee, characters: int) -> None:
    one.page.locator(INPUT).evaluate(
        "(box, n) => { const held = new DataTransfer(); held.setData('text/plain', 'x'.repeat(n));"
        " box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true })); }",
        characters,
    )


def assign(eva: Trainee, words: dict[str, str], to: str) -> None:
    eva.open("/assignments?new=1")
    eva.finds(".st-key-assign_go")
    eva.pick("assign_scenarios", words["scenario"])
    eva.page.keyboard.press("Escape")
    eva.page.locator(".st-key-assign_mode").get_by_text(words["mode"], exact=True).click()
    eva.pick("assign_people", to)
    eva.page.keyboard.press("Escape")
    expect(eva.page.locator(".st-key-assign_preview")).to_contain_text(to)
    eva.click("assign_go")
    eva.finds(".st-key-assign_csv")


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_from_assigning_to_the_result_in_the_list(
    sit_down: SitDown, store: Store, language: Language, width: int
) -> None:
    words, name = WORDS[language], f"Ana Ruiz {language}"
    eva = known(sit_down, store, language, width, ("Eva Sol", "trainer"))
    ana = known(sit_down, store, language, width, (name, "trainee"))
    assign(eva, words, name)
    listed = eva.page.url
    assert broken(eva, "one assignment") == []

    ana.open()
    ana.finds("[class*='st-key-do_']")
    assert broken(ana, "start page") == []
    ana.page.locator("[class*='st-key-do_'] button").first.click()
    ana.finds(".st-key-call")
    ana.click("call")
    ana.finds(INPUT)
    paste(ana, 55)
    expect(ana.page.locator(".st-key-pasted input")).to_have_value("1:55")
    ana.say(words["reply"])

    eva.open(listed[listed.index("/assignments") :])
    eva.page.locator("[class*='st-key-calls_'] a").first.click()
    eva.click("beside_sit")
    eva.sees(words["reply"])
    ana.sees(words["listening"])
    ana.say(words["next"])
    eva.sees(words["next"])
    eva.click("beside_leave")

    wrap_up(ana)
    ana.write_note("Laura. 500.")
    ana.click("finish")
    ana.finds(".summary")
    eva.open("/assignments")
    eva.sees(words["done"])
    assert not ana.overflows()
    assert not eva.overflows()
    assert ana.complaints == eva.complaints == []
    assert ana.abroad == eva.abroad == []
    turns = [turn.pasted for turn in store.attempts.turns(ana.page.url.partition("attempt=")[2][:36])]
    assert turns[:3] == [0, 55, 0]

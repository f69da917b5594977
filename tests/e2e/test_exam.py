"""An exam at two browsers: kept for it alone, begun with a code, nothing given away until its window closes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenarios.values import Language
from simulator.accounts import Actor
from simulator.authoring import Authoring
from simulator.publishing import Publishing
from simulator.store import Store
from tests.e2e.floor import now, person
from tests.e2e.test_first_call import wrap_up
from tests.e2e.trainee import INPUT, WAIT, Trainee

pytestmark = pytest.mark.browser

WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "title": "Para el examen", "assessed": "Evaluada", "kept": "solo para exámenes", "asked": "se pide antes",
        "wrong": "El código no es ese", "hidden": "las frases de ejemplo quedan ocultas",
        "reply": "Usted debe y tiene que pagar hoy.",
    },
    "en": {
        "title": "Kept for the exam", "assessed": "Assessed", "kept": "only for exams", "wrong": "That is not the code",
        "hidden": "better wordings stay hidden", "reply": "You owe this and you have to pay today.",
        "asked": "asked before assessed calls",
    },
}  # fmt: skip


def kept_for_exams(store: Store, by: Actor, language: Language) -> None:
    """A published scenario that is on no shelf."""
    authoring = Authoring(store, now)
    text = authoring.text_of(by, "first_call").replace("difficulty: 1", "difficulty: 1\nexam_only: true")
    for title in ("La primera llamada", "A first call"):
        text = text.replace(title, WORDS[language]["title"])
    Publishing(store, now, authoring).publish(by, authoring.make(by, text).id)


def assign(olga: Trainee, words: dict[str, str], to: str) -> str:
    """The exam with a code, which is told once; the code."""
    olga.open("/assignments?new=1")
    olga.finds(".st-key-assign_go")
    olga.pick("assign_scenarios", words["title"])
    expect(olga.page.locator(".st-key-assign_scenarios")).to_contain_text(words["kept"])
    olga.page.keyboard.press("Escape")
    olga.settled()
    olga.page.locator(".st-key-assign_mode").get_by_text(words["assessed"], exact=True).click()
    olga.pick("assign_people", to)
    olga.page.keyboard.press("Escape")
    expect(olga.page.locator(".st-key-assign_preview")).to_contain_text(to, timeout=WAIT)
    olga.page.locator("[data-testid=stExpander] summary").first.click()
    for key in ("assign_exam", "assign_code"):
        olga.settled()
        olga.page.locator(f".st-key-{key} label").first.click()
    assert not olga.overflows()
    olga.click("assign_go")
    code = olga.page.locator(".st-key-invigilators_code code").inner_text().strip()
    assert not olga.overflows()
    olga.refresh()
    olga.sees(words["asked"])
    assert code not in olga.page.locator("[data-testid=stMain]").inner_text(), "it is told once"
    return code


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 390)])
def test_an_exam_gives_nothing_away_until_its_window_closes(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    words, agent = WORDS[language], person(store, f"Nora {language}", "trainee", language)
    trainer = person(store, f"Olga {language}", "trainer", language)
    kept_for_exams(store, trainer, language)
    olga, nora = sit_down(language, width), sit_down(language, width)
    olga.be(trainer.id)
    nora.be(agent.id)
    code = assign(olga, words, agent.name)
    (mine,) = store.assignments.of(agent.id)

    nora.open("/practise")
    nora.finds(".st-key-card_job_loss")
    assert nora.page.get_by_text(words["title"]).count() == 0, "it is on no shelf"
    nora.open("/")
    typed, begin = nora.page.locator("[class*='st-key-code_'] input"), "[class*='st-key-do_'] button"
    typed.fill("WRONG2")
    typed.press("Tab")
    nora.page.locator(begin).click()
    expect(nora.page.get_by_role("alert")).to_contain_text(words["wrong"], timeout=WAIT)
    assert not nora.overflows()
    typed.fill(code.lower())
    typed.press("Tab")
    nora.page.locator(begin).click()
    nora.finds(".st-key-call")
    nora.finds(".js-plotly-plot")
    (made,) = store.assignments.made([mine.id], agent.id)
    attempt = store.attempts.get(made.attempt_id)
    assert attempt is not None
    assert str(attempt.seed) not in nora.page.content(), "the case's number stands nowhere on the page"
    nora.click("call")
    nora.finds(INPUT)
    nora.say(words["reply"])
    wrap_up(nora)
    nora.write_note("–")
    nora.click("finish")
    nora.sees(words["hidden"])
    nora.settled()
    assert nora.page.locator(".st-key-fold_coaching, .st-key-again").count() == 0
    assert nora.page.locator("[class*='st-key-fork_']").count() == 0
    assert not nora.overflows()

    store.assignments.change(mine.id, due_at=now())  # the last day is over
    nora.refresh()
    nora.finds(".st-key-fold_coaching")
    assert words["hidden"] not in nora.page.locator("[data-testid=stMain]").inner_text()
    for one in (olga, nora):
        assert one.complaints == one.abroad == []

"""A coach beside calls as they run: an assessed one, in view of both, and practice into which they are asked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenarios.values import Language
from simulator.assigned_to_me import ToDo
from simulator.assigning import Assigning
from simulator.assignment_view import Wanted
from simulator.practice import Practice
from simulator.store import Store
from tests.e2e.floor import PLACES, now, person, talked
from tests.e2e.trainee import INPUT, WAIT, Trainee

pytestmark = pytest.mark.browser

WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "seen": "Quien llama ve que usted escucha", "listening": "Escucha ahora", "asked": "Invitación enviada a",
        "asks": "le pide que escuche su práctica", "gone": "Esta llamada no está en curso",
        "assessed": "Lamento lo que le pasó. ¿Qué ocurrió?", "practice": "Lo escucho. ¿Cómo va su mes?",
    },
    "en": {
        "seen": "The person calling sees that you are listening", "listening": "Listening now", "asked": "Asked in",
        "asks": "asks you to sit beside their practice", "gone": "This call is not running",
        "assessed": "I'm sorry about that. What happened?", "practice": "I'm listening. How is this month going?",
    },
}  # fmt: skip


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_coach_listens_in_view_of_the_caller_and_goes_when_asked_to(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    words = WORDS[language]
    coach, agent = person(store, f"Iris {language}", "trainer", language), person(store, "Noé", "trainee", language)
    wanted = Wanted(
        scenarios=("job_loss",), people=frozenset({agent.id}), country=PLACES[language], language=language,
        opens_on=now().date(), mode="assessed",
    )  # fmt: skip
    given, _code = Assigning(store, now).assign(coach, wanted)
    assessed = Practice(store, now).begin_talk(agent, ToDo(store, now).start(agent, given.id, 0).id)
    iris, noe = sit_down(language, width), sit_down(language, width)
    iris.be(coach.id)
    noe.be(agent.id)

    noe.open(f"/call?attempt={assessed.id}")
    noe.finds(INPUT)
    iris.open("/assignments")
    iris.click("assign_beside")
    iris.page.locator(f".st-key-calls_{assessed.id} a").click()
    assert noe.page.locator(".beside").count() == 0, "nobody listens before sitting down"
    iris.click("beside_sit")
    iris.sees(words["seen"])
    noe.sees(f"{words['listening']}: {coach.name}")
    noe.say(words["assessed"])
    iris.sees(words["assessed"])
    assert not iris.overflows()
    assert not noe.overflows()
    iris.click("beside_leave")
    expect(noe.page.locator(".beside")).to_have_count(0, timeout=WAIT)

    own = talked(store, agent, language, mode="practice")
    noe.open(f"/call?attempt={own.id}")
    noe.click("beside_ask")
    noe.pick(f"beside_whom_{own.id}", coach.name)
    noe.click("beside_ask_go")
    noe.sees(f"{words['asked']}: {coach.name}")
    iris.open("/")
    iris.sees(words["asks"])
    assert not iris.overflows()
    iris.click(f"sit_{own.id}")
    noe.sees(f"{words['listening']}: {coach.name}")
    noe.say(words["practice"])
    iris.sees(words["practice"])
    noe.click("beside_end")
    expect(noe.page.locator(".beside")).to_have_count(0, timeout=WAIT)
    iris.sees(words["gone"])
    assert not iris.overflows()
    for one in (iris, noe):
        assert one.complaints == one.abroad == []

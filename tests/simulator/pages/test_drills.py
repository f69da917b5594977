"""Drills on the pages: the day's three, two replies, the evidence, again, and what a refresh or another tab shows."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator.app_pages import drill_words
from simulator.drills import bank
from simulator.drills.choosing import Chosen, Reason
from simulator.drills.kinds import TRAINS
from simulator.i18n import LANGUAGES, translator
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown

COLD = "Mire, usted debe y tiene que pagar <b>hoy mismo</b>. No me venga con cuentos."
WARM = "Lamento mucho lo que me cuenta; con razón está así. ¿Cómo se han arreglado en casa desde entonces?"
KEY = next(d.key for d in bank.drills() if d.scenario == "job_loss" and d.weakness == ("empathy", "job_loss"))


def person(visit: Visit) -> str:
    return played.person_of(played.newcomer(visit))


def tried(visit: Visit, who: str, *texts: str) -> AppTest:
    tab = visit(who, "drills", drill=KEY)
    for text in texts:
        played.say(tab, text)
    return tab


def test_the_day_begins_with_three_and_one_of_them_is_next(visit: Visit) -> None:
    tab = visit(person(visit), "drills")
    page = shown(tab)
    assert "Hoy: 0 de 3 hechos" in page
    assert "Para empezar: empatía." in page
    tab.button(key="start_drill_1").click().run()
    assert tab.query_params["drill"]
    assert len(tab.chat_input) == 1


def test_the_evidence_quotes_one_s_words_and_shows_better_ones(visit: Visit) -> None:
    tab = tried(visit, person(visit), COLD, COLD)
    page = shown(tab)
    assert "Todavía no: este momento vuelve mañana" in page
    assert "Nivel 0 de 4" in page or "Nivel 1 de 4" in page
    assert "Así podría sonar" in page
    assert "En lugar de su primera respuesta" in page
    assert "<b>hoy mismo" not in page
    assert not tab.chat_input
    assert not tab.exception


def test_it_is_said_when_the_debtor_ended_it_before_the_second_reply(visit: Visit) -> None:
    angry = next(d.key for d in bank.drills() if d.scenario == "minimum_payment" and d.kind == "anger")
    tab = visit(person(visit), "drills", drill=angry)
    played.say(tab, "Es usted un sinvergüenza y un ladrón. Si no paga hoy le mando a la policía.")
    assert "terminó la conversación después de su respuesta 1 de 2" in shown(tab)
    assert not tab.chat_input


def test_trying_again_shows_the_last_words_by_the_box_and_then_what_changed(visit: Visit) -> None:
    tab = tried(visit, person(visit), COLD, COLD)
    tab.button(key="drill_again").click().run()
    assert "La vez pasada escribió aquí:" in shown(tab)
    played.say(played.say(tab, WARM), WARM)
    page = shown(tab)
    assert "Bien resuelto" in page
    assert "Qué cambió" in page
    assert "&lt;b&gt;hoy mismo&lt;/b&gt;" in page
    assert WARM in page


def test_a_refresh_between_the_replies_shows_where_one_was(visit: Visit) -> None:
    who = person(visit)
    tried(visit, who, WARM)
    again = visit(who, "drills", drill=KEY)
    assert WARM in shown(again)
    assert "Respuesta 2 de 2" in shown(again)


@pytest.mark.parametrize("text", ["a" * 5001, "  \u200b "])
def test_a_reply_that_is_refused_goes_back_into_the_box(visit: Visit, text: str) -> None:
    tab = tried(visit, person(visit), text)
    assert 'role="alert"' in shown(tab)
    assert tab.chat_input[0].proto.value == text


def test_a_text_written_while_another_window_ended_the_try_waits_in_the_next_one(visit: Visit) -> None:
    who = person(visit)
    window = visit(who, "drills", drill=KEY)
    tried(visit, who, WARM, WARM)
    played.say(window, COLD)
    assert "otra ventana" in shown(window)
    window.button(key="drill_again").click().run()
    assert window.chat_input[0].proto.value == COLD


def test_done_drills_are_counted_and_the_history_can_be_deleted(visit: Visit) -> None:
    who = person(visit)
    tab = visit(who, "drills").button(key="start_drill_1").click().run()
    played.say(played.say(tab, WARM), WARM)
    day = visit(who, "drills")
    assert "Hoy: 1 de 3 hechos" in shown(day)
    assert "Cómo le va" in shown(day)
    day.button(key="drills_delete").click().run()
    assert "Cómo le va" not in shown(day)
    assert "Hoy: 0 de 3 hechos" in shown(day)


def test_somebody_else_sees_nothing_of_it(visit: Visit) -> None:
    tried(visit, person(visit), COLD, COLD)
    page = shown(visit(person(visit), "drills", drill=KEY))
    assert "hoy mismo" not in page
    assert "Respuesta 1 de 2" in page


@pytest.mark.parametrize("query", [{"drill": "nothing"}, {"drill": "../../x"}, {"drill": KEY, "try": "77"}])
def test_what_is_not_there_is_said_in_a_friendly_way(visit: Visit, query: dict[str, str]) -> None:
    tab = visit(person(visit), "drills", **query)
    assert "Esta página no se puede mostrar" in shown(tab)
    assert not tab.exception


def test_the_drills_speak_english_too(visit: Visit) -> None:
    tab = played.newcomer(visit)
    tab.button(key="switch_language").click().run()
    page = shown(visit(played.person_of(tab), "drills"))
    assert "Today's drills" in page.replace("&#x27;", "'")
    assert "To begin with: empathy." in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["missed", "passed", "call", "weakest", "first", "rotation"])
def test_every_reason_is_a_sentence_for_every_kind_of_moment(language: str, why: str) -> None:
    _ = translator(language)
    for criterion, kinds in TRAINS.items():
        for kind in kinds:
            drill = bank.drills()[0].model_copy(update={"criterion": criterion, "kind": kind})
            told = drill_words.reason(_, Chosen(drill=drill, reason=Reason(why=why, days=3)))
            assert not told[0].islower() and told.endswith(".") and "{" not in told and "_" not in told, told

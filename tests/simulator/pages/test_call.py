"""A whole call on the pages, without a browser."""

from datetime import date

import pytest

from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import REPLIES, again, attempt_of, ended, finished, say, talking, wrapping_up

HOSTILE = "<script>alert(1)</script> $4,500 y $300 **no** [x](y) :smile: <b>&amp;</b>"


def test_practising_is_two_clicks_from_the_welcome(visit: Visit) -> None:
    tab = played.choosing(visit)
    tab.button(key="start_job_loss").click().run()
    assert tab.button(key="call").label == "Llamar"


def test_a_typed_case_number_gives_the_same_person_again(visit: Visit) -> None:
    first, second = played.preparing(visit, 11), played.preparing(visit, 11)
    assert attempt_of(first) != attempt_of(second)
    assert shown(first).partition("Persona deudora")[2] == shown(second).partition("Persona deudora")[2]


def test_the_plan_is_kept_as_it_is_typed_and_is_at_hand_in_the_call(visit: Visit) -> None:
    tab = played.preparing(visit)
    tab.text_input(key=f"plan_limit_{attempt_of(tab)}").set_value("Tres pagos <i>").run()
    assert again(visit, tab).text_input(key=f"plan_limit_{attempt_of(tab)}").value == "Tres pagos <i>"
    assert "Tres pagos &lt;i&gt;" in shown(tab.button(key="call").click().run())


def test_a_reply_is_answered_and_says_why_the_mood_moved(visit: Visit) -> None:
    tab = say(talking(visit), REPLIES[0])
    assert [message.name for message in tab.chat_message][1] == "Usted"
    assert len(tab.chat_message) == 3
    assert any(expander.label.startswith("¿Por qué?") for expander in tab.expander)


def test_html_and_formulas_in_a_reply_stay_text(visit: Visit) -> None:
    page = shown(say(talking(visit), HOSTILE))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $4,500 y $300 **no** [x](y) :smile: &lt;b&gt;&amp;amp;" in page
    assert "<script" not in page


@pytest.mark.parametrize("text", ["a" * 5001, "  \u200b "])
def test_a_reply_that_is_refused_goes_back_into_the_box(visit: Visit, text: str) -> None:
    tab = say(talking(visit), text)
    assert 'role="alert"' in shown(tab)
    assert len(tab.chat_message) == 1
    assert tab.chat_input[0].proto.value == text


def test_a_refresh_in_the_call_shows_what_was_said(visit: Visit) -> None:
    tab = say(talking(visit), REPLIES[0])
    assert REPLIES[0] in shown(again(visit, tab))


def test_a_second_window_is_told_what_happened_and_keeps_its_text(visit: Visit) -> None:
    tab = talking(visit)
    window = again(visit, tab)
    say(tab, REPLIES[0])
    say(window, REPLIES[1])
    assert "otra ventana" in shown(window)
    assert window.chat_input[0].proto.value == REPLIES[1]
    assert REPLIES[0] in shown(window)


@pytest.mark.parametrize("deed", ["wait", "hold", "supervisor"])
def test_one_can_also_stay_silent_hold_or_ask_the_supervisor(visit: Visit, deed: str) -> None:
    tab = talking(visit).button(key=f"deed_{deed}").click().run()
    assert 'class="event"' in shown(tab)
    assert not tab.exception


def test_the_call_just_ended_stays_in_view_until_one_goes_on(visit: Visit) -> None:
    tab = ended(visit)
    assert "La llamada terminó" in shown(tab)
    assert REPLIES[1] in shown(tab)
    assert not tab.chat_input


def test_the_mood_can_be_hidden(visit: Visit) -> None:
    tab = talking(visit)
    assert 'class="moods"' in shown(tab)
    settings = again(visit, tab, "settings")
    settings.toggle(key="my_meter").set_value(False).run()
    assert 'class="moods"' not in shown(again(visit, tab))


def test_the_draft_of_the_follow_up_survives_a_refresh(visit: Visit) -> None:
    tab = wrapping_up(visit)
    attempt = attempt_of(tab)
    tab.text_area(key=f"note_{attempt}").set_value(HOSTILE).run()
    tab.number_input(key=f"amount_0_{attempt}").set_value(1500.5).run()
    tab.date_input(key=f"date_0_{attempt}").set_value(date(2026, 12, 15)).run()
    tab.button(key="add_payment").click().run()
    tab.number_input(key=f"amount_1_{attempt}").set_value(900).run()
    back = again(visit, tab, part="follow_up")
    assert back.text_area(key=f"note_{attempt}").value == HOSTILE
    assert back.number_input(key=f"amount_0_{attempt}").value == 1500.5
    assert back.date_input(key=f"date_0_{attempt}").value == date(2026, 12, 15)
    assert back.number_input(key=f"amount_1_{attempt}").value == 900


def test_no_date_is_preset(visit: Visit) -> None:
    assert {field.value for field in wrapping_up(visit).date_input} == {None}


def test_the_scorecard_shows_skill_and_outcome_apart_and_every_criterion(visit: Visit) -> None:
    page = shown(finished(visit))
    for words in ("Su habilidad", "En qué quedó la llamada", "Calma", "Empatía", "Claridad", "Seguimiento documentado"):
        assert words in page


def test_an_empty_follow_up_is_asked_about_once(visit: Visit, store: Store) -> None:
    tab = wrapping_up(visit)
    tab.button(key="finish").click().run()
    assert "El seguimiento está vacío" in shown(tab)
    assert store.scorecards.of(played.person_of(tab)) == ()
    tab.button(key="finish").click().run()
    assert "Su habilidad" in shown(tab)


def test_finishing_twice_scores_once(visit: Visit, store: Store) -> None:
    tab = wrapping_up(visit)
    tab.text_area[0].set_value("Sin acuerdo.").run()
    window = again(visit, tab, part="follow_up")
    tab.button(key="finish").click().run()
    window.button(key="finish").click().run()
    assert "Su habilidad" in shown(window)
    assert len(store.scorecards.of(played.person_of(tab))) == 1

"""Beside the talk: hints, the calculator, voice, who sees it; and text that no box was made for."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator.app_pages.opening import now
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import REPLIES, again, attempt_of, ended, finished, hang_up, say, talking, wrapping_up

TABLE = "Fecha\tMonto\n15/12\t1,500\n15/01\t1,500"


def assessed(visit: Visit, store: Store) -> AppTest:
    person = played.person_of(played.newcomer(visit))
    actor = Profiles(store, now).actor(person)
    practice = Practice(store, now)
    view = practice.begin_talk(actor, practice.start(actor, "job_loss", "MX", "es", seed=7, mode="assessed").id)
    return visit(person, "attempt", attempt=view.id)


def hint_buttons(tab: AppTest) -> list[str]:
    return [button.key for button in tab.button if str(button.key).startswith("hint_")]


def test_hints_come_one_after_another_and_stay_through_a_refresh(visit: Visit) -> None:
    tab = talking(visit)
    assert "Qué está pasando" not in shown(tab)
    for words in ("Qué está pasando", "Qué ayudaría", "Por ejemplo"):
        tab.button(key=hint_buttons(tab)[0]).click().run()
        assert words in shown(tab)
    assert hint_buttons(tab) == []
    assert "Por ejemplo" in shown(again(visit, tab))
    say(tab, REPLIES[0])
    assert len(hint_buttons(tab)) == 1
    assert "Qué está pasando" not in shown(tab)


def test_the_scorecard_says_how_many_hints_were_used(visit: Visit) -> None:
    tab = talking(visit)
    for _ in range(2):
        tab.button(key=hint_buttons(tab)[0]).click().run()
    tab.button(key="deed_end").click().run().button(key="end_yes").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area[0].set_value("Sin acuerdo.").run()
    tab.button(key="finish").click().run()
    assert "Usó 2 pistas." in shown(tab)
    assert "pistas." not in shown(finished(visit))


def test_each_page_of_a_call_says_who_sees_it(visit: Visit, store: Store) -> None:
    for tab in (played.preparing(visit), talking(visit), wrapping_up(visit), finished(visit)):
        assert "Práctica: solo usted la ve, a menos que la comparta." in shown(tab)
    assert "Evaluada: la ve usted" in shown(assessed(visit, store))


def test_an_assessed_call_hides_the_mood_and_has_no_hints(visit: Visit, store: Store) -> None:
    tab = say(assessed(visit, store), REPLIES[0])
    assert 'class="moods"' not in shown(tab)
    assert not [e for e in tab.expander if e.label.startswith("¿Por qué?")]
    assert hint_buttons(tab) == []


def test_the_calculator_offers_words_and_names_the_limit(visit: Visit) -> None:
    tab = talking(visit)
    attempt = attempt_of(tab)
    assert "Esto lo puede conceder usted." in shown(tab)
    assert 'data-put="Quedaría así: $' in shown(tab)
    tab.number_input(key=f"calculator_payments_{attempt}").set_value(60).run()
    assert "Esto va más allá de lo que usted puede conceder:" in shown(tab)
    assert '<p class="said" dir="auto">Pagos: ' in shown(tab)
    assert not tab.exception


@pytest.mark.parametrize("text", [TABLE, "😀😀😀", "¿" * 5000, "<b>" * 900])
def test_text_that_no_box_was_made_for_is_answered_and_kept_whole(visit: Visit, store: Store, text: str) -> None:
    tab = say(talking(visit), text)
    assert not tab.exception
    assert [turn.step.said.text for turn in store.attempts.turns(attempt_of(tab))][1] == text
    assert len(tab.chat_message) == 3


def test_twenty_thousand_characters_come_back_into_the_box(visit: Visit) -> None:
    tab = say(talking(visit), "palabra " * 2500)
    assert "caben 5,000" in shown(tab)
    assert tab.chat_input[0].proto.value == "palabra " * 2500


def test_a_deed_offered_once_is_done_once(visit: Visit, store: Store) -> None:
    tab = talking(visit)
    window = again(visit, tab)
    tab.button(key="deed_supervisor").click().run()
    window.button(key="deed_supervisor").click().run()
    events = [turn.step.said.event for turn in store.attempts.turns(attempt_of(tab))]
    assert events == ["", "supervisor"]


def test_the_marks_tell_the_browser_where_the_talk_stands(visit: Visit) -> None:
    tab = say(talking(visit), REPLIES[0])
    assert 'data-next="2"' in shown(tab)
    assert 'data-lang="es-MX"' in shown(tab)
    assert 'class="said talk debtor" dir="auto" data-step="1" data-pause="' in shown(tab)


def test_dictation_is_off_until_it_is_accepted(visit: Visit) -> None:
    tab = talking(visit)
    assert "servicio de voz de su fabricante" in shown(tab)
    assert 'data-dictate="start"' not in shown(tab)
    tab.button(key="accept_dictation").click().run()
    assert 'data-dictate="start"' in shown(tab)
    assert 'data-dictate="start"' in shown(again(visit, tab))


def test_every_comfort_is_kept_and_honoured(visit: Visit) -> None:
    tab = talking(visit)
    settings = again(visit, tab, "settings")
    for name in ("meter", "thinking_pause", "timer"):
        settings.toggle(key=f"my_{name}").set_value(False).run()
    for name in ("voice", "dictation", "calm_motion"):
        settings.toggle(key=f"my_{name}").set_value(True).run()
    settings.radio(key="my_text_size").set_value(130).run()
    page = shown(again(visit, tab))
    for mark in ('data-text="130"', 'data-motion="calm"', 'data-pause=""', 'data-voice="on"', 'data-dictation="on"'):
        assert mark in page
    assert "acuerdo-timer" not in page
    assert 'class="moods"' not in page


def test_the_language_is_also_a_setting(visit: Visit) -> None:
    settings = visit(played.person_of(played.newcomer(visit)), "settings")
    settings.radio(key="my_language").set_value("en").run()
    assert "Settings" in shown(settings)
    assert 'data-language="en"' in shown(settings)


def test_the_follow_up_says_what_is_still_empty_and_what_the_sum_is(visit: Visit) -> None:
    tab = wrapping_up(visit)
    attempt = attempt_of(tab)
    assert "Todavía vacío: resultado de la llamada, la nota." in shown(tab)
    tab.selectbox(key=f"disposition_{attempt}").set_value("plan").run()
    tab.number_input(key=f"amount_0_{attempt}").set_value(4500).run()
    assert "Los pagos suman $4,500; el saldo es de $" in shown(tab)
    assert "Al pago 1 le falta la fecha." in shown(tab)


def test_equal_payments_are_filled_in_from_the_first(visit: Visit, store: Store) -> None:
    tab = wrapping_up(visit)
    attempt = attempt_of(tab)
    assert "fill_payments" not in [button.key for button in tab.button]
    tab.number_input(key=f"amount_0_{attempt}").set_value(1500).run()
    tab.date_input(key=f"date_0_{attempt}").set_value(now().date()).run()
    tab.number_input(key=f"repeat_payments_{attempt}").set_value(4).run()
    tab.selectbox(key=f"repeat_every_{attempt}").set_value("week").run()
    tab.button(key="fill_payments").click().run()
    assert not tab.exception
    kept = store.attempts.get(attempt)
    assert kept is not None and kept.draft is not None
    assert [float(line["amount"]) for line in kept.draft["instalments"]] == [1500.0] * 4
    assert len({line["date"] for line in kept.draft["instalments"]}) == 4
    assert again(visit, tab, part="follow_up").number_input(key=f"amount_3_{attempt}").value == 1500


def test_a_call_that_was_ended_keeps_its_hints_out_of_reach(visit: Visit) -> None:
    assert hint_buttons(ended(visit)) == []


def test_ending_a_call_is_asked_once_and_going_on_keeps_it(visit: Visit) -> None:
    tab = talking(visit)
    tab.button(key="deed_end").click().run()
    assert "¿Terminar la llamada?" in shown(tab)
    tab.button(key="end_no").click().run()
    assert tab.button(key="deed_end")
    assert "¿Terminar la llamada?" not in shown(tab)
    hang_up(tab)
    assert tab.button(key="to_follow_up")

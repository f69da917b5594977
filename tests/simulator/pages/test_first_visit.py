"""The first visit: who one is, a guided call, a short follow-up, and how the scorecard is read."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown

MOST = 8


def suggested(tab: AppTest) -> str:
    """What the guide would say now."""
    found = re.search(r'class="example"[^>]*>«(.*?)»</p>', shown(tab))
    assert found is not None
    return unescape(found[1])


def guided(visit: Visit) -> AppTest:
    return visit().button(key="begin_guided").click().run()


def over(visit: Visit) -> AppTest:
    """A guided call in which one says what the guide suggests."""
    tab = guided(visit)
    for _ in range(MOST):
        if not tab.chat_input:
            break
        played.say(tab, suggested(tab))
    return tab


def test_the_guided_call_begins_at_once_and_says_what_to_do(visit: Visit) -> None:
    tab = guided(visit)
    assert "Paso 1 de 6" in shown(tab)
    assert tab.chat_input
    played.say(tab, suggested(tab))
    assert "Paso 3 de 6" in shown(tab)


def test_the_guide_can_be_sent_away_and_stays_away(visit: Visit) -> None:
    tab = guided(visit).button(key="guide_off").click().run()
    assert "Paso 1 de 6" not in shown(tab)
    assert "Paso 1 de 6" not in shown(tab.run())
    assert tab.chat_input


def test_following_the_guide_leads_to_a_short_follow_up_and_a_scorecard_explained(visit: Visit, store: Store) -> None:
    tab = over(visit)
    tab.button(key="to_follow_up").click().run()
    assert not [box for box in tab.text_input if box.key and box.key.startswith("owner_")]
    tab.text_area(key=f"note_{played.attempt_of(tab)}").set_value("Promete pagar. Le mando la confirmación.").run()
    again = played.again(visit, tab, part="follow_up")
    assert again.text_area(key=f"note_{played.attempt_of(tab)}").value.startswith("Promete pagar")
    again.button(key="finish").click().run()
    assert "Así se lee su ficha" in shown(again)
    assert store.attempts.of(played.person_of(tab), ("closed",))[0].total


def test_the_start_page_offers_the_guided_call_until_a_call_was_made(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    start = visit(person)
    assert [b.key for b in start.button if b.proto.type == "primary"] == ["guided"]
    start.button(key="guided").click().run()
    assert "Paso 1 de 6" in shown(start)
    later = visit(person)
    assert "guided" not in [b.key for b in later.button]
    assert later.button(key="guided_again")


def test_a_finished_call_is_on_the_start_page_with_how_it_is_going(visit: Visit) -> None:
    start = visit(played.person_of(played.finished(visit)))
    assert 'class="glance"' in shown(start)
    assert "su mejor marca" not in shown(start), "of a single call there is no best"
    assert [b.key for b in start.button if b.proto.type == "primary"] == ["suggested_go"]


def test_a_new_browser_never_opens_the_profile_of_somebody_else(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    stranger = visit()
    assert "¿Quién es usted?" in shown(stranger)
    assert "no llevan contraseña" in shown(stranger)
    assert "Hola" not in shown(stranger)
    assert "Hola" in shown(stranger.button(key=f"be_{person}").click().run())


def test_the_country_that_a_newcomer_names_is_that_of_the_guided_call(visit: Visit, store: Store) -> None:
    tab = visit()
    tab.selectbox(key="new_country").set_value("AR").run()
    tab.button(key="begin_guided").click().run()
    assert [a.country for a in store.attempts.of(played.person_of(tab), ("talk",))] == ["AR"]


def test_a_company_call_is_headed_by_the_company_and_says_who_answers(visit: Visit) -> None:
    tab = played.newcomer(visit).button(key="choose_payables_gatekeeper").click().run()
    tab.number_input(key="seed_payables_gatekeeper").set_value(7).run()
    tab.button(key="start_payables_gatekeeper").click().run()
    tab.button(key="call").click().run()
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", shown(tab))
    assert heading is not None
    assert "contesta " in shown(tab).lower()
    answers = re.search(r"[Cc]ontesta ([^·]*?) ·", shown(tab))
    assert answers is not None
    assert answers[1] != heading[1]


def test_the_guided_call_can_be_taken_again_from_the_settings(visit: Visit) -> None:
    settings = visit(played.person_of(played.newcomer(visit)), "settings")
    settings.button(key="guided_again").click().run()
    assert "Paso 1 de 6" in shown(settings)

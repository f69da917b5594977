"""Going on with an account on the pages: from the scorecard and the start to the next contact; choosing a moment."""

from streamlit.testing.v1 import AppTest

from simulator.store import Store
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import again, attempt_of, finished, newcomer, person_of, preparing, say


def choosing(visit: Visit, seed: int = 7) -> AppTest:
    tab = newcomer(visit).button(key="choose_promise_breaker").click().run()
    tab.number_input(key="seed_promise_breaker").set_value(seed).run()
    return tab.button(key="start_promise_breaker").click().run()


def choose(tab: AppTest, at: str = "18:30", **more: str) -> AppTest:
    for name, value in {"at": at, **more}.items():
        tab.selectbox(key=f"approach_{name}_{attempt_of(tab)}").set_value(value).run()
    return tab


def test_the_scorecard_says_when_the_account_is_due_again_and_leads_there(visit: Visit) -> None:
    tab = finished(visit)
    assert "La cuenta sigue" in shown(tab)
    first = attempt_of(tab)
    tab.button(key="go_on").click().run()
    assert not tab.exception
    assert attempt_of(tab) != first
    page = shown(tab)
    assert "Earlier contacts" not in page
    assert "Contactos anteriores" in page
    assert "Perdió el empleo. Se le llama el lunes." in page
    tab.button(key="call").click().run()
    assert "Contactos anteriores" in shown(tab), "the file at hand knows them too"


def test_the_start_page_lists_accounts_that_go_on(visit: Visit) -> None:
    tab = finished(visit)
    home = visit(person_of(tab))
    assert "Cuentas que siguen" in shown(home)
    home.button(key=f"go_on_{attempt_of(tab)}").click().run()
    assert "Contactos anteriores" in shown(home)
    assert "Cuentas que siguen" not in shown(visit(person_of(tab)))


def test_a_contact_already_begun_is_opened_and_not_made_twice(visit: Visit) -> None:
    tab = finished(visit)
    scorecard = again(visit, tab)
    tab.button(key="go_on").click().run()
    scorecard.button(key="go_on").click().run()
    assert attempt_of(scorecard) == attempt_of(tab)


def test_a_scenario_that_asks_sets_out_a_lawful_hour_and_shows_the_rules_beside_it(visit: Visit) -> None:
    tab = choosing(visit)
    assert "A quién, cuándo y cómo" in shown(tab)
    assert "Qué dicen las reglas" in shown(tab)
    assert tab.selectbox(key=f"approach_at_{attempt_of(tab)}").value == "18:30"
    assert tab.selectbox(key=f"approach_day_{attempt_of(tab)}").value.isoweekday() < 6
    assert not tab.button(key="call").disabled
    choose(tab, "16:00")
    assert again(visit, tab).selectbox(key=f"approach_at_{attempt_of(tab)}").value == "16:00"


def test_the_contact_as_set_out_is_kept_when_the_call_begins(visit: Visit, store: Store) -> None:
    tab = choosing(visit)
    tab.button(key="call").click().run()
    kept = store.attempts.get(attempt_of(tab))
    assert kept is not None
    assert kept.approach is not None
    assert kept.approach["at"].startswith("18:30")


def test_a_scenario_that_asks_nothing_is_begun_as_before(visit: Visit) -> None:
    tab = preparing(visit)
    assert "A quién, cuándo y cómo" not in shown(tab)
    assert not tab.button(key="call").disabled


def test_whoever_answers_at_work_is_told_nothing_and_the_scorecard_says_how_it_stands(
    visit: Visit, store: Store
) -> None:
    tab = choose(choosing(visit), who="employer")
    tab.button(key="call").click().run()
    kept = store.attempts.get(attempt_of(tab))
    assert kept is not None
    assert kept.approach is not None
    assert kept.approach["answered"] != "debtor"
    assert "Por ejemplo" in shown(tab)
    say(tab, "Buenas tardes, es un asunto personal. ¿A qué hora lo encuentro?")
    tab.button(key="deed_end").click().run().button(key="end_yes").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area(key=f"note_{attempt_of(tab)}").set_value("Contestó otra persona; no dije el asunto.").run()
    tab.button(key="finish").click().run()
    assert not tab.exception
    assert "Cómo hizo el contacto" in shown(tab)
    assert "contra una regla de la casa" in shown(tab), "in Mexico the rule binds agencies, and the shop itself calls"

"""The shelf of scenarios: what an address asks for, and what it leaves."""

import pytest
from streamlit.testing.v1 import AppTest

from scenarios.scenario import History
from simulator.app_pages.shelf import Wanted, wanted
from simulator.catalogue import ScenarioCard
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def a_card(**given: object) -> ScenarioCard:
    whole: dict[str, object] = {
        "id": "one", "version": 1, "title": "Uno", "briefing": "", "goals": (), "difficulty": 2, "market": "consumer",
        "channel": "call", "archetype": "kind", "history": History(pattern="good_one_open"), "minutes": 12,
        "skills": ("calm",), "countries": ("MX",), "rubric": "default",
    }  # fmt: skip
    return ScenarioCard.model_validate(whole | given)


@pytest.mark.parametrize(
    "asked",
    [{}, {"difficulty": "9"}, {"difficulty": "<b>"}, {"kind": "nonsense"}, {"new": "yes"}, {"country": ""}],
)
def test_what_an_address_says_badly_narrows_nothing_down(asked: dict[str, str]) -> None:
    assert wanted(asked).fits(a_card(), {"one": 50.0})


@pytest.mark.parametrize(
    ("want", "fits", "does_not"),
    [
        (Wanted(country="MX"), a_card(), a_card(countries=("GB",))),
        (Wanted(difficulty=2), a_card(), a_card(difficulty=3)),
        (Wanted(skill="calm"), a_card(), a_card(skills=("clarity",))),
        (Wanted(kind="business"), a_card(market="business"), a_card()),
        (Wanted(kind="written"), a_card(channel="email"), a_card()),
        (Wanted(channel="whatsapp"), a_card(channel="whatsapp"), a_card()),
        (Wanted(new=True), a_card(id="never_played"), a_card()),
    ],
)
def test_each_filter_leaves_what_is_like_it(want: Wanted, fits: ScenarioCard, does_not: ScenarioCard) -> None:
    assert want.fits(fits, {"one": 50.0})
    assert not want.fits(does_not, {"one": 50.0})


def chosen(tab: AppTest) -> list[str]:
    return [b.key for b in tab.button if b.key and b.key.startswith("choose_")]


def test_what_it_is_narrowed_to_stands_in_the_address_and_is_taken_away_with_one_click(visit: Visit) -> None:
    tab = played.newcomer(visit)
    whole = chosen(tab)
    tab.selectbox(key="shelf_channel").set_value("whatsapp").run()
    assert tab.query_params["channel"] in ("whatsapp", ["whatsapp"])
    assert 0 < len(chosen(tab)) < len(whole)
    again = visit(played.person_of(tab), "practise", channel="whatsapp")
    assert chosen(again) == chosen(tab)
    assert again.selectbox(key="shelf_channel").value == "whatsapp"
    again.button(key="shelf_all").click().run()
    assert set(whole) < set(chosen(again))


def test_where_nothing_is_left_it_is_said_and_there_is_no_surprise(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit(person, "practise", channel="whatsapp", kind="business", difficulty="1")
    assert chosen(tab) == []
    assert "Ningún escenario" in shown(tab)
    assert tab.button(key="surprise").disabled


def test_the_shelf_begins_with_the_country_of_the_person_and_shows_all_on_demand(visit: Visit) -> None:
    tab = visit()
    tab.selectbox(key="new_country").set_value("PE").run()
    tab.button(key="begin").click().run()
    own = chosen(tab)
    assert "choose_minimum_payment" in own
    assert "choose_job_loss" not in own
    tab.button(key="shelf_all").click().run()
    assert set(own) < set(chosen(tab))


def test_a_call_of_another_country_says_so_and_is_set_where_people_speak_most_alike(visit: Visit) -> None:
    tab = visit()
    tab.selectbox(key="new_country").set_value("PE").run()
    person = played.person_of(tab.button(key="begin").click().run())
    there = visit(person, "practise", scenario="job_loss")
    assert there.selectbox(key="country_job_loss").value == "CL"
    assert "no ocurre en Perú" in shown(there)


def test_the_country_is_changed_in_the_settings_and_not_by_a_call_elsewhere(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit(person, "settings")
    tab.selectbox(key="my_country").set_value("PE").run()
    there = visit(person, "practise", scenario="job_loss")
    there.button(key="start_job_loss").click().run()
    assert visit(person, "settings").selectbox(key="my_country").value == "PE"

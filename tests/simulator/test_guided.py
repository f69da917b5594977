"""The guided first call: one stop after the other, and words that lead from each to the next."""

import datetime
from typing import get_args

import pytest

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.load import load_scenario
from scenarios.scenario import Scenario
from scenarios.values import Country, Language
from simulator.conversation import opening, respond
from simulator.guided import GUIDED, STOPS, Stop, example, stop_now
from simulator.state import Said, State, Step

ON = datetime.date(2026, 11, 23)
ENDS = 7
"""Replies after which a call that follows the guide is over at the latest."""
CALLS: list[tuple[Country, Language]] = [
    (country, language)
    for country in get_args(Country)
    for language in ("es", "en")
    if language == ("en" if country == "GB" else "es") or country == "US"
]


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(GUIDED)


def followed(scenario: Scenario, case: Case) -> tuple[list[Stop], Step]:
    """The stops of a call in which the agent says just what the guide suggests, and its last step."""
    step, stops = opening(scenario, case), list[Stop]()
    while step.state.ended is None and len(stops) < ENDS:
        stops.append(stop_now(step.state))
        step = respond(scenario, case, step.state, Said(text=example(stops[-1], case, step.state, "Ana")))
    return stops, step


@pytest.mark.parametrize(("country", "language"), CALLS)
def test_whoever_says_what_the_guide_suggests_comes_to_an_agreement_in_every_country(
    scenario: Scenario, country: Country, language: Language
) -> None:
    for seed in (1, 2, 3):
        stops, last = followed(scenario, generate_case(scenario, country, seed, ON, language))
        assert last.state.ended == "promise", (seed, stops, last.words)
        assert [STOPS.index(stop) for stop in stops] == sorted({STOPS.index(stop) for stop in stops})
        assert 4 <= len(stops) <= 6


def test_the_reason_is_not_asked_where_it_is_not_allowed(scenario: Scenario) -> None:
    for country, asked in (("MX", True), ("CO", False)):
        case = generate_case(scenario, country, 7, ON, "es")
        words = example(Stop.ASK, case, opening(scenario, case).state, "Ana")
        assert ("¿Qué pasó" in words) is asked


def test_an_upset_debtor_comes_before_everything_else_until_there_is_an_agreement(scenario: Scenario) -> None:
    calm = opening(scenario, generate_case(scenario, "MX", 7, ON, "es")).state
    assert stop_now(calm) is Stop.WHO
    assert stop_now(calm.model_copy(update={"anger": 40})) is Stop.MEND


def test_saying_who_one_is_and_asking_for_the_person_at_once_leads_two_stops_on(scenario: Scenario) -> None:
    assert stop_now(said(DialogueAct.IDENTIFY_SELF)) is Stop.PERSON
    assert stop_now(said(DialogueAct.IDENTIFY_SELF, DialogueAct.VERIFY_IDENTITY)) is Stop.WHY


def said(*acts: DialogueAct) -> State:
    return State(anger=5, trust=50, commitment=50, acts={act.value: 1 for act in acts})

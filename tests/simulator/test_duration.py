"""How long a call is said to take follows from what is typed in the recorded one."""

import pytest

from scenarios.load import list_scenarios
from scenarios.scenario import Scenario
from simulator.duration import AROUND, minutes


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda s: s.id)
def test_a_call_of_the_library_takes_a_beginner_between_five_minutes_and_half_an_hour(scenario: Scenario) -> None:
    for language in scenario.languages:
        assert 5 <= minutes(scenario, language) <= 30


def test_more_to_type_takes_longer() -> None:
    scenario = next(s for s in list_scenarios() if s.id == "job_loss")
    good = next(p for p in scenario.playthroughs if p.name.startswith("good") and p.language == "es")
    short = scenario.model_copy(update={"playthroughs": (good.model_copy(update={"turns": good.turns[:2]}),)})
    assert AROUND < minutes(short, "es") < minutes(scenario, "es")


def test_without_a_recorded_call_it_is_as_declared() -> None:
    scenario = list_scenarios()[0].model_copy(update={"playthroughs": (), "minutes": 11})
    assert minutes(scenario, "es") == 11

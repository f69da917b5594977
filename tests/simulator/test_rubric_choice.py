"""By which rubric a call is scored: the scenario's, or the one that was chosen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scenarios.generation import generate_case
from scenarios.load import list_scenarios, load_scenario, parse_scenario
from scenarios.scenario import Scenario
from scoring.rubrics import RubricError, rubric_ids
from scoring.transcript import FollowUp
from simulator.accounts import Actor
from simulator.played import play
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.replies import Replies
from simulator.state import Said
from simulator.store import Store
from tests.fresh import fresh

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
THREE = {"negotiation", "preparation", "compliance"}


@pytest.fixture
def scenario() -> Scenario:
    file = Path(__file__).parent / "data" / "short_call.yaml"
    return parse_scenario(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


def finished(store: Store, scenario: Scenario, rubric: str | None = None) -> set[str]:
    """The criteria of a call played from start to score."""
    profiles = Profiles(store, lambda: NOW)
    ana: Actor = profiles.actor(profiles.create("Ana", "trainee").id)
    practice = Practice(store, lambda: NOW, library=lambda: (scenario,))
    view = practice.start(ana, scenario.id, "MX", "es", seed=7, rubric=rubric)
    practice.save_plan(ana, view.id, {"goal": "Acordar una fecha de pago"})
    practice.begin_talk(ana, view.id)
    practice.say(ana, view.id, Said(text="Buenas tardes, le llamo por su préstamo."), "k1", 1)
    practice.end_talk(ana, view.id)
    card = practice.finish(ana, view.id, FollowUp(note="No hubo acuerdo.")).scorecard
    assert card is not None
    return {j.criterion for j in card.judgements}


def test_without_a_choice_the_scenario_says_by_which_rubric(store: Store, scenario: Scenario) -> None:
    assert finished(store, scenario).isdisjoint(THREE)
    full = scenario.model_copy(update={"rubric": "full"})
    assert finished(store, full) >= THREE


def test_a_trainee_may_choose_the_full_rubric(store: Store, scenario: Scenario) -> None:
    assert finished(store, scenario, "full") >= THREE


def test_a_rubric_that_does_not_exist_is_refused_before_the_call(store: Store, scenario: Scenario) -> None:
    with pytest.raises(RubricError, match="nope"):
        finished(store, scenario, "nope")


def test_a_call_played_from_a_file_is_scored_by_the_scenarios_rubric() -> None:
    full = load_scenario("job_loss").model_copy(update={"rubric": "full"})
    script = Replies.model_validate({"replies": ["¿Hablo con el titular?"], "plan": "Acordar una fecha"})
    played = play(full, generate_case(full, "MX", 7, date(2026, 11, 23)), script)
    assert {j.criterion for j in played.scorecard.judgements} >= THREE


def test_every_scenario_of_the_library_names_a_rubric_that_ships() -> None:
    assert {scenario.rubric for scenario in list_scenarios()} <= set(rubric_ids())

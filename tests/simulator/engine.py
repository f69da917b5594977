"""Small scenarios and cases for the engine's tests, made by the real loader and the real generator."""

from datetime import date
from functools import cache

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.load import load_scenario
from scenarios.scenario import Scenario
from simulator.debtor import Scene
from simulator.state import State

ON = date(2026, 11, 23)


@cache
def job_loss() -> Scenario:
    return load_scenario("job_loss")


@cache
def case(seed: int = 7, country: str = "MX", language: str | None = None, scenario: str = "job_loss") -> Case:
    return generate_case(load_scenario(scenario), country, seed, ON, language)


def state(**levels: object) -> State:
    return State.model_validate({"anger": 50, "trust": 30, "commitment": 40, **levels})


def scene(*acts: str, of: State | None = None, event: str = "") -> Scene:
    return Scene(of or state(), case(), frozenset(DialogueAct(a) for a in acts), event=event)

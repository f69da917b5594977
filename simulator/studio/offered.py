"""The library that trainees choose from: what is shipped, and what trainers have published."""

from functools import lru_cache

from pydantic import ValidationError

from scenarios.load import list_scenarios
from scenarios.scenario import Scenario
from simulator import catalogue
from simulator.logs import logger
from simulator.store import Store

_log = logger("studio")


def with_published(store: Store, shipped: catalogue.Library = list_scenarios) -> catalogue.Library:
    """A library of the shipped scenarios and, beside them, the published ones as they stood when they were."""

    return lambda: _beside(shipped(), [_read(store, *edition) for edition in store.scenarios.offered()])


def with_played(store: Store, shipped: catalogue.Library = list_scenarios) -> catalogue.Library:
    """The same, with what was published once and withdrawn: calls of it are named by it and looked back at."""
    return lambda: _beside(shipped(), [_read(store, *edition) for edition in store.scenarios.published()])


def _beside(first: tuple[Scenario, ...], own: list[Scenario | None]) -> tuple[Scenario, ...]:
    taken = {scenario.id for scenario in first}
    return (*first, *(scenario for scenario in own if scenario is not None and scenario.id not in taken))


def title_of(store: Store, scenario_id: str, language: str, shipped: catalogue.Library = list_scenarios) -> str:
    """What a scenario is called: shipped, published or withdrawn. Its id where there is none of that id any more."""
    found = next((s.title for s in shipped() if s.id == scenario_id), None) or store.scenarios.titles().get(scenario_id)
    return (found.get(language) or next(iter(found.values()), scenario_id)) if found else scenario_id


@lru_cache(maxsize=256)
def _read(store: Store, scenario_id: str, number: int) -> Scenario | None:
    """An edition never changes. One of a format that this version cannot read is left out, and noted."""
    edition = store.scenarios.edition(scenario_id, number)
    try:
        return Scenario.model_validate(edition.content) if edition else None
    except ValidationError:
        _log.warning("edition_unreadable", scenario=scenario_id, edition=number)
        return None

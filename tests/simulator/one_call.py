"""A short call of one trainee on each engine: the store, the people, the practice and a talk that has begun."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scenarios.load import parse_scenario
from scenarios.scenario import Scenario
from scoring.transcript import FollowUp
from simulator.accounts import Actor
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.branches import Clock

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
GREETING = Said(text="Buenas tardes, le llamo por su préstamo.")
NOTE = FollowUp(note="Se habló con la titular. No hubo acuerdo.", next_date=date(2026, 11, 30))


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    file = Path(__file__).parent / "data" / "short_call.yaml"
    return parse_scenario(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Store]:
    """One for all tests on each engine: each has people of its own."""
    url = fresh(tmp_path_factory.mktemp("store"))
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        url = server.url(server.migrated())
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def person(store: Store) -> Callable[..., Actor]:
    profiles = Profiles(store, Clock())
    return lambda name="Ana", role="trainee": profiles.actor(profiles.create(name, role).id)


@pytest.fixture
def ana(person: Callable[..., Actor]) -> Actor:
    return person("Ana")


@pytest.fixture
def practice(store: Store, scenario: Scenario) -> Practice:
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def talk(practice: Practice, ana: Actor) -> AttemptView:
    started = practice.start(ana, "short_call", "MX", "es", seed=7, on=NOW.date())
    return practice.begin_talk(ana, started.id)

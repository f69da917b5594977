"""The demo's calls multiplied for benchmarks: copies under more people and on other days. Nothing of it was played."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

from scenarios.draws import stream
from simulator.access.audit import audited
from simulator.access.people import SHELL, People
from simulator.demo.clock import Clock
from simulator.demo.floor import Floor, Somebody, more_trainees
from simulator.demo.making import added
from simulator.store import Store
from simulator.store.copying import Copy, copied, count_of_calls

CALLS_EACH, WEEKS = 300, 52
"""Copies that a person has, about; weeks over which they are spread."""


def multiplied(url: str, floor: Floor, attempts: int, done: Callable[[int], None] = lambda _: None) -> dict[str, int]:
    """Copy until there are so many attempts; rows of each table, and ``profile`` for the people who were added.

    Raises ``StoreError``. What is copied when it is interrupted stays, each call whole.
    """
    missing = max(attempts - count_of_calls(url), 0)
    people = more_trainees(floor, -(-missing // CALLS_EACH))
    ids = _added(url, floor, people)
    rng = stream("demo", floor.seed, "copies")
    wanted = [Copy(ids[n % len(ids)], datetime.timedelta(weeks=rng.randrange(WEEKS))) for n in range(missing)]
    return {"profile": len(ids), **copied(url, wanted, rng.getrandbits(63), done)}


def _added(url: str, floor: Floor, people: tuple[Somebody, ...]) -> list[str]:
    """The people, in the cohorts that stand; their ids."""
    clock = Clock(datetime.datetime.combine(floor.first, datetime.time(8), ZoneInfo(floor.squads[0].time_zone)))
    with Store.open(url) as store:
        desk = People(store, clock, audited(store, clock))
        cohorts = {cohort.name: cohort for cohort in desk.cohorts(SHELL)}
        return [added(desk, clock, person, cohorts) for person in people]

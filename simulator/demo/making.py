"""Making the demo: the people first, then each trainee's weeks in a database of its own, then all of it together.

Nothing reaches the database that was asked for until everything is played; then it is one transaction.
"""

import datetime
import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from uuid import uuid4
from zoneinfo import ZoneInfo

from scenarios.values import Frozen
from simulator.access.audit import audited
from simulator.access.kept import Cohort, Membership
from simulator.access.people import SHELL, People
from simulator.audited import Deed
from simulator.demo.clock import Clock
from simulator.demo.floor import Floor, Somebody
from simulator.demo.weeks import lived
from simulator.store import Store
from simulator.store.gathering import gathered, refuse_unless_empty

PEOPLE = "people.sqlite3"
Told = Callable[[int], None]
"""Called with how many trainees are played so far."""


class Made(Frozen):
    """What stands in the database now: rows by table, and the people's ids by their keys."""

    rows: dict[str, int]
    ids: dict[str, str]


def make(url: str, floor: Floor, at: datetime.datetime, processes: int = 1, told: Told = lambda _: None) -> Made:
    """Play the floor into the empty database at ``url``; ``at`` is the instant at which that is done.

    Raises ``NotEmpty`` and ``StoreError``; then nothing changed.
    """
    refuse_unless_empty(url)
    with tempfile.TemporaryDirectory(prefix="acuerdo-demo-") as folder:
        base = Path(folder) / PEOPLE
        ids = _people(base, floor)
        played = _played(base, floor, ids, processes, told)
        told_of: dict[str, int | str] = {"trainees": len(played), "seed": floor.seed}
        with Store.open(url) as store, store.acting(Deed.DEMO_MADE, at, details=told_of):
            rows = gathered(store, [_url(file) for file in (base, *played)])
    return Made(rows=rows, ids=ids)


def _people(base: Path, floor: Floor) -> dict[str, str]:
    """Everybody, with accounts and cohorts, by the use-cases of an administrator; ids by key."""
    zone = ZoneInfo(floor.squads[0].time_zone)
    day = floor.first - datetime.timedelta(days=3)
    clock = Clock(datetime.datetime(day.year, day.month, day.day, 10, tzinfo=zone))
    with Store.open(_url(base)) as store:
        people = People(store, clock, audited(store, clock))
        cohorts = {}
        for squad in floor.squads:
            same = squad.model_dump(include={"name", "site", "shift", "time_zone"})
            cohorts[squad.name] = people.add_cohort(SHELL, Cohort(id=str(uuid4()), **same))
        return {person.key: added(people, clock, person, cohorts) for person in floor.people}


def added(people: People, clock: Clock, person: Somebody, cohorts: dict[str, Cohort]) -> str:
    """Somebody new, in the cohorts; their id."""
    clock.wait(40)
    profile = people.add(SHELL, person.name, person.role, person.team, person.language)
    place = "trainee" if person.role == "trainee" else "manager"
    places = (Membership.model_validate({"cohort_id": cohorts[name].id, "profile_id": profile.id, "place": place})
              for name in person.squads)  # fmt: skip
    people.place(SHELL, profile.id, tuple(places))
    return profile.id


def _played(base: Path, floor: Floor, ids: dict[str, str], processes: int, told: Told) -> list[Path]:
    """Each trainee's weeks, in a copy of the database of the people; in the order of the floor."""
    jobs = [(base, floor, person, ids[person.key]) for person in floor.trainees]
    if processes == 1:
        files = []
        for job in jobs:
            files.append(_in_a_copy(*job))
            told(len(files))
        return files
    with _pool(processes) as pool:
        waiting = [pool.submit(_in_a_copy, *job) for job in jobs]
        for number, one in enumerate(as_completed(waiting), start=1):
            one.result()
            told(number)
        return [one.result() for one in waiting]


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Whoever interrupts waits only for the weeks that are being played, and those processes say nothing of it."""
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_settled)
    try:
        yield pool
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _settled() -> None:
    """A process of the pool: deaf to interruptions, and without the collector of cycles, which would look over library
    and reader again and again; its memory is given back soon anyway."""
    signal(SIGINT, SIG_IGN)
    gc.disable()


def _in_a_copy(base: Path, floor: Floor, person: Somebody, profile_id: str) -> Path:
    file = base.with_name(f"{profile_id}.sqlite3")
    shutil.copy(base, file)
    with Store.open(_url(file)) as store:
        lived(store, floor, person, profile_id)
    return file


def _url(file: Path) -> str:
    return f"sqlite:///{file.as_posix()}"

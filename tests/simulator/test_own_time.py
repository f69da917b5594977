"""A person's day begins at midnight where they work, wherever the company sits."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from simulator.access.kept import Cohort, Membership
from simulator.assigned import Assignment, Task
from simulator.assigned_to_me import ToDo
from simulator.drill_desk import DrillDesk
from simulator.kept import Profile
from simulator.own_time import own_time
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from tests.fresh import fresh

MADRID, MEXICO = ZoneInfo("Europe/Madrid"), ZoneInfo("America/Mexico_City")
MONDAY, TUESDAY = datetime.date(2026, 11, 23), datetime.date(2026, 11, 24)
LATE = datetime.datetime(2026, 11, 24, 1, 30, tzinfo=MADRID)
"""Tuesday at the company's seat; in Mexico it is Monday, half past six in the evening."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        opened.profiles.add(Profile(id="ana", name="Ana", role="trainee", created_at=LATE))
        yield opened


def put(store: Store, *zones: str) -> None:
    """Ana learns in a cohort of each zone."""
    for number, zone in enumerate(zones):
        store.cohorts.add(Cohort(id=str(number), name=f"C{number}", time_zone=zone))
    places = (Membership(cohort_id=str(n), profile_id="ana", place="trainee") for n in range(len(zones)))
    store.cohorts.place("ana", tuple(places))


@pytest.mark.parametrize(
    ("zones", "day"),
    [
        ((), TUESDAY),
        (("",), TUESDAY),
        (("America/Mexico_City",), MONDAY),
        (("", "America/Mexico_City", "America/Mexico_City"), MONDAY),
        (("America/Mexico_City", "Europe/London"), TUESDAY),
        (("Mars/Olympus",), TUESDAY),
    ],
)
def test_the_cohorts_zone_counts_where_they_agree_and_else_the_company_s(
    store: Store, zones: tuple[str, ...], day: datetime.date
) -> None:
    put(store, *zones)
    here = own_time(store, "ana", LATE)
    assert here == LATE
    assert here.date() == day


def test_a_call_begun_in_the_evening_takes_place_on_the_day_where_it_is_evening(store: Store) -> None:
    put(store, "America/Mexico_City")
    ana = Profiles(store, lambda: LATE).actor("ana")
    assert Practice(store, lambda: LATE).start(ana, "job_loss", "MX", "es", 7).on == MONDAY
    assert Practice(store, lambda: LATE).start(ana, "job_loss", "MX", "es", 7, on=TUESDAY).on == TUESDAY


def test_the_days_in_a_row_are_counted_from_one_s_own_midnight_to_the_next(store: Store) -> None:
    put(store, "America/Mexico_City")
    ana, clock = Profiles(store, lambda: LATE).actor("ana"), [datetime.datetime(2026, 11, 23, 9, tzinfo=MADRID)]
    practice, desk = Practice(store, lambda: clock[0]), DrillDesk(store, lambda: clock[0])
    for at in (datetime.datetime(2026, 11, 22, 20, tzinfo=MEXICO), datetime.datetime(2026, 11, 23, 23, tzinfo=MEXICO)):
        clock[0] = at.astimezone(MADRID)
        practice.begin_talk(ana, practice.start(ana, "job_loss", "MX", "es", 7).id)
    assert desk.streak(ana).days == 2, "Sunday and Monday evening; in Madrid it is Monday and Tuesday"
    clock[0] = datetime.datetime(2026, 11, 24, 23, 30, tzinfo=MEXICO).astimezone(MADRID)
    assert desk.streak(ana).days == 2, "Tuesday is not over where Ana is"


def test_a_programme_s_next_day_begins_at_one_s_own_midnight(store: Store) -> None:
    put(store, "America/Mexico_City")
    opens = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
    one = Assignment(
        id="a", by_id=None, tasks=(Task(scenario="job_loss", day=3),), country="MX", language="es", seed=7,
        opens_at=opens, created_at=opens,
    )  # fmt: skip
    store.assignments.add(one, {"ana"}, set())
    ana = Profiles(store, lambda: LATE).actor("ana")
    assert ToDo(store, lambda: LATE).one(ana, "a").standing.tasks[0].opens_on == TUESDAY
    midnight = datetime.datetime(2026, 11, 24, tzinfo=MEXICO).astimezone(MADRID)
    assert ToDo(store, lambda: midnight).one(ana, "a").standing.tasks[0].opens_on is None

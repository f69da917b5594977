"""When a trainee of the demo sits down: working days and hours of the cohort, more often or less by course. Pure."""

import datetime
import random
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from scenarios.draws import stream
from scenarios.values import Frozen
from simulator.demo.floor import Course, Floor, Somebody
from simulator.kept import Mode

OPENS, CLOSES = 9, 17
ASSESSED_EVERY = 4
"""Weeks from one assessed call to the next; there is one in the last week of each."""
LASTS = {"newcomer": (0.75, 1.0), "stops": (0.0, 0.55)}
"""The shares of the weeks between which somebody is here; everybody else is here all the time."""


class Sitting(Frozen):
    """One call of a trainee's weeks. ``skill`` is 0 to 1; ``at`` the instant at which it begins, with its zone."""

    number: int
    at: datetime.datetime
    mode: Mode
    skill: float
    week: int


def sittings(floor: Floor, person: Somebody) -> tuple[Sitting, ...]:
    """Every call that the person will make, in order; none on the day ``on`` or after it."""
    rng, zone = stream("demo", floor.seed, "days", person.key), ZoneInfo(floor.squad_of(person).time_zone)
    course = person.course or "steady"
    gift = rng.uniform(-0.08, 0.08)
    found: list[tuple[datetime.datetime, Mode, int]] = []
    for week in range(floor.weeks):
        if _is_here(course, week / floor.weeks):
            found += _in_week(floor, week, zone, rng, new=not found)
    return tuple(
        Sitting(number=n, at=at, mode=mode, week=week, skill=_clamped(skill(course, week / floor.weeks) + gift))
        for n, (at, mode, week) in enumerate(sorted(found))
    )


def skill(course: Course, gone: float) -> float:
    """How well somebody does after a share of the weeks, 0 to 1."""
    learnt = min(gone / 0.75, 1.0)
    return {
        "improves": 0.25 + 0.6 * learnt,
        "steady": 0.62,
        "stalls": 0.25 + 0.25 * min(gone / 0.3, 1.0),
        "stops": 0.3 + 0.2 * learnt,
        "newcomer": 0.05 + 0.25 * gone,
        "breaks_rules": 0.4,
    }[course]


def _is_here(course: Course, gone: float) -> bool:
    first, last = LASTS.get(course, (0.0, 1.0))
    return first <= gone <= last


def _in_week(
    floor: Floor, week: int, zone: ZoneInfo, rng: random.Random, *, new: bool
) -> list[tuple[datetime.datetime, Mode, int]]:
    """One or two calls of practice, now and then none; a beginner's first week has two; an assessed call a month."""
    count = 2 if new else rng.choices((0, 1, 2), (0.15, 0.55, 0.3))[0]
    modes: list[Mode] = ["practice"] * count
    if (week + 1) % ASSESSED_EVERY == 0:
        modes.append("assessed")
    monday = floor.first + timedelta(weeks=week)
    days = [monday + timedelta(days=n) for n in range(5) if monday + timedelta(days=n) < floor.on]
    chosen = sorted(rng.sample(days, min(len(modes), len(days))))
    return [(_at(day, zone, rng), mode, week) for day, mode in zip(chosen, modes, strict=False)]


def _at(day: date, zone: ZoneInfo, rng: random.Random) -> datetime.datetime:
    hour, minute, second = rng.randint(OPENS, CLOSES - 1), rng.randint(0, 59), rng.randint(0, 59)
    return datetime.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)


def _clamped(value: float) -> float:
    return min(max(value, 0.05), 0.95)

"""What is assigned: tasks for people and cohorts, between two instants. And where each person stands with it. Pure."""

import datetime
import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from scenarios.dials import Dial
from scenarios.values import Country, Frozen, Language
from simulator.attempt_refusals import LARGEST_SEED
from simulator.kept import Mode, Stage

MOST_TASKS, MOST_ATTEMPTS, LAST_DAY = 40, 10, 60


class Task(Frozen):
    """One call of an assignment. ``day`` counts from the opening one; ``needs`` are earlier tasks, by number from 0."""

    scenario: str = Field(max_length=40)
    mode: Mode = "practice"
    attempts: int = Field(default=1, ge=1, le=MOST_ATTEMPTS)
    day: int = Field(default=1, ge=1, le=LAST_DAY)
    dial: Dial = "as_written"
    needs: tuple[int, ...] = ()


class Day(Frozen):
    """A day of a programme: what it is about, by language."""

    day: int = Field(ge=1, le=LAST_DAY)
    title: dict[str, str]
    note: dict[str, str] = Field(default_factory=dict)


class Assignment(Frozen):
    """Tasks handed to people. Instants are UTC; ``zone`` (IANA, or empty: the server's) is the one they are told in.

    ``exam``: each case, the model wording and the scenario itself stay hidden until ``due_at``, after which nothing is
    begun. ``code_fingerprint`` is set where the invigilator's code is asked. ``by_id`` is who made it, ``None`` once
    that person was erased. ``programme`` is the id of the plan it was made from, with its ``days``.
    """

    id: str
    by_id: str | None
    title: str = Field(default="", max_length=120)
    programme: str = ""
    tasks: tuple[Task, ...] = Field(min_length=1, max_length=MOST_TASKS)
    days: tuple[Day, ...] = ()
    country: Country
    language: Language
    seed: int = Field(ge=0, le=LARGEST_SEED)
    same_case: bool = False
    exam: bool = False
    code_fingerprint: str = Field(default="", repr=False)
    opens_at: datetime.datetime
    due_at: datetime.datetime | None = None
    zone: str = ""
    created_at: datetime.datetime
    withdrawn_at: datetime.datetime | None = None

    @property
    def assessed(self) -> bool:
        """Whether any of its calls is shared."""
        return any(task.mode == "assessed" for task in self.tasks)

    def sealed(self, now: datetime.datetime) -> bool:
        """Whether its window is still open, so that what would help others stays hidden."""
        return self.exam and self.due_at is not None and now < self.due_at and self.withdrawn_at is None


def waits_for(assignment: Assignment, scenario: str, now: datetime.datetime) -> bool:
    """Whether people may still be asked to play this scenario: neither withdrawn nor, as an exam, past its window."""
    over = assignment.withdrawn_at is not None or (
        assignment.exam and assignment.due_at is not None and assignment.due_at <= now
    )
    return not over and any(task.scenario == scenario for task in assignment.tasks)


class Made(Frozen):
    """An attempt made for a task. ``total`` and ``result`` are those in force; both empty before the score."""

    attempt_id: str
    assignment_id: str
    owner_id: str
    task: int
    number: int
    phase: Stage
    created_at: datetime.datetime
    closed_at: datetime.datetime | None = None
    total: float | None = None
    result: str = ""


class Done(Frozen):
    """That a person finished a task: kept apart, so that deleted practice stays done."""

    assignment_id: str
    profile_id: str
    task: int
    done_at: datetime.datetime


class Given(Frozen):
    """What a call is made for: a task of an assignment, and which try at it (from 1)."""

    assignment_id: str
    task: int
    task_try: int


Why = Literal["", "withdrawn", "not_open", "closed", "day", "needs", "used_up", "gone"]
"""Why a task cannot be begun now; empty where it can."""


class TaskState(Frozen):
    """Where somebody stands with a task. ``left`` attempts can still be begun; ``open_id`` waits to be gone on with."""

    number: int
    task: Task
    done: bool
    left: int
    open_id: str | None = None
    why: Why = ""
    opens_on: date | None = Field(default=None, description="the day of a task that is not due yet")


class Standing(Frozen):
    """Where somebody stands with an assignment. ``late`` is whether it was, or is, past its due instant undone."""

    tasks: tuple[TaskState, ...]
    finished_at: datetime.datetime | None = None
    late: bool = False

    @property
    def needed(self) -> tuple[TaskState, ...]:
        """The tasks that count: one whose scenario is gone, and was not done before, is asked of nobody."""
        return tuple(state for state in self.tasks if state.done or state.why != "gone")

    @property
    def done(self) -> int:
        """How many of the needed are done."""
        return sum(state.done for state in self.needed)

    @property
    def complete(self) -> bool:
        """Whether all that is needed is done."""
        return self.done == len(self.needed)

    @property
    def next(self) -> TaskState | None:
        """What to go on with or to begin now: an open call before a new one; ``None`` where nothing is."""
        waiting = [state for state in self.tasks if state.open_id]
        ready = [state for state in self.tasks if not state.done and not state.why]
        return next(iter(waiting + ready), None)


def standing(
    of: Assignment,
    made: Sequence[Made],
    done: Mapping[int, datetime.datetime],
    offered: Collection[str],
    now: datetime.datetime,
) -> Standing:
    """Where one person stands. ``made`` and ``done`` (instants by task) are theirs, ``offered`` what the library holds.

    ``now`` brings the zone in which days are counted where the assignment names none.
    """
    tasks = tuple(_state(of, number, made, done, offered, now) for number in range(len(of.tasks)))
    found = Standing(tasks=tasks)
    finished = max((done[s.number] for s in tasks if s.done), default=None) if found.complete else None
    late = of.due_at is not None and (finished or now) > of.due_at
    return found.model_copy(update={"finished_at": finished, "late": late})


def _state(  # noqa: PLR0913, PLR0917
    of: Assignment,
    number: int,
    made: Sequence[Made],
    done: Mapping[int, datetime.datetime],
    offered: Collection[str],
    now: datetime.datetime,
) -> TaskState:
    task, own = of.tasks[number], [m for m in made if m.task == number]
    open_id = next((m.attempt_id for m in own if m.phase != "closed"), None)
    left = max(task.attempts - len(own), 0)
    day = day_of(of, task, now)
    opens_on = day if day > local(of, now).date() else None
    why = _shut(of, task, offered, now) or ("day" if opens_on else _early(of, task, done, offered, left))
    return TaskState(
        number=number, task=task, done=number in done, left=left, open_id=open_id, why=why, opens_on=opens_on
    )


def _shut(of: Assignment, task: Task, offered: Collection[str], now: datetime.datetime) -> Why:
    if of.withdrawn_at is not None:
        return "withdrawn"
    if task.scenario not in offered:
        return "gone"
    if now < of.opens_at:
        return "not_open"
    return "closed" if of.exam and of.due_at is not None and now >= of.due_at else ""


def _early(
    of: Assignment, task: Task, done: Mapping[int, datetime.datetime], offered: Collection[str], left: int
) -> Why:
    """What is gone from the library holds nobody up."""
    if any(needed not in done and of.tasks[needed].scenario in offered for needed in task.needs):
        return "needs"
    return "" if left else "used_up"


def local(of: Assignment, instant: datetime.datetime, fallback: datetime.tzinfo | None = None) -> datetime.datetime:
    """The instant in the assignment's zone; where it names none, in the ``fallback``, or the instant's own."""
    return instant.astimezone(ZoneInfo(of.zone)) if of.zone else instant.astimezone(fallback or instant.tzinfo)


def day_of(of: Assignment, task: Task, now: datetime.datetime) -> date:
    """The day from which a task may be begun, where the assignment counts its days."""
    return local(of, of.opens_at, now.tzinfo).date() + datetime.timedelta(days=task.day - 1)


def last_day(one: Assignment, now: datetime.datetime) -> date | None:
    """The last day on which it is in time, where it counts its days."""
    if one.due_at is None:
        return None
    return (local(one, one.due_at, now.tzinfo) - datetime.timedelta(microseconds=1)).date()


def start_of(day: date, zone: str, now: datetime.datetime) -> datetime.datetime:
    """The instant at which a day begins in the zone; where that is empty, in the one that ``now`` brings."""
    tz = ZoneInfo(zone) if zone else now.tzinfo
    return datetime.datetime.combine(day, datetime.time(), tz)


def end_of(day: date | None, zone: str, now: datetime.datetime) -> datetime.datetime | None:
    """The instant at which the day is over; ``None`` for no day."""
    return start_of(day + datetime.timedelta(days=1), zone, now) if day else None


def seed_for(of: Assignment, profile_id: str, task: int, number: int) -> int:
    """The seed of an attempt: the same for everybody or one of each person's own; a later try is another case."""
    whose = "" if of.same_case else profile_id
    drawn = hashlib.sha256(f"{of.seed}/{whose}/{task}/{number}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") % (LARGEST_SEED + 1)


def in_order(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks as a path: each asks for the one before."""
    return tuple(t.model_copy(update={"needs": (n - 1,) if n else ()}) for n, t in enumerate(tasks))

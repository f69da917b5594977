"""Programmes: plans by day, one YAML file each, made into an assignment's tasks for a country. Pure but for files."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

import scenarios
from scenarios.complaints import problems_of
from scenarios.problem import Problem, ScenarioError
from scenarios.scenario import Scenario
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen, Identifier, Language
from simulator.assigned import LAST_DAY, MOST_ATTEMPTS, Day, Task
from simulator.kept import Mode
from simulator.refusals import Refusal, nearest

PROGRAMMES = Path(scenarios.__file__).parent / "programmes"


class PlannedTask(Frozen):
    """A call of a day. ``scenario`` lists ids, the preferred first; ``needs`` are ids of tasks that come before it."""

    id: Identifier
    scenario: tuple[Identifier, ...] = Field(min_length=1)
    mode: Mode = "practice"
    attempts: int = Field(default=1, ge=1, le=MOST_ATTEMPTS)
    needs: tuple[Identifier, ...] = ()


class PlannedDay(Frozen):
    """A day, counted from the first; ``note`` is what the trainee reads that day."""

    day: int = Field(ge=1, le=LAST_DAY)
    title: dict[str, str]
    note: dict[str, str] = Field(default_factory=dict)
    tasks: tuple[PlannedTask, ...] = ()


class Programme(Frozen):
    """A plan by day."""

    format: Literal[1]
    id: Identifier
    title: dict[str, str]
    about: dict[str, str] = Field(default_factory=dict)
    days: tuple[PlannedDay, ...] = Field(min_length=1)

    @property
    def last_day(self) -> int:
        """How many days it takes."""
        return max(day.day for day in self.days)


class NoSuchProgramme(Refusal):
    """No programme of that name."""

    def __init__(self, name: str, known: Collection[str]) -> None:
        near = nearest(name, known) or ", ".join(sorted(known)) or "–"
        super().__init__(
            es=f"No hay un programa {name[:60]!r}. Pruebe con: {near}.",
            en=f"There is no programme {name[:60]!r}. Try: {near}.",
        )


@lru_cache(maxsize=1)
def programmes() -> tuple[Programme, ...]:
    """Every programme shipped, by id. Raises ``ScenarioError``."""
    return tuple(read_programme(path) for path in sorted(PROGRAMMES.glob("*.yaml")))


def find(name: str) -> Programme:
    """The programme of that id. Raises ``NoSuchProgramme``."""
    found = {programme.id: programme for programme in programmes()}
    if name not in found:
        raise NoSuchProgramme(name, found)
    return found[name]


def read_programme(path: Path) -> Programme:
    """One file. Raises ``ScenarioError`` with the line of whatever cannot be used."""
    root = read_nodes(read_text(path), path.name)
    try:
        programme = Programme.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, Programme)) from None
    problems = [Problem(path.name, 1, "tasks", *told) for told in _faults(programme)]
    if problems:
        raise ScenarioError(problems)
    return programme


def _faults(programme: Programme) -> list[tuple[str, str]]:
    """What the model alone cannot see: days in order, each task named once, needs that stand before."""
    faults, known = list[tuple[str, str]](), set[str]()
    days = [day.day for day in programme.days]
    if days != sorted(set(days)):
        faults.append(("the days are not in order", "Write each day once, the first first"))
    for task in (task for day in programme.days for task in day.tasks):
        if task.id in known:
            faults.append((f"the task '{task.id}' stands twice", "Give each task an id of its own"))
        faults += [
            (f"'{task.id}' needs '{needed}', which does not come before it", "Name an earlier task")
            for needed in task.needs
            if needed not in known
        ]
        known.add(task.id)
    return faults


def planned(
    programme: Programme, library: Collection[Scenario], country: Country, language: Language
) -> tuple[tuple[Task, ...], tuple[Day, ...]]:
    """Its tasks and days in a country: of each task the first scenario offered there that is not used yet.

    A task that nothing there fits is left out; whatever needs it does not wait for it.
    """
    offered = {s.id for s in library if country in s.countries and language in s.languages}
    tasks, places = list[Task](), dict[str, int]()
    for day in programme.days:
        for task in day.tasks:
            used = {t.scenario for t in tasks}
            fits = [s for s in task.scenario if s in offered]
            chosen = next((s for s in fits if s not in used), fits[0] if fits else None)
            if chosen is None:
                continue
            needs = tuple(places[n] for n in task.needs if n in places)
            places[task.id] = len(tasks)
            tasks.append(Task(scenario=chosen, mode=task.mode, attempts=task.attempts, day=day.day, needs=needs))
    days = tuple(Day(day=day.day, title=day.title, note=day.note) for day in programme.days)
    return tuple(tasks), days

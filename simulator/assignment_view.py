"""An assignment as whoever makes it wants it, and as they see it. Of practice only that it was done. Pure."""

import datetime
from datetime import date

from scenarios.dials import Dial
from scenarios.values import Country, Frozen, Language
from simulator.access.kept import Cohort
from simulator.assigned import Assignment, Day, Done, Made, Standing, Task, standing
from simulator.kept import Mode, Profile


class Wanted(Frozen):
    """What somebody wants to assign. Days are whole ones where the assignment counts them."""

    title: str = ""
    programme: str = ""
    scenarios: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    cohorts: frozenset[str] = frozenset()
    mode: Mode = "practice"
    attempts: int = 1
    path: bool = False
    country: Country
    language: Language
    opens_on: date
    due_on: date | None = None
    same_case: bool = False
    dial: Dial = "as_written"
    exam: bool = False
    code: bool = False


class Choices(Frozen):
    """To whom one may assign: people and cohorts, by name."""

    people: tuple[Profile, ...]
    cohorts: tuple[Cohort, ...]


class Preview(Frozen):
    """Who would get what: the names, the tasks with their days, and the instants."""

    names: tuple[str, ...]
    tasks: tuple[Task, ...]
    days: tuple[Day, ...]
    opens_at: datetime.datetime
    due_at: datetime.datetime | None
    zone: str


class Result(Frozen):
    """An assessed call made for a task, as whoever assigned it sees it."""

    task: int
    attempt_id: str
    talking: bool
    closed: bool
    total: float | None
    result: str


class OfPerson(Frozen):
    """How far somebody is. ``here``: it is for them today; they may have left the cohort with calls made."""

    profile_id: str
    name: str
    standing: Standing
    here: bool
    results: tuple[Result, ...] = ()


class Overview(Frozen):
    """An assignment as whoever assigned it sees it. ``mine``: the actor may change it."""

    assignment: Assignment
    by_name: str
    cohorts: tuple[str, ...]
    people: tuple[OfPerson, ...]
    mine: bool

    @property
    def done(self) -> int:
        """How many people are done."""
        return sum(one.standing.complete for one in self.people)

    @property
    def late(self) -> int:
        """How many are past the due instant and not done."""
        return sum(one.standing.late and not one.standing.complete for one in self.people)


def standing_of(  # noqa: PLR0913, PLR0917
    one: Assignment, person: str, made: tuple[Made, ...], done: tuple[Done, ...], offered: set[str],
    now: datetime.datetime,
) -> Standing:  # fmt: skip
    """Where a person stands, of everything made and done for the assignment."""
    mine = [m for m in made if m.owner_id == person and m.assignment_id == one.id]
    finished = {d.task: d.done_at for d in done if d.profile_id == person and d.assignment_id == one.id}
    return standing(one, mine, finished, offered, now)


_HIDDEN = {"open_id": None, "left": 0, "opens_on": None}
"""Of a task of practice: whether a call of it is begun is its owner's affair."""


def of_person(
    one: Assignment, who: tuple[str, str, bool], made: tuple[Made, ...], done: tuple[Done, ...], stands: Standing
) -> OfPerson:
    """Without anything of practice but that it was done."""
    profile_id, name, here = who
    results = tuple(
        Result(
            task=m.task, attempt_id=m.attempt_id, talking=m.phase == "talk", closed=m.phase == "closed",
            total=m.total, result=m.result,
        )
        for m in made if m.owner_id == profile_id and one.tasks[m.task].mode == "assessed"
    )  # fmt: skip
    hidden = tuple(
        s if s.task.mode == "assessed" else s.model_copy(update=_HIDDEN | {"why": "gone" if s.why == "gone" else ""})
        for s in stands.tasks
    )
    return OfPerson(
        profile_id=profile_id, name=name, here=here, results=results,
        standing=stands.model_copy(update={"tasks": hidden}),
    )  # fmt: skip


def attention(one: OfPerson) -> tuple[bool, bool, int, str]:
    """Who is late first, then who has done least."""
    s = one.standing
    return (s.complete, not s.late, s.done, one.name.casefold())

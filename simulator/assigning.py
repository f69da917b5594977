"""Assigning: calls or a programme, to people and cohorts; how far each is; due dates, withdrawal, codes.

A manager assigns to the cohorts and trainees they lead and sees nobody else; a trainer to every trainee. Of practice
only that it was done is told. Knows the store and the clock it is given, and no screen.
"""

import datetime
import secrets
from collections.abc import Callable, Mapping
from datetime import date
from uuid import uuid4
from zoneinfo import ZoneInfo

from scenarios.dials import Dial
from scenarios.load import list_scenarios
from scenarios.scenario import Scenario
from scenarios.values import Country, Frozen, Language
from simulator import programmes
from simulator.access.kept import Cohort
from simulator.access.passwords import Passwords
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.assign_refusals import BadDates, ExamNeedsEnd, NobodyChosen, NothingChosen, NotThere, Withdrawn
from simulator.assigned import MOST_TASKS, Assignment, Day, Done, Made, Standing, Task, in_order, local, standing
from simulator.attempt_refusals import LARGEST_SEED
from simulator.audited import Deed
from simulator.catalogue import Library, find
from simulator.kept import Mode, Profile
from simulator.logs import logger
from simulator.store import Store
from simulator.typed import storable

CODE_LETTERS, CODE_LENGTH = "ABCDEFGHJKMNPQRSTUVWXYZ23456789", 6
"""No letter that is taken for another when it is read out."""
FARTHEST = datetime.timedelta(days=3 * 365)
_log = logger("assigning")


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


class Assigning:
    """What those who assign can do. Everything asks for leave to assign; ``NotAllowed`` where there is none."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        library: Library = list_scenarios,
        passwords: Passwords | None = None,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._passwords = passwords or Passwords()

    def choices(self, actor: Actor) -> Choices:
        """To whom the actor may assign."""
        require(actor, Action.ASSIGN)
        people = [p for p in self._store.profiles.all() if p.role == "trainee"]
        cohorts = self._store.cohorts.all()
        if actor.role == "manager":
            led = self._led(actor)
            people = [p for p in people if p.id in actor.leads]
            cohorts = tuple(c for c in cohorts if c.id in led)
        return Choices(people=tuple(sorted(people, key=lambda p: p.name.casefold())), cohorts=cohorts)

    def scenarios(self, actor: Actor) -> tuple[Scenario, ...]:
        """What may be assigned: the whole library, also what is kept for exams; the easiest first."""
        require(actor, Action.ASSIGN)
        return tuple(sorted(self._library(), key=lambda s: (s.difficulty, s.id)))

    def preview(self, actor: Actor, wanted: Wanted) -> Preview:
        """Who would get what. Raises what ``assign`` raises."""
        made = self._made_of(actor, wanted)
        names = {p.id: p.name for p in self._store.profiles.all()}
        inside = {
            m.profile_id for m in self._store.cohorts.memberships()
            if m.cohort_id in wanted.cohorts and m.place == "trainee"
        }  # fmt: skip
        return Preview(
            names=tuple(sorted(names[p] for p in inside | wanted.people if p in names)),
            tasks=made.tasks, days=made.days, opens_at=made.opens_at, due_at=made.due_at, zone=made.zone,
        )  # fmt: skip

    def assign(self, actor: Actor, wanted: Wanted) -> tuple[Assignment, str]:
        """Assign it; with the invigilator's code, which is kept nowhere, where one is asked for.

        Raises ``NotAllowed`` for people or cohorts that are not the actor's, ``NothingChosen``, ``NobodyChosen``,
        ``NotThere``, ``BadDates``, ``ExamNeedsEnd``, ``NoSuchScenario`` and ``NoSuchProgramme``.
        """
        assignment, code = self._made_of(actor, wanted), new_code() if wanted.code else ""
        if code:
            assignment = assignment.model_copy(update={"code_fingerprint": self._passwords.kept(code)})
        details: dict[str, int | str] = {"tasks": len(assignment.tasks), "people": len(wanted.people)}
        with self._store.acting(Deed.ASSIGNED, assignment.created_at, actor.id, assignment.id, details):
            self._store.assignments.add(assignment, wanted.people, wanted.cohorts)
        _log.info("assigned", assignment=assignment.id, tasks=len(assignment.tasks), exam=assignment.exam)
        return assignment, code

    def all(self, actor: Actor) -> tuple[Overview, ...]:
        """Every assignment that the actor may see, the latest first."""
        require(actor, Action.ASSIGN)
        seen = [one for one in self._store.assignments.all() if self._sees(actor, one)]
        return self._overviews(actor, seen)

    def open(self, actor: Actor, assignment_id: str) -> Overview:
        """One of them. Raises ``NotAllowed``."""
        return self._overviews(actor, [self._seen(actor, assignment_id)])[0]

    def change_due(self, actor: Actor, assignment_id: str, due_on: date | None) -> Assignment:
        """Another last day, or none. Raises ``NotAllowed``, ``BadDates``, ``ExamNeedsEnd`` and ``Withdrawn``."""
        one, now = self._own(actor, assignment_id), self._clock()
        if one.exam and due_on is None:
            raise ExamNeedsEnd
        if due_on is not None and abs(due_on - now.date()) > FARTHEST:
            raise BadDates
        due_at = _end_of(due_on, one.zone, now)
        if due_at is not None and due_at <= max(now, one.opens_at):
            raise BadDates
        with self._store.acting(Deed.ASSIGNMENT_CHANGED, now, actor.id, one.id):
            self._store.assignments.change(one.id, due_at=due_at)
        return one.model_copy(update={"due_at": due_at})

    def withdraw(self, actor: Actor, assignment_id: str) -> None:
        """Nobody is asked for it any more. Calls that were begun can be finished, and what is done stays."""
        one, now = self._own(actor, assignment_id), self._clock()
        with self._store.acting(Deed.ASSIGNMENT_WITHDRAWN, now, actor.id, one.id):
            self._store.assignments.change(one.id, withdrawn_at=now)

    def renew_code(self, actor: Actor, assignment_id: str) -> str:
        """A new invigilator's code in place of the old; shown once, kept nowhere."""
        one, code = self._own(actor, assignment_id), new_code()
        with self._store.acting(Deed.ASSIGNMENT_CHANGED, self._clock(), actor.id, one.id, {"code": 1}):
            self._store.assignments.change(one.id, code_fingerprint=self._passwords.kept(code))
        return code

    def again(self, actor: Actor, assignment_id: str) -> Wanted:
        """The same once more, to be changed and assigned: for the same people, from today on, with other cases."""
        one = self._seen(actor, assignment_id)
        people, cohorts = self._store.assignments.targets(assignment_id)
        choices = self.choices(actor)
        first = one.tasks[0]
        return Wanted(
            title=one.title, programme=one.programme, scenarios=tuple(t.scenario for t in one.tasks),
            people=people & {p.id for p in choices.people}, cohorts=cohorts & {c.id for c in choices.cohorts},
            mode=first.mode, attempts=first.attempts, path=any(t.needs for t in one.tasks), country=one.country,
            language=one.language, opens_on=self._clock().date(), same_case=one.same_case, dial=first.dial,
            exam=one.exam, code=bool(one.code_fingerprint),
        )  # fmt: skip

    def _made_of(self, actor: Actor, wanted: Wanted) -> Assignment:
        self._may_assign_to(actor, wanted)
        tasks, days = self._tasks(wanted)
        now, zone = self._clock(), self._zone(wanted)
        if any(day and abs(day - now.date()) > FARTHEST for day in (wanted.opens_on, wanted.due_on)):
            raise BadDates
        opens_at = max(_start_of(wanted.opens_on, zone, now), now)
        due_at = _end_of(wanted.due_on, zone, now)
        if due_at is not None and due_at <= opens_at:
            raise BadDates
        if wanted.exam and (due_at is None or any(task.mode == "practice" for task in tasks)):
            raise ExamNeedsEnd
        return Assignment(
            id=str(uuid4()), by_id=actor.id, title=storable(wanted.title[:120].strip()), programme=wanted.programme,
            tasks=tasks, days=days, country=wanted.country, language=wanted.language,
            seed=secrets.randbelow(LARGEST_SEED + 1), same_case=wanted.same_case, exam=wanted.exam,
            opens_at=opens_at, due_at=due_at, zone=zone, created_at=now,
        )  # fmt: skip

    def _may_assign_to(self, actor: Actor, wanted: Wanted) -> None:
        choices = self.choices(actor)
        if not wanted.people and not wanted.cohorts:
            raise NobodyChosen
        if not wanted.people <= {p.id for p in choices.people} or not wanted.cohorts <= {c.id for c in choices.cohorts}:
            raise NotAllowed(Action.ASSIGN)

    def _tasks(self, wanted: Wanted) -> tuple[tuple[Task, ...], tuple[Day, ...]]:
        if wanted.programme:
            plan = programmes.find(wanted.programme)
            return programmes.planned(plan, self._library(), wanted.country, wanted.language)
        if not 1 <= len(wanted.scenarios) <= MOST_TASKS:
            raise NothingChosen
        chosen = [find(self._library, one) for one in wanted.scenarios]
        away = [s for s in chosen if wanted.country not in s.countries or wanted.language not in s.languages]
        if away:
            raise NotThere({lang: ", ".join(s.title.get(lang, s.id) for s in away) for lang in ("es", "en")})
        tasks = tuple(Task(scenario=s.id, mode=wanted.mode, attempts=wanted.attempts, dial=wanted.dial) for s in chosen)
        return (in_order(tasks) if wanted.path else tasks), ()

    def _zone(self, wanted: Wanted) -> str:
        """The cohorts' own zone, where they have one in common; else the server's."""
        zones = {c.time_zone for c in self._store.cohorts.all() if c.id in wanted.cohorts}
        return zones.pop() if len(zones) == 1 else ""

    def _led(self, actor: Actor) -> frozenset[str]:
        mine = self._store.cohorts.memberships(actor.id)
        return frozenset(m.cohort_id for m in mine if m.place == "manager")

    def _sees(self, actor: Actor, one: Assignment) -> bool:
        if actor.role != "manager" or one.by_id == actor.id:
            return True
        people, cohorts = self._store.assignments.targets(one.id)
        return bool(people & actor.leads or cohorts & self._led(actor))

    def _seen(self, actor: Actor, assignment_id: str) -> Assignment:
        require(actor, Action.ASSIGN)
        one = self._store.assignments.get(assignment_id)
        if one is None or not self._sees(actor, one):
            raise NotAllowed(Action.ASSIGN)
        return one

    def _own(self, actor: Actor, assignment_id: str) -> Assignment:
        """One that the actor may change and that stands: a manager only their own."""
        one = self._seen(actor, assignment_id)
        if not _changes(actor, one):
            raise NotAllowed(Action.ASSIGN)
        if one.withdrawn_at is not None:
            raise Withdrawn
        return one

    def _overviews(self, actor: Actor, assignments: list[Assignment]) -> tuple[Overview, ...]:
        ids, names = [one.id for one in assignments], {p.id: p.name for p in self._store.profiles.all()}
        cohorts = {c.id: c.name for c in self._store.cohorts.all()}
        made, done = self._store.assignments.made(ids), self._store.assignments.done(ids)
        return tuple(
            Overview(
                assignment=one, by_name=names.get(one.by_id or "", ""), mine=_changes(actor, one),
                cohorts=tuple(sorted(cohorts[c] for c in self._store.assignments.targets(one.id)[1] if c in cohorts)),
                people=self._people(actor, one, names, made, done),
            )
            for one in assignments
        )  # fmt: skip

    def _people(
        self, actor: Actor, one: Assignment, names: Mapping[str, str], made: tuple[Made, ...], done: tuple[Done, ...]
    ) -> tuple[OfPerson, ...]:
        members = self._store.assignments.members(one.id)
        made = tuple(m for m in made if m.assignment_id == one.id)
        done = tuple(d for d in done if d.assignment_id == one.id)
        begun = {m.owner_id for m in made} | {d.profile_id for d in done}
        shown = [p for p in members | begun if p in names and (actor.role != "manager" or p in actor.leads)]
        offered, now = {s.id for s in self._library()}, self._clock()
        people = (
            _of_person(one, (p, names[p], p in members), made, done, standing_of(one, p, made, done, offered, now))
            for p in shown
        )
        return tuple(sorted(people, key=_attention))


def standing_of(  # noqa: PLR0913, PLR0917
    one: Assignment, person: str, made: tuple[Made, ...], done: tuple[Done, ...], offered: set[str],
    now: datetime.datetime,
) -> Standing:  # fmt: skip
    """Where a person stands, of everything made and done for the assignment."""
    mine = [m for m in made if m.owner_id == person and m.assignment_id == one.id]
    finished = {d.task: d.done_at for d in done if d.profile_id == person and d.assignment_id == one.id}
    return standing(one, mine, finished, offered, now)


def last_day(one: Assignment, now: datetime.datetime) -> date | None:
    """The last day on which it is in time, where it counts its days."""
    if one.due_at is None:
        return None
    return (local(one, one.due_at, now.tzinfo) - datetime.timedelta(microseconds=1)).date()


def new_code() -> str:
    """A code to read out."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


_HIDDEN = {"open_id": None, "left": 0, "opens_on": None}
"""Of a task of practice: whether a call of it is begun is its owner's affair."""


def _changes(actor: Actor, one: Assignment) -> bool:
    return actor.role == "trainer" or one.by_id == actor.id


def _of_person(
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


def _attention(one: OfPerson) -> tuple[bool, bool, int, str]:
    """Who is late first, then who has done least."""
    s = one.standing
    return (s.complete, not s.late, s.done, one.name.casefold())


def _start_of(day: date, zone: str, now: datetime.datetime) -> datetime.datetime:
    tz = ZoneInfo(zone) if zone else now.tzinfo
    return datetime.datetime.combine(day, datetime.time(), tz)


def _end_of(day: date | None, zone: str, now: datetime.datetime) -> datetime.datetime | None:
    return _start_of(day + datetime.timedelta(days=1), zone, now) if day else None

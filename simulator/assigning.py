"""Assigning: calls or a programme, to people and cohorts; how far each is; due dates, withdrawal, codes.

A manager assigns to the cohorts and trainees they lead and sees nobody else; a trainer to every trainee. Of practice
only that it was done is told. Knows the store and the clock it is given, and no screen.
"""

import datetime
import secrets
from collections.abc import Callable, Mapping
from datetime import date
from uuid import uuid4

from scenarios.load import list_scenarios
from scenarios.scenario import Scenario
from simulator import programmes
from simulator.access.passwords import Passwords
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.assign_refusals import BadDates, ExamNeedsEnd, NobodyChosen, NothingChosen, NotThere, Withdrawn
from simulator.assigned import MOST_TASKS, Assignment, Day, Done, Made, Task, end_of, in_order, start_of
from simulator.assignment_view import Choices, OfPerson, Overview, Preview, Wanted, attention, of_person, standing_of
from simulator.attempt_refusals import LARGEST_SEED
from simulator.audited import Deed
from simulator.catalogue import Library, find
from simulator.logs import logger
from simulator.store import Store
from simulator.typed import storable

CODE_LETTERS, CODE_LENGTH = "ABCDEFGHJKMNPQRSTUVWXYZ23456789", 6
"""No letter that is taken for another when it is read out."""
FARTHEST = datetime.timedelta(days=3 * 365)
_log = logger("assigning")


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

    def undone_of(self, actor: Actor, profile_id: str) -> tuple[tuple[Assignment, OfPerson], ...]:
        """What stands for one person and is not done, what is late first. Raises ``NotAllowed``."""
        require(actor, Action.ASSIGN)
        if actor.role == "manager" and profile_id not in actor.leads:
            raise NotAllowed(Action.ASSIGN)
        standing = [one for one in self._store.assignments.of(profile_id) if one.withdrawn_at is None]
        seen = self._overviews(actor, [one for one in standing if self._sees(actor, one)])
        found = [(o.assignment, p) for o in seen for p in o.people if p.profile_id == profile_id and p.here]
        undone = [(one, person) for one, person in found if not person.standing.complete]
        return tuple(sorted(undone, key=lambda pair: (not pair[1].standing.late, pair[0].due_at is None,
                                                      pair[0].due_at or pair[0].opens_at)))  # fmt: skip

    def change_due(self, actor: Actor, assignment_id: str, due_on: date | None) -> Assignment:
        """Another last day, or none. Raises ``NotAllowed``, ``BadDates``, ``ExamNeedsEnd`` and ``Withdrawn``."""
        one, now = self._own(actor, assignment_id), self._clock()
        if one.exam and due_on is None:
            raise ExamNeedsEnd
        if due_on is not None and abs(due_on - now.date()) > FARTHEST:
            raise BadDates
        due_at = end_of(due_on, one.zone, now)
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
        opens_at = max(start_of(wanted.opens_on, zone, now), now)
        due_at = end_of(wanted.due_on, zone, now)
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
            of_person(one, (p, names[p], p in members), made, done, standing_of(one, p, made, done, offered, now))
            for p in shown
        )
        return tuple(sorted(people, key=attention))


def new_code() -> str:
    """A code to read out."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def _changes(actor: Actor, one: Assignment) -> bool:
    return actor.role == "trainer" or one.by_id == actor.id

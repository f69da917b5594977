"""What is assigned to oneself: what comes next, until when, and beginning it.

Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable

from scenarios.load import list_scenarios
from scenarios.values import Frozen
from simulator.access.passwords import Passwords
from simulator.access.tries import Tries
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.assign_refusals import CannotBegin, CodeNeeded
from simulator.assigned import Assignment, Given, Made, Standing, TaskState, seed_for
from simulator.assignment_view import standing_of
from simulator.catalogue import Library
from simulator.own_time import own_time
from simulator.practice import Practice
from simulator.store import Conflict, Store
from simulator.view import AttemptView

SHOWN_DONE = datetime.timedelta(days=7)
"""So long after it was finished an assignment still stands on the start page."""
SOON = datetime.timedelta(days=2)
LONGEST_CODE = 40


class Mine(Frozen):
    """An assignment of one's own: what it is, by whom, and where one stands."""

    assignment: Assignment
    by_name: str
    standing: Standing

    def asks_code(self, state: TaskState) -> bool:
        """Whether the invigilator's code is asked before this task is begun."""
        return bool(self.assignment.code_fingerprint) and state.task.mode == "assessed" and state.open_id is None


class ToDo:
    """What is assigned to a person."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        library: Library = list_scenarios,
        passwords: Passwords | None = None,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._practice = Practice(store, clock, library)
        self._passwords = passwords or Passwords()

    def mine(self, actor: Actor) -> tuple[Mine, ...]:
        """What the start page shows: undone before done, the first due first; what was finished lately at the end."""
        require(actor, Action.SEE_OWN_PROGRESS)
        given = self._store.assignments.of(actor.id)
        by = [self._store.profiles.get(by_id) for by_id in {one.by_id for one in given if one.by_id}]
        names = {person.id: person.name for person in by if person}
        found = [
            Mine(assignment=one, by_name=names.get(one.by_id or "", ""), standing=self._standing(actor, one))
            for one in given
        ]
        now = self._clock()
        return tuple(sorted((one for one in found if self._shown(one)), key=lambda one: _order(one, now)))

    def one(self, actor: Actor, assignment_id: str) -> Mine:
        """One of them, shown on the start page or not. Raises ``NotAllowed`` where it is not the actor's."""
        found = next((a for a in self._store.assignments.of(actor.id) if a.id == assignment_id), None)
        if found is None:
            raise NotAllowed(Action.READ_ATTEMPT)
        by = self._store.profiles.get(found.by_id) if found.by_id else None
        return Mine(assignment=found, by_name=by.name if by else "", standing=self._standing(actor, found))

    def start(self, actor: Actor, assignment_id: str, task: int, code: str = "") -> AttemptView:
        """Begin a task, or go on with the call of it that is open.

        Raises ``NotAllowed``, ``CannotBegin``, ``CodeNeeded``, ``TooManyTries``, and what ``Practice.start`` raises.
        """
        mine = self.one(actor, assignment_id)
        if not 0 <= task < len(mine.standing.tasks):
            raise NotAllowed(Action.READ_ATTEMPT)
        state = mine.standing.tasks[task]
        if state.open_id:
            return self._practice.open(actor, state.open_id)
        if state.why:
            raise CannotBegin(state.why, state.opens_on)
        if mine.asks_code(state):
            self._refuse_other(mine.assignment, actor, code)
        return self._begin(actor, mine.assignment, state)

    def _begin(self, actor: Actor, of: Assignment, state: TaskState) -> AttemptView:
        tried = max((m.number for m in self._made(actor, of) if m.task == state.number), default=0) + 1
        try:
            return self._practice.start(
                actor, state.task.scenario, of.country, of.language, seed_for(of, actor.id, state.number, tried),
                None, state.task.mode, dial=state.task.dial,
                given=Given(assignment_id=of.id, task=state.number, task_try=tried),
            )  # fmt: skip
        except Conflict:  # another window was quicker: its call stands
            standing = next((m for m in self._made(actor, of) if (m.task, m.number) == (state.number, tried)), None)
            if standing is None:
                raise
            return self._practice.open(actor, standing.attempt_id)

    def _refuse_other(self, of: Assignment, actor: Actor, code: str) -> None:
        """Raise ``CodeNeeded`` where it is not the code; tries are counted, so that nobody guesses it."""
        name, tries = f"code:{of.id}:{actor.id}", Tries(self._store, self._clock)
        if not code.strip():
            raise CodeNeeded
        tries.begin(name, actor.id)
        if not self._passwords.fits(of.code_fingerprint, code.strip().upper()[:LONGEST_CODE]):
            raise CodeNeeded
        tries.succeeded(name, actor.id)

    def _made(self, actor: Actor, of: Assignment) -> tuple[Made, ...]:
        return self._store.assignments.made([of.id], actor.id)

    def _standing(self, actor: Actor, of: Assignment) -> Standing:
        done = self._store.assignments.done([of.id], actor.id)
        offered = {scenario.id for scenario in self._library()}
        now = own_time(self._store, actor.id, self._clock())
        return standing_of(of, actor.id, self._made(actor, of), done, offered, now)

    def _shown(self, one: Mine) -> bool:
        """Withdrawn ones while a call of theirs is open; done ones for a week."""
        if one.assignment.withdrawn_at is not None:
            return any(state.open_id for state in one.standing.tasks)
        if one.standing.complete and not any(state.open_id for state in one.standing.tasks):
            finished = one.standing.finished_at
            return finished is not None and self._clock() - finished < SHOWN_DONE
        return True


def _order(one: Mine, now: datetime.datetime) -> tuple[bool, float, str]:
    """Undone before done, the first due first; a programme goes on every day, and stands after what is due tomorrow."""
    of = one.assignment
    due = of.due_at or (now + SOON if of.programme else datetime.datetime.max.replace(tzinfo=datetime.UTC))
    return (one.standing.complete, due.timestamp(), of.id)

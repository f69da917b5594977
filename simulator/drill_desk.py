"""What a trainee can do with drills: today's three, one try after another, the history, and deleting it.

Knows the store and the clock it is given, and no screen. Drills are practice: nobody else reads them, and they never
enter the progress of calls.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from scenarios.load import list_scenarios
from scenarios.values import Language
from scoring.reading.reader import Reader
from scoring.scorecard import Scorecard
from simulator import catalogue, typed
from simulator.accounts import Action, Actor, require
from simulator.conversation import respond
from simulator.drills import bank
from simulator.drills.choosing import Chosen, todays
from simulator.drills.drill import Drill, is_key
from simulator.drills.judging import has_passed, judge_try
from simulator.drills.known import known
from simulator.drills.refusals import NoSuchDrill, TooManyTries, TryIsOver
from simulator.drills.replay import Replayed, replay
from simulator.drills.streak import Streak, streak
from simulator.drills.tries import DrillTry, TryLine
from simulator.lexicon_in_use import reader_now, reader_of
from simulator.logs import logger
from simulator.own_time import own_time
from simulator.sealing import UnderExam, under_exam
from simulator.state import Said, Step
from simulator.store import Conflict, Store
from simulator.workspace import workspace_of

LATEST_CALLS, ALL_CALLS = 3, 400
"""Calls whose lost moments are looked at; and calls whose days count for the streak."""
_log = logger("drills")


@dataclass(frozen=True, slots=True)
class Day:
    """Today's drills, which of them are done, and the days in a row."""

    chosen: tuple[Chosen, ...]
    done: frozenset[str]
    streak: Streak

    @property
    def next(self) -> Chosen | None:
        """The first that is not done."""
        return next((c for c in self.chosen if c.drill.key not in self.done), None)


@dataclass(frozen=True, slots=True)
class Open:
    """A drill with one's tries at it, the first first; ``number`` is the try that is looked at, or about to begin."""

    drill: Drill
    replayed: Replayed
    tries: tuple[DrillTry, ...]
    number: int

    @property
    def now(self) -> DrillTry | None:
        """The try looked at; ``None`` where it has not begun."""
        return next((t for t in self.tries if t.number == self.number), None)

    @property
    def before(self) -> DrillTry | None:
        """The try before it, to see what changed."""
        return next((t for t in reversed(self.tries) if t.number < self.number), None)


class DrillDesk:
    """A trainee's drills. ``clock`` gives the present instant with its zone; its day is today."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        library: catalogue.Library = list_scenarios,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library

    def today(self, actor: Actor, language: Language, country: str | None = None) -> Day:
        """The day's drills in the language of the screen, the same all day long."""
        require(actor, Action.SEE_OWN_PROGRESS)
        now = own_time(self._store, actor.id, self._clock())
        hidden = under_exam(self._store, actor.id, now)
        shelf = (s for s in self._library() if not s.exam_only and s.id not in hidden)
        there = {s.id: s.countries for s in workspace_of(self._store).narrowed(tuple(shelf))}
        fitting = [d for d in bank.drills() if d.language == language and d.country in there.get(d.scenario, ())]
        tries, scored = self._store.drill_tries.of(actor.id), self._store.scorecards.of(actor.id)
        knows = known(now.date(), now.tzinfo, tries, scored, self._calls(actor, now.tzinfo), bank.find, country)
        done = frozenset(t.drill for t in tries if t.finished_at and t.day(now.tzinfo) == now.date())
        return Day(todays(fitting, knows), done, self.streak(actor))

    def open(self, actor: Actor, key: str, number: int | None = None) -> Open:
        """The drill at its moment, with one's own tries; without a number, at the latest.

        Raises ``NoSuchDrill``, ``UnderExam``, and ``TooManyTries`` for a number beyond the next.
        """
        require(actor, Action.START_PRACTICE)
        drill = bank.find(key) if is_key(key) else None
        scenario = next((s for s in self._library() if drill and s.id == drill.scenario), None)
        replayed = replay(scenario, drill) if scenario and drill else None
        if drill is None or replayed is None or replayed.scenario.exam_only:
            raise NoSuchDrill
        if drill.scenario in under_exam(self._store, actor.id, self._clock()):
            raise UnderExam
        tries = self._store.drill_tries.at(actor.id, key)
        latest = tries[-1].number if tries else 1
        following = latest + 1 if tries and tries[-1].is_over else latest
        if number is not None and not 1 <= number <= following:
            raise TooManyTries
        return Open(drill, replayed, tries, number or latest)

    def say(self, actor: Actor, key: str, number: int, replied: int, text: str) -> Open:
        """One reply of a try, of which ``replied`` (0 or 1) are said; saved, and judged when it is the last.

        The same reply again changes nothing. Raises ``NothingSaid``, ``ReplyTooLong``, and ``TryIsOver`` where another
        window spoke first; what was typed is in the refusal's ``kept``.
        """
        here, said = self.open(actor, key, number), typed.reply(Said(text=text))
        steps = here.now.steps if here.now else ()
        if replied < len(steps) and steps[replied].said == said:
            return here
        if replied != len(steps) or (here.now and here.now.is_over):
            raise TryIsOver(kept=text)
        self._keep(self._after(actor, here, self._answered(here, steps, said)), text)
        return self.open(actor, key, number)

    def streak(self, actor: Actor) -> Streak:
        """The days in a row on which the actor called or drilled."""
        require(actor, Action.SEE_OWN_PROGRESS)
        now = own_time(self._store, actor.id, self._clock())
        calls = self._store.attempts.begun(actor.id, ("talk", "wrap_up", "closed"), ALL_CALLS)
        days = {at.astimezone(now.tzinfo).date() for at in calls}
        return streak(days | {t.day(now.tzinfo) for t in self._store.drill_tries.of(actor.id)}, now.date())

    def history(self, actor: Actor) -> tuple[TryLine, ...]:
        """The actor's finished tries, the first first."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return tuple(t for t in self._store.drill_tries.of(actor.id) if t.finished_at)

    def delete(self, actor: Actor, try_id: str) -> None:
        """Delete a try of one's own. Raises ``NotAllowed``."""
        require(actor, Action.DELETE_PRACTICE, self._store.drill_tries.get(try_id))
        self._store.drill_tries.delete(try_id)

    def delete_all(self, actor: Actor) -> None:
        """Delete all one's own tries."""
        require(actor, Action.START_PRACTICE)
        self._store.drill_tries.delete_all(actor.id)
        _log.info("drills_deleted")

    def _answered(self, here: Open, steps: tuple[Step, ...], said: Said) -> tuple[Step, ...]:
        replayed = here.replayed
        state = steps[-1].state if steps else replayed.steps[-1].state
        return (*steps, respond(replayed.scenario, replayed.case, state, said, self._reader(steps)))

    def _reader(self, steps: tuple[Step, ...]) -> Reader:
        """A try is read to its end as it was at its first reply; a new one as the reader is taught today."""
        began = next((str(s.reading.get("reader", "")) for s in steps if s.reading), None)
        return reader_now(self._store) if began is None else reader_of(self._store, began)

    def _after(self, actor: Actor, here: Open, steps: tuple[Step, ...]) -> DrillTry:
        """The try with one reply more; where it is the last, judged."""
        drill, now = here.drill, self._clock()
        tried = here.now or DrillTry(
            id=str(uuid4()), owner_id=actor.id, drill=drill.key, number=here.number, scenario=drill.scenario,
            criterion=drill.criterion, kind=drill.kind, language=drill.language, began_at=now,
            heard=here.replayed.steps[-1].words,
        )  # fmt: skip
        tried = tried.model_copy(update={"steps": steps})
        if not tried.is_over:
            return tried
        shown = judge_try(here.replayed, steps, self._reader(steps))
        judged = {
            "judgements": shown.judgements, "grave": shown.grave, "coached": shown.coached, "finished_at": now,
            "level": shown.judgement(drill.criterion).level, "passed": has_passed(shown, drill.criterion),
        }  # fmt: skip
        return tried.model_copy(update=judged)

    def _keep(self, tried: DrillTry, text: str) -> None:
        try:
            if len(tried.steps) == 1:
                self._store.drill_tries.add(tried)
            else:
                self._store.drill_tries.save(tried)
        except Conflict:
            raise TryIsOver(kept=text) from None
        _log.info("drill_reply_saved", replies=len(tried.steps), over=tried.is_over)

    def _calls(self, actor: Actor, zone: datetime.tzinfo | None) -> list[tuple[Scorecard, date]]:
        """The scorecards of the latest calls, the newest first, with the day of the call."""
        found = []
        for call in self._store.attempts.of(actor.id, ("closed",), LATEST_CALLS):
            card = self._store.scorecards.latest(call.id)
            if card is not None:
                found.append((card, call.updated_at.astimezone(zone).date()))
        return found

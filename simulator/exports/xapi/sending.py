"""Sending what waits: in order, again until it is taken, never twice under two ids. Knows the store, and no screen."""

import datetime
from collections.abc import Callable, Sequence

from scenarios.values import Frozen
from simulator.exports.xapi.answers import Answer, wait_after
from simulator.exports.xapi.endpoint import Endpoint
from simulator.exports.xapi.statements import agrees, statement
from simulator.exports.xapi.waiting import Waiting
from simulator.logs import logger
from simulator.store import Store

AT_A_TIME = 50
PAUSE = datetime.timedelta(minutes=10)
"""After an answer that says there is no use in going on: a wrong password, an address that is no record store's."""
_log = logger("deliveries")


class Round(Frozen):
    """What came of it, in statements. ``stopped`` is what was answered where there was no use in going on."""

    sent: int = 0
    later: int = 0
    parked: int = 0
    stopped: str = ""

    def __add__(self, other: "Round") -> "Round":
        figures = {name: getattr(self, name) + getattr(other, name) for name in ("sent", "later", "parked")}
        return Round(**figures, stopped=other.stopped or self.stopped)


class Sender:
    """Sends to one record store. ``base`` is the installation's address, under which everything is named."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], endpoint: Endpoint, base: str) -> None:
        self._outbox, self._clock, self._endpoint, self._base = store.outbox, clock, endpoint, base

    def all(self) -> Round:
        """Send everything that is due, until nothing is or something stands in the way."""
        done = Round()
        while True:
            one = self.once()
            done += one
            if (not one.sent and not one.parked) or one.stopped:
                return done

    def once(self) -> Round:
        """Send the first ones that are due, at most one of each call: the next waits until it is taken."""
        waiting = self._outbox.claim(self._clock(), AT_A_TIME)
        done = self._together(waiting) if waiting else Round()
        if waiting:
            _log.info("statements", **done.model_dump(exclude={"stopped"}), stopped=bool(done.stopped))
        return done

    def _together(self, waiting: Sequence[Waiting]) -> Round:
        """All at once; where one of them is refused, each by itself."""
        answer = self._endpoint.put([statement(one.told, self._base) for one in waiting])
        match answer.verdict:
            case "taken":
                self._outbox.taken([one.id for one in waiting], self._clock())
                return Round(sent=len(waiting))
            case "stop":
                return self._stopped(waiting, answer)
            case "later":
                return self._later(waiting, answer)
        if len(waiting) == 1:
            return self._refused(waiting[0], answer)
        return self._one_by_one(waiting)

    def _one_by_one(self, waiting: Sequence[Waiting]) -> Round:
        done = Round()
        for place, one in enumerate(waiting):
            done += self._together([one])
            if done.stopped or done.later:  # the rest will not fare better now
                rest = Answer(status=0, words=done.stopped)
                return done + (self._postponed(waiting[place + 1 :], rest))
        return done

    def _refused(self, one: Waiting, answer: Answer) -> Round:
        """The very same stands there already: that is success. Else a person has to look at it."""
        if answer.verdict == "differs":
            held = self._endpoint.held(one.id)
            if held is not None and agrees(statement(one.told, self._base), held):
                self._outbox.taken([one.id], self._clock())
                return Round(sent=1)
        self._outbox.park(one.id, answer.shown)
        return Round(parked=1)

    def _later(self, waiting: Sequence[Waiting], answer: Answer) -> Round:
        now = self._clock()
        for one in waiting:
            tries = one.tries + 1
            self._outbox.postpone(one.id, now + wait_after(one.id, tries), tries, answer.shown)
        return Round(later=len(waiting))

    def _stopped(self, waiting: Sequence[Waiting], answer: Answer) -> Round:
        return self._postponed(waiting, answer).model_copy(update={"stopped": answer.shown})

    def _postponed(self, waiting: Sequence[Waiting], answer: Answer) -> Round:
        """Put off without counting a try: it was not their fault."""
        for one in waiting:
            self._outbox.postpone(one.id, self._clock() + PAUSE, one.tries, answer.shown)
        return Round(later=len(waiting))

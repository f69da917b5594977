"""Sitting beside: a coach listens to a call as it runs, in view of the person calling. Never silently.

An assessed call is open to those who may read it; practice to a coach whom its owner asked in, until either ends it.
Nothing is shown before the seat stands, and the caller's page tells of every seat in which somebody is listening.
Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

from scenarios.values import Frozen
from simulator.accounts import Action, Actor, NotAllowed, may, require
from simulator.audited import Deed
from simulator.kept import Attempt
from simulator.logs import logger
from simulator.refusals import Refusal
from simulator.seats import Seat
from simulator.sharing import Coach, NoSuchCoach, Sharing
from simulator.state import Step
from simulator.store import Store

SIGN_EVERY = datetime.timedelta(seconds=5)
"""How often the coach's page leaves a sign that somebody is there."""
_log = logger("sitting_beside")


class Over(Refusal):
    """The call is not running: there is nothing to listen to."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta llamada no está en curso, o ya no se acompaña. Una evaluada se lee cuando termina.",
            en="This call is not running, or you no longer sit beside it. An assessed one can be read once it is over.",
        )


class Listener(Frozen):
    """Somebody beside one's call. ``listening`` now, or asked in and not there yet."""

    seat_id: str
    name: str
    invited: bool
    listening: bool


class Asked(Frozen):
    """A call that a coach is asked to sit beside."""

    attempt_id: str
    name: str
    title: dict[str, str]


class Overheard(Frozen):
    """What a coach beside a call hears: who calls, whom, and every step so far."""

    attempt_id: str
    name: str
    title: dict[str, str]
    debtor: str
    invited: bool
    steps: tuple[Step, ...]
    over: bool


class SittingBeside:
    """Who sits beside whose call."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def coaches(self, actor: Actor) -> tuple[Coach, ...]:
        """Those whom one may ask in."""
        return Sharing(self._store, self._clock).coaches(actor)

    def invite(self, actor: Actor, attempt_id: str, coach_id: str) -> Seat:
        """Ask a coach to sit beside one's practice. The same a second time: what stands.

        Raises ``NotAllowed``, ``NoSuchCoach``, and ``Over`` where the call is not running.
        """
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.INVITE_BESIDE, attempt)
        assert attempt is not None
        if attempt.phase != "talk":
            raise Over
        if coach_id not in {coach.id for coach in self.coaches(actor)}:
            raise NoSuchCoach
        standing = next((s for s in self._store.beside.at(attempt_id) if s.coach_id == coach_id), None)
        return standing or self._seat(actor, attempt, coach_id, Deed.BESIDE_INVITED, invited=True)

    def listeners(self, actor: Actor, attempt_id: str) -> tuple[Listener, ...]:
        """Who listens to one's own call now, or is asked to. Raises ``NotAllowed``."""
        require(actor, Action.CONTINUE_ATTEMPT, self._store.attempts.get(attempt_id))
        now = self._clock()
        return tuple(
            Listener(seat_id=s.id, name=self._name(s.coach_id), invited=s.invited, listening=s.listens(now))
            for s in self._store.beside.at(attempt_id) if s.invited or s.listens(now)
        )  # fmt: skip

    def end(self, actor: Actor, attempt_id: str) -> None:
        """The caller ends it: whoever was asked beside practice goes. Raises ``NotAllowed``; an assessed call stays
        open to those who may listen.
        """
        require(actor, Action.INVITE_BESIDE, self._store.attempts.get(attempt_id))
        for seat in self._store.beside.at(attempt_id):
            self._end(actor, seat)

    def asked(self, actor: Actor) -> tuple[Asked, ...]:
        """The running practice that the actor is asked to sit beside. Raises ``NotAllowed``."""
        require(actor, Action.RECEIVE_SHARES)
        found = ((s, self._store.attempts.get(s.attempt_id)) for s in self._store.beside.for_coach(actor.id))
        return tuple(
            Asked(attempt_id=attempt.id, name=self._name(attempt.owner_id), title=attempt.title)
            for seat, attempt in found if seat.invited and attempt is not None and attempt.phase == "talk"
        )  # fmt: skip

    def sit(self, actor: Actor, attempt_id: str) -> Seat:
        """Sit down: from now on the caller sees it. Raises ``NotAllowed``, and ``Over``."""
        attempt, seat = self._beside(actor, attempt_id)
        if attempt.phase != "talk":
            raise Over
        now = self._clock()
        if seat is None:
            seat = self._seat(actor, attempt, actor.id, Deed.BESIDE_BEGAN, invited=False)
        elif seat.began_at is None:
            with self._store.acting(Deed.BESIDE_BEGAN, now, actor.id, attempt_id):
                self._store.beside.mark(seat.id, began_at=now, seen_at=now)
        else:
            self._store.beside.mark(seat.id, seen_at=now)
        return seat

    def listen(self, actor: Actor, attempt_id: str) -> Overheard:
        """The call so far, with a sign that one is there. Raises ``NotAllowed``, and ``Over`` without a seat, once
        either side ended it, and for practice once the call is over.
        """
        attempt, seat = self._beside(actor, attempt_id)
        if seat is None or seat.began_at is None:
            raise Over
        now, running = self._clock(), attempt.phase == "talk"
        if not running:
            self._end(actor, seat)
            if seat.invited:
                raise Over
        elif seat.seen_at is None or now - seat.seen_at >= SIGN_EVERY:
            self._store.beside.mark(seat.id, seen_at=now)
        steps = tuple(turn.step for turn in self._store.attempts.turns(attempt_id))
        return Overheard(
            attempt_id=attempt_id, name=self._name(attempt.owner_id), title=attempt.title, invited=seat.invited,
            debtor=str(attempt.case.get("debtor", {}).get("first_name", "")), steps=steps, over=not running,
        )  # fmt: skip

    def leave(self, actor: Actor, attempt_id: str) -> None:
        """The coach gets up. A second time changes nothing."""
        with suppress(Over):
            _attempt, seat = self._beside(actor, attempt_id)
            if seat is not None:
                self._end(actor, seat)

    def _beside(self, actor: Actor, attempt_id: str) -> tuple[Attempt, Seat | None]:
        """The attempt, where the actor may sit beside it, and their seat. Raises ``NotAllowed``, and ``Over`` for who
        was asked in and is no longer.
        """
        attempt = self._store.attempts.get(attempt_id)
        seat = next((s for s in self._store.beside.at(attempt_id) if s.coach_id == actor.id), None)
        asked = seat is not None and seat.invited and may(actor, Action.RECEIVE_SHARES)
        if attempt is None or not (asked or may(actor, Action.SIT_BESIDE, attempt)):
            raise Over if self._store.beside.was_at(attempt_id, actor.id) else NotAllowed(Action.SIT_BESIDE)
        return attempt, seat

    def _seat(self, actor: Actor, attempt: Attempt, coach_id: str, deed: Deed, *, invited: bool) -> Seat:
        now = self._clock()
        began = {} if invited else {"began_at": now, "seen_at": now}
        seat = Seat(id=str(uuid4()), attempt_id=attempt.id, coach_id=coach_id, invited=invited, asked_at=now, **began)
        with self._store.acting(deed, now, actor.id, attempt.id):
            self._store.beside.add(seat)
        _log.info("beside", attempt=attempt.id, invited=invited)
        return seat

    def _end(self, actor: Actor, seat: Seat) -> None:
        now = self._clock()
        with self._store.acting(Deed.BESIDE_ENDED, now, actor.id, seat.attempt_id):
            self._store.beside.mark(seat.id, ended_at=now)

    def _name(self, profile_id: str) -> str:
        profile = self._store.profiles.get(profile_id)
        return profile.name if profile else ""

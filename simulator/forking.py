"""A call tried differently: from any reply on, what was said before stays, and one plays on from there.

Knows the store and the clock it is given, and no screen. What was said before is copied as stored, never replayed.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from simulator.accounts import Action, Actor, require
from simulator.kept import Attempt, AttemptSummary
from simulator.logs import logger
from simulator.own_attempts import OwnAttempts
from simulator.refusals import Refusal
from simulator.store import Store
from simulator.view import AttemptView, view_of

MOST = 20
"""Calls that may part from one call."""
_log = logger("forking")


class AssessedStays(Refusal):
    """An assessed call is played once."""

    def __init__(self) -> None:
        super().__init__(
            es="Una llamada evaluada se hace una sola vez: no se puede probar de otra manera. Practique el mismo "
            "escenario y pruebe ahí cuanto quiera.",
            en="An assessed call is made once: it cannot be tried differently. Practise the same scenario and try "
            "there as often as you like.",
        )


class NoSuchTurn(Refusal):
    """The call has no reply of that number to part from."""

    def __init__(self, last: int) -> None:
        super().__init__(
            es=f"Esta llamada no tiene ese turno: elija uno del 1 al {last}."
            if last
            else "En esta llamada usted todavía no ha dicho nada que pueda probarse de otra manera.",
            en=f"This call has no such turn: choose one from 1 to {last}."
            if last
            else "You have not said anything in this call yet that could be tried differently.",
        )


class TooManyForks(Refusal):
    """The call was tried differently often enough."""

    def __init__(self) -> None:
        super().__init__(
            es=f"Esta llamada ya se probó de otra manera {MOST} veces. Borre alguna o empiece una llamada nueva.",
            en=f"This call was tried differently {MOST} times already. Delete one of them, or begin a new call.",
        )


class Forks:
    """The calls that part from a person's calls."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock, self._attempts = store, clock, OwnAttempts(store, clock)

    def start(self, actor: Actor, attempt_id: str, turn: int) -> AttemptView:
        """A new attempt in the talk, with the steps before ``turn`` as stored; ``turn`` is the first to say anew.

        Raises ``NotAllowed``, ``AssessedStays``, ``NoSuchTurn`` and ``TooManyForks``.
        """
        attempt = self._mine(actor, attempt_id)
        turns = self._store.attempts.turns(attempt_id)
        if not 1 <= turn < len(turns):
            raise NoSuchTurn(max(len(turns) - 1, 0))
        if len(self._store.attempts.forks_of(attempt_id)) >= MOST:
            raise TooManyForks
        fork = _parted(attempt, turn, self._clock())
        self._store.attempts.add(fork, turns[:turn])
        _log.info("fork_started", attempt=fork.id, of=attempt_id, turn=turn)
        return view_of(fork, turns[:turn], None)

    def of(self, actor: Actor, attempt_id: str) -> tuple[AttemptSummary, ...]:
        """The calls that part from an attempt of one's own, the latest first. Raises ``NotAllowed``."""
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.CONTINUE_ATTEMPT, attempt)
        return self._store.attempts.forks_of(attempt_id)

    def origin(self, actor: Actor, fork: AttemptView) -> AttemptView | None:
        """The call from which this one parts; ``None`` where it parts from none. Raises ``NotAllowed``."""
        return self._attempts.open(actor, fork.forked_from) if fork.forked_from else None

    def _mine(self, actor: Actor, attempt_id: str) -> Attempt:
        attempt = self._store.attempts.get(attempt_id)
        if attempt is not None and attempt.owner_id == actor.id and attempt.mode == "assessed":
            raise AssessedStays
        require(actor, Action.FORK_ATTEMPT, attempt)
        assert attempt is not None
        return attempt


_THE_SAME = {
    "owner_id", "mode", "scenario_id", "scenario_version", "content_hash", "content", "title", "difficulty", "skills",
    "country", "language", "seed", "on", "case", "reader", "rubric", "rubric_version", "plan", "contact", "earlier",
    "approach",
}  # fmt: skip
"""What both branches share. A thread is not among it: what might have been is no contact with the account."""


def _parted(attempt: Attempt, turn: int, now: datetime.datetime) -> Attempt:
    return Attempt(
        id=str(uuid4()), phase="talk", forked_from=attempt.id, forked_turn=turn, created_at=now, updated_at=now,
        talk_began_at=now, **attempt.model_dump(include=_THE_SAME),
    )  # fmt: skip

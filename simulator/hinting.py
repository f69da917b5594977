"""Hints in a practice talk: asked for, counted, kept with the attempt. In an assessed one there are none."""

import datetime
from collections.abc import Callable

from simulator.accounts import Action, Actor, may
from simulator.attempt_refusals import NotNow
from simulator.kept import HintTaken
from simulator.logs import logger
from simulator.own_attempts import OwnAttempts
from simulator.refusals import Refusal
from simulator.store import Store
from simulator.view import AttemptView

STEPS = 3
_log = logger("hinting")


class NoHints(Refusal):
    """An assessed call is talked without hints."""

    def __init__(self) -> None:
        super().__init__(
            es="En una llamada evaluada no hay pistas. Puede pedirlas en una de práctica.",
            en="There are no hints in an assessed call. You can ask for them in a practice call.",
        )


class Hinting:
    """The hints of a person's own practice."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._attempts = OwnAttempts(store, clock)

    def take(self, actor: Actor, attempt_id: str, turn: int) -> AttemptView:
        """The next hint before reply ``turn``; each is counted once, and after the last one nothing changes.

        Raises ``NotAllowed``, ``NoHints`` for an assessed attempt, ``NotNow`` outside the talk, and
        ``ChangedMeanwhile``. A hint for a reply that has been given meanwhile is not taken.
        """
        attempt = self._attempts.own(actor, attempt_id)
        if not may(actor, Action.TAKE_HINT, attempt):
            raise NoHints
        if attempt.phase != "talk":
            raise NotNow(attempt.phase)
        view = self._attempts.open(actor, attempt_id)
        step = taken(view, turn) + 1
        if turn != view.next_number or step > STEPS:
            return view
        hints = (*attempt.hints, HintTaken(turn=turn, step=step))
        self._attempts.save(attempt.model_copy(update={"hints": hints}))
        _log.info("hint_taken", attempt=attempt_id, turn=turn, step=step)
        return self._attempts.open(actor, attempt_id)


def taken(view: AttemptView, turn: int) -> int:
    """How many hints were taken before reply ``turn``, 0 to 3."""
    return max((hint.step for hint in view.hints if hint.turn == turn), default=0)

"""Reading and saving one's own attempts: leave is asked, and who was slower is told. Shared by the use cases."""

import datetime
from collections.abc import Callable

from scoring.scorecard import Scorecard
from simulator.accounts import Action, Actor, require
from simulator.attempt_refusals import ChangedMeanwhile
from simulator.kept import Attempt, StoredTurn
from simulator.store import Conflict, Store
from simulator.view import AttemptView, view_of


class OwnAttempts:
    """A person's attempts in the store."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def own(self, actor: Actor, attempt_id: str) -> Attempt:
        """The attempt, to be gone on with. Raises ``NotAllowed`` where it is not the actor's."""
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.CONTINUE_ATTEMPT, attempt)
        assert attempt is not None
        return attempt

    def open(self, actor: Actor, attempt_id: str) -> AttemptView:
        """The attempt as it stands. Raises ``NotAllowed`` where it is not the actor's to read."""
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.READ_ATTEMPT, attempt)
        assert attempt is not None
        return view_of(attempt, self._store.attempts.turns(attempt_id), self._store.scorecards.latest(attempt_id))

    def save(
        self, attempt: Attempt, turn: StoredTurn | None = None, card: Scorecard | None = None, kept: str = ""
    ) -> Attempt:
        """The attempt as saved. Raises ``ChangedMeanwhile`` with what was typed, where another window was quicker."""
        try:
            return self._store.attempts.save(attempt.model_copy(update={"updated_at": self._clock()}), turn, card)
        except Conflict:
            raise ChangedMeanwhile(kept) from None

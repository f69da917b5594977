"""Reading and saving one's own attempts: leave is asked, and who was slower is told. Shared by the use cases."""

import datetime
from collections.abc import Callable

from scoring.scorecard import Scorecard
from simulator.accounts import Action, Actor, require
from simulator.attempt_refusals import ChangedMeanwhile, StillTalking
from simulator.kept import Attempt, StoredTurn
from simulator.sealing import is_sealed, without_wording
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
        """The attempt as it stands; one's own in an exam without model wordings until its window closes.

        Raises ``NotAllowed`` where it is not the actor's to read, and ``StillTalking`` where another's call is running:
        beside it one sits where both can see it.
        """
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.READ_ATTEMPT, attempt)
        assert attempt is not None
        if attempt.owner_id != actor.id and attempt.phase == "talk":
            raise StillTalking
        card = self._store.scorecards.latest(attempt_id)
        return self.view(actor, attempt, self._store.attempts.turns(attempt_id), card)

    def view(
        self, actor: Actor, attempt: Attempt, turns: tuple[StoredTurn, ...], card: Scorecard | None
    ) -> AttemptView:
        """The view that the actor may have of an attempt they may read."""
        sealed = attempt.owner_id == actor.id and is_sealed(self._store, attempt, self._clock())
        view = view_of(attempt, turns, without_wording(card) if card and sealed else card)
        return view.model_copy(update={"sealed": True}) if sealed else view

    def save(
        self, attempt: Attempt, turn: StoredTurn | None = None, card: Scorecard | None = None, kept: str = ""
    ) -> Attempt:
        """The attempt as saved. Raises ``ChangedMeanwhile`` with what was typed, where another window was quicker."""
        try:
            return self._store.attempts.save(attempt.model_copy(update={"updated_at": self._clock()}), turn, card)
        except Conflict:
            raise ChangedMeanwhile(kept) from None

"""How the deliveries to the record store stand, and trying again what was refused. For administrators.

Knows the store and the clock it is given, and no screen; nothing of anybody's calls is read.
"""

import datetime
from collections.abc import Callable

from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.exports.xapi.waiting import Parked, Standing
from simulator.store import Store


class Deliveries:
    """The outbox, for people. ``url`` is the record store's address, empty where none is set.

    An actor that is ``None`` is whoever has the machine itself, at the command line.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], url: str) -> None:
        self._store, self._clock, self.url = store, clock, url

    def standing(self, actor: Actor | None) -> Standing:
        """How many wait, are parked, were taken. Raises ``NotAllowed``."""
        _require(actor)
        return self._store.outbox.standing()

    def parked(self, actor: Actor | None) -> tuple[Parked, ...]:
        """What was refused, the oldest first, with the words of the refusal. Raises ``NotAllowed``."""
        _require(actor)
        return self._store.outbox.parked()

    def retry(self, actor: Actor | None) -> int:
        """Let all that is parked or put off be tried at the next look; how many. Raises ``NotAllowed``."""
        _require(actor)
        now, who = self._clock(), actor.id if actor else ""
        with self._store.sessions.together():
            count = self._store.outbox.retry(now)
            self._store.audit.note(Deed.STATEMENTS_RETRIED, now, who, details={"statements": count})
        return count


def _require(actor: Actor | None) -> None:
    if actor is not None:
        require(actor, Action.CHANGE_INSTALLATION)

"""The port through which acts worth recording leave this package: who, what, on which object. Never typed text."""

import datetime
from collections.abc import Callable

from simulator.accounts import Actor
from simulator.store import Store

Audit = Callable[[Actor | None, str, str], None]
"""Called after the act, with the actor (``None``: nobody signed in), a verb, and the object's id."""


def unaudited(actor: Actor | None, act: str, subject: str) -> None:
    """Records nothing."""


def audited(store: Store, clock: Callable[[], datetime.datetime]) -> Audit:
    """Records in the store's log; ``clock`` gives the instant with its zone."""

    def note(actor: Actor | None, act: str, subject: str) -> None:
        store.audit.note(act, clock(), actor.id if actor else "", subject)

    return note

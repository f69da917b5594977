"""The port through which acts worth recording leave this package: who, what, on which object. Never typed text."""

from collections.abc import Callable

from simulator.accounts import Actor

Audit = Callable[[Actor | None, str, str], None]
"""Called after the act, with the actor (``None``: nobody signed in), a verb, and the object's id."""


def unaudited(actor: Actor | None, act: str, subject: str) -> None:
    """Records nothing."""

"""What a player decides to do in a turn, before there are words for it."""

from dataclasses import dataclass

from simulator.state import Event
from simulator.trials.terms import Terms


@dataclass(frozen=True, slots=True)
class Move:
    """One turn: keys of the phrase bank in the order in which they are said, or an event.

    ``terms`` are the payments that an offer names; ``again`` says the reply before once more, word for word;
    ``told`` multiplies the balance that is told (1 is the truth).
    """

    keys: tuple[str, ...] = ()
    event: Event = ""
    terms: Terms | None = None
    again: bool = False
    told: float = 1.0


def says(*keys: str, terms: Terms | None = None) -> Move:
    """A move of words."""
    return Move(keys, terms=terms)

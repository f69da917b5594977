"""Where indicators are registered, and how they are run over a moment."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from scoring.criteria.moment import AgentTurn, CallView, DebtorTurn
from scoring.criterion import Finding

Look = Callable[[AgentTurn, DebtorTurn, CallView], Finding | None]
ROOMS = ("calm", "empathy", "clarity")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing to look for. ``id`` is unique; its cards are ``cards/<criterion>/<id>.<language>.md``."""

    criterion: str
    id: str
    look: Look


_REGISTERED: dict[str, Indicator] = {}


def indicator(criterion: str) -> Callable[[Look], Look]:
    """Register a function as an indicator of the criterion, under the function's own name."""

    def registered(look: Look) -> Look:
        _REGISTERED[look.__name__] = Indicator(criterion, look.__name__, look)
        return look

    return registered


@lru_cache(maxsize=1)
def indicators() -> tuple[Indicator, ...]:
    """All indicators, by criterion in the guide's order and then as they stand in their room."""
    for room in ROOMS:
        import_module(f"scoring.criteria.{room}")
    return tuple(sorted(_REGISTERED.values(), key=lambda i: ROOMS.index(i.criterion)))


def findings(turn: AgentTurn, before: DebtorTurn, call: CallView) -> tuple[Finding, ...]:
    """Everything that the indicators find in this reply."""
    found = (i.look(turn, before, call) for i in indicators())
    return tuple(f for f in found if f is not None)

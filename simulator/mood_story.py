"""How the debtor's mood went in a call: every shift with its main cause, and the shifts that counted most. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from scenarios.values import Frozen
from simulator.state import Step

Level = Literal["anger", "trust", "commitment"]
LEVELS: tuple[Level, ...] = ("anger", "trust", "commitment")


class Shift(Frozen):
    """One level in one turn: by how many points it moved in all, and the cause of the largest part of that."""

    turn: int
    level: Level
    by: int
    cause: str


def shifts(steps: Sequence[Step]) -> tuple[Shift, ...]:
    """Every level that moved in a turn, in the order of the call."""
    found = (_shift(before, step, level) for before, step in pairwise(steps) for level in LEVELS)
    return tuple(shift for shift in found if shift is not None)


def turning_points(steps: Sequence[Step], most: int = 3) -> tuple[Shift, ...]:
    """The turns that moved the debtor most, one shift a turn, in the order of the call."""
    largest: dict[int, Shift] = {}
    for shift in shifts(steps):
        if shift.turn not in largest or abs(shift.by) > abs(largest[shift.turn].by):
            largest[shift.turn] = shift
    chosen = sorted(largest.values(), key=lambda shift: (-abs(shift.by), shift.turn))[:most]
    return tuple(sorted(chosen, key=lambda shift: shift.turn))


def _shift(before: Step, step: Step, level: Level) -> Shift | None:
    by = getattr(step.state, level) - getattr(before.state, level)
    if by == 0:
        return None
    same_way = [c for c in step.changes if c.what == level and isinstance(c.by, int) and c.by * by > 0]
    largest = max(same_way, key=lambda c: abs(int(c.by)), default=None)
    return Shift(turn=step.number, level=level, by=by, cause=largest.cause if largest else "")

"""When a weakness comes back: boxes after Leitner ("So lernt man lernen", Herder 1972), with growing intervals.

That recall holds longer where the intervals grow is Landauer and Bjork's finding ("Optimum rehearsal patterns and name
learning", 1978). The lengths are this program's choice: a working week's beginning, its middle, a week, two and a bit.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from scenarios.values import Frozen

INTERVALS = (1, 3, 7, 16)
"""Days from a try to the next, by box. Who passes in the last box is done with it."""


class Tried(Frozen):
    """One try that counts: what it tried, on which day, and whether it passed."""

    criterion: str
    kind: str
    day: date
    passed: bool


class Returning(Frozen):
    """A weakness in a box (0 to 3): last tried on ``tried``, passed or not, and due again on ``due``."""

    criterion: str
    kind: str
    box: int
    tried: date
    passed: bool
    due: date


def returning(tries: Sequence[Tried]) -> tuple[Returning, ...]:
    """What will come back, the soonest first. Of several tries on one day the first counts: the rest is learning."""
    boxes: dict[tuple[str, str], Returning] = {}
    counted: set[tuple[str, str, date]] = set()
    for tried in sorted(tries, key=lambda t: t.day):
        weakness, at = (tried.criterion, tried.kind), (tried.criterion, tried.kind, tried.day)
        if at in counted:
            continue
        counted.add(at)
        moved = _moved(boxes.pop(weakness, None), tried)
        if moved is not None:
            boxes[weakness] = moved
    return tuple(sorted(boxes.values(), key=lambda r: (r.due, r.box, r.criterion, r.kind)))


def _moved(before: Returning | None, tried: Tried) -> Returning | None:
    """Missed: back to the first box. Passed when due: on to the next, or out. Passed early: it stays where it was."""
    if not tried.passed:
        return _boxed(tried, 0)
    if before is None or tried.day < before.due:
        return before
    return _boxed(tried, before.box + 1) if before.box + 1 < len(INTERVALS) else None


def _boxed(tried: Tried, box: int) -> Returning:
    due = tried.day + timedelta(days=INTERVALS[box])
    return Returning(
        criterion=tried.criterion, kind=tried.kind, box=box, tried=tried.day, passed=tried.passed, due=due
    )  # fmt: skip

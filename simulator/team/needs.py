"""Who needs help this week: a few people, each for one reason, the weightiest first. Pure.

Figures of fewer than five calls put nobody here; a breach does, whatever the number.
"""

import datetime
from collections.abc import Callable
from typing import Literal

from scenarios.values import Frozen
from simulator.team.numbers import FEW
from simulator.team.overview import BETTER, POINTS, Line, Overview, stalls

MOST = 5
"""People named at most: more than a manager can speak with in a week is no help."""
LOW = 2.0
"""A mean level under which a criterion is weak: under "on the way"."""
AWAY = datetime.timedelta(weeks=3)
"""Without an assessed call for so long, one is asked after."""
Kind = Literal["breach", "possible", "fell", "low", "stalls", "away"]


class Need(Frozen):
    """One person and the reason. ``value`` is a level for ``low``, points or levels lost for ``fell``; ``others`` what
    the rest reaches at equal difficulty; ``k`` of ``n`` calls.
    """

    line: Line
    kind: Kind
    weight: float
    criterion: str | None = None
    n: int = 0
    k: int = 0
    value: float = 0.0
    others: float | None = None


def needs(found: Overview, now: datetime.datetime) -> tuple[Need, ...]:
    """At most five, a person each."""
    wanted = [need for line in found.lines if not line.member.left for need in _of(line, now)]
    first: dict[str, Need] = {}
    for need in sorted(wanted, key=lambda one: (-one.weight, one.line.member.name.casefold(), one.line.member.id)):
        first.setdefault(need.line.member.id, need)
    return tuple(list(first.values())[:MOST])


def too_few(found: Overview) -> tuple[Line, ...]:
    """Of whom no figure can say anything yet: fewer than five calls, those with most first."""
    few = [line for line in found.lines if not line.member.left and line.calls < FEW]
    return tuple(sorted(few, key=lambda line: (-line.calls, line.member.name.casefold(), line.member.id)))


def _of(line: Line, now: datetime.datetime) -> list[Need]:
    looks: tuple[Callable[[Line], Need | None], ...] = (_breach, _possible, _fell, _low, _stalls)
    found = [need for need in (look(line) for look in looks) if need]
    if line.last is not None and now - line.last >= AWAY:
        weeks = (now - line.last).days // 7
        found.append(Need(line=line, kind="away", weight=10 + min(weeks, 9), n=weeks))
    return found


def _breach(line: Line) -> Need | None:
    if not line.breaches:
        return None
    return Need(line=line, kind="breach", weight=100 + line.breaches, k=line.breaches, n=line.calls)


def _possible(line: Line) -> Need | None:
    """More than one that waits for a person: a habit, perhaps."""
    if line.possible < 2:
        return None
    return Need(line=line, kind="possible", weight=50 + line.possible, k=line.possible, n=line.calls)


def _fell(line: Line) -> Need | None:
    """Surely lower than before by a step, in all; named with the criterion that lost most."""
    change = line.change
    if change is None or not change.sure or change.value > -POINTS or line.calls < FEW:
        return None
    lost = min(line.moved, key=lambda c: line.moved[c].value, default=None)
    return Need(
        line=line, kind="fell", weight=80 - change.value / 10, criterion=lost, n=line.calls, value=-change.value
    )


def _low(line: Line) -> Need | None:
    """The weakest criterion, where it is weak of enough calls and lower than the others' at equal difficulty."""
    weak = [
        (square.level, criterion)
        for criterion, square in line.squares.items()
        if square.level is not None and square.n >= FEW and square.level < LOW
        and (square.gap is None or square.gap.value <= -BETTER)
    ]  # fmt: skip
    if not weak:
        return None
    level, criterion = min(weak)
    square = line.squares[criterion]
    others = level - square.gap.value if square.gap else None
    return Need(
        line=line, kind="low", weight=60 + (LOW - level) * 10, criterion=criterion, n=square.n, value=level,
        others=others,
    )  # fmt: skip


def _stalls(line: Line) -> Need | None:
    if not stalls(line):
        return None
    weakest = min(line.squares, key=lambda c: line.squares[c].level or 0.0, default=None)
    n, k = line.passed.n, line.passed.k
    return Need(line=line, kind="stalls", weight=40 + 5 * (1 - k / n if n else 0), criterion=weakest, n=n, k=k)

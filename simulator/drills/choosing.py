"""The three drills of a day, each with its reason: what comes back first, then what calls showed, then a rotation."""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Literal

from scenarios.values import Frozen
from simulator.drills.drill import Drill
from simulator.drills.spacing import Returning

A_DAY = 3
ROTATION = ("empathy", "clarity", "calm", "negotiation", "compliance")
"""For who has no known weakness: what is easiest to see in one's own words comes first."""
BEGINNER, SKILLED = 9, 30
"""Drills passed from which harder debtors come, and from which hard ones do."""

Why = Literal["missed", "passed", "call", "weakest", "first", "rotation"]


class Reason(Frozen):
    """Why this drill: missed or passed ``days`` ago, passed over in a call ``days`` ago, the weakest criterion in the
    calls, the first steps of a newcomer, or the turn of this criterion.
    """

    why: Why
    days: int = 0


class Chosen(Frozen):
    """A drill of the day, and why."""

    drill: Drill
    reason: Reason


class Lost(Frozen):
    """A moment of a call that was lost: the criterion that lacked, what the debtor's words did, the day."""

    criterion: str
    kind: str
    day: date


class Known(Frozen):
    """What is known of the trainee by the evening before. ``tried`` are drills tried, oldest first, with their day;
    ``passed`` how many were passed; ``lost`` the latest first.
    """

    today: date
    returning: tuple[Returning, ...] = ()
    lost: tuple[Lost, ...] = ()
    weakest: str | None = None
    tried: tuple[tuple[Drill, date], ...] = ()
    passed: int = 0
    country: str | None = None


def todays(bank: Sequence[Drill], known: Known) -> tuple[Chosen, ...]:
    """Three drills, or as many as there are; no debtor twice, nor the last one again. The same all day long.

    As long as the person's own country has untried ones, only its drills are chosen; others fill up what it lacks.
    """
    tried = {drill.key for drill, _ in known.tried}
    own = [drill for drill in bank if drill.country == known.country]
    at_home = _chosen(own, known, [], again=False) if any(drill.key not in tried for drill in own) else []
    return tuple(_chosen(bank, known, at_home))


def _chosen(bank: Sequence[Drill], known: Known, before: list[Chosen], *, again: bool = True) -> list[Chosen]:
    """Those chosen before, and more from the bank until there are enough.

    ``again``: what comes back may come with a debtor met already, rather than not at all.
    """
    chosen = list(before)
    last = known.tried[-1][0].scenario if known.tried else None
    for criterion, kind, reason in _wanted(known):
        if len(chosen) == A_DAY:
            break
        met = {c.drill.scenario for c in chosen} | ({last} if not chosen else set())
        done = {c.drill.weakness for c in chosen}
        fitting = [d for d in bank if d.criterion == criterion and kind in (None, d.kind) and d.weakness not in done]
        fresh = [d for d in fitting if d.scenario not in met] or (fitting if again and kind else [])
        if fresh:
            chosen.append(Chosen(drill=min(fresh, key=lambda d: _rank(d, known)), reason=reason))
    return chosen


def _wanted(known: Known) -> Iterator[tuple[str, str | None, Reason]]:
    """Criterion, kind (``None`` for any) and reason, the most wanted first."""
    for back in known.returning:
        if back.due <= known.today:
            days = (known.today - back.tried).days
            yield back.criterion, back.kind, Reason(why="passed" if back.passed else "missed", days=days)
    for lost in known.lost[:1]:
        yield lost.criterion, lost.kind, Reason(why="call", days=(known.today - lost.day).days)
    if known.weakest:
        yield known.weakest, None, Reason(why="weakest")
    why: Why = "rotation" if known.tried or known.weakest or known.lost else "first"
    turn = known.today.toordinal() if known.tried else 0
    for n in range(2 * len(ROTATION)):
        yield ROTATION[(turn + n) % len(ROTATION)], None, Reason(why=why)


def _rank(drill: Drill, known: Known) -> tuple[int, int, bool, int, str]:
    """Least tried, longest ago, one's own country, near one's level; then a draw that changes by day."""
    when = [day for tried, day in known.tried if tried.key == drill.key]
    aim = 2 if known.passed < BEGINNER else 3 if known.passed < SKILLED else 4
    draw = sha256(f"{known.today.isoformat()} {drill.key}".encode()).hexdigest()
    ago = when[-1].toordinal() if when else 0
    return len(when), ago, drill.country != known.country, abs(drill.difficulty - aim), draw

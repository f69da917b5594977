"""The overview: what the counts of a window come to, at equal difficulty and under one version of one rubric. Pure."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from scenarios.values import Frozen
from simulator.team.kept import Calls, Cell, Counted, GateCount, Member, Promises, RubricVersion
from simulator.team.numbers import FEW, Gap, Share, Sums, adjusted, gap, share, together

BETTER, POINTS = 0.5, 10.0
"""What counts as a step: half a level on a criterion, ten points of the total."""
GATES = ("breach", "possible_breach")
Row = TypeVar("Row", Cell, Calls, GateCount)
Key = TypeVar("Key", str, int)


class Week(NamedTuple):
    """One week of one criterion. ``level`` is at equal difficulty, ``spread`` the standard deviation of the levels."""

    starts: datetime.date
    n: int
    level: float | None
    spread: float | None


class Trend(Frozen):
    """A criterion week by week; ``change`` is of the later half of the window against the earlier."""

    criterion: str
    weeks: tuple[Week, ...]
    n: int
    level: float | None
    change: Gap | None


class Passing(NamedTuple):
    """One week's calls: how many passed, and how many touched a gate."""

    starts: datetime.date
    calls: int
    passed: Share
    breaches: int
    possible: int


class Square(NamedTuple):
    """One person on one criterion: how many levels, their mean as it stands, and the gap to the others."""

    n: int
    level: float | None
    gap: Gap | None


class Line(Frozen):
    """One person. ``change`` is in points of the total, later half against earlier, at equal difficulty."""

    member: Member
    calls: int
    passed: Share
    squares: dict[str, Square]
    moved: dict[str, Gap]
    change: Gap | None
    breaches: int
    possible: int
    last: datetime.datetime | None


class Overview(Frozen):
    """All of it. ``rubric`` is the version compared; ``others`` are versions also used, with their number of calls."""

    calls: int
    rubric: RubricVersion | None
    versions: tuple[tuple[RubricVersion, int], ...]
    trends: tuple[Trend, ...]
    passing: tuple[Passing, ...]
    lines: tuple[Line, ...]
    promises: Promises
    outside: int = 0

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria, in their order."""
        return tuple(trend.criterion for trend in self.trends)

    @property
    def improving(self) -> tuple[Line, ...]:
        """Who is surely better than before, the most first."""
        found = [one for one in self.lines if one.change and one.change.sure and one.change.value >= POINTS]
        return tuple(sorted(found, key=lambda one: -(one.change.value if one.change else 0)))

    @property
    def stalling(self) -> tuple[Line, ...]:
        """Who fails more than passes and has not moved by a step, though there were calls enough to tell."""
        return tuple(one for one in self.lines if stalls(one))

    @property
    def idle(self) -> tuple[Line, ...]:
        """Who finished no assessed call in the window. (Practice is nobody's to see.)"""
        return tuple(one for one in self.lines if not one.calls and not one.member.left)


def stalls(line: Line) -> bool:
    """Half or fewer passed of enough calls, and the change is under a step."""
    enough = line.calls >= FEW and line.change is not None and min(line.change.here, line.change.there) >= FEW - 2
    return enough and line.passed.k * 2 <= line.passed.n and abs(line.change.value if line.change else 0) < POINTS


def overview(
    counted: Counted,
    starts: Sequence[datetime.date],
    rubric: RubricVersion | None = None,
    difficulty: int | None = None,
) -> Overview:
    """The overview of a window whose weeks begin on ``starts``; without a ``rubric``, of the most used one."""
    known = {one.id for one in counted.members}
    calls = [c for c in counted.calls if c.owner in known and difficulty in (None, c.difficulty)]
    versions = _versions(calls)
    rubric = rubric or (versions[0][0] if versions else None)
    under = [c for c in calls if (c.rubric, c.version) == rubric]
    known.add("")
    cells = [c for c in counted.cells if c.owner in known and difficulty in (None, c.difficulty)]
    cells = [c for c in cells if (c.rubric, c.version) == rubric]
    gates = [g for g in counted.gates if g.owner in known]
    by_criterion = _by(cells, lambda c: c.criterion)
    criteria = sorted(by_criterion, key=_place)
    return Overview(
        calls=sum(c.n for c in under),
        rubric=rubric,
        versions=versions,
        trends=tuple(_trend(one, by_criterion[one], starts) for one in criteria),
        passing=_passing(under, gates, starts),
        lines=_lines(counted, under, cells, gates, len(starts)),
        promises=counted.promises,
        outside=sum(c.n for c in calls) - sum(c.n for c in under),
    )


ORDER = ("empathy", "calm", "clarity", "negotiation", "compliance", "documented_follow_up", "preparation")


def _place(criterion: str) -> tuple[int, str]:
    return (ORDER.index(criterion) if criterion in ORDER else len(ORDER), criterion)


def _versions(calls: Iterable[Calls]) -> tuple[tuple[RubricVersion, int], ...]:
    found: Counter[RubricVersion] = Counter()
    for one in calls:
        found[RubricVersion(one.rubric, one.version)] += one.n
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0].rubric, -item[0].version)))


def strata(cells: Iterable[Cell | Calls], which: Callable[[Cell | Calls], bool] = lambda _: True) -> dict[int, Sums]:
    """Rows added up by difficulty: levels of cells, totals of calls."""
    found: dict[int, Sums] = {}
    for one in cells:
        if which(one):
            n = one.n if isinstance(one, Cell) else one.scored
            sums = Sums(n, one.total, one.squares)
            found[one.difficulty] = found.get(one.difficulty, Sums()).plus(sums)
    return found


def halves(cells: Sequence[Cell | Calls], weeks: int) -> Gap | None:
    """The later half of the window against the earlier, at equal difficulty."""
    later = strata(cells, lambda c: c.week >= (weeks + 1) // 2)
    return gap(later, strata(cells, lambda c: c.week < (weeks + 1) // 2))


def _trend(criterion: str, cells: Sequence[Cell], starts: Sequence[datetime.date]) -> Trend:
    whole = strata(cells)
    every = together(whole)
    weeks = []
    by_week = _by(cells, lambda c: c.week)
    for n, day in enumerate(starts):
        found = strata(by_week.get(n, []))
        sums = together(found)
        weeks.append(Week(day, sums.n, adjusted(found, whole), sums.spread))
    change = halves(cells, len(starts))
    return Trend(criterion=criterion, weeks=tuple(weeks), n=every.n, level=every.mean, change=change)


def _passing(
    calls: Sequence[Calls], gates: Sequence[GateCount], starts: Sequence[datetime.date]
) -> tuple[Passing, ...]:
    found = []
    by_week = _by(calls, lambda c: c.week)
    for n, day in enumerate(starts):
        these = by_week.get(n, [])
        kinds = Counter({status: sum(g.n for g in gates if g.week == n and g.status == status) for status in GATES})
        found.append(Passing(day, sum(c.n for c in these), passed(these), kinds["breach"], kinds["possible_breach"]))
    return tuple(found)


def passed(calls: Iterable[Calls]) -> Share:
    """How many passed of those that have a result: not assessed, or waiting for a person, is none."""
    rows = list(calls)
    decided = sum(c.n for c in rows if c.result in ("passed", "failed"))
    return share(sum(c.n for c in rows if c.result == "passed"), decided)


def _lines(
    counted: Counted, calls: Sequence[Calls], cells: Sequence[Cell], gates: Sequence[GateCount], weeks: int
) -> tuple[Line, ...]:
    """A line a person, by name."""
    own_calls, own_cells, own_gates = (_by(calls, _owner), _by(cells, _owner), _by(gates, _owner))
    everybody = {criterion: strata(rows) for criterion, rows in _by(cells, lambda c: c.criterion).items()}
    lines = [
        _line(
            one, own_calls.get(one.id, []), own_cells.get(one.id, []), own_gates.get(one.id, []), everybody, weeks,
            counted.last.get(one.id),
        )
        for one in counted.members
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.member.name.casefold(), line.member.id)))


def _by(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _owner(row: Cell | Calls | GateCount) -> str:
    return row.owner


def _line(  # noqa: PLR0913, PLR0917 - a person's rows of each kind
    member: Member, calls: list[Calls], cells: list[Cell], gates: list[GateCount],
    everybody: dict[str, dict[int, Sums]], weeks: int, last: datetime.datetime | None,
) -> Line:  # fmt: skip
    squares, moved = {}, {}
    by_criterion = _by(cells, lambda c: c.criterion)
    for criterion in sorted(by_criterion, key=_place):
        own = by_criterion[criterion]
        squares[criterion] = _square(strata(own), everybody[criterion])
        change = halves(own, weeks)
        if change is not None:
            moved[criterion] = change
    counts = {status: sum(g.n for g in gates if g.status == status) for status in GATES}
    return Line(
        member=member, calls=sum(c.n for c in calls), passed=passed(calls), squares=squares, moved=moved,
        change=halves(calls, weeks), breaches=counts["breach"], possible=counts["possible_breach"], last=last,
    )  # fmt: skip


def _square(own: dict[int, Sums], everybody: dict[int, Sums]) -> Square:
    others = {
        d: Sums(all_.n - own[d].n, all_.total - own[d].total, all_.squares - own[d].squares) if d in own else all_
        for d, all_ in everybody.items()
    }
    sums = together(own)
    return Square(sums.n, sums.mean, gap(own, others))

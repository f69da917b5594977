"""The month of a cohort: how it went against the month before, and the three things to do. Pure."""

import datetime
from collections import Counter
from dataclasses import replace
from typing import Literal

from scenarios.values import Frozen
from simulator.team.kept import Counted, GateCount
from simulator.team.needs import Need, needs
from simulator.team.numbers import FEW, Gap, Share
from simulator.team.overview import Overview, overview, passed

THREE = 3
GOOD, EASY = 3.0, 0.9
"""A level that needs no training; a share of passes from which harder cases are due."""
THIS = 1
"""The place of the month itself; 0 is the one before."""
Kind = Literal["fell", "decide", "brief", "people", "train", "absent", "harder", "calls", "praise", "keep"]


class ToDo(Frozen):
    """One thing to do. ``names`` are people, ``about`` a criterion or a gate, ``k`` of ``n`` calls or people."""

    kind: Kind
    about: str = ""
    names: tuple[str, ...] = ()
    k: int = 0
    n: int = 0
    value: float = 0.0


class Skill(Frozen):
    """A criterion in the month, and its change against the month before at equal difficulty."""

    criterion: str
    n: int
    level: float | None
    change: Gap | None


class Month(Frozen):
    """What the report tells. ``both`` holds the two months, ``found`` the month alone."""

    found: Overview
    before: Share
    passed: Share
    skills: tuple[Skill, ...]
    gates: tuple[tuple[str, int, int], ...]
    needs: tuple[Need, ...]
    to_do: tuple[ToDo, ...]


def month(counted: Counted, starts: tuple[datetime.date, datetime.date], end: datetime.datetime) -> Month:
    """The report over two periods: the month before (week 0 of the counts) and the month (week 1).

    ``end`` is the end of the month, or the present where that comes first.
    """
    alone = _only(counted)
    found = overview(alone, starts[1:])
    both = overview(counted, starts, found.rubric)
    under = [c for c in counted.calls if (c.rubric, c.version) == found.rubric]
    skills = tuple(
        Skill(criterion=t.criterion, n=t.n, level=t.level, change=_change(both, t.criterion)) for t in found.trends
    )
    gates = _gates(alone.gates)
    who = needs(found, end)
    now = passed(c for c in under if c.week == THIS)
    return Month(
        found=found, before=passed(c for c in under if c.week == 0), passed=now, skills=skills, gates=gates,
        needs=who, to_do=_to_do(found, both, skills, gates, who, now),
    )  # fmt: skip


def _only(counted: Counted) -> Counted:
    """The month itself, as a window of one week."""
    return replace(
        counted,
        cells=tuple(row._replace(week=0) for row in counted.cells if row.week == THIS),
        calls=tuple(row._replace(week=0) for row in counted.calls if row.week == THIS),
        gates=tuple(row._replace(week=0) for row in counted.gates if row.week == THIS),
    )


def _change(both: Overview, criterion: str) -> Gap | None:
    return next((t.change for t in both.trends if t.criterion == criterion), None)


def _gates(counts: tuple[GateCount, ...]) -> tuple[tuple[str, int, int], ...]:
    """Gate, breaches, possible breaches; the most first."""
    found: dict[str, Counter[str]] = {}
    for one in counts:
        found.setdefault(one.gate, Counter())[one.status] += one.n
    lines = [(gate, kinds["breach"], kinds["possible_breach"]) for gate, kinds in found.items()]
    return tuple(sorted((line for line in lines if line[1] + line[2]), key=lambda x: (-x[1], -x[2], x[0])))


def _to_do(  # noqa: PLR0913, PLR0917 - what a manager can do something about
    found: Overview, both: Overview, skills: tuple[Skill, ...], gates: tuple[tuple[str, int, int], ...],
    who: tuple[Need, ...], now: Share,
) -> tuple[ToDo, ...]:  # fmt: skip
    """The weightiest three that apply; of no calls at all nobody is told to go on as they are."""
    told = [
        *_of_gates(gates), *_of_people(who), *_of_skills(skills), *_of_absent(found),
        *_of_results(found, both, now), *([ToDo(kind="keep", n=found.calls)] if found.calls else []),
    ]  # fmt: skip
    return tuple(told[:THREE])


def _of_gates(gates: tuple[tuple[str, int, int], ...]) -> list[ToDo]:
    waiting = sum(possible for _, _, possible in gates)
    brief = [ToDo(kind="brief", about=g, k=b) for g, b, _ in gates[:1] if b]
    return brief + ([ToDo(kind="decide", k=waiting)] if waiting else [])


def _of_people(who: tuple[Need, ...]) -> list[ToDo]:
    names = tuple(need.line.member.name for need in who if need.kind != "away")[:THREE]
    return [ToDo(kind="people", names=names)] if names else []


def _of_skills(skills: tuple[Skill, ...]) -> list[ToDo]:
    """What fell surely comes before what is merely lowest."""
    fell = [(s.change.value, s) for s in skills if s.change and s.change.sure and s.change.value < 0]
    if fell:
        value, skill = min(fell, key=lambda one: one[0])
        return [ToDo(kind="fell", about=skill.criterion, value=-value, n=skill.n)]
    told = [(s.level, s) for s in skills if s.level is not None and s.n >= FEW and s.level < GOOD]
    if not told:
        return []
    level, skill = min(told, key=lambda one: one[0])
    return [ToDo(kind="train", about=skill.criterion, value=level, n=skill.n)]


def _of_absent(found: Overview) -> list[ToDo]:
    absent = tuple(line.member.name for line in found.idle)
    return [ToDo(kind="absent", names=absent[:THREE], k=len(absent), n=len(found.lines))] if absent else []


def _of_results(found: Overview, both: Overview, now: Share) -> list[ToDo]:
    told = []
    if now.n >= FEW and now.k >= EASY * now.n:
        told.append(ToDo(kind="harder", k=now.k, n=now.n))
    if better := tuple(line.member.name for line in both.improving)[:THREE]:
        told.append(ToDo(kind="praise", names=better))
    if found.calls < FEW:
        told.append(ToDo(kind="calls", n=found.calls))
    return told

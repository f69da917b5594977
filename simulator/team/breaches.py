"""Breaches and possible breaches: by rule and country, and who repeats them. Pure; assessed calls only."""

from collections.abc import Iterable

from scenarios.values import Frozen
from simulator.team.kept import GateRows, Member

AGAIN = 2
"""Calls of a person with the same gate from which it is a pattern."""


class Rule(Frozen):
    """One gate in one country. ``decided`` of them were settled by a person, either way; ``waiting`` still are not."""

    gate: str
    country: str
    breaches: int = 0
    waiting: int = 0
    cleared: int = 0
    decided: int = 0


class Repeated(Frozen):
    """One person and the same gate more than once; what a person cleared is not counted."""

    member: Member
    gate: str
    breaches: int
    waiting: int


def rules(counts: Iterable[GateRows]) -> tuple[Rule, ...]:
    """By gate and country, breaches first."""
    found: dict[tuple[str, str], Rule] = {}
    for row in counts:
        one = found.get((row.gate, row.country), Rule(gate=row.gate, country=row.country))
        found[row.gate, row.country] = _with(one, row)
    return tuple(sorted(found.values(), key=lambda r: (-r.breaches, -r.waiting, -r.cleared, r.gate, r.country)))


def _with(one: Rule, row: GateRows) -> Rule:
    decided = one.decided + (row.n if row.effective != row.status else 0)
    kind = {"breach": "breaches", "possible_breach": "waiting"}.get(row.effective, "cleared")
    return one.model_copy(update={kind: getattr(one, kind) + row.n, "decided": decided})


def repeated(counts: Iterable[GateRows], members: Iterable[Member]) -> tuple[Repeated, ...]:
    """Who did the same more than once, breaches first."""
    names = {member.id: member for member in members}
    found: dict[tuple[str, str], dict[str, int]] = {}
    for one in counts:
        if one.owner in names:
            kinds = found.setdefault((one.owner, one.gate), {})
            kinds[one.effective] = kinds.get(one.effective, 0) + one.n
    again = [
        Repeated(
            member=names[owner],
            gate=gate,
            breaches=kinds.get("breach", 0),
            waiting=kinds.get("possible_breach", 0),
        )
        for (owner, gate), kinds in found.items()
    ]
    again = [one for one in again if one.breaches + one.waiting >= AGAIN]
    return tuple(sorted(again, key=lambda r: (-r.breaches, -r.waiting, r.member.name.casefold(), r.gate)))

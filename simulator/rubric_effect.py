"""What another rubric would make of assessed calls that were scored already. Nothing that stands is changed.

Where the rubric judges the same (other weights, pass mark or words, fewer gates), the new totals follow from the stored
levels at once; else the stored calls are scored again with it. A level that a person set stands, unless the machine's
own level moves. Where the program changed since, that shows too.
"""

import datetime
from collections.abc import Callable, Mapping

from scenarios.values import Frozen
from scoring.criterion import Gate
from scoring.rubric import Rubric
from scoring.rubrics.differing import same_judgements
from scoring.scoring import result_of, score, total_of
from simulator.lexicon_in_use import reader_of
from simulator.rescoring import record_of
from simulator.scored_calls import ScoredCall
from simulator.store import Store
from simulator.view import Unreadable

MOST = 200
"""Calls that are looked at: the latest."""
Told = Callable[[int, int], None]
"""Told after each call how many are done, and of how many."""
Levels = Mapping[str, int | None]


class Affected(Frozen):
    """One call that would be scored otherwise. ``moved`` by criterion: level before and after, ``None`` where none."""

    attempt_id: str
    title: dict[str, str]
    closed_at: datetime.datetime
    total_before: float | None
    total_after: float | None
    result_before: str
    result_after: str
    moved: dict[str, tuple[int | None, int | None]]


class Effect(Frozen):
    """What would change: ``looked`` of ``calls``; those that came out otherwise, changed results first."""

    calls: int
    looked: int
    again: bool
    passed_before: int
    passed_after: int
    affected: tuple[Affected, ...] = ()

    @property
    def results(self) -> int:
        """Calls with another result."""
        return sum(one.result_before != one.result_after for one in self.affected)

    @property
    def totals(self) -> int:
        """Calls with other points."""
        return sum(one.total_before != one.total_after for one in self.affected)

    @property
    def levels(self) -> int:
        """Calls with another level in some criterion."""
        return sum(bool(one.moved) for one in self.affected)


def silent(done: int, of: int) -> None:
    """Nobody watches."""


def needs_scoring(store: Store, rubric: Rubric, based_on: str) -> bool:
    """Whether calls must be scored again to see the effect, which takes a while."""
    calls, _ = store.improving.scored(based_on, MOST)
    return any(not _holds(store, call, rubric) for call in calls)


def effect(store: Store, rubric: Rubric, based_on: str, told: Told = silent) -> Effect:
    """The effect on the latest assessed calls scored under ``based_on``; under any rubric where that names none."""
    calls, of = store.improving.scored(based_on, MOST)
    compared, again = [], False
    for done, call in enumerate(calls, start=1):
        holds = _holds(store, call, rubric)
        again |= not holds
        compared.append(_reweighed(call, rubric) if holds else _rescored(store, call, rubric))
        told(done, len(calls))
    looked = [one for one in compared if one is not None]
    return Effect(
        calls=of, looked=len(looked), again=again,
        passed_before=sum(one.result_before == "passed" for one in looked),
        passed_after=sum(one.result_after == "passed" for one in looked),
        affected=tuple(sorted(filter(_moves, looked), key=_in_order)),
    )  # fmt: skip


def _holds(store: Store, call: ScoredCall, rubric: Rubric) -> bool:
    """Whether the stored judgements are those that the rubric would make."""
    under = store.rubrics.get(call.rubric_hash)
    return under is not None and same_judgements(under, rubric)


def _reweighed(call: ScoredCall, rubric: Rubric) -> Affected:
    levels: dict[str, int | None] = {c.criterion: call.levels.get(c.criterion) for c in rubric.criteria}
    standing = tuple(gate for gate in call.gates if gate.id in rubric.gates)
    return _affected(call, rubric, levels, {}, standing)


def _rescored(store: Store, call: ScoredCall, rubric: Rubric) -> Affected | None:
    attempt = store.attempts.get(call.attempt_id)
    if attempt is None:
        return None
    try:
        card = score(record_of(store, attempt), rubric, reader=reader_of(store, attempt.reader))
    except Unreadable:
        return None
    levels = {j.criterion: _in_force(call, j.criterion, j.level) for j in card.judgements}
    moved = {
        name: (call.levels.get(name), level)
        for name, level in levels.items()
        if name in call.levels and call.levels[name] != level
    }
    return _affected(call, rubric, levels, moved, card.gates)


def _in_force(call: ScoredCall, criterion: str, level: int | None) -> int | None:
    """A person's level stands where the machine says what it said before."""
    untouched = criterion in call.machine and call.machine[criterion] == level
    return call.levels[criterion] if untouched else level


def _affected(
    call: ScoredCall,
    rubric: Rubric,
    levels: Levels,
    moved: dict[str, tuple[int | None, int | None]],
    standing: tuple[Gate, ...],
) -> Affected:
    total = total_of(levels, rubric)
    decided = call.result_by_machine != call.result and {g.id for g in standing} <= {g.id for g in call.gates}
    result = result_of(total, () if decided and call.result == "passed" else standing, rubric)
    if decided and standing and call.result == "failed":
        result = "failed"
    return Affected(
        attempt_id=call.attempt_id, title=call.title, closed_at=call.closed_at, total_before=call.total,
        total_after=total,
        result_before=call.result, result_after=result, moved=moved,
    )  # fmt: skip


def _moves(one: Affected) -> bool:
    return bool(one.moved) or (one.total_before, one.result_before) != (one.total_after, one.result_after)


def _in_order(one: Affected) -> tuple[bool, bool, float, str]:
    far = abs((one.total_after or 0) - (one.total_before or 0))
    return one.result_before == one.result_after, not one.moved, -far, one.attempt_id

"""What comes again and again in a person's assessed calls: the same thing missed, the same thing done well. Pure."""

import datetime
from collections.abc import Iterable, Sequence

from scenarios.values import Frozen
from scoring.criterion import Finding
from simulator.kept import Met
from simulator.team.kept import Judged

AGAIN, NAMED, QUOTED = 2, 4, 3
"""Calls from which something recurs; how many such things are named; quotations of each."""


class Quoted(Frozen):
    """Words of a call. ``turn`` is the line of the call, 0 for the note or the plan."""

    attempt_id: str
    title: dict[str, str]
    closed_at: datetime.datetime
    turn: int
    quote: str
    reason: str
    better: str = ""


class Recurrent(Frozen):
    """One indicator found in ``k`` of ``n`` calls, with the latest quotations."""

    criterion: str
    indicator: str
    k: int
    n: int
    weight: float
    quotes: tuple[Quoted, ...]


def recurrent(calls: Sequence[Judged], *, met: bool) -> tuple[Recurrent, ...]:
    """What recurs, what weighs most first: ``met`` are strengths, else what was missed."""
    found: dict[tuple[str, str], list[tuple[Judged, Finding]]] = {}
    for call in calls:
        for finding in _findings(call):
            if finding.met == met:
                found.setdefault((finding.criterion, finding.indicator.partition(":")[0]), []).append((call, finding))
    kinds = [_recurrent(key, seen, len(calls)) for key, seen in found.items()]
    again = [one for one in kinds if one.k >= AGAIN and one.quotes]
    return tuple(sorted(again, key=lambda one: (-one.k * max(one.weight, 0.05), one.criterion, one.indicator))[:NAMED])


def met_in(calls: Iterable[Judged]) -> tuple[Met, ...]:
    """Each indicator once a call: met where it was met at least once."""
    found: dict[tuple[str, str, str], bool] = {}
    for call in calls:
        for one in _findings(call):
            key = (call.attempt_id, one.criterion, one.indicator.partition(":")[0])
            found[key] = found.get(key, False) or one.met
    return tuple(Met(attempt_id=a, criterion=c, indicator=i, met=met) for (a, c, i), met in found.items())


def _findings(call: Judged) -> list[Finding]:
    return [Finding.model_validate(one) for judgement in call.judgements for one in judgement["findings"]]


def _recurrent(key: tuple[str, str], seen: list[tuple[Judged, Finding]], n: int) -> Recurrent:
    latest: dict[str, Quoted] = {}
    for call, finding in seen:
        if finding.evidence is not None and finding.evidence.quote.strip():
            latest.setdefault(finding.evidence.quote.strip().casefold(), _quoted(call, finding))
    weights = [abs(finding.weight) for _, finding in seen]
    return Recurrent(
        criterion=key[0], indicator=key[1], k=len({call.attempt_id for call, _ in seen}), n=n,
        weight=sum(weights) / len(weights), quotes=tuple(latest.values())[:QUOTED],
    )  # fmt: skip


def _quoted(call: Judged, finding: Finding) -> Quoted:
    assert finding.evidence is not None
    return Quoted(
        attempt_id=call.attempt_id, title=call.title, closed_at=call.closed_at, turn=finding.evidence.turn,
        quote=finding.evidence.quote, reason=finding.reason, better=finding.better,
    )  # fmt: skip

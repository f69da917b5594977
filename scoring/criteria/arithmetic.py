"""Sums said aloud: so many payments of so much, against the total that is named."""

import re
from decimal import Decimal
from itertools import combinations

from scoring.criteria.cues import Span, fold
from scoring.reading.values import Amount, Reading

TOLERANCE = Decimal("0.01")
_TOTAL = re.compile(r"(total|suman|altogether|in all|comes to|adds up to)\b[^.;!?]{0,12}$")
_NEAR = 14


Plan = tuple[int, Amount, int]
"""How many payments, of how much, and where that is said."""


def wrong_sum(text: str, reading: Reading) -> Span | None:
    """Where a named total is neither n × the instalment nor that with other amounts beside it; ``None`` if it fits."""
    plans = _plans(reading)
    totals = [a for a in reading.amounts if _TOTAL.search(fold(text[max(0, a.start - 30) : a.start]))]
    if not plans or not totals:
        return None
    total = totals[-1]
    if re.search(r"[.;!?](?!\d)", text[min(plans[0][2], total.start) : total.start]):
        return None
    spoken_for = {id(a) for _, a, _ in plans} | {id(total)}
    beside = [a.value for a in reading.amounts if id(a) not in spoken_for][:6]
    if any(_fits(taken, beside, total.value) for taken in (plans, *([p] for p in plans))):
        return None
    return Span(min(plans[0][2], total.start), max(plans[0][1].end, total.end))


def _plans(reading: Reading) -> list[Plan]:
    return [
        (c.n, a, min(c.start, a.start))
        for c in reading.counts
        if c.unit == "instalment"
        for a in reading.amounts
        if 0 <= a.start - c.end <= _NEAR
    ]


def _fits(taken: list[Plan], beside: list[Decimal], total: Decimal) -> bool:
    planned = sum((n * a.value for n, a, _ in taken), Decimal(0))
    sums = (planned + sum(extra, Decimal(0)) for size in range(len(beside) + 1) for extra in combinations(beside, size))
    return any(abs(s - total) <= max(TOLERANCE * total, Decimal(1)) for s in sums)

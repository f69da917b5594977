"""Sums said aloud: so many payments of so much, against the total that is named."""

import re
from decimal import Decimal
from itertools import combinations

from scoring.criteria.cues import Span, fold
from scoring.reading.values import Amount, Reading

TOLERANCE = Decimal("0.01")
_TOTAL = re.compile(r"(total|en total|suman?|da exacto|dan|altogether|in all|comes to|adds up to|makes)\b[^.;!?]{0,12}$")
_NEAR = 14


def wrong_sum(text: str, reading: Reading) -> Span | None:
    """Where a named total is neither n × the instalment nor that with other amounts beside it; ``None`` if it fits."""
    plans = [(c.n, a, min(c.start, a.start)) for c in reading.counts if c.unit == "instalment" for a in reading.amounts
             if 0 <= a.start - c.end <= _NEAR]  # fmt: skip
    totals = [a for a in reading.amounts if _TOTAL.search(fold(text[max(0, a.start - 30) : a.start]))]
    if not plans or not totals:
        return None
    total = totals[-1]
    if any(_fits(plans, taken, reading.amounts, total) for taken in ([p] for p in plans)) or _fits(plans, plans, reading.amounts, total):
        return None
    return Span(min(plans[0][2], total.start), max(plans[0][1].end, total.end))


def _fits(
    plans: list[tuple[int, Amount, int]], taken: list[tuple[int, Amount, int]], amounts: tuple[Amount, ...], total: Amount
) -> bool:
    spoken_for = {id(p[1]) for p in plans} | {id(total)}
    beside = [a.value for a in amounts if id(a) not in spoken_for][:6]
    planned = sum((n * a.value for n, a, _ in taken), Decimal(0))
    sums = (planned + sum(extra, Decimal(0)) for size in range(len(beside) + 1) for extra in combinations(beside, size))
    return any(abs(s - total.value) <= max(TOLERANCE * total.value, Decimal(1)) for s in sums)

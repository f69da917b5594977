"""From "six of 2,100 on the 15th and 30th" to dated amounts."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import count, islice

from scoring.reading import days
from scoring.reading.date_page import Every
from scoring.reading.values import Instalment, Offer, ReadingContext
from scoring.reading.vocabulary import own_currency

MOST = 60
_NO_CENTS = frozenset({"CLP", "COP"})
_CENT = Decimal("0.01")


def unit_of(context: ReadingContext) -> Decimal:
    """The smallest amount that is paid: a cent, or a whole peso where cents are not in use."""
    return Decimal(1) if own_currency(context.country, context.currency) in _NO_CENTS else _CENT


def shares(total: Decimal, n: int, unit: Decimal = _CENT) -> tuple[Decimal, ...]:
    """``total`` in ``n`` equal payments, the last of which takes the rounding; they always add up to the total."""
    each = (total / n).quantize(unit, ROUND_HALF_UP)
    return (*(each,) * (n - 1), total - each * (n - 1))


def repeated(
    first: date, n: int, every: Every | None, step: int = 0, anchor: int | None = None
) -> tuple[date | None, ...]:
    """``n`` days from the first, one each period (or each ``step`` days); unknown (``None``) without a period.

    ``anchor``: the day of the month that monthly payments keep to where a month has it.
    """
    if step:
        return tuple(days.add_days(first, step * at) for at in range(n))
    if every is None:
        return (first, *(None,) * (n - 1))
    if every == "quincena":
        later = islice(days.paydays(first, True), n - 1)
        return (first, *later)
    if every == "month":
        return tuple(days.add_months(first, at, anchor or first.day) for at in range(n))
    return tuple(days.add_days(first, (7 if every == "week" else 14) * at) for at in range(n))


def on_days(listed: Sequence[date], n: int, start: date | None = None) -> tuple[date, ...]:
    """``n`` days that fall on the days of the month of the listed ones, from the first (or from ``start``) on."""
    numbers = sorted({day.day for day in listed})
    begin = start or min(listed)
    found: list[date] = []
    for step in count():
        month = days.add_months(begin.replace(day=1), step)
        ends = days.month_end(month.year, month.month).day
        found += [d for number in numbers if (d := month.replace(day=min(number, ends))) >= begin]
        if len(found) >= n or step > 12 * MOST:
            return tuple(found[:n])
    raise AssertionError("count() does not end")


def schedule(offer: Offer, context: ReadingContext) -> tuple[Instalment, ...]:
    """The payments of an offer, with amounts filled in from the balance where they were left unsaid.

    What is left of the balance (less the discount) is shared equally among the payments without amount.
    """
    unsaid = [i for i in offer.instalments if i.amount is None]
    if not unsaid or context.balance is None or "count" in offer.open:
        return offer.instalments
    total = context.balance * (1 - (offer.discount_pct or Decimal(0)) / 100)
    left = total.quantize(_CENT) - sum((i.amount for i in offer.instalments if i.amount is not None), Decimal(0))
    if left <= 0:
        return offer.instalments
    parts = iter(shares(left, len(unsaid), unit_of(context)))
    return tuple(Instalment(next(parts), i.date) if i.amount is None else i for i in offer.instalments)

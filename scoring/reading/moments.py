"""The days of a payment that is made once or repeated."""

from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.payment import Payment
from scoring.reading.schedule import MOST, on_days, repeated
from scoring.reading.terms import Term


def moments(payment: Payment, n: int, before: date | None) -> tuple[date | None, ...]:
    """The ``n`` days of a payment; ``before`` is the day of the payment before it. ``None`` where a day is unsaid."""
    listed = list(payment.days)
    if payment.month_end and listed and listed[0] == days.month_end(listed[0].year, listed[0].month):
        listed = [days.month_end(day.year, day.month) for day in listed]
    if payment.either:
        return (None,) * n
    if len(listed) > 1 and n > len(listed):
        return on_days(listed, n, payment.begin)
    if len(listed) >= n and len(listed) > 1:
        return tuple(sorted(listed)[:n])
    first = _first(payment, before)
    if first is None:
        return (None,) * n
    if payment.nth and payment.hint:
        return tuple(_weekdays(first, payment.nth, payment.hint.weekday(), n))
    if payment.month_end and payment.every == "month" and first.day >= _LATE:
        first = days.month_end(first.year, first.month)
    if payment.months > 1:
        return tuple(days.add_months(first, step * payment.months, first.day) for step in range(n))
    anchor = 31 if payment.month_end and first == days.month_end(first.year, first.month) else first.day
    return repeated(first, n, payment.every, payment.step, anchor)


_LATE = 28


def _weekdays(first: date, nth: int, weekday: int, n: int) -> list[date]:
    """The nth weekday (-1: the last) of ``n`` months, from the first day on."""
    found: list[date] = []
    month = first.replace(day=1)
    while len(found) < n:
        begin = month if nth > 0 else days.month_end(month.year, month.month) - timedelta(days=6)
        day = days.weekday_after(begin, weekday, True) + timedelta(days=7 * max(nth - 1, 0))
        found += [day] if day >= first or month != first.replace(day=1) else []
        month = days.add_months(month, 1)
    return found


def _first(payment: Payment, before: date | None) -> date | None:
    """The first day: said, or the period after the payment before."""
    if payment.after is not None:
        return after(payment.after, before)
    day = payment.days[0] if payment.days else payment.hint
    if payment.begin:
        return _from(payment, payment.begin, day)
    if payment.month and (day or payment.repeats):
        return _in_month(payment.month, day or before)
    if before and payment.repeats and (day is None or (payment.every == "month" and day <= before)):
        return (repeated(before, 2, payment.every, payment.step)[1]) if day is None else _beyond(day, before)
    if before and payment.hint and not payment.days and day == before and payment.repeats:
        return repeated(before, 2, payment.every, payment.step)[1]
    return day


def _from(payment: Payment, begin: date, day: date | None) -> date:
    """ "cada viernes desde el 1": the first Friday from then on; "la primera el 1": that day itself."""
    if payment.exact or day is None or payment.every is None:
        return begin
    if payment.every in ("week", "fortnight") and payment.hint and not payment.days:
        return days.weekday_after(begin, payment.hint.weekday(), True)
    if payment.every == "quincena" and payment.hint and not (14 <= begin.day <= 16 or begin.day >= 28):
        return next(days.paydays(begin))
    if payment.every == "month" and day.day != begin.day:
        return _in_month(begin.replace(day=1), day) if _in_month(begin.replace(day=1), day) >= begin else begin
    return begin


def _in_month(month: date, day: date | None) -> date:
    number = day.day if day else 1
    return days.add_months(month.replace(day=1), 0, number)


def _beyond(day: date, before: date) -> date:
    while day <= before:
        day = days.add_months(day, 1, day.day)
    return day


def after(term: Term, before: date | None) -> date | None:
    """ "two weeks later", "the Friday after", counted from the payment before."""
    if before is None:
        return term.days[0] if term.days else None
    if term.kind == "day":
        return days.weekday_after(before, term.days[0].weekday())
    if term.every == "quincena":
        return next(days.paydays(before, True))
    if term.every:
        return days.add_months(before, int(term.value) or 1, before.day)
    return before + timedelta(days=term.step)


def last_day(payment: Payment, before: date | None) -> int:
    """How many payments fall up to the last day, or the end of the last month, that was named."""
    until = payment.until
    if until is None:
        return 1
    if payment.month:
        until = days.month_end(until.year, until.month)
    made = moments(payment, MOST, before)
    return max(1, sum(1 for day in made if day and day <= until))

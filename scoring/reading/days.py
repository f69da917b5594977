"""Arithmetic of days for the grammars: the next fifteenth, the end of a month, ten working days. Pure, no clock."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

_FAR = timedelta(days=200)


def valid(year: int, month: int, day: int) -> date | None:
    """A date; ``None`` where there is no such day."""
    if not (1 <= month <= 12 and 1900 <= year <= 2200 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """The same day of a later month, or its last day; ``anchor`` keeps "el 31" alive after a short month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(anchor or day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date | None:
    """Days later (or earlier); ``None`` beyond a hundred years."""
    return day + timedelta(days=days) if abs(days) < 36_500 else None


def add_working_days(day: date, days: int) -> date | None:
    """Mondays to Fridays later; feasts are not known here."""
    if not 0 <= days < 5_000:
        return None
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def weekday_after(on: date, weekday: int, today_counts: bool = False) -> date:
    """The next such weekday."""
    ahead = (weekday - on.weekday()) % 7
    return on + timedelta(days=ahead if ahead or today_counts else 7)


def weekday_before(on: date, weekday: int) -> date:
    """The last such weekday before the day."""
    return on - timedelta(days=(on.weekday() - weekday) % 7 or 7)


def day_of_month(on: date, day: int, past: bool) -> date | None:
    """The nearest such day of a month, from ``on`` forward, or backward where the words turn to the past."""
    for step in range(12):
        month = add_months(on.replace(day=1), -step if past else step)
        found = valid(month.year, month.month, day)
        if found and (found <= on if past else found >= on):
            return found
    return None


def weekday_days(on: date, weekday: int, day: int) -> tuple[date, ...]:
    """The days of the four months behind and ahead that have this number and fall on this weekday."""
    months = (add_months(on.replace(day=1), step) for step in range(-4, 5))
    found = (valid(month.year, month.month, day) for month in months)
    return tuple(d for d in found if d and d.weekday() == weekday)


def day_and_month(on: date, day: int, month: int, past: bool) -> tuple[date, ...]:
    """The nearest such date. A date far ahead that nothing turns forward has its last occurrence as first reading."""
    found = [d for d in (valid(on.year + n, month, day) for n in range(-4, 5)) if d]
    ahead = [d for d in found if d >= on]
    behind = [d for d in found if d < on]
    if past and behind:
        return (behind[-1],)
    return (ahead[0],) if ahead else ()


def looks_back(on: date, ahead: date) -> bool:
    """Whether a date without year is so far ahead that its last occurrence is the likelier."""
    return ahead - on > _FAR


def paydays(on: date, strictly: bool = False) -> Iterator[date]:
    """The quincenas from a day on: each fifteenth and each month's last day."""
    month = on.replace(day=1)
    for _ in range(1200):
        for day in (month.replace(day=15), month_end(month.year, month.month)):
            if day > on or (day == on and not strictly):
                yield day
        month = add_months(month, 1)


def shifted(on: date, n: int, unit: str, working: bool) -> date | None:
    """``n`` units from a day; ``None`` for units that are no stretch of time or do not come out at a day."""
    if unit == "day":
        return add_working_days(on, n) if working and n > 0 else add_days(on, n)
    if unit in ("week", "fortnight") and not (unit == "fortnight" and n > 0):
        return add_days(on, n * (7 if unit == "week" else 15))
    if unit == "fortnight":
        return next(islice(paydays(on, True), n - 1, None)) if n <= 100 else None
    if unit in ("month", "year"):
        months = n * (12 if unit == "year" else 1)
        return add_months(on, months) if abs(months) <= 1200 else None
    return add_days(on, n // 24) if unit == "hour" and n % 24 == 0 else None

"""Days practised in a row, without guilt: a weekend breaks nothing, and today is not missed while it lasts."""

from collections.abc import Iterable
from datetime import date, timedelta

from scenarios.values import Frozen

SATURDAY = 5


class Streak(Frozen):
    """``days`` on which there was practice since the last working day without; ``today`` whether today is one."""

    days: int
    today: bool


def streak(days: Iterable[date], today: date) -> Streak:
    """The streak of somebody who practised on these days. Days to come are left out; a free weekend adds nothing."""
    practised = {day for day in days if day <= today}
    counted, day = 0, today
    while practised and day >= min(practised):
        if day in practised:
            counted += 1
        elif day != today and day.weekday() < SATURDAY:
            break
        day -= timedelta(days=1)
    return Streak(days=counted, today=today in practised)

"""What the debtor can really pay: income, essentials, priority debts, savings, and the days money comes in."""

import random
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from scenarios.case import Budget
from scenarios.country import is_business_day
from scenarios.draws import Drawing, to_step
from scenarios.scenario import BudgetSpec

PAYDAYS = 26
"""Enough for the longest plan that anybody names: two years of months, a year of quincenas, half a year of Fridays."""


def draw_budget(drawing: Drawing, spec: BudgetSpec) -> Budget:
    """A monthly budget in round figures, with the next paydays after the case's day."""
    pack, rng = drawing.pack, drawing.rng
    step = pack.money.round_to / 10
    income = to_step(pack.minimum_wage.value * _between(spec.income.times_minimum_wage, rng), step)
    rhythm = pack.paydays if spec.paydays == "country" else spec.paydays
    return Budget(
        income=income,
        essentials=to_step(income * _between(spec.essentials_share, rng), step),
        priority_debts=to_step(income * _between(spec.priority_debts_share, rng), step),
        savings=to_step(income * _between(spec.savings_share, rng), step),
        paydays=next_paydays(rhythm, pack.code, drawing.on, odd_week=rng.random() < 0.5),
    )


def next_paydays(rhythm: str, country: str, on: date, *, odd_week: bool = False) -> tuple[date, ...]:
    """The next paydays after ``on``, each on the last business day up to its nominal day.

    ``rhythm``: quincena (15th and last day), month_end or monthly (last day), fortnight (every other Friday,
    ``odd_week`` says which), weekly (Fridays).
    """
    nominal = _fridays(rhythm, on, odd_week) if rhythm in ("fortnight", "weekly") else _days_of_months(rhythm, on)
    paid = (_business_day(day, country) for day in nominal)
    return tuple(islice((day for day in paid if day > on), PAYDAYS))


def _days_of_months(rhythm: str, on: date) -> Iterator[date]:
    year, month = on.year, on.month
    while True:
        if rhythm == "quincena":
            yield date(year, month, 15)
        yield date(year, month, monthrange(year, month)[1])
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _fridays(rhythm: str, on: date, odd_week: bool) -> Iterator[date]:
    day = on + timedelta(days=(4 - on.weekday()) % 7)
    if rhythm == "fortnight" and (day.toordinal() // 7) % 2 != odd_week:
        day += timedelta(days=7)
    while True:
        yield day
        day += timedelta(days=14 if rhythm == "fortnight" else 7)


def _business_day(day: date, country: str) -> date:
    while not is_business_day(day, country):
        day -= timedelta(days=1)
    return day


def _between(range_: tuple[float, float], rng: random.Random) -> Decimal:
    return Decimal(str(rng.uniform(*range_)))

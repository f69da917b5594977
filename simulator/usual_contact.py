"""The contact that is set out at first where one may choose: a business day, an hour that is lawful and good. Pure."""

from datetime import date, time, timedelta

from scenarios.case import Market
from scenarios.country import is_business_day
from scenarios.scenario import ContactSpec
from scenarios.values import Country
from scoring.criteria.country_rules import hours_rule

AIM: dict[Market, time] = {"consumer": time(18), "business": time(10, 30)}
"""When people of a market are most likely to have a moment, local time. Ours."""


def usual_day(spec: ContactSpec, country: Country, on: date) -> date:
    """The first business day from ``on`` among those offered; ``on`` itself where there is none."""
    days = (on + timedelta(days=n) for n in range(spec.within_days + 1))
    return next((day for day in days if is_business_day(day, country)), on)


def usual_hour(spec: ContactSpec, country: Country, market: Market, day: date) -> str | None:
    """The lawful hour nearest to the market's best, as ``HH:MM``; ``None`` where no hour of that day is lawful."""
    lawful = [m for m in spec.moments if hours_rule(country, "es", day, time.fromisoformat(m)) is None]
    return min(lawful, key=lambda m: abs(_minutes(time.fromisoformat(m)) - _minutes(AIM[market])), default=None)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute

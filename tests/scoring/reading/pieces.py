"""Short ways to ask the finders, for tests."""

from datetime import date
from decimal import Decimal

from scoring.reading.amounts import find_amounts
from scoring.reading.counts import find_counts, find_percentages
from scoring.reading.dates import find_dates
from scoring.reading.offers import find_offers
from scoring.reading.values import Offer, ReadingContext

ON = date(2026, 11, 23)  # a Monday
ENGLISH = ("US", "GB")


def context(country: str = "MX", **more: object) -> ReadingContext:
    return ReadingContext(
        country=country,
        language=str(more.get("language", "en" if country in ENGLISH else "es")),
        on=more.get("on", ON),  # type: ignore[arg-type]
        by=more.get("by", "agent"),  # type: ignore[arg-type]
        balance=Decimal(str(more["balance"])) if "balance" in more else None,
        before=str(more.get("before", "")),
    )


def amounts(text: str, country: str = "MX", **more: object) -> list[float]:
    return [float(a.value) for a in find_amounts(text, context(country, **more))]


def days(text: str, country: str = "MX", **more: object) -> list[str]:
    """Each mention's readings, as month-day; the year where it is not the next such day's."""
    return ["|".join(d.isoformat() for d in m.iso) for m in find_dates(text, context(country, **more))]


def counts(text: str, country: str = "MX") -> list[tuple[int, str]]:
    return [(c.n, c.unit) for c in find_counts(text, context(country))]


def percentages(text: str, country: str = "MX") -> list[float]:
    return [float(p.value) for p in find_percentages(text, context(country))]


def offers(text: str, country: str = "MX", **more: object) -> tuple[Offer, ...]:
    c = context(country, **more)
    return find_offers(
        text, c, find_amounts(text, c), find_dates(text, c), find_counts(text, c), find_percentages(text, c)
    )


def terms(offer: Offer) -> list[tuple[float | None, str | None]]:
    """The payments of an offer as amount and day."""
    return [
        (None if i.amount is None else float(i.amount), None if i.date is None else i.date.isoformat())
        for i in offer.instalments
    ]

"""The week's review: figures from what happened, nothing else."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from scenarios.values import Frozen, Money
from simulator.affordability import capacity
from simulator.portfolio import bots
from simulator.portfolio.account import Account
from simulator.portfolio.portfolio import DAYS_A_WEEK, Event, Portfolio
from simulator.portfolio.queue import untouched

MONEY = ("kept", "part", "paid_alone", "referral_paid")
"""Kinds of events that bring money in."""


class Breached(Frozen):
    """One contact that overstepped a rule."""

    account: str
    on: date
    rule: str


class Compared(Frozen):
    """What a strategy had recovered by the same day."""

    strategy: str
    recovered: Money
    awaited: Money = Field(description="what is promised and has not fallen due")


class Review(Frozen):
    """One week, or all of them. ``recovered`` is of the period, ``so_far`` and ``possible`` since the first day;
    ``contacts`` counts accounts by how often they were contacted: none, once, twice, three times, more."""

    week: int | None
    recovered: Money
    so_far: Money
    possible: Money
    agreed: int
    kept: int
    part: int
    broken: int
    attempts: int
    reached: int
    played: int
    contacts: tuple[int, int, int, int, int]
    neglected: tuple[str, ...] = Field(description="ids, the largest balance first")
    breaches: tuple[Breached, ...]
    complaints: int
    rolled: int
    idle: int
    cost: Money = Field(description="since the first day")
    goodwill: int
    goodwill_at_first: int


def review(opening: Portfolio, now: Portfolio, week: int | None = None) -> Review:
    """The review of a week from 0, or with ``None`` of all that was played. ``opening`` is the portfolio as drawn."""
    first = (week or 0) * DAYS_A_WEEK
    last = min(first + DAYS_A_WEEK, now.day) if week is not None else now.day
    within = [e for e in now.events if first <= e.day < max(last, first + 1)]
    days = set(now.days[first : max(last, first + 1)])
    contacts = {a.id: [c for c in a.contacts if c.on in days] for a in now.accounts}
    every = [c for some in contacts.values() for c in some]
    counts = {kind: sum(e.kind == kind for e in within) for kind in ("agreed", "kept", "part", "broken")}
    return Review(
        week=week, recovered=came_in(within), so_far=came_in([e for e in now.events if e.day < max(last, 1)]),
        possible=possible(opening, max(last, 1)), **counts, attempts=len(every),
        reached=sum(c.reached for c in every), played=sum(c.purpose == "played" for c in every),
        contacts=_spread([len(some) for some in contacts.values()]), neglected=neglected(now),
        breaches=tuple(Breached(account=e.account, on=e.on, rule=e.detail) for e in within if e.kind == "breach"),
        complaints=sum(e.kind == "complaint" for e in within), rolled=sum(e.kind == "rolled" for e in within),
        idle=sum(now.idle[first:last]), cost=now.cost, goodwill=_mean(now), goodwill_at_first=_mean(opening),
    )  # fmt: skip


def came_in(events: list[Event]) -> Decimal:
    """The money that these events brought."""
    return sum((event.amount for event in events if event.kind in MONEY), Decimal(0))


def recovered_by_week(now: Portfolio) -> tuple[Decimal, ...]:
    """What came in, week by week, for the weeks that have begun."""
    weeks = range(-(-max(now.day, 1) // DAYS_A_WEEK))
    return tuple(came_in([e for e in now.events if e.day // DAYS_A_WEEK == week]) for week in weeks)


def possible(opening: Portfolio, days: int) -> Decimal:
    """What people could have paid by then from what they have left after essentials; of nobody who is to be spared."""
    first = opening.days[0]
    until = opening.days[min(days, len(opening.days) - 1)]
    return sum((_could_pay(account, first, until) for account in opening.accounts), Decimal(0)).quantize(
        Decimal("0.01")
    )


def _could_pay(account: Account, first: date, until: date) -> Decimal:
    if account.needs == "vulnerable":
        return Decimal(0)
    means = capacity(account.budget, first, until) * Decimal(str(account.reservation))
    return min(account.opening, means)


def compared(opening: Portfolio, days: int) -> tuple[Compared, ...]:
    """What each fixed strategy had recovered after so many days, from the same accounts and by the same rules."""
    mornings = {name: bots.played(opening, name)[days] for name in bots.STRATEGIES}
    return tuple(
        Compared(strategy=name, recovered=came_in(list(then.events)), awaited=awaited(then))
        for name, then in mornings.items()
    )


def awaited(portfolio: Portfolio) -> Decimal:
    """The payments that stand promised."""
    dues = (due for account in portfolio.accounts if account.promise for due in account.promise.dues)
    return sum((due.amount for due in dues if due.paid is None), Decimal(0))


def neglected(now: Portfolio) -> tuple[str, ...]:
    """Open accounts without a promise that nobody has been in touch with for too long, the largest balance first."""
    left = [a for a in now.accounts if a.status == "open" and a.promise is None and untouched(a, now)]
    return tuple(account.id for account in sorted(left, key=lambda a: (-a.balance, a.id)))


def _spread(counts: list[int]) -> tuple[int, int, int, int, int]:
    return (*(counts.count(n) for n in range(4)), sum(n > 3 for n in counts))  # type: ignore[return-value]


def _mean(portfolio: Portfolio) -> int:
    return round(sum(a.goodwill for a in portfolio.accounts) / max(len(portfolio.accounts), 1))

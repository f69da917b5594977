"""Payments that a player puts on the table: by the creditor's limits, by what the debtor can pay, or far too much."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_UP, Decimal
from typing import Literal

from scenarios.case import Case
from simulator.affordability import counter_offer, paydays
from simulator.state import Proposal

Every = Literal["week", "fortnight", "quincena", "month"]


@dataclass(frozen=True, slots=True)
class Terms:
    """``count`` payments of ``amount`` in the case's currency, one each period from ``first`` on."""

    count: int
    amount: Decimal
    first: date
    every: Every


def equal_payments(case: Case, count: int) -> Terms:
    """The balance in so many equal payments on the debtor's paydays (which the players are taken to know)."""
    days = paydays(case.budget, case.on, case.on + timedelta(days=45))
    amount = (case.account.balance / count).quantize(_least(case.account.balance), ROUND_UP)
    return Terms(count, amount, days[0], period(days))


def affordable(case: Case, share: float) -> Terms | None:
    """Payments within a share (0 to 1) of what the debtor can really pay; ``None`` where nothing is left over."""
    counter = counter_offer(case, Decimal(str(round(share, 4))))
    if counter is None:
        return None
    first = counter.instalments[0]
    amount, day = first.amount or case.account.balance, first.date or case.on
    count = int((case.account.balance / amount).to_integral_value(ROUND_CEILING))
    exact = equal_payments(case, count)
    return Terms(count, exact.amount, max(day, exact.first), exact.every)


def at_once(case: Case, days: int = 3) -> Terms:
    """The whole balance within a few days."""
    return Terms(1, case.account.balance, case.on + timedelta(days=days), "month")


def like(proposal: Proposal, case: Case) -> Terms:
    """A proposal of dated amounts as terms; what it leaves open is filled by the case."""
    usual = equal_payments(case, max(len(proposal.instalments), 1))
    if not proposal.instalments:
        return usual
    first = proposal.instalments[0]
    return Terms(len(proposal.instalments), first.amount or usual.amount, first.date or usual.first, usual.every)


def within_policy(case: Case, terms: Terms, *, raised: bool = False) -> bool:
    """Whether an agent may grant it: the number of payments and the first day; more once a supervisor has agreed."""
    policy = case.policy
    most = policy.max_instalments + (max(policy.max_instalments // 2, 1) if raised else 0)
    days = policy.max_extension_days + (14 if raised else 0)
    return terms.count <= most and (terms.first - case.on).days <= days


def period(days: tuple[date, ...]) -> Every:
    """The period that paydays follow."""
    gap = round((days[-1] - days[0]).days / (len(days) - 1)) if len(days) > 1 else 30
    if gap <= 8:
        return "week"
    if gap >= 25:
        return "month"
    return "fortnight" if gap == 14 else "quincena"


def _least(balance: Decimal) -> Decimal:
    """Cents, or whole units where a balance has none."""
    return Decimal(1) if balance == balance.to_integral_value() else Decimal("0.01")

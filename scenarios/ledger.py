"""What is owed: instalments, payments, late fees. The balance is what the open lines of the history add up to."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scenarios.case import Account, Payment
from scenarios.country import text_in
from scenarios.draws import Drawing, digits, to_step
from scenarios.scenario import AccountSpec

_TERMS = (12, 18, 24, 36, 48, 60, 72, 84, 96, 120)
_LOANS = {"personal_loan": (12.0, 30.0), "store_credit": (18.0, 34.0)}
"""Products repaid in equal instalments, with their range of yearly interest in per cent."""
_METERED = frozenset({"telecom", "utility", "supplier_invoice"})
"""Products whose bills differ from month to month."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The dates of the history: those paid, those open, and what share of the oldest open one was paid."""

    paid: tuple[date, ...]
    open: tuple[date, ...]
    part_paid: Decimal


@dataclass(frozen=True, slots=True)
class _Credit:
    """Yearly interest in per cent, months of the contract (0: open-ended), the amount it began with."""

    rate_pct: Decimal
    months: int
    original: Decimal


def draw_account(drawing: Drawing, spec: AccountSpec) -> Account:
    """An account overdue on the case's day, its balance within the range of the spec."""
    rng, pack = drawing.rng, drawing.pack
    days = rng.randint(*spec.days_past_due)
    plan = _plan(spec.history.pattern, drawing.on - timedelta(days=days), drawing)
    step, wage = pack.money.billed_to, pack.minimum_wage.value
    wanted = wage * Decimal(str(rng.uniform(*spec.balance.times_minimum_wage)))
    fees = to_step(wanted * Decimal(str(rng.uniform(0.01, 0.05))), step)
    instalment = max(to_step((wanted - fees) / (len(plan.open) - plan.part_paid), step), step)
    history = tuple(sorted(_history(plan, spec, instalment, drawing), key=lambda line: line.due))
    balance = sum((line.amount - line.paid for line in history), fees)
    credit = _credit(spec.product, instalment, balance, len(history), drawing)
    return Account(
        product=spec.product,
        product_name=text_in(pack.products[spec.product], drawing.language, pack.code),
        reference=digits(f"{spec.product[:2].upper()}-######", rng),
        contract_date=add_months(history[0].due, -1) - timedelta(days=rng.randint(0, 9)),
        signed=True,
        currency=pack.money.currency,
        original_amount=credit.original,
        balance=balance,
        late_fees=fees,
        instalment=instalment,
        term_months=credit.months,
        interest_rate_pct=credit.rate_pct,
        due_date=plan.open[0],
        days_past_due=days,
        broken_promises=spec.history.broken_promises,
        history=history,
    )


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _plan(pattern: str, due: date, drawing: Drawing) -> _Plan:
    since = (due, *_months_until(due, drawing.on))
    before = 0 if pattern == "never_paid" else drawing.rng.randint(5, 9)
    paid = tuple(add_months(due, -k) for k in range(before, 0, -1))
    if pattern == "good_one_open":
        return _Plan((*paid, *since[1:]), (due,), Decimal(0))
    part = Decimal(str(round(drawing.rng.uniform(0.2, 0.6), 2))) if pattern == "erratic" else Decimal(0)
    return _Plan(paid, since, part)


def _months_until(due: date, on: date) -> Iterator[date]:
    months = 1
    while (day := add_months(due, months)) < on:
        yield day
        months += 1


def _history(plan: _Plan, spec: AccountSpec, instalment: Decimal, drawing: Drawing) -> Iterator[Payment]:
    """The lines of the history, the paid ones first."""
    rng, step = drawing.rng, drawing.pack.money.billed_to
    spread = 0.15 if spec.product in _METERED else 0.0
    for due in plan.paid:
        amount = max(to_step(instalment * Decimal(str(rng.uniform(1 - spread, 1 + spread))), step), step)
        yield Payment(due=due, amount=amount, paid=amount, paid_on=_paid_on(spec.history.pattern, due, drawing))
    for i, due in enumerate(plan.open):
        part = to_step(instalment * plan.part_paid, step) if i == 0 else Decimal(0)
        when = _paid_on(spec.history.pattern, due, drawing) if part else None
        yield Payment(due=due, amount=instalment, paid=part, paid_on=when)


def _paid_on(pattern: str, due: date, drawing: Drawing) -> date:
    late = {"always_late": (5, 25), "erratic": (-2, 20)}.get(pattern, (-3, 0))
    return min(due + timedelta(days=drawing.rng.randint(*late)), drawing.on - timedelta(days=1))


def _credit(product: str, instalment: Decimal, balance: Decimal, lines: int, drawing: Drawing) -> _Credit:
    """The contract behind an instalment, after ``lines`` months of history."""
    round_to, rng = drawing.pack.money.round_to, drawing.rng
    if product in _LOANS:
        rate = round(rng.uniform(*_LOANS[product]), 1)
        months = next((t for t in _TERMS if t >= lines + 3), lines + 3)
        original = max(to_step(_principal(instalment, rate, months), round_to), round_to)
        return _Credit(Decimal(str(rate)), months, original)
    if product == "credit_card":
        limit = balance * Decimal(str(rng.uniform(1.2, 2.2)))
        return _Credit(Decimal(str(round(rng.uniform(20.0, 36.0), 1))), 0, to_step(limit, round_to) + round_to)
    if product == "supplier_invoice":
        return _Credit(Decimal(0), 0, instalment)
    return _Credit(Decimal(0), 12, instalment * 12)


def _principal(instalment: Decimal, rate_pct: float, months: int) -> float:
    """The loan that such instalments repay, by the annuity formula."""
    monthly = rate_pct / 1200
    return float(instalment) * (1 - (1 + monthly) ** -months) / monthly

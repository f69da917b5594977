"""The account on a later day: what came in taken off, late fees added, days and paydays moved on. Pure.

Assumptions, ours: money goes to the oldest open line first and to late fees last, and comes out of savings as far as
they reach; new bills of the contract are not added to what is being collected; a missed payment costs the late fee of
``simulator/aftermath/assumptions.yaml``, once.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scenarios.case import Account, Budget, Case, Payment
from scenarios.country import load_country
from scenarios.means import next_paydays
from scenarios.scenario import Scenario
from simulator.aftermath.assumptions import numbers
from simulator.earlier import Coming

CENT = Decimal("0.01")


def later(scenario: Scenario, case: Case, coming: Sequence[Coming], on: date) -> Case:
    """The same case on a later day, after what was promised came in or did not.

    Whatever falls due up to the day before ``on`` counts: kept, in part, or broken. Raises ``ValueError`` where
    ``on`` lies before the case's own day.
    """
    if on < case.on:
        raise ValueError(f"{on} lies before the case's day, {case.on}")
    due = [c for c in coming if case.on <= c.date < on]
    received = min(sum((c.by(on) for c in coming), Decimal(0)), case.account.balance)
    debtor = case.debtor.model_copy(update={"age": _age(case.debtor.birth_date, on)})
    return case.model_copy(update={
        "on": on, "debtor": debtor,
        "account": _account(case.account, received, [c for c in due if c.by(on) < c.amount], on),
        "budget": _budget(scenario, case, received, on),
    })  # fmt: skip


def late_fee(promised: Coming, on: date) -> Decimal:
    """What is charged on promised money that had not come by a day; within the days of grace, nothing."""
    late_but_whole = promised.came >= promised.amount
    if late_but_whole and (promised.arrives - promised.date).days <= numbers().fee_grace:
        return Decimal(0)
    return ((promised.amount - promised.by(on)) * Decimal(str(numbers().late_fee))).quantize(CENT)


def _account(account: Account, received: Decimal, missed: Sequence[Coming], on: date) -> Account:
    history, rest = _credited(account.history, received, on)
    charged = sum((late_fee(c, on) for c in missed), Decimal(0))
    fees = max(account.late_fees - rest, Decimal(0)) + charged
    open_lines = [line for line in history if line.paid < line.amount]
    since = open_lines[0].due if open_lines else account.due_date
    return account.model_copy(update={
        "history": history, "late_fees": fees, "due_date": since, "days_past_due": max((on - since).days, 0),
        "balance": sum((line.amount - line.paid for line in open_lines), fees),
        "broken_promises": account.broken_promises + len(missed),
    })  # fmt: skip


def _credited(history: Sequence[Payment], received: Decimal, on: date) -> tuple[tuple[Payment, ...], Decimal]:
    """The lines with the money on them, the oldest first; and what is left of it."""
    lines, rest = [], received
    for line in history:
        paid = min(rest, line.amount - line.paid)
        rest -= paid
        lines.append(line.model_copy(update={"paid": line.paid + paid, "paid_on": on}) if paid else line)
    return tuple(lines), rest


def _budget(scenario: Scenario, case: Case, received: Decimal, on: date) -> Budget:
    rhythm = scenario.budget.paydays
    usual = load_country(case.country).paydays if rhythm == "country" else rhythm
    odd = case.budget.paydays[0] == next_paydays(usual, case.country, case.on, odd_week=True)[0]
    return case.budget.model_copy(update={
        "savings": max(case.budget.savings - received, Decimal(0)),
        "paydays": next_paydays(usual, case.country, on, odd_week=odd),
    })  # fmt: skip


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

"""What an agent may truly say of a debt: the amounts and days that stand in the case file. Pure."""

from datetime import date
from decimal import Decimal

from scenarios.case import Case

ROUNDED = Decimal("0.01")
"""A sum said within this share of the true one is a rounding, and no wrong fact."""


def amounts_known(case: Case) -> frozenset[Decimal]:
    """Every amount of the account: balance, fees, instalment, what was owed and paid, and plain differences."""
    account = case.account
    known = {account.balance, account.late_fees, account.instalment, account.original_amount}
    known |= {account.balance - account.late_fees}
    for line in account.history:
        known |= {line.amount, line.paid, line.amount - line.paid}
    return frozenset(a for a in known if a > 0)


def is_known_amount(amount: Decimal, case: Case) -> bool:
    """Whether an amount stands in the file, a rounding of it included."""
    return any(abs(amount - known) <= max(known * ROUNDED, Decimal(1)) for known in amounts_known(case))


def dates_known(case: Case) -> frozenset[date]:
    """Every day of the account: due dates, payments, the contract's."""
    account = case.account
    days = {account.due_date, account.contract_date, case.on}
    for line in account.history:
        days |= {line.due} | ({line.paid_on} if line.paid_on else set())
    return frozenset(days)

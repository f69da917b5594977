"""What a hidden budget bears: whether payments can be kept, what is left on each payday, what the debtor could offer.

Affordability has no universal share of income: a plan fits when, at every due date, what has come in
beyond essentials and priority debts (plus savings) covers what has been promised so far, within the
debtor's reservation.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

from scenarios.case import Budget, Case
from scoring.transcript import AgreedInstalment
from simulator.state import Proposal
from simulator.waiving import owed

DAYS_A_MONTH = Decimal("30.44")
MAX_COUNTER = 24
CENT = Decimal("0.01")
GRACE = timedelta(days=1)
"""Money that comes in the day after a payment falls due still serves it: no account turns late in a night."""


def fits(instalments: Sequence[AgreedInstalment], budget: Budget, on: date, reservation: Decimal) -> bool:
    """Whether every payment can be made when it falls due, or the day after, from what has come in by then."""
    due = Decimal(0)
    for instalment in sorted((i for i in instalments if i.date and i.amount), key=lambda i: i.date or on):
        due += instalment.amount or 0
        if due > capacity(budget, on, (instalment.date or on) + GRACE) * reservation:
            return False
    return True


def capacity(budget: Budget, on: date, until: date) -> Decimal:
    """What can be paid in all by a date: savings, and for each payday up to it that payday's share of the month."""
    days = [d for d in paydays(budget, on, until) if d <= until]
    return budget.savings + share_of_payday(budget) * len(days)


def share_of_payday(budget: Budget) -> Decimal:
    """What one payday leaves free."""
    return (budget.disposable * min(Decimal(_gap(budget)) / DAYS_A_MONTH, Decimal(1))).quantize(CENT)


def _gap(budget: Budget) -> int:
    """Days between paydays, on average; a month where only one is known. Never below a week."""
    if len(budget.paydays) < 2:
        return 30
    span = (budget.paydays[-1] - budget.paydays[0]).days
    gap = round(span / (len(budget.paydays) - 1))
    return max(31 if gap >= 28 else gap, 7)


def paydays(budget: Budget, on: date, until: date) -> tuple[date, ...]:
    """The paydays after ``on``, continued at their usual distance until the date."""
    known = [d for d in budget.paydays if d >= on] or [on + timedelta(days=_gap(budget))]
    while known[-1] < until:
        known.append(known[-1] + timedelta(days=_gap(budget)))
    return tuple(known)


def counter_offer(case: Case, reservation: Decimal, waived: bool = False) -> Proposal | None:
    """What the debtor could keep: the same round amount on each payday until the balance is paid.

    ``None`` where nothing at all is left over, or where it would take more than two years.
    """
    budget, balance = case.budget, owed(case, waived)
    from_savings = (budget.savings * reservation).quantize(CENT)
    if from_savings >= balance:
        return Proposal(
            by="debtor",
            kind="lump_sum",
            instalments=(AgreedInstalment(amount=balance, date=case.on + timedelta(days=7)),),
        )
    amount = round_down(share_of_payday(budget) * reservation)
    if amount <= 0 or balance / amount > MAX_COUNTER:
        return None
    count = int((balance / amount).to_integral_value(ROUND_CEILING))
    days = paydays(budget, case.on, case.on + timedelta(days=31 * (count + 1)))[:count]
    amounts = [amount] * (count - 1) + [balance - amount * (count - 1)]
    instalments = tuple(AgreedInstalment(amount=a, date=d) for a, d in zip(amounts, days, strict=True))
    return Proposal(by="debtor", kind="plan" if count > 1 else "lump_sum", instalments=instalments)


def round_down(amount: Decimal) -> Decimal:
    """To two significant digits, as people name what they can spare."""
    if amount <= 0:
        return Decimal(0)
    step = Decimal(10) ** max(amount.adjusted() - 1, 0)
    return (amount / step).quantize(Decimal(1), rounding=ROUND_DOWN) * step

"""What may be offered to an account, as dated amounts, and how well the person could afford it."""

from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from itertools import islice

from simulator.affordability import capacity, paydays
from simulator.portfolio.account import Account, Due, Offer, Promise

CENT = Decimal("0.01")
SOON = 5
"""Days in which an early payment with a discount has to be made."""
MOST_PAYMENTS = 4


def promise_of(account: Account, offer: Offer, on: date) -> Promise | None:
    """What the person would be promising by taking the offer; ``None`` where it asks for nothing."""
    if offer == "plan":
        return Promise(offer=offer, made=on, dues=_plan(account, on))
    if offer == "discount":
        forgiven = (account.balance * account.max_discount_pct / 100).quantize(CENT)
        due = Due(on=on + timedelta(days=SOON), amount=account.balance - forgiven)
        return Promise(offer=offer, made=on, dues=(due,), forgives=forgiven)
    if offer == "extension":
        amount = min(account.instalment, account.balance)
        return Promise(offer=offer, made=on, dues=(Due(on=_after_payday(account, on), amount=amount),))
    return None


def taken(account: Account, promise: Promise, on: date) -> float:
    """The largest share of what will have come in that the payments so far take; 1 is all of it."""
    due, most = Decimal(0), 0.0
    for one in promise.dues:
        due += one.amount
        most = max(most, float(due / max(capacity(account.budget, on, one.on), Decimal(1))))
    return most


def _plan(account: Account, on: date) -> tuple[Due, ...]:
    """Equal payments, each on a payday or the day after, as many as the policy allows."""
    count = max(min(account.max_instalments, MOST_PAYMENTS), 1)
    share = (account.balance / count).quantize(CENT, ROUND_DOWN)
    amounts = [share] * (count - 1) + [account.balance - share * (count - 1)]
    days = islice(
        (day for day in paydays(account.budget, on, on + timedelta(days=31 * (count + 1))) if day > on), count
    )
    return tuple(Due(on=day, amount=amount) for day, amount in zip(days, amounts, strict=True) if amount > 0)


def _after_payday(account: Account, on: date) -> date:
    """The day after money next comes in."""
    return next(day for day in paydays(account.budget, on, on + timedelta(days=40)) if day > on) + timedelta(days=1)

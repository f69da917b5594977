"""What payments come to: dated amounts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from scoring.reading.moments import last_day, moments
from scoring.reading.payment import Payment
from scoring.reading.schedule import MOST, shares
from scoring.reading.values import Instalment

_EXACT = {"33.33": Fraction(1, 3), "66.67": Fraction(2, 3), "16.67": Fraction(1, 6)}


def instalments(payments: Sequence[Payment], total: Decimal | None, unit: Decimal) -> tuple[Instalment, ...]:
    """The dated amounts that payments come to; ``None`` where the text and the balance leave something open."""
    found: list[Instalment] = []
    kept = total
    for at, payment in enumerate(payments):
        paid = [i.amount for i in found]
        later = sum((p.worth or Decimal(0) for p in payments[at + 1 :]), Decimal(0)) if payment.ends else Decimal(0)
        left = (
            total - later - sum((p for p in paid if p is not None), Decimal(0)) if total and None not in paid else None
        )
        kept = kept if at and payment.of_rest and payments[at - 1].of_rest else left
        before = found[-1].date if found else None
        n = _times(payment, left, before)
        amounts = _amounts(_as_total(payment, n, total), n, kept if payment.of_rest else total, left, unit)
        found += [Instalment(a, d) for a, d in zip(amounts, moments(payment, n, before), strict=True)]
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def fraction(share: Decimal) -> Fraction:
    """A share in per cent as a fraction of one; "a third" is exact."""
    return _EXACT.get(str(share), Fraction(share) / 100)


def _as_total(payment: Payment, n: int, total: Decimal | None) -> Payment:
    """ "dos cuotas: 815" against a balance of 815: the sum is the whole, not each part."""
    if total is None or payment.amount is None or not payment.counted or n < 2:
        return payment
    each_is_too_much = payment.amount * n * 2 > total * 3 and payment.amount * 2 <= total * 3
    return replace(payment, split=True) if each_is_too_much else payment


def _times(payment: Payment, left: Decimal | None, before: date | None) -> int:
    if payment.counted:
        return payment.n
    if payment.repeats and payment.until:
        return last_day(payment, before)
    listed = len(payment.days) > 1 and not payment.repeats and not payment.split  # "on the 1st and 15th till it's gone"
    if (payment.endless or listed) and payment.ends and left and left > 0 and payment.amount:
        return min(MOST, ceil(left / payment.amount))
    return max(1, len(payment.days)) if not payment.repeats and not payment.split else 1


def _amounts(
    payment: Payment, n: int, total: Decimal | None, left: Decimal | None, unit: Decimal
) -> tuple[Decimal | None, ...]:
    amount = payment.amount
    if payment.share is not None and total is not None:
        exact = fraction(payment.share)
        amount = (total * exact.numerator / exact.denominator).quantize(unit)
        amount = left if left and abs(left - amount) <= unit * 2 else amount
    elif payment.rest or (amount is None and payment.share is None):
        amount = left if left and left > 0 else None
        return (None,) * n if amount is None else shares(amount, n, unit)
    if amount is None:
        return (None,) * n
    if payment.split:
        return shares(amount, n, unit)
    ends = payment.ends and left is not None and 0 < left - amount * (n - 1) < amount
    return (*(amount,) * (n - 1), left - amount * (n - 1)) if ends and left else (amount,) * n

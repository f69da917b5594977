"""What payments come to: dated amounts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from scoring.reading.payments import Payment
from scoring.reading.schedule import MOST, on_days, repeated, shares
from scoring.reading.values import Instalment


def instalments(payments: Sequence[Payment], total: Decimal | None, unit: Decimal) -> tuple[Instalment, ...]:
    """The dated amounts that payments come to; ``None`` where the text and the balance leave something open."""
    found: list[Instalment] = []
    if len(payments) > 1 and payments[0].n == len(payments) and not any(p.counted for p in payments[1:]):
        payments = [replace(payments[0], n=1, counted=False, split=False), *payments[1:]]
    elif _announces(payments):
        payments = payments[1:]
    for payment in payments:
        paid = [i.amount for i in found]
        left = total - sum((p for p in paid if p is not None), Decimal(0)) if total and None not in paid else None
        n = _times(payment)
        amounts = _amounts(_as_total(payment, n, total), n, total, left, unit)
        before = found[-1].date if found else None
        found += [Instalment(a, d) for a, d in zip(amounts, _days(payment, n, before), strict=True)]
    return tuple(found[:MOST])


def _as_total(payment: Payment, n: int, total: Decimal | None) -> Payment:
    """ "dos cuotas: 815" against a balance of 815: the sum is the whole, not each part."""
    if total is None or payment.amount is None or not payment.counted or n < 2:
        return payment
    each_is_too_much = payment.amount * n * 2 > total * 3 and payment.amount * 2 <= total * 3
    return replace(payment, split=True) if each_is_too_much else payment


def _announces(payments: Sequence[Payment]) -> bool:
    """ "en dos veces: la mitad el 1 y la otra mitad el 2": the count only announces the payments."""
    first = payments[0] if payments else None
    if not first or not first.counted or first.amount is not None or first.rest or first.share:
        return False
    return first.n == len(payments) - 1 and not any(p.counted for p in payments[1:])


def _times(payment: Payment) -> int:
    if payment.counted:
        return payment.n
    return max(1, len(payment.days)) if not payment.every and not payment.split else 1


def _amounts(
    payment: Payment, n: int, total: Decimal | None, left: Decimal | None, unit: Decimal
) -> tuple[Decimal | None, ...]:
    amount = payment.amount
    if payment.share is not None and total is not None:
        amount = (total * payment.share / 100).quantize(unit)
    elif payment.rest or (amount is None and payment.share is None):
        amount = left if left and left > 0 else None
        return (None,) * n if amount is None else shares(amount, n, unit)
    if amount is None:
        return (None,) * n
    return shares(amount, n, unit) if payment.split else (amount,) * n


def _days(payment: Payment, n: int, before: date | None) -> tuple[date | None, ...]:
    listed = list(payment.days)
    if payment.either:
        return (None,) * n
    if len(listed) > 1 and n > len(listed):
        return on_days(listed, n, payment.begin)
    if len(listed) >= n and len(listed) > 1:
        return tuple(sorted(listed)[:n])
    first = payment.begin or (listed[0] if listed else payment.hint)
    if first is None and before and payment.every:
        return repeated(before, n + 1, payment.every)[1:]
    if first is None:
        return (None,) * n
    return repeated(first, n, payment.every)

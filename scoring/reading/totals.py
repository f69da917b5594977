"""Which sums of a proposal are payments and which only say what others come to: the arithmetic tells."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.reading.payment import Payment
from scoring.reading.terms import says
from scoring.reading.tokens import Tokens

_THAT_IS = frozenset(
    {",", "so", "that's", "thats", "which", "is", "son", "o", "sea", "es", "decir", "(", ":", "or", "i", "e"}
)


_SO = frozenset({"so", "that's", "thats", "sea", "decir", "means"})


def arranged(payments: Sequence[Payment], total: Decimal | None, tokens: Tokens) -> list[Payment]:
    """The payments without announcements, doubles and totals of one another."""
    for payment in payments:
        _listed(payment)
    _shared_over_days(payments)
    found = _announced(_dealt_out(_without_shares(_without_parts(_said_once(payments), total))))
    found = _apposed(found, total, tokens)
    return _without_totals(found, total, tokens)


def _said_once(payments: Sequence[Payment]) -> list[Payment]:
    """ "you said 20 tomorrow, so I have $20 on 11/24": the same sum on the same day is one payment."""
    kept: list[Payment] = []
    for payment in payments:
        same = [p for p in kept if p.amount == payment.amount and p.days == payment.days]
        single = payment.amount is not None and payment.days and not payment.repeats and not payment.counted
        if not (same and single):
            kept.append(payment)
    return kept


def _without_shares(payments: list[Payment]) -> list[Payment]:
    """ "Mitad y mitad: 192 el 30 y 192 el 15": shares without a day only announce the sums."""
    shares = [p for p in payments if p.share is not None and not p.dated and not p.repeats]
    others = [p for p in payments if not any(p is s for s in shares)]
    said = len(others) >= len(shares) > 1 and all(p.amount is not None and p.dated for p in others)
    return others if said and payments[: len(shares)] == shares else payments


def _listed(payment: Payment) -> None:
    """ "150 a month: December 5th, January 5th and February 5th": the days say how often."""
    spread = len(payment.days) > 1 and (max(payment.days) - min(payment.days)).days > _MONTH
    if payment.endless and spread and not payment.until and not payment.begin:
        payment.every, payment.step = None, 0


_MONTH = 31


def _shared_over_days(payments: Sequence[Payment]) -> None:
    """ "a third now and the other two thirds on D1 and D2": each day takes its part where more than all came out."""
    reached = Decimal(0)
    for payment in payments:
        if payment.share is None or payment.counted or payment.repeats:
            continue
        several = len(payment.days)
        if several > 1 and reached + payment.share * several > _ALL_OF_IT:
            payment.n, payment.counted, payment.split = several, True, True
        reached += payment.share


def _without_parts(payments: list[Payment], total: Decimal | None) -> list[Payment]:
    """ "… two thirds on D1 and D2, so $500 each": what each day comes to is said once more."""
    parted = [p for p in payments if p.share is not None and p.split and p.counted and len(p.days) == p.n]
    if not parted or total is None:
        return payments
    parts = [total * (p.share or Decimal(0)) / 100 / p.n for p in parted]
    said = [p.amount is not None and not p.dated and any(abs(p.amount - part) < 1 for part in parts) for p in payments]
    return [p for p, again in zip(payments, said, strict=True) if not again]


_ALL_OF_IT = 101
"""Per cent, and what rounding of thirds may add."""


def _dealt_out(payments: list[Payment]) -> list[Payment]:
    """ "650 y 650, uno el 30 y otro el 15": as many days behind the last sum as there are sums."""
    last = payments[-1] if payments else None
    undated = all(p.amount is not None and not p.dated and not p.repeats and not p.counted for p in payments[:-1])
    if last is None or not 1 < len(payments) == len(last.days) or last.counted or last.repeats or not undated:
        return payments
    return [replace(p, days=[day]) for p, day in zip(payments, sorted(last.days), strict=True)]


def _announced(payments: list[Payment]) -> list[Payment]:
    """ "en dos veces: la mitad el 1 y la otra mitad el 2": the count only announces the payments."""
    for at, first in enumerate(payments[:-1]):
        if first.counted:
            told = _told(first, payments[at + 1 :])
            if told is not None:
                return [*payments[:at], *told]
    return payments


def _told(first: Payment, rest: list[Payment]) -> list[Payment] | None:
    """The payments that a counted one announces, without it; nothing where it announces none."""
    size = sum(max(len(p.days), 1) for p in rest)
    if first.n in (size + 1, len(rest) + 1) and first.amount is not None and not any(p.counted for p in rest):
        return [replace(first, n=1, counted=False, split=False), *rest]
    bare = first.amount is None and first.share is None
    if bare and len(rest) == 1 and not rest[0].counted and len(rest[0].days) == first.n > 1:
        return rest
    if not bare or any(p.counted for p in rest):
        return None
    if first.n in (size, len(rest)):
        return rest
    if len(rest) == 1 and not first.rest and (rest[0].repeats or first.repeats) and rest[0].amount:
        every = rest[0].every or (None if rest[0].step else first.every)
        return [replace(rest[0], n=first.n, counted=True, every=every, begin=rest[0].begin or first.begin)]
    return None


def joined(payments: list[Payment]) -> list[Payment]:
    """ "si paga todo el viernes le dejo en 900": the whole is the sum that is said."""
    wholes = [p for p in payments if p.whole or (p.counted and p.n == 1 and p.amount is None and p.share is None)]
    others = [p for p in payments if not any(p is w for w in wholes)]
    if not wholes or not others:
        return wholes[:1] or payments
    for given in wholes:
        _hand_on(given, others)
    return others


def _hand_on(given: Payment, others: Sequence[Payment]) -> None:
    """Give the days of what falls away to the nearest payment that has none."""
    undated = sorted((p for p in others if not p.dated), key=lambda p: abs(p.first - given.first))
    if undated and given.days:
        undated[0].days += given.days


def _apposed(payments: list[Payment], total: Decimal | None, tokens: Tokens) -> list[Payment]:
    """ "half today, $320", "el 40 %, o sea 396 mil": a share and its sum are one payment."""
    found: list[Payment] = []
    for payment in payments:
        last = found[-1] if found else None
        if last and _same(last, payment, total, tokens):
            sum_of = payment.amount or last.amount
            found[-1] = replace(last, amount=sum_of, share=None, days=[*last.days, *payment.days], split=False)
            found[-1].last, found[-1].end = payment.last, payment.end
        else:
            found.append(payment)
    return found


def _same(first: Payment, second: Payment, total: Decimal | None, tokens: Tokens) -> bool:
    if (first.share is None) == (second.share is None) or first.counted or second.counted:
        return False
    share, said = (first.share, second.amount) if first.share is not None else (second.share, first.amount)
    if share is None or said is None or (first.days and second.days):
        return False
    between = [tokens.text(at) for at in range(first.last, second.first)]
    close = len(between) <= 4 and all(word in _THAT_IS for word in between) and bool(between)
    close = close or (0 < len(between) <= 8 and between[-1] in _SO and not first.days)
    if total is None:
        return close
    worth = total * share / 100
    return abs(worth - said) <= worth / 50 and (close or not ({"y", "and"} & set(between)))


def _without_totals(payments: list[Payment], total: Decimal | None, tokens: Tokens) -> list[Payment]:
    """ "the other $1,800 in six of $300", "250 el 1 y 250 el 15, 500 en total": a sum of others is no payment."""
    kept = list(payments)
    for payment in payments:
        others = [p for p in kept if p is not payment]
        several = payment.counted and not (payment.split and not payment.dated)
        if len(kept) < 2 or payment.amount is None or several or payment.repeats:
            continue
        if _is_sum(payment, kept, total) or _is_debt(payment, others, total, tokens):
            _hand_on(payment, others)
            kept = others
    return kept


def _is_sum(payment: Payment, kept: Sequence[Payment], total: Decimal | None) -> bool:
    at = next(n for n, p in enumerate(kept) if p is payment)
    if payment.dated and payment.amount != total:
        return False
    behind, before = kept[at + 1 :], kept[:at]
    return _adds_up(payment, behind) or _adds_up(payment, before[::-1]) or _paid_off(payment, before, behind, total)


def _adds_up(payment: Payment, run: Sequence[Payment]) -> bool:
    """Whether the next payments come to this sum; one equal payment alone is a second payment."""
    reached = Decimal(0)
    for number, other in enumerate(run, start=1):
        if other.worth is None:
            return False
        reached += other.worth
        if reached == payment.amount and (number > 1 or other.counted):
            return True
    return False


def _paid_off(payment: Payment, before: Sequence[Payment], behind: Sequence[Payment], total: Decimal | None) -> bool:
    """ "the other 700 at 70 a month": the repeated payment goes on until the sum is paid."""
    if not behind or not behind[0].endless or not payment.amount or total is None:
        return False
    paid = sum((p.worth or Decimal(0) for p in before), Decimal(0))
    if payment.amount not in (total, total - paid):
        return False
    behind[0].ends = True
    return True


def _is_debt(payment: Payment, others: Sequence[Payment], total: Decimal | None, tokens: Tokens) -> bool:
    """ "$560 settles the whole $800", "instead of the $980, 735": the balance beside less is what is owed."""
    if payment.amount is None or payment.amount != total:
        return False
    less = [p for p in others if p.amount is not None and p.amount < total]
    if not less:
        return False
    if any(p.endless for p in less):
        next(p for p in less if p.endless).ends = True
    settles = says(tokens, payment.first - 6, payment.first, "settles")
    return (
        not payment.dated
        or settles
        or (any(p.first < payment.first for p in less) and len(less) == 1 and not less[0].dated)
    )

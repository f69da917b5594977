"""Payments as a sentence proposes them: which sum, how many times, on which days."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from scoring.reading.date_page import Every
from scoring.reading.schedule import MOST, on_days, repeated, shares
from scoring.reading.terms import Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.values import Instalment
from scoring.reading.vocabulary import word_set

_LISTING = frozenset({"y", "e", "and", "&", ",", "o", "or", "u"})
_UNIT_PERIODS: dict[str, Every] = {"month": "month", "week": "week", "fortnight": "quincena"}


@dataclass(slots=True)
class Payment:
    """One line of a proposal while it is put together: ``n`` times ``amount`` (or a share, or the rest)."""

    first: int
    last: int
    start: int
    end: int
    amount: Decimal | None = None
    share: Decimal | None = None
    rest: bool = False
    n: int = 1
    counted: bool = False
    split: bool = False
    days: list[date] = field(default_factory=list)
    begin: date | None = None
    every: Every | None = None
    hint: date | None = None
    either: bool = False

    def reach(self, term: Term) -> None:
        """Let the payment's span include a piece."""
        self.first, self.last = min(self.first, term.first), max(self.last, term.last)
        self.start, self.end = min(self.start, term.start), max(self.end, term.end)


@dataclass(slots=True)
class Builder:
    """Puts the pieces of one sentence together, from left to right."""

    tokens: Tokens
    english: bool
    payments: list[Payment] = field(default_factory=list)
    waiting: list[Term] = field(default_factory=list)

    def add(self, term: Term, later: Sequence[Term]) -> None:
        """Take the next piece; ``later`` are those behind it."""
        if term.kind in ("sum", "share", "rest"):
            self._pay(term)
        elif term.kind == "count":
            self._count(term, later)
        elif term.kind == "period":
            self._period(term)
        else:
            self._day(term, later)

    def _words(self, first: int, last: int) -> list[str]:
        return [self.tokens.text(at) for at in range(first, last)]

    def _only(self, first: int, last: int, group: str) -> bool:
        """Whether nothing but words of a group stands between two pieces."""
        words = self._words(first, last)
        return len(words) <= 4 and all(word in word_set("offers", group) for word in words)

    def _pay(self, term: Term) -> None:
        last = self.payments[-1] if self.payments else None
        open_count = last and last.counted and (last.amount is None or last.split) and not last.rest and not last.share
        if term.kind == "sum" and last and open_count and self._only(last.last, term.first, "of"):
            last.amount, last.split = term.value, False
            last.reach(term)
            return
        new = Payment(term.first, term.last, term.start, term.end)
        new.amount = term.value if term.kind == "sum" else None
        if term.unit == "same":
            if last is None or last.amount is None:
                return
            new.amount = last.amount
        new.share = term.value if term.kind == "share" else None
        new.rest = term.kind == "rest"
        for day in self.waiting:
            self._take_day(new, day)
        self.waiting = []
        self.payments.append(new)

    def _count(self, term: Term, later: Sequence[Term]) -> None:
        last = self.payments[-1] if self.payments else None
        n = min(int(term.value), MOST)
        if says(self.tokens, term.last, term.last + 2, "late"):
            return None
        every = _UNIT_PERIODS.get(term.unit)
        if every == "quincena" and self.english:
            every = "fortnight"
        between = self._words(last.last, term.first) if last else []
        paying = last is not None and (last.amount or last.share or last.rest) and not last.counted
        if (last and paying and self.tokens.text(term.last) not in ("de", "of")) or self._splits(last, term, between):
            if last and self._splits(last, term, between):
                last.n, last.counted, last.split = n, True, True
            elif (
                last
                and len(between) <= 3
                and all(word in word_set("offers", "times") for word in between)
                and (every or term.unit == "instalment")
            ):
                last.n, last.counted = n, True
            else:
                return self._new_count(term, n, every, later)
            last.every = last.every or every
            last.reach(term)
            return None
        return self._new_count(term, n, every, later)

    def _alone(self, term: Term) -> bool:
        """Whether no sum of its own follows the count with "de" or "of"."""
        return self.tokens.text(term.last) not in ("de", "of") or self.tokens.text(term.last + 1) == "them"

    def _splits(self, last: Payment | None, term: Term, between: list[str]) -> bool:
        """ "los 320.500 que faltan los partimos en dos"."""
        if last is None or last.counted or not (last.amount or last.share or last.rest) or term.unit in ("day", "year"):
            return False
        ways = between[-1:] and between[-1] in word_set("offers", "ways")
        return bool(ways) and len(between) <= 8 and (len(between) <= 2 or not last.days)

    def _new_count(self, term: Term, n: int, every: Every | None, later: Sequence[Term]) -> None:
        """A count of its own: "en 4 pagos", "seis quincenas de 115 mil"; stretches of time only before "de"."""
        if term.unit in ("day", "year"):
            return
        spread = self.tokens.text(term.first - 1) in ("over", "a", "en", "in", "into")
        told = bool(later) and later[0].kind == "sum" and self._only(term.last, later[0].first, "of")
        if every and not told and not spread:
            return
        new = Payment(term.first, term.last, term.start, term.end, n=n, counted=True, split=True, every=every)
        if _monthly(self.tokens, term):
            new.every = "month"
        for day in self.waiting:
            self._take_day(new, day)
        self.waiting = []
        self.payments.append(new)

    def _period(self, term: Term) -> None:
        if self.payments:
            self.payments[-1].every = term.every
            self.payments[-1].reach(term)
        else:
            self.waiting.append(term)

    def _day(self, term: Term, later: Sequence[Term]) -> None:
        if term.past or not term.days:
            return
        if self.payments and says(self.tokens, self.payments[-1].last, term.first, "contact"):
            return
        last = self.payments[-1] if self.payments else None
        pays_later = any(t.kind in ("sum", "share", "rest") for t in later[:3])
        full = last is not None and bool(last.days) and len(last.days) >= last.n
        if last is None or (full and pays_later):
            self.waiting.append(term)
        else:
            self._take_day(last, term)

    def _take_day(self, payment: Payment, term: Term) -> None:
        payment.reach(term)
        payment.every = term.every or payment.every
        if not term.days:
            return
        if term.every:
            payment.hint = term.days[0]
            return
        before = self._words(term.first - 2, term.first)
        if payment.days and not payment.counted and before[-1:] and before[-1] not in _LISTING:
            return
        if payment.days and before[-1:] in (["o"], ["or"], ["u"]):
            payment.either = before[0] != ","
            return
        if says(self.tokens, term.first - 2, term.first, "starts") and (
            payment.days or payment.counted or payment.every
        ):
            payment.begin = term.days[0]
            return
        payment.days.append(term.days[0])


def _monthly(tokens: Tokens, term: Term) -> bool:
    return any(tokens.text(at) in word_set("monthly") for at in range(term.first, term.last))


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

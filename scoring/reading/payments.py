"""Payments as a sentence proposes them: which sum, how many times, on which days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from scoring.reading.date_page import Every
from scoring.reading.schedule import MOST
from scoring.reading.terms import Term, says
from scoring.reading.tokens import Tokens
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
        if says(self.tokens, term.last, term.last + 2, "late"):
            return
        n, every = min(int(term.value), MOST), _UNIT_PERIODS.get(term.unit)
        if every == "quincena" and self.english:
            every = "fortnight"
        last = self.payments[-1] if self.payments else None
        how = self._multiplies(last, term, every)
        if last is None or not how:
            self._new_count(term, n, every, later)
            return
        last.n, last.counted, last.split = n, True, how == "split"
        last.every = last.every or every
        last.reach(term)

    def _multiplies(self, last: Payment | None, term: Term, every: Every | None) -> Literal["split", "times", ""]:
        """Whether the count belongs to the payment before it: "$98 en tres" splits it, "425 al mes, seis meses" not."""
        if last is None or last.counted or not (last.amount or last.share or last.rest):
            return ""
        between = self._words(last.last, term.first)
        if self._splits(last, term, between):
            return "split"
        close = len(between) <= 3 and all(word in word_set("offers", "times") for word in between)
        return "times" if close and self._alone(term) and (every or term.unit == "instalment") else ""

    def _alone(self, term: Term) -> bool:
        """Whether no sum of its own follows the count with "de" or "of"."""
        return self.tokens.text(term.last) not in ("de", "of") or self.tokens.text(term.last + 1) == "them"

    def _splits(self, last: Payment, term: Term, between: list[str]) -> bool:
        """ "los 320.500 que faltan los partimos en dos"."""
        if term.unit in ("day", "year"):
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

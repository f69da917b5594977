"""Payments as a sentence proposes them: which sum, how many times, on which days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from scoring.reading.counted import length, multiplies, named_period
from scoring.reading.date_page import Every
from scoring.reading.payment import Payment
from scoring.reading.payment_days import answered_by, corrects, elsewhere, goes_on, last_of, second, starts_no_payment
from scoring.reading.schedule import MOST
from scoring.reading.taking import take
from scoring.reading.term_words import PERIODS
from scoring.reading.terms import Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import word_set

_APPOSED = frozenset({",", "de", "of", "son", "(", "o", "sea", "$", "que", "are", "is", "los", "las", "the", ":", "or"})


_PRICES = frozenset(
    {"acepto", "aceptamos", "recibo", "son", "serian", "queda", "quedan", "cobro", "take", "accept", "it's", "that's"}
)
_LAST = frozenset({"last", "final", "ultimo", "ultima"})


@dataclass(slots=True)
class Builder:
    """Puts the pieces of one sentence together, from left to right."""

    tokens: Tokens
    english: bool
    payments: list[Payment] = field(default_factory=list)
    waiting: list[Term] = field(default_factory=list)
    lengths: list[Term] = field(default_factory=list)
    named: list[date] = field(default_factory=list)
    of_rest: bool = False
    reached: int = 0

    def add(self, term: Term, later: Sequence[Term]) -> None:
        """Take the next piece; ``later`` are those behind it."""
        self._add(term, later)
        self.reached = term.last

    def _add(self, term: Term, later: Sequence[Term]) -> None:
        if term.kind in ("sum", "share", "rest", "whole"):
            self._pay(term, later)
        elif term.kind == "count":
            self._count(term, later)
        elif term.kind == "period":
            self._period(term)
        elif term.kind in ("end", "range", "month", "later"):
            self._stretch(term, later)
        else:
            self._day(term, later)

    def only(self, first: int, last: int, group: str) -> bool:
        """Whether nothing but words of a group stands between two pieces."""
        words = [self.tokens.text(at) for at in range(first, last)]
        known = word_set("offers", group)
        plain = [w for at, w in enumerate(words) if w not in ("y", "and") or words[at + 1 : at + 2] == [","]]
        return len(words) <= 6 and all(word in known for word in plain) and words[-1:] not in (["y"], ["and"])

    def _pay(self, term: Term, later: Sequence[Term]) -> None:
        last = self.payments[-1] if self.payments else None
        if last and term.kind == "sum" and not term.unit and self._names(last, term):
            last.amount, last.split, last.rest, last.share = term.value, False, False, None
            last.whole = False
            last.reach(term)
            return
        if term.kind == "rest" and self._shared_out(term, later):
            return
        if term.kind == "rest" and last and last.every and not last.counted and not (later and later[0].kind == "day"):
            last.ends = True  # "75 every Friday, with whatever's left as the last one"
            return
        if term.unit in ("same", "next") and (last is None or (last.amount is None and last.share is None)):
            return
        if term.unit == "next" and last and (last.n > 1 or last.repeats):
            return  # "tres pagos de 500: el primero hoy, el segundo el 15"
        if term.unit == "someday" and not self.payments:
            return
        if term.unit == "other" and not any(p.share is not None for p in self.payments):
            return
        self.payments.append(self._new(term, last, later))

    def _new(self, term: Term, last: Payment | None, later: Sequence[Term]) -> Payment:
        new = Payment(term.first, term.last, term.start, term.end)
        new.amount, shared = (term.value if term.kind == "sum" else None), None
        if term.unit in ("same", "next") and last:
            new.amount, shared = last.amount, last.share
        if term.unit == "other" and last and last.share is not None:
            shared = last.share
        new.share = term.value if term.kind == "share" and term.unit != "someday" else None
        new.share = shared or new.share
        new.rest, new.whole = term.kind == "rest" or term.unit == "someday", term.kind == "whole"
        if last and last.repeats and term.kind in ("sum", "rest") and self._closes(term):
            last.ends = last.ends or last.endless
            new.every, new.step, new.counted = last.every, last.step, term.kind == "sum"
        new.of_rest = self.of_rest and term.kind == "share"
        for piece in self.waiting:
            if not elsewhere(self, piece, term, later):
                take(self, new, piece)
        self.waiting = []
        return new

    def _closes(self, term: Term) -> bool:
        """ "100 a month and a last one of $45", "y una última de 45": one more period, and the end."""
        words = [self.tokens.text(at) for at in range(max(self.reached, term.first - 5), term.first)]
        return bool(_LAST & set(words)) or (
            words[-1:] in (["of"], ["de"]) and words[-2:-1] in (["one"], ["una"], ["uno"])
        )

    def _names(self, last: Payment, term: Term) -> bool:
        """Whether the sum is that of the payment before: "tres pagos de 500", "el resto, 500", "todo, 500"."""
        between = [self.tokens.text(at) for at in range(last.last, term.first)]
        if last.whole and len(between) <= 5 and not {"y", "and", "o", "or"} & set(between):
            return any(word in _PRICES for word in between)
        if last.rest and not last.counted:
            return len(between) <= 3 and not last.days and all(word in _APPOSED for word in between)
        open_count = last.counted and (last.amount is None or last.split) and not last.share
        return open_count and self.only(last.last, term.first, "of")

    def _shared_out(self, term: Term, later: Sequence[Term]) -> bool:
        """ "de lo que reste, mitad hoy y mitad el 15": the shares are shares of the rest."""
        nearest = later[0] if later else None
        if nearest and nearest.kind == "share" and nearest.first - term.last <= 4:
            self.of_rest = True
        return self.of_rest

    def _count(self, term: Term, later: Sequence[Term]) -> None:
        if says(self.tokens, term.last, term.last + 2, "late") or self._restated(term, later):
            return
        last = self._counted_one(term)
        every = named_period(term, self.english)
        how = multiplies(self.tokens, last, term, every)
        if last is None or not how:
            self._new_count(term, later)
            return
        n = length(term, last.every or every, last.step) - self._already(term, last)
        last.n, last.counted, last.split = min(n, MOST), True, how == "split"
        last.every = last.every or ((every or _inner_period(self.tokens, term)) if not last.step else None)
        last.hint = last.hint or (term.days[0] if term.days else None)
        last.reach(term)

    def _restated(self, term: Term, later: Sequence[Term]) -> bool:
        """ "over a year, £120 a month from the 15th, twelve payments in all": the same number, said once more."""
        said = [p for p in self.payments if p.counted and p.n == term.value and p.n > 1]
        own = bool(later) and later[0].kind == "sum" and self.only(term.last, later[0].first, "of")
        again = self.tokens.text(term.first - 1) in ("y", "and", "otras", "otros", "another", "then", "luego")
        return term.unit == "instalment" and bool(said) and not own and not again

    def _already(self, term: Term, last: Payment) -> int:
        """ "150 on the 4th, then 150 every two weeks, so four in all": the first is one of the four."""
        behind = (self.tokens.text(term.last), self.tokens.text(term.last + 1))
        whole = behind in (("in", "all"), ("in", "total"), ("en", "total"), ("altogether", ""))
        before = [p for p in self.payments if p is not last and not p.counted and not p.repeats]
        return len(before) if whole and last.every and len(before) < term.value else 0

    def _counted_one(self, term: Term) -> Payment | None:
        """The payment that a count may belong to: a length of time to the endless one, else the last."""
        endless = [p for p in self.payments if p.endless]
        if endless and term.unit in ("week", "month", "fortnight", "day", "year", "times"):
            return endless[-1]
        return self.payments[-1] if self.payments else None

    def _new_count(self, term: Term, later: Sequence[Term]) -> None:
        """A count of its own: "en 4 pagos", "seis quincenas de 115 mil"; stretches of time only before "de"."""
        n, every = min(int(term.value), MOST), named_period(term, self.english)
        told = bool(later) and later[0].kind == "sum" and self.only(term.last, later[0].first, "of")
        spread = self.tokens.text(term.first - 1) in ("over", "a", "en", "in", "into")
        if term.unit in ("day", "year", "times") or (every and not told and not spread):
            self.lengths.append(term)
            return
        new = Payment(term.first, term.last, term.start, term.end, n=n, counted=True, split=True, every=every)
        new.every = _inner_period(self.tokens, term) or every
        if self.payments and not told and self._further(term):
            new.amount, new.split = self.payments[-1].amount, not self.payments[-1].amount
        if (
            self.payments
            and self.payments[-1].rest
            and not self.payments[-1].dated
            and term.first - self.payments[-1].last <= 4
        ):
            new.reach(Term("rest", self.payments[-1].first, term.first, self.payments.pop().start, term.start))
        for piece in self.waiting:
            take(self, new, piece)
        self.waiting = []
        self.payments.append(new)

    def _further(self, term: Term) -> bool:
        """ "24 mil hoy y otras dos iguales": the sum before, so many times more."""
        before, behind = self.tokens.text(term.first - 1), self.tokens.text(term.last)
        return before in ("otras", "otros", "other", "another") and behind in ("iguales", "igualitas", "equal", "mas")

    def _period(self, term: Term) -> None:
        if self.payments and not self._next_is_other(term):
            take(self, self.payments[-1], term)
        else:
            self.waiting.append(term)

    def _next_is_other(self, term: Term) -> bool:
        """ "100 hoy y cada mes 50": the period leads to the next sum."""
        last = self.payments[-1]
        return (
            bool(last.days) and not last.counted and self.tokens.text(term.first - 1) in ("y", "and", "luego", "then")
        )

    def _stretch(self, term: Term, later: Sequence[Term]) -> None:
        pays_next = bool(later) and later[0].kind in ("sum", "share", "rest") and later[0].first - term.last <= 2
        leads = self.tokens.text(term.first - 1) in ("y", "and", "a", ",", "then", "luego")
        if not self.payments or (term.kind == "later" and pays_next and leads):
            self.waiting.append(term)
            return
        take(self, self.payments[-1], term)

    def _day(self, term: Term, later: Sequence[Term]) -> None:
        last = self.payments[-1] if self.payments else None
        term = second(self, last_of(self, term))
        if term.past or not term.days or starts_no_payment(self, term, later):
            return
        if last and last.days and corrects(self, term):
            last.days[-1] = term.days[0]
            last.reach(term)
            return
        if last and term.days[0] in last.days and last.counted and len(last.days) < last.n:
            last.every = last.every or (None if last.step else "month")  # "on the 2nd, first collection 2 December"
        if last and (term.days[0] in last.days or says(self.tokens, last.last, term.first, "contact")):
            return
        if last is None and answered_by(self, term):
            return
        if last is None and says(self.tokens, max(term.first - 3, self.reached), term.first, "contact"):
            return
        pays_later = any(t.kind in ("sum", "share", "rest") for t in later[:3]) and not goes_on(self, term, later)
        full = last is not None and bool(last.days) and len(last.days) >= last.n and not (last.every or last.step)
        if last is None or (full and pays_later):
            self.waiting.append(term)
        else:
            take(self, last, term)


def _inner_period(tokens: Tokens, term: Term) -> Every | None:
    """The period in "twelve fortnightly payments" and "cuatro cuotas"."""
    words = [tokens.text(at) for at in range(term.first, term.last)]
    named = next((PERIODS[word] for word in words if word in PERIODS), None)
    return named or ("month" if any(word in word_set("monthly") for word in words) else None)

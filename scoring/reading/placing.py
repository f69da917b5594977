"""Where a day of the text belongs in a payment: its day, its first day, its last, or one of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scoring.reading import days
from scoring.reading.payment import Payment
from scoring.reading.terms import Term, says, weekday_names
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import unit_words

_LISTING = frozenset({"y", "e", "and", "&", ",", "o", "or", "u", ":", "plus", "then", "luego"})
_BARE = frozenset(
    {
        "el",
        "the",
        "al",
        "dia",
        "los",
        "th",
        "st",
        "nd",
        "rd",
        "del",
        "on",
        "para",
        "pal",
        "fin",
        "de",
        "mes",
        "final",
        "finales",
        "end",
        "of",
        "month",
    }
)
_UNTIL = frozenset({"until", "till", "til", "hasta", "through"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a day: the payments so far, the token at which the last piece ended, days named before."""

    tokens: Tokens
    payments: Sequence[Payment]
    reached: int
    named: tuple[date, ...] = ()


def place(around: Around, payment: Payment, term: Term) -> None:
    """Give a day to a payment."""
    payment.every, payment.step = (term.every or payment.every, term.step or payment.step)
    if term.every:
        payment.hint = term.days[0]
        payment.nth = _nth_weekday(around.tokens, term)
    elif term.unit == "next":
        payment.after = term
    elif term.days[0] not in payment.days:
        if _recurring(around.tokens, term, payment):
            payment.every = payment.every or "month"
        _place(around, payment, term)


def _place(around: Around, payment: Payment, term: Term) -> None:
    day = term.days[0]
    before = _leading(around.tokens, term.first)
    repeats = payment.days or payment.counted or payment.repeats
    if repeats and before[-1] != "y" and _begins(around, term):
        payment.begin = payment.begin or day
        payment.exact = says(around.tokens, term.first - 5, term.first, "first")
    elif payment.repeats and before[-1] in _UNTIL:
        payment.until = day
    elif payment.begin and day.day == payment.begin.day and not payment.every:
        payment.every = "month"  # "la primera el 15 de enero, siempre el 15"
    elif payment.days and before[-1] in ("o", "or", "u"):
        payment.either = before[0] != ","
    elif not payment.days or payment.counted or _listed(before):
        _open_the_list(around, payment, term)
        payment.days.append(_onwards(around, payment, term))


def _open_the_list(around: Around, payment: Payment, term: Term) -> None:
    """ "the first on the 30th and the second on the 15th": the first day is one of several, not a start."""
    said = {around.tokens.text(at) for at in range(term.first - 4, term.first)}
    if payment.begin and payment.exact and not payment.days and said & _SECOND:
        payment.days.append(payment.begin)
        payment.begin, payment.exact = None, False


_SECOND = frozenset({"second", "segundo", "segunda", "other", "otro", "otra", "2nd"})


def _leading(tokens: Tokens, first: int) -> list[str]:
    """The two words before a day; without "2da cuota" and the "al" of "otro al 15/1"."""
    at = first - (tokens.text(first - 1) in ("al", "el", "on", "a") and tokens.text(first - 2) in _ONE_OF)
    if unit_words().get(tokens.text(at - 1)) == "instalment" and tokens.text(at - 2) in _ORDINALS:
        at -= 2 + (tokens.kind(at - 3) == "num")
    return [tokens.text(at - 2), tokens.text(at - 1)]


_ORDINALS = frozenset({
    "da", "ra", "ta", "er", "do", "nd", "rd", "th", "segunda", "tercera", "cuarta", "segundo", "tercer", "second",
    "third", "fourth", "ultima", "ultimo", "last", "2da", "3ra",
})  # fmt: skip


def _nth_weekday(tokens: Tokens, term: Term) -> int:
    """ "the last Friday of each month" (-1), "el segundo viernes de cada mes" (2); 0 for a day of the month."""
    words = {tokens.text(at) for at in range(term.first, term.last)}
    if term.every != "month" or not words & set(weekday_names()):
        return 0
    return -1 if words & {"last", "ultimo", "ultimos"} else (term.days[0].day + 6) // 7


def _listed(before: list[str]) -> bool:
    """Whether the words before a further day put it beside the ones before it."""
    return before[-1] in ("", *_LISTING) or (before[-1] in _ONE_OF and before[0] in _LISTING)


_ONE_OF = frozenset({"uno", "una", "el", "on", "the", "otro", "otra", "other", "another", "one"})


def _onwards(around: Around, payment: Payment, term: Term) -> date:
    """ "75 el 9 de diciembre y 100 el 23": a bare number of a month lies behind the day before it."""
    day = term.days[0]
    at = next((n for n, p in enumerate(around.payments) if p is payment), len(around.payments))
    known = [*around.named, *(d for p in around.payments[:at] for d in p.days), *payment.days]
    words = [around.tokens.text(n) for n in range(term.first, term.last)]
    bare = all(word.isdigit() or word in _BARE for word in words)
    while bare and known and day < max(known):
        ends = day == days.month_end(day.year, day.month) and not words[-1].isdigit()
        day = days.add_months(day, 1, 31 if ends else day.day)
    return day


def _begins(around: Around, term: Term) -> bool:
    """Whether the words before the day say that it is the first."""
    low = max(term.first - 5, around.reached)
    return says(around.tokens, low, term.first, "starts") or around.tokens.text(term.first) in ("desde", "from")


def _recurring(tokens: Tokens, term: Term, payment: Payment) -> bool:
    """ "los días 10", "the 5th of the month", "el 5 del mes": a day of each month."""
    words = [tokens.text(at) for at in range(term.first, term.last)]
    listed = words[:1] == ["los"] or tokens.text(term.first - 1) in ("los", "dias")
    numbered = payment.counted and any(tokens.kind(at) == "num" for at in range(term.first, term.last))
    return listed or (numbered and words[-2:] in (["the", "month"], ["del", "mes"], ["de", "mes"]))

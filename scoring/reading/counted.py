"""How often a payment is made: "tres pagos", "six weeks", "for a year", "split it in two"."""

from typing import Literal

from scoring.reading.date_page import Every
from scoring.reading.payment import Payment
from scoring.reading.terms import Term
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import word_set

_UNIT_PERIODS: dict[str, Every] = {"month": "month", "week": "week", "fortnight": "quincena"}
_PER_MONTH: dict[str, float] = {"month": 1, "quincena": 2, "fortnight": 26 / 12, "week": 52 / 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 15, "month": 30, "year": 365}
_BEHIND = frozenset({"more", "en", "in", "and", "so", "y", ",", "total", "for", "por", "a"})


def named_period(term: Term, english: bool) -> Every | None:
    """The period that a count of time names."""
    every = _UNIT_PERIODS.get(term.unit)
    return "fortnight" if every == "quincena" and english else every


def length(term: Term, every: Every | None, step: int) -> int:
    """How many payments a count comes to: "three years" of monthly payments are 36."""
    n = int(term.value)
    if term.unit in ("instalment", "times", "other") or (not every and not step):
        return n
    if step:
        return max(1, n * _DAYS[term.unit] // step)
    if term.unit in ("month", "year"):
        return max(1, int(n * (12 if term.unit == "year" else 1) * _PER_MONTH[every or "month"]))
    if term.unit == "day":
        return max(1, n // {"month": 30, "quincena": 15, "fortnight": 14, "week": 7}[every or "month"])
    if term.unit == "week":
        return max(1, n // {"month": 4, "quincena": 2, "fortnight": 2, "week": 1}[every or "week"])
    return n if every in ("quincena", "fortnight") else max(1, n * 2 if every == "week" else n // 2)


def multiplies(tokens: Tokens, last: Payment | None, term: Term, every: Every | None) -> Literal["split", "times", ""]:
    """Whether the count belongs to the payment before it: "$98 en tres" splits it, "425 al mes, seis meses" not."""
    if last is None or last.counted or not (last.amount or last.share or last.rest):
        return ""
    if tokens.text(term.last) in ("de", "of") and tokens.text(term.last + 1) not in ("them", "those", "esos", "esas"):
        return ""
    between = [tokens.text(at) for at in range(last.last, term.first)]
    if last.repeats and last.amount:
        return "times" if len(between) <= 12 else ""
    within = [tokens.text(at) for at in range(term.first, term.last)]
    ahead = {"next", "proximos", "siguientes", "each"} & {*between[-3:], *within}
    if last.amount and ahead and term.unit == "week" and len(between) <= 6:
        return "times"
    if (
        last.amount
        and every
        and (last.days or term.unit == "month")
        and {"next", "proximos", "siguientes", "following"} & set(between[-2:])
    ):
        return "times"
    if _splits(last, term, between):
        return "split"
    if term.unit == "times":
        return "times" if len(between) <= 6 and len(last.days) <= 1 else ""
    close = len(between) <= 3 and all(word in word_set("offers", "times") for word in between)
    return "times" if close and (every or term.unit == "instalment") else ""


def _splits(last: Payment, term: Term, between: list[str]) -> bool:
    """ "los 320.500 que faltan los partimos en dos"."""
    if term.unit in ("day", "year"):
        return False
    ways = between[-1:] and between[-1] in word_set("offers", "ways")
    return bool(ways) and len(between) <= 8 and (len(between) <= 2 or not last.days)

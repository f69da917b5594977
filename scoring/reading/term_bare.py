"""Bare numbers beside days where the reply has named a sum already: "300 today and 250 two weeks later"."""

from collections.abc import Sequence

from scoring.reading.numbers import numbers_at
from scoring.reading.terms import Term, term_at
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext

_BETWEEN = frozenset({"el", "la", "on", "the", "para", "a", "al", "for", "by"})
_LEAST = 5


def bare_sums(tokens: Tokens, context: ReadingContext, found: Sequence[Term]) -> list[Term]:
    """Numbers right before a day or a distance, after a sum of the same size."""
    sums = [t for t in found if t.kind == "sum" and not t.unit]
    ends = {t.last for t in found if t.kind == "day" and not t.every and not t.past}
    days = {t.first for t in found if t.kind in ("day", "later") and not t.every}
    if not sums or not days:
        return []
    most = max((context.balance or sums[0].value), *(t.value * 3 for t in sums))
    taken = {at for t in found for at in range(t.first, t.last)}
    added: list[Term] = []
    for at, number in numbers_at(tokens.folded.original, context.language, context.country).items():
        near = number.last in days or (tokens.text(number.last) in _BETWEEN and number.last + 1 in days)
        ahead = _leads(tokens, at, number.last, days, ends) and any(0 < t.first - at <= _FAR for t in sums)
        if ahead and at not in taken and _LEAST <= number.value <= most and number.value * 50 >= most:
            added.append(term_at(tokens, "sum", at, number.last)._replace(value=number.value))
            continue
        behind = any(t.last <= at for t in sums)
        if near and behind and at not in taken and _LEAST <= number.value <= most and _opens(tokens, at):
            added.append(term_at(tokens, "sum", at, number.last)._replace(value=number.value))
    return added


def _leads(tokens: Tokens, at: int, last: int, days: set[int], ends: set[int]) -> bool:
    """ "Mañana 220 y luego dos de 300", "100 con su tarjeta hoy y 150 el 11": the first sum of several."""
    joined = tokens.text(last) in ("y", "and", ",", "then", "luego")
    if at in ends and joined and tokens.kind(last + 1) != "":
        return True
    begun = at == 0 or tokens.text(at - 1) in (".", "?", "!", "¿", ":")
    between = range(last, min(last + 6, len(tokens.items)))
    day = next((n for n in between if n in days), None)
    plain = day is not None and all(tokens.kind(n) == "word" for n in range(last, day))
    return begun and plain and tokens.text(last) in ("con", "by", "with", "por", "en", "on", "from", "in")


_FAR = 16


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether the words before the number let a payment begin there."""
    return tokens.text(at - 1) in (
        "y",
        "and",
        ",",
        "then",
        "luego",
        "n",
        "&",
        "+",
        "plus",
        "mas",
        "otros",
        "otras",
        "other",
    )

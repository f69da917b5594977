"""How many payments a note counts: beside their noun, by the month, or in so many words ("paid off in four")."""

import re

from scoring.criteria.cues import Span, fold
from scoring.reading.counts import find_counts
from scoring.reading.numbers import find_numbers
from scoring.reading.tokens import tokenise
from scoring.reading.values import ReadingContext

PAYMENTS = (
    "x|pmts?|payments?|pymts?|pagos?|cuotas?|instal?ments?|plazos|parcialidades|dds?|recibos|pagares|abonos|transferencias"
    "|mensualidades|quincenas"
)
_NOUN = re.compile(rf"(?<![a-z])(?:{PAYMENTS}|partes|parts|halves|mitades|meses|months)(?![a-z])")
_AHEAD = 12
"""Characters behind a number in which its noun may stand."""
_TIMES = re.compile(
    rf"(?<![\d.,/])(\d{{1,2}}) ?(?:{PAYMENTS})(?![a-z])"
    r"|(?:a|x|por|for|over|en) (\d{1,2}) (?:meses|months|mo)(?![a-z])"
    r"|(?<![\d.,/:])(\d{1,2}) (?!\S*(?:miss|fail|late|brok|return|bounc|previous|old|prior|more|past|vencid|atrasad))"
    r"(?:[a-z-]{3,} ){1,2}(?:pmts?|pymts?|payments?|instal?ments?|cuotas|pagos)(?![a-z])"
    r"|(?:monthly|weekly|fortnightly|a month|a week|mensual(?:es)?|semanal(?:es)?|quincenal(?:es)?) x ?(\d{1,2})(?!\d)"
)
_SPLIT = re.compile(
    r"(?:do(?:ing|es|ne)? (?:it|this|that)"
    r"|paid|pays?|paying|split|clear\w*|spread|settled?|divided|pag[aou]\w*|abon\w+|liquid\w+|fraccion\w+|difer\w+|difier\w+"
    r"|divid\w+|part(?:e|id[oa])|reparti\w+|refinanci\w+|\d)(?:\W+\w+){0,3}?\W+(?:in|over|into|across|en)\s+$"
)
"""What is paid, and then "in": whatever number comes next and ends the clause counts the payments."""
_ENDS = re.compile(
    r"\s*(?:$|[,;:)\n–—]|\.(?!\d)|-\s)|\s+(?:of|de|con|with|starting|from|desde|the first|la primera|el primero)\b"
)
_MOST = 60


def counts_payments(text: str, span: Span) -> bool:
    """Whether a number counts payments in so many words: "two payments", not "two of them"."""
    return bool(_NOUN.search(fold(text[span.start : span.end + _AHEAD])))


def _in_words(text: str, context: ReadingContext) -> list[tuple[int, Span]]:
    """Numbers in words before the noun: "seis quincenas"."""
    tokens, found = tokenise(text), []
    for number in find_numbers(text, context.language, context.country):
        span = Span(*tokens.span(number.first, number.last))
        so_many = 1 < number.value <= _MOST and number.value % 1 == 0 and not text[span.start].isdigit()
        if so_many and _NEXT_NOUN.match(fold(text[span.end :])):
            found.append((int(number.value), span))
    return found


_NEXT_NOUN = re.compile(rf"\s(?:{PAYMENTS})\s(?:de|of|at|a|por)\s?(?:[$£€]|s/|usd|ars|mxn)?\s?\d")
"""Payments of a sum: "dos quincenas" alone may be pay that did not come."""


def payments_counted(text: str, context: ReadingContext, limit: int) -> tuple[tuple[int, Span], ...]:
    """Each number of payments before ``limit``, and where it stands."""
    found = [(c.n, Span(c.start, c.end)) for c in find_counts(text, context) if c.unit == "instalment" and c.n > 1]
    for match in _TIMES.finditer(fold(text)):
        found.append((int(next(filter(None, match.groups()))), Span(*match.span())))
    found += [*_split_in(text, context), *_in_words(text, context)]
    return tuple(one for one in found if one[1].start < limit)


def _split_in(text: str, context: ReadingContext) -> list[tuple[int, Span]]:
    tokens, found = tokenise(text), []
    for number in find_numbers(text, context.language, context.country):
        span = Span(*tokens.span(number.first, number.last))
        so_many = 1 < number.value <= _MOST and number.value % 1 == 0
        if so_many and _ENDS.match(fold(text[span.end :])) and _SPLIT.search(fold(text[: span.start])[-60:]):
            found.append((int(number.value), span))
    return found

"""Months listed behind a day: "the 15th of January, of February and of March", "first of the month"."""

from collections.abc import Sequence
from datetime import date

from scoring.reading import days
from scoring.reading.terms import Term, term_at
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import calendar_words

_JOINS = frozenset({",", "and", "y", "e", "of", "de", "in", "en", "again"})
_MOST_JOINS = 3


def months_on(tokens: Tokens, found: Sequence[Term], language: str) -> list[Term]:
    """The same day of further months, where nothing has been read at their names."""
    names = calendar_words(language).months
    ends = {t.last: t for t in found if t.kind == "day" and t.days and not t.past and not t.every}
    taken = {at for t in found for at in range(t.first, t.last)}
    added: list[Term] = []
    for at, token in enumerate(tokens.items):
        month = names.get(token.text)
        if month is None or at in taken or tokens.kind(at + 1) == "num" or tokens.kind(at - 1) == "num":
            continue
        before = at
        while before > at - _MOST_JOINS and tokens.text(before - 1) in _JOINS:
            before -= 1
        known = ends.get(before)
        if known is None or not {",", "and", "y", "e"} & {tokens.text(n) for n in range(before, at)}:
            continue
        term = term_at(tokens, "day", before + 1, at + 1)._replace(days=(_in_month(tokens, known, month),))
        ends[at + 1] = term
        added.append(term)
    return added


def _in_month(tokens: Tokens, term: Term, month: int) -> date:
    """The next such month's day of the same number; a month's last day leads to the last day."""
    known = term.days[0]
    ahead = (month - known.month) % 12 or 12
    numbered = any(tokens.kind(at) == "num" or tokens.text(at) in _THIRTIETH for at in range(term.first, term.last))
    last = known == days.month_end(known.year, known.month) and known.day < _LONGEST and not numbered
    return days.add_months(known, ahead, _LONGEST if last else known.day)


_THIRTIETH = frozenset({"thirtieth", "treinta"})


_LONGEST = 31


def month_first(tokens: Tokens, at: int, on: date) -> Term | None:
    """ "first of the month" without its article: the first of each month."""
    if tokens.text(at) != "month":
        return None
    words = [tokens.text(n) for n in range(at - 4, at + 1)]
    if words[1:3] != ["first", "of"] or words[3] not in ("the", "each", "every") or words[0] == "the":
        return None
    return term_at(tokens, "day", at - 3, at + 1)._replace(days=(days.add_months(on.replace(day=1), 1),), every="month")

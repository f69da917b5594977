"""The pieces of a proposal in the order of the text: sums, shares, counts, days, periods, "the rest"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from scoring.reading.date_page import Every
from scoring.reading.tokens import Tokens
from scoring.reading.values import Amount, Count, DateMention, Percentage
from scoring.reading.vocabulary import word_set

Kind = Literal["sum", "share", "count", "day", "period", "rest"]


@dataclass(frozen=True, slots=True)
class Term:
    """One piece, at tokens ``first`` to ``last`` (exclusive) and code points ``start`` to ``end``."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    value: Decimal = Decimal(0)
    unit: str = ""
    days: tuple[date, ...] = ()
    every: Every | None = None
    past: bool = False


_PERIODS: dict[str, Every] = {
    "mes": "month", "mensual": "month", "mensuales": "month", "mensualmente": "month", "month": "month",
    "monthly": "month", "semana": "week", "semanal": "week", "semanales": "week", "week": "week", "weekly": "week",
    "quincena": "quincena", "quincenal": "quincena", "quincenales": "quincena", "fortnight": "fortnight",
    "fortnightly": "fortnight", "biweekly": "fortnight", "mensualitos": "month", "mo": "month",
}  # fmt: skip
_PER = frozenset({"al", "por", "a", "per", "/", "cada", "each", "every"})
_REST = frozenset({"resto", "demas", "diferencia", "restante", "rest", "remainder", "remaining"})
_BY = frozenset({"by", "on", "in", "over", "after", "at", "el", "en", "a", "para"})
_NOW = frozenset({"ahora", "ahorita", "now", "ya"})


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the other finders found in a text."""

    amounts: Sequence[Amount]
    dates: Sequence[DateMention]
    counts: Sequence[Count]
    percentages: Sequence[Percentage]


def read_terms(tokens: Tokens, on: date, said: Mentions) -> tuple[Term, ...]:
    """All pieces, in order; none overlaps another."""
    found: list[Term] = []
    found += [replace(_term(tokens, "sum", a.start, a.end), value=a.value) for a in said.amounts]
    found += [replace(_term(tokens, "share", p.start, p.end), value=p.value) for p in said.percentages]
    found += [_day(tokens, d) for d in said.dates if d.iso or d.every]
    taken = {at for term in found for at in range(term.first, term.last)}
    for c in said.counts:
        term = replace(_term(tokens, "count", c.start, c.end), value=Decimal(c.n), unit=c.unit)
        if term.first not in taken and 0 < c.n <= 400 and c.unit != "other":
            found.append(term)
            taken.update(range(term.first, term.last))
    spoken = (at for at, token in enumerate(tokens.items) if token.text in _SPOKEN and at not in taken)
    words = [t for at in spoken if (t := _word(tokens, at, on))]
    found += [t for t in words if t.kind != "day" or _beside_money(t, found, tokens)]
    return tuple(sorted(found, key=lambda t: t.first))


def _term(tokens: Tokens, kind: Kind, start: int, end: int) -> Term:
    return Term(kind, tokens.at(start), tokens.at(end - 1) + 1, start, end)


def _day(tokens: Tokens, d: DateMention) -> Term:
    first, last = tokens.at(d.start), tokens.at(d.end - 1) + 1
    kind: Kind = "day" if d.iso else "period"
    vague = d.iso if len(d.iso) < 5 else ()
    return Term(kind, first, last, d.start, d.end, days=vague, every=d.every, past=d.past)


def _beside_money(term: Term, found: Sequence[Term], tokens: Tokens) -> bool:
    """ "100 now" and "now 100" are payments; "now, …" and "right now" elsewhere are talk."""
    for other in found:
        if other.kind not in ("sum", "share"):
            continue
        if 0 <= term.first - other.last <= 2 or (0 <= other.first - term.last <= 1 and term.first > 0):
            return tokens.text(term.first - 1) not in (".", "!", "?")
    return False


def _word(tokens: Tokens, at: int, on: date) -> Term | None:
    """Periods ("al mes", "monthly"), the rest, and "ahora" as a day."""
    word = tokens.text(at)
    start, end = tokens.span(at, at + 1)
    if word in _PERIODS:
        return _period(tokens, at, start, end)
    if (word in _REST and (word != "demas" or tokens.text(at - 1) == "lo")) or (
        word in ("saldo", "balance") and tokens.text(at - 1) in ("el", "the") and tokens.text(at + 1) in _BY
    ):
        first = at - 1 if tokens.text(at - 1) in ("el", "la", "lo", "the") else at
        if tokens.text(first - 1) in ("keep", "quedese", "guarde", "with"):
            return None
        return Term("rest", first, at + 1, tokens.span(first, at + 1)[0], end)
    if word in _SAME:
        return _same(tokens, at)
    if word in _NOW and (word != "ya" and tokens.text(at + 1) not in ("que", "that", "mismo que")):
        return Term("day", at, at + 1, start, end, days=(on,))
    return None


_SAME = frozenset({"mismo", "igual", "igualito", "same", "tanto"})


_SPOKEN = frozenset({*_PERIODS, *_REST, *_NOW, *_SAME, "saldo", "balance"})


def _same(tokens: Tokens, at: int) -> Term | None:
    """ "lo mismo", "otro igualito", "the same again": the sum just said, once more."""
    before = tokens.text(at - 1)
    if before not in ("lo", "otro", "the") and (tokens.text(at), tokens.text(at + 1)) != ("same", "again"):
        return None
    first = at if before not in ("lo", "otro", "the") else at - 1
    start, end = tokens.span(first, at + 1)
    return Term("sum", first, at + 1, start, end, unit="same")


def _period(tokens: Tokens, at: int, start: int, end: int) -> Term | None:
    word, before = tokens.text(at), tokens.text(at - 1)
    every = _PERIODS[word]
    if word in ("mes", "month", "semana", "week", "quincena", "fortnight", "mo"):
        if before == "la" and tokens.text(at - 2) in ("a", "por"):
            return Term("period", at - 2, at + 1, tokens.span(at - 2, at)[0], end, every=every)
        if before not in _PER or (before == "a" and _stretch(tokens, at)):
            return None
        return Term("period", at - 1, at + 1, tokens.span(at - 1, at)[0], end, every=every)
    return Term("period", at, at + 1, start, end, every=every)


def _stretch(tokens: Tokens, at: int) -> bool:
    """ "a week ago", "a month from Friday": no period."""
    word, then = tokens.text(at + 1), tokens.text(at + 2)
    return word in _AFTER_STRETCH or (word == "from" and (then in ("now", "today") or then.endswith(("day", "row"))))


_AFTER_STRETCH = frozenset({"ago", "late", "later", "behind"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of tokens and the pieces in it."""

    first: int
    last: int
    terms: tuple[Term, ...]


def sentences(tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """Where sentences begin and end, in tokens: at . ! ? and line ends."""
    found: list[tuple[int, int]] = []
    begin = 0
    for at, token in enumerate(tokens.items):
        stop = token.text in (".", "!", "?") or (at > begin and _line_break(tokens, at))
        if stop:
            found.append((begin, at))
            begin = at + (token.text in (".", "!", "?"))
    found.append((begin, len(tokens.items)))
    return tuple((a, b) for a, b in found if b > a)


def _line_break(tokens: Tokens, at: int) -> bool:
    return "\n" in tokens.folded.text[tokens.items[at - 1].end : tokens.items[at].start]


def says(tokens: Tokens, first: int, last: int, group: str) -> bool:
    """Whether a word of the group ("offers" section of the lexicon) stands in a stretch; stems end in ``*``."""
    words, stems = _group(group)
    for token in tokens.items[max(first, 0) : max(last, 0)]:
        if token.text in words or (stems and token.text.startswith(stems)):
            return True
    return False


@cache
def _group(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = word_set("offers", group)
    return words, tuple(sorted(w[:-1] for w in words if w.endswith("*")))

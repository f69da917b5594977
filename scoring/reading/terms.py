"""The pieces of a proposal in the order of the text: sums, shares, counts, days, periods, "the rest"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from scoring.reading.date_page import Every
from scoring.reading.days import day_of_month, paydays, weekday_after
from scoring.reading.tokens import Tokens
from scoring.reading.values import Amount, Count, DateMention, Percentage
from scoring.reading.vocabulary import calendar_words, groups, word_set

Kind = Literal["sum", "share", "count", "day", "period", "rest", "whole", "later", "month", "range", "end"]


class Term(NamedTuple):
    """One piece, at tokens ``first`` to ``last`` (exclusive) and code points ``start`` to ``end``.

    ``unit``: of a count its noun, of a sum "same", of a share "other". ``step``: days between two payments, where
    the period is none of the named ones. ``until``: for a range of months, the first day of its last one.
    """

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
    step: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the other finders found in a text."""

    amounts: Sequence[Amount]
    dates: Sequence[DateMention]
    counts: Sequence[Count]
    percentages: Sequence[Percentage]


def term_at(tokens: Tokens, kind: Kind, first: int, last: int) -> Term:
    """A piece at tokens ``first`` to ``last`` (exclusive)."""
    return Term(kind, first, last, *tokens.span(first, last))


def mentioned(tokens: Tokens, said: Mentions, on: date) -> list[Term]:
    """The pieces that other finders have found: sums, shares, days, periods, counts; none overlaps another."""
    found: list[Term] = []
    sums = [_term(tokens, "sum", a.start, a.end)._replace(value=a.value) for a in said.amounts]
    found += [t for t in sums if t.last - t.first > 1 or tokens.text(t.first) not in _PRONOUNS]
    found += [_term(tokens, "share", p.start, p.end)._replace(value=p.value) for p in said.percentages]
    found += [t for d in said.dates if (d.iso or d.every) and not _labels(tokens, t := _day(tokens, d, on))]
    taken = {at for term in found for at in range(term.first, term.last)}
    for c in said.counts:
        term = _term(tokens, "count", c.start, c.end)._replace(value=Decimal(c.n), unit=c.unit)
        if c.unit == "week" and tokens.text(term.last - 1) not in ("week", "weeks", "semana", "semanas"):
            found = [t for t in found if t.kind != "day" or t.last <= term.first or t.first >= term.last]
            taken.discard(term.first)
        times = tokens.text(term.last - 1) in ("veces", "times", "ocasiones", "occasions")
        if term.first not in taken and 0 < c.n <= 400 and (c.unit != "other" or times):
            weekday = _recurs("week", tokens.text(term.last - 1), on)  # "the next two Fridays"
            found.append(term._replace(unit="times") if times else term._replace(days=(weekday,) if weekday else ()))
            taken.update(range(term.first, term.last))
    return found


def counted_terms(tokens: Tokens, said: Mentions) -> dict[int, Term]:
    """The counts of weeks and months, by the token at which each begins."""
    stretches = [c for c in said.counts if c.unit in ("week", "month", "fortnight", "day")]
    found = [_term(tokens, "count", c.start, c.end)._replace(value=Decimal(c.n), unit=c.unit) for c in stretches]
    return {term.first: term for term in found}


_PRONOUNS = frozenset({"one", "uno", "una", "un"})


def _labels(tokens: Tokens, day: Term) -> bool:
    """ "the second half", "the third payment": which of several, and no day."""
    return tokens.text(day.last - 1) in _NTH and tokens.text(day.last) in _NUMBERED


_NTH = frozenset({"first", "second", "third", "fourth", "fifth", "primero"})
_NUMBERED = frozenset({"half", "one", "payment", "instalment", "installment", "lot", "part", "chunk", "third", "pago"})


def _term(tokens: Tokens, kind: Kind, start: int, end: int) -> Term:
    return Term(kind, *_extent(tokens, start, end), start, end)


def _extent(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The pieces from one position of the original to another: pieces are few, so the second is walked to."""
    first = tokens.at(start)
    last = first + 1
    while last < len(tokens.items) and tokens.span(last - 1, last)[1] < end:
        last += 1
    return first, last


def _day(tokens: Tokens, d: DateMention, on: date) -> Term:
    first, last = _extent(tokens, d.start, d.end)
    kind: Kind = "day" if d.iso else "period"
    vague = d.iso if len(d.iso) < 5 else ()
    found = Term(kind, first, last, d.start, d.end, days=vague, every=d.every, past=d.past)
    named = _recurs(d.every, tokens.text(last - 1), on) if kind == "period" else None
    if named:
        return found._replace(kind="day", days=(named,))
    counted = d.every == "fortnight" and any(tokens.text(at) in _FIFTEEN for at in range(first, last))
    return found._replace(step=15) if counted and tokens.text(last - 1) in ("dias", "days", "15", "quince") else found


_FIFTEEN = frozenset({"15", "quince", "fifteen"})


@cache
def weekday_names() -> dict[str, int]:
    """The weekdays of both languages."""
    return {**calendar_words("en").weekdays, **calendar_words("es").weekdays}


def _recurs(every: Every | None, word: str, on: date) -> date | None:
    """The first day of "todos los 30", "every Friday", "cada quincena"."""
    if every == "month" and word.isdigit() and 1 <= int(word) <= 31:
        return day_of_month(on, int(word), False)
    weekday = weekday_names().get(word)
    if weekday is not None and every in ("week", "fortnight"):
        return weekday_after(on, weekday)
    return next(paydays(on)) if every == "quincena" and word == "quincena" else None


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
    broken = "\n" in tokens.folded.text
    for at, token in enumerate(tokens.items):
        ended = token.text in _ENDS and not (token.text == "." and _abbreviates(tokens, at))
        if ended or (broken and at > begin and _line_break(tokens, at)):
            found.append((begin, at))
            begin = at + ended
    found.append((begin, len(tokens.items)))
    return tuple((a, b) for a, b in found if b > a)


_ENDS = frozenset({".", "!", "?"})


def _abbreviates(tokens: Tokens, at: int) -> bool:
    """ "i.e.", "p. ej.", "Sr. Ocampo", "a.m.": the dot ends no sentence."""
    before, behind = tokens.text(at - 1), tokens.text(at + 1)
    if tokens.glued(at + 1) and len(before) == 1 and len(behind) == 1 and behind.isalpha():
        return True
    inner = len(before) == 1 and before.isalpha() and tokens.glued(at - 1) and tokens.text(at - 2) == "."
    return (inner and not _capital(tokens, at + 1)) or before in _TITLES


def _capital(tokens: Tokens, at: int) -> bool:
    if not tokens.text(at):
        return True
    start, _ = tokens.span(at, at + 1)
    return tokens.folded.original[start].isupper()


_TITLES = frozenset(
    {"sr", "sra", "srta", "mr", "mrs", "ms", "dr", "dra", "lic", "ing", "approx", "aprox", "don", "num", "p"}
)


def _line_break(tokens: Tokens, at: int) -> bool:
    return "\n" in tokens.folded.text[tokens.items[at - 1].end : tokens.items[at].start]


def says(tokens: Tokens, first: int, last: int, group: str) -> bool:
    """Whether a word of the group ("offers" section of the lexicon) stands in a stretch; stems end in ``*``."""
    bit = _bits()[group]
    for mask in _masks(tokens)[max(first, 0) : max(last, 0)]:  # noqa: SIM110 - the innermost loop: a generator costs
        if mask & bit:
            return True
    return False


@cache
def _bits() -> dict[str, int]:
    """A bit for each group of words."""
    return {group: 1 << at for at, group in enumerate(groups("offers"))}


@lru_cache(maxsize=64)
def _masks(tokens: Tokens) -> tuple[int, ...]:
    """The groups that each piece belongs to."""
    return tuple([_mask(token.text) for token in tokens.items])


@lru_cache(maxsize=8_192)
def _mask(word: str) -> int:
    held = 0
    for group, bit in _bits().items():
        words, stems = _group(group)
        held |= bit if word in words or (stems and word.startswith(stems)) else 0
    return held


@cache
def _group(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = word_set("offers", group)
    return words, tuple(sorted(w[:-1] for w in words if w.endswith("*")))

"""All pieces of a reply that a proposal can be made of, each read once and none over another."""

from collections.abc import Sequence
from datetime import date

from scoring.reading import days
from scoring.reading.term_bare import bare_sums
from scoring.reading.term_counts import counts_turned, lengths, times_of, weekdays
from scoring.reading.term_months import month_first, months_on
from scoring.reading.term_stretches import (
    alternate,
    ending,
    later,
    month_begun,
    monthday,
    months_range,
    paced,
    year,
)
from scoring.reading.term_whole import whole
from scoring.reading.term_words import PERIODS, word_terms
from scoring.reading.terms import Mentions, Term, counted_terms, mentioned, term_at, weekday_names
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import calendar_words, tongue, unit_words

_STRETCHED = frozenset({
    "til", "till", "until", "hasta", "untill", "week", "semana", "fortnight", "quincena", "month", "mes", "day", "dia",
    "siguiente", "next", "one", "que",
    "todo", "toda", "todito", "completo", "completa", "total", "totalidad", "thing", "lot", "amount", "balance", "all",
    "of", "full", "those", "them", "these", "los", "sum", "bill", "debt", "figure", "everything",
})  # fmt: skip


def read_terms(tokens: Tokens, context: ReadingContext, said: Mentions) -> tuple[Term, ...]:
    """All pieces, in order; none overlaps another."""
    found = counts_turned(tokens, lengths(tokens, mentioned(tokens, said, context.on), said))
    sums = {t.last for t in found if t.kind == "sum"}
    counted = counted_terms(tokens, said)
    found = [piece for term in found for piece in _parted(tokens, term, context, sums, counted)]
    stretches = [*_stretches(tokens, context), *weekdays(tokens, context)]
    covered = {at for term in stretches for at in range(term.first, term.last)}
    found = [t for t in found if t.first not in covered and t.last - 1 not in covered]
    kept = {at for term in found for at in range(term.first, term.last)}
    found += [t for t in stretches if kept.isdisjoint(range(t.first, t.last))]
    found += times_of(tokens, context, found)
    found += months_on(tokens, found, tongue(context.language))
    found += word_terms(tokens, context.on, found)
    found += bare_sums(tokens, context, found)
    ordered = sorted(found, key=lambda t: t.first)
    ordered = [t for at, t in enumerate(ordered) if not at or t.first >= ordered[at - 1].last]
    return _pointed_back(tokens, _since(tokens, ordered, context.on), context.on)


def _since(tokens: Tokens, terms: Sequence[Term], on: date) -> list[Term]:
    """ "250 a la semana desde el viernes", "90 a month from 1 December": the day to come."""
    if not any(t.every or t.step or t.kind == "count" for t in terms):
        return list(terms)
    terms = [_again(t, on) if t.past and t.every == "month" and t.kind == "day" else t for t in terms]
    return [t._replace(days=(_ahead(tokens, t, on),), past=False) if _led(tokens, t) else t for t in terms]


def _again(term: Term, on: date) -> Term:
    """ "if you sent $375 on the fifth of each month": it comes again."""
    day = term.days[0]
    while day < on:
        day = days.add_months(day, 1, term.days[0].day)
    return term._replace(days=(day,), past=False)


_SINCE = frozenset({"desde", "from", "starting", "beginning", "commencing"})


def _led(tokens: Tokens, term: Term) -> bool:
    led = tokens.text(term.first) in _SINCE or tokens.text(term.first - 1) in _SINCE
    return term.kind == "day" and term.past and bool(term.days) and led


def _ahead(tokens: Tokens, term: Term, on: date) -> date:
    weekday = calendar_words("es").weekdays.get(tokens.text(term.last - 1))
    if weekday is not None:
        return days.weekday_after(on, weekday)
    day = term.days[0]
    while day < on:
        day = days.add_months(day, 12)
    return day


def _parted(
    tokens: Tokens, term: Term, context: ReadingContext, sums: set[int], counted: dict[int, Term]
) -> tuple[Term, ...]:
    """ "£60 a week from Friday" is a period and a first day, "a week from Friday" by itself is a day.

    So are "for six weeks from Friday" a count and "every four weeks from Friday" a period, each with a first day.
    """
    at = term.first
    if term.kind != "day" or tokens.text(term.last - 2) not in ("from", "on"):
        return (term,)
    first = _first_day(tokens.text(term.last - 1), context.on)
    if first is None:
        return (term,)
    start = term_at(tokens, "day", term.last - 1, term.last)._replace(days=(first,))
    every = PERIODS.get(tokens.text(at + 1))
    weekday = tokens.text(term.last - 1) in calendar_words("en").weekdays
    if at in sums and tokens.text(at) in ("a", "per") and every and weekday and term.last == at + 4:
        return (term_at(tokens, "period", at, at + 2)._replace(every=every), start)
    count = counted.get(at)
    if count is None or tokens.text(at - 1) not in _LENGTHENS or count.last != term.last - 2:
        return (term,)
    return (paced(tokens, count) or count, start)


_LENGTHENS = frozenset({"for", "every", "over", "during"})


def _first_day(word: str, on: date) -> date | None:
    """The day of "from Friday", "from today", "from tomorrow"."""
    near = {"today": 0, "now": 0, "tomorrow": 1}.get(word)
    weekday = calendar_words("en").weekdays.get(word)
    if near is not None:
        return days.add_days(on, near)
    return None if weekday is None else days.weekday_after(on, weekday)


def _stretches(tokens: Tokens, context: ReadingContext) -> list[Term]:
    """The readings that go before what other finders saw at the same place."""
    language = tongue(context.language)
    months = calendar_words(language).months
    found: list[Term] = []
    for at, token in enumerate(tokens.items):
        term: Term | None = None
        if token.text in months:
            term = months_range(tokens, at, context.on, language) or month_begun(tokens, at, context.on, language)
        elif token.text in calendar_words("es").weekdays and language != "en":
            term = alternate(tokens, at, context.on)
        elif token.text in _STRETCHED:
            term = _stretch(tokens, at, context.on)
        elif unit_words().get(token.text) == "year":
            term = year(tokens, at)
        if term and not (found and term.first < found[-1].last):
            found.append(term)
    return found


def _stretch(tokens: Tokens, at: int, on: date) -> Term | None:
    early = month_first(tokens, at, on) or alternate(tokens, at, on)
    return early or ending(tokens, at) or monthday(tokens, at, on) or later(tokens, at) or whole(tokens, at)


def _pointed_back(tokens: Tokens, terms: Sequence[Term], on: date) -> tuple[Term, ...]:
    """ "ese día", "that day", "£356 then": the day named before; "the Friday after": one more week."""
    done = [_behind(tokens, terms, term, on) for term in terms]
    sums = {t.last for t in terms if t.kind in ("sum", "whole", "rest")}
    reached = 0
    for at, token in enumerate(tokens.items):
        width = _back(tokens, at) if token.text in _BACKS and at >= reached else 0
        width = width or (token.text == "then" and at in sums and tokens.kind(at + 1) in ("punct", ""))
        free = width and not any(t.first < at + width and at < t.last for t in terms)
        named = _day_before(terms, at, on) if free else ()
        if named:
            done.append(term_at(tokens, "day", at, at + width)._replace(days=named, unit="back"))
            reached = at + width
    done.sort(key=lambda t: t.first)
    return tuple(t._replace(unit="next") if _following(tokens, t) else t for t in done)


def _behind(tokens: Tokens, terms: Sequence[Term], term: Term, on: date) -> Term:
    """ "uno el 30 y el otro a los 15 días": counted from the day before it, where that lies ahead."""
    led = term.kind == "day" and not term.every and tokens.text(term.first) == "a"
    stretch = tokens.text(term.last - 1) in ("dias", "semanas", "meses") and tokens.text(term.last) != "de"
    if not (led and stretch and term.days) or tokens.text(term.first + 1) not in ("los", "las"):
        return term
    named = _day_before(terms, term.first, on)
    ahead = named and named[0] > on
    return term._replace(kind="later", days=(), step=(term.days[0] - on).days) if ahead else term


_BACKS = frozenset({"ese", "that", "esa", "the", "el", "then"})


def _day_before(terms: Sequence[Term], at: int, on: date) -> tuple[date, ...]:
    """The nearest day to come that was named before a place."""
    for term in reversed(terms):
        coming = tuple(d for d in term.days if d >= on) if term.kind == "day" and term.last <= at else ()
        if coming:
            return coming[:1]
    return ()


def _back(tokens: Tokens, at: int) -> int:
    """How many pieces say "that day"."""
    word, behind = tokens.text(at), tokens.text(at + 1)
    if (word, behind) in (("ese", "dia"), ("that", "day"), ("that", "date"), ("esa", "fecha"), ("ese", "mismo")):
        return 2 + (behind == "mismo")
    if (word, behind) in (("the", "same"), ("that", "same"), ("el", "mismo")) and tokens.text(at + 2) in ("day", "dia"):
        return 3
    after_money = tokens.kind(at - 1) == "num" or tokens.text(at - 1) in (
        "half",
        "bucks",
        "quid",
        "it",
        "pounds",
        "dollars",
    )
    return 1 if word == "then" and after_money and tokens.kind(at + 1) in ("punct", "") else 0


def _following(tokens: Tokens, term: Term) -> bool:
    """ "the Friday after", "the Monday after that", "el otro viernes": a week after the day before."""
    if term.kind != "day" or term.every or len(term.days) < 1:
        return False
    if not any(tokens.text(at) in weekday_names() for at in range(term.first, term.last)):
        return False
    last = term.last if tokens.text(term.last) == "after" else term.last - 1
    if tokens.text(last) == "after":
        return tokens.kind(last + 1) in ("punct", "") or tokens.text(last + 1) in ("that", "and", "then")
    words = {tokens.text(at) for at in range(term.first - 1, term.last + 1)}
    return bool(words & {"siguiente", "following"})

"""Dates in a text: relative, weekdays, numbers of a month, recurrences; what is impossible is not read.

``find_dates`` reads from ``context.on`` and never asks the clock.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from scoring.reading import date_english as english
from scoring.reading import date_spanish as spanish
from scoring.reading import days
from scoring.reading.date_echoes import echoed
from scoring.reading.date_english_spans import units_from_now
from scoring.reading.date_figures import (
    before_month,
    day_then_month,
    dotted,
    iso,
    month_first,
    month_then_day,
    months_after,
    slashed,
)
from scoring.reading.date_page import Found, Page, Rule, closed
from scoring.reading.date_pairs import paired
from scoring.reading.date_spanish_numbers import listed_month
from scoring.reading.date_turns import begun, in_that_month, in_that_week, is_no_day, turned, without_hours
from scoring.reading.numbers import numbers_at
from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.values import DateMention, ReadingContext
from scoring.reading.vocabulary import calendar_words, number_words, tongue


@lru_cache(maxsize=64)
def find_dates(text: str, context: ReadingContext) -> tuple[DateMention, ...]:
    """The days a text names, in order.

    Several ``iso`` are several readings, the likeliest first; none is a recurrence without a day ("cada mes").
    """
    found = find_date_pieces(text, context.language, context.country, context.on)
    tokens = tokenise(text)
    return tuple(_mention(f, tokens, context.on) for f in found)


def _mention(found: Found, tokens: Tokens, on: date) -> DateMention:
    start, end = tokens.span(found.first, found.last)
    past = found.past or (bool(found.days) and max(found.days) < on)
    return DateMention(found.days, start, end, past, found.every)


@lru_cache(maxsize=64)
def find_date_pieces(text: str, language: str, country: str, on: date) -> tuple[Found, ...]:
    """As ``find_dates``, by pieces of the tokenised text.

    Spanish in the United States borrows English days ("¿le queda bien this Friday?").
    """
    code = tongue(language)
    own = _in_one_language(text, code, language, country, on)
    if code == "en" or country != "US":
        return own
    taken = {at for found in own for at in range(found.first, found.last)}
    english = _in_one_language(text, "en", "en", country, on)
    borrowed = [f for f in english if taken.isdisjoint(range(f.first, f.last)) and _is_english(text, f)]
    return tuple(sorted((*own, *borrowed), key=lambda found: found.first))


_SPANS = frozenset({"month", "week", "weekend"})


def _is_english(text: str, found: Found) -> bool:
    """Whether a day in a Spanish text is said in English words: "this Friday", "December 4"."""
    tokens, calendar = tokenise(text), calendar_words("en")
    words = {tokens.text(at) for at in range(found.first, found.last)}
    listed = (calendar.weekdays, calendar.months, calendar.times, _SPANS)
    return any(word in names and len(word) > 3 for word in words for names in listed)


def _in_one_language(text: str, code: str, language: str, country: str, on: date) -> tuple[Found, ...]:
    tokens = tokenise(text)
    numbers = numbers_at(text, language, country)
    page = Page(tokens, numbers, on, code, calendar_words(code), country == "US" and _month_first(tokens, code))
    found: list[Found] = []
    after, openers = 0, _openers(code)
    for at, token in enumerate(tokens.items):
        if at < after or (token.kind == "word" and token.text not in openers) or token.kind == "punct":
            continue
        hits = _first_hit(page, at, _rules_for(code, token.kind, token.text))
        kept = (h for h in hits if not is_no_day(page, h))
        for hit in kept:
            if not (found and _names_again(page, found[-1], hit)):
                new = turned(page, hit)
                found.append(in_that_month(page, found[-1], new) if found else new)
        after = hits[-1].last if hits else 0
    if not found:
        return ()
    return tuple(begun(page, paired(page, without_hours(page, in_that_week(page, echoed(page, found))))))


def _month_first(tokens: Tokens, code: str) -> bool:
    """Whether days are written 11/23: in English, and in Spanish where one of them can be nothing else."""
    if code == "en":
        return True
    written = (token.text.split("/")[1] for token in tokens.items if token.kind == "slash")
    return any(int(second) > 12 for second in written)


def _names_again(page: Page, before: Found, found: Found) -> bool:
    """ "el 2 de diciembre, que es miércoles": the weekday of the day just named is no further day."""
    if before.last == found.first and before.days == found.days:  # "hoy lunes 23"
        return True
    apposed = page.tokens.text(before.last) == "," and before.last + 1 == found.first and before.days == found.days
    if apposed and found.last - found.first == 1 and page.tokens.text(found.first) in page.words.weekdays:
        return True  # "the day after tomorrow, Wednesday"
    if _its_weekday(page, before, found):
        return True
    gap = [page.tokens.text(at) for at in range(before.last, found.first)]
    if before.days == found.days and 1 < len(gap) <= 5 and gap[-1] in _FALLS:
        return True  # "el 25 no, que es Navidad"
    if page.tokens.text(found.first) in ("el", "this", "este") and page.tokens.text(found.first - 1) in _FALLS:
        return False  # "que es el lunes", "that's this Friday": named anew, not only described
    if found.last - found.first > 2 or page.tokens.text(found.last - 1) not in page.words.weekdays:
        return False
    said = (found.first - 1, found.first - 2)
    if found.first == found.last - 1 and any(page.tokens.text(at) in _FALLS for at in said) and len(gap) <= 12:
        return True
    same = len(before.days) == 1 and before.days[0].weekday() == found.days[0].weekday()
    return same and 1 <= len(gap) <= 4 and any(word in ("es", "cae", "is", "that's", "thats", "falls") for word in gap)


def _its_weekday(page: Page, before: Found, found: Found) -> bool:
    """ "el 4 de enero, lunes, le llamo": a bare weekday between commas is that of the date before it."""
    alone = found.last == found.first + 1 and page.tokens.text(found.first) in page.words.weekdays
    apposed = before.last + 1 == found.first and page.tokens.text(before.last) in (",", "(")
    dated = page.month(before.last - 1) is not None and len(before.days) == 1
    ends = page.tokens.kind(found.last) in ("", "punct")
    return alone and apposed and dated and ends and before.days[0].weekday() == found.days[0].weekday()


_FALLS = frozenset({"cae", "caia", "cayo", "caiga", "sea", "es", "era", "falls", "fell", "being", "that's", "thats"})


def _first_hit(page: Page, at: int, rules: tuple[Rule, ...]) -> tuple[Found, ...]:
    for rule in rules:
        found = rule(page, at)
        if found:
            return _and_more(page, found)
    return ()


def _rules_for(language: str, kind: str, word: str) -> tuple[Rule, ...]:
    """The rules that a piece can begin, most specific first. Only words that begin any are remembered."""
    if kind == "word":
        return _openers(language).get(word, ())
    if kind == "num":
        return (dotted,) if word.count(".") == 2 else _numeral_rules(language)
    return {"iso": (iso,), "slash": (slashed,), "dash": (slashed,)}.get(kind, ())


def _numeral_rules(language: str) -> tuple[Rule, ...]:
    if language == "es":
        return (day_then_month, listed_month)
    return (day_then_month, english.nth, units_from_now, before_month)


@lru_cache(maxsize=2)
def _openers(language: str) -> dict[str, tuple[Rule, ...]]:
    names, numbers = calendar_words(language), number_words(language)
    own = spanish.RULES if language == "es" else english.RULES
    table: dict[str, tuple[Rule, ...]] = {}
    for word in (*numbers.small, *numbers.tens, *names.ordinals):
        table[word] = _numeral_rules(language)
    for word in names.weekdays:
        table[word] = (spanish.weekday if language == "es" else english.weekday,)
    table |= dict.fromkeys(names.months, (month_then_day if language == "en" else month_first,))
    for word, rules in own.items():
        table[word] = (*rules, *table.get(word, ()))
    return table


def _and_more(page: Page, found: Found) -> tuple[Found, ...]:
    """The days that go on from a day: "el 15 y 30", "15, 22 y 29 de enero", "the 5th of dec jan feb"."""
    more = [found]
    if len(found.days) != 1:
        return (found,)
    if page.month(found.last - 1):
        more = [*months_after(page, found)]
    while len(more) < 12:
        following = _coordinated(page, more[-1])
        if not following:
            break
        more.append(following)
    return tuple(more) if len(more) == 1 else _with_last_month(page, more)


def _with_last_month(page: Page, found: list[Found]) -> tuple[Found, ...]:
    """ "15 y 30 de enero": the month behind the last day is that of the days before it too."""
    last = found[-1]
    if not page.month(last.last - 1) or any(page.month(f.last - 1) for f in found[:-1]) or len(last.days) != 1:
        return tuple(found)
    month = last.days[0]
    moved = [days.valid(month.year, month.month, f.days[0].day) for f in found[:-1]]
    first = [replace(f, days=(d,)) if d else f for f, d in zip(found[:-1], moved, strict=True)]
    return (*first, last, *_in_further_month(page, [*first, last]))


def _in_further_month(page: Page, found: list[Found]) -> Iterator[Found]:
    """ "the 4th and 18th of December and January": the same days of one month more."""
    at = found[-1].last + 1
    month = page.month(at) if page.tokens.text(at - 1) in ("and", "y", "&") else None
    if not month or page.day(at + 1) or page.tokens.text(at) in ("may", "mar", "set"):
        return
    for one in found:
        following = days.day_and_month(found[-1].days[0], one.days[0].day, month, False)
        if following:
            yield Found(following, at, at + 1)


def _coordinated(page: Page, last: Found) -> Found | None:
    """The bare day behind "y", "and" or a comma."""
    at = last.last
    joint = page.tokens.text(at)
    if joint not in ("y", "and", "o", "or", ",", "&", "u", "/"):
        return None
    at += 1
    at += joint == "," and page.tokens.text(at) in ("y", "and")
    if joint == "," and page.tokens.kind(at) != "num":
        return None
    at += page.tokens.text(at) == "los" and page.tokens.text(last.first) == "los"
    day = page.day(at) if page.tokens.text(at) != "uno" else None
    numbered = page.day(last.last - 1) or page.month(last.last - 1) or page.tokens.glued(last.last - 1)
    if not day or not last.days or not numbered:
        return None
    named = day_then_month(page, at)
    if named:
        return named if len(named.days) == 1 and not _own_month(page, last) else None
    if not closed(page, day[1]) or page.tokens.text(day[1]) in ("de", "of"):
        return None
    following = days.day_of_month(last.days[0], day[0], False)
    return replace(last, days=(following,), first=at, last=day[1]) if following else None


def _own_month(page: Page, found: Found) -> bool:
    return page.month(found.last - 1) is not None

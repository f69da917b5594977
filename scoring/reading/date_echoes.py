"""Days told by what was named before them: "the day before", "en febrero, el 17", "el 24, antes de Navidad"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from scoring.reading import days
from scoring.reading.date_figures import dated
from scoring.reading.date_nth import nth_of
from scoring.reading.date_page import Found, Page

_FULL = frozenset(".;!?\n")
_BESIDE = {
    ("the", "day", "before"): -1, ("the", "day", "after"): 1, ("the", "next", "day"): 1, ("the", "following", "day"): 1,
    ("el", "dia", "antes"): -1, ("un", "dia", "antes"): -1, ("el", "dia", "anterior"): -1, ("el", "dia", "previo"): -1,
    ("al", "dia", "siguiente"): 1, ("el", "dia", "siguiente"): 1, ("al", "otro", "dia"): 1, ("el", "dia", "despues"): 1,
    ("un", "dia", "despues"): 1, ("a", "day", "before"): -1, ("a", "day", "later"): 1, ("a", "day", "early"): -1,
}  # fmt: skip
_FEASTS = frozenset({"navidad", "nochebuena", "pascua", "christmas", "xmas", "navidades"})
_AT_CHRISTMAS = frozenset({23, 24, 25, 26})
_PLACES = {"segundo": 2, "tercero": 3, "cuarto": 4, "second": 2, "third": 3, "fourth": 4}
_GOES_ON = frozenset({"and", "y", "so", "if", "si", "instead", "mejor", "would", "works", "is", "will", "should"})
_WIDE = 14


def echoed(page: Page, found: Sequence[Found]) -> list[Found]:
    """The days of a text with those that lean on another, in order."""
    named = [_in_named_month(page, one) for one in _from_another(page, found)]
    if not named:
        return named
    more = [*_beside(page, named), *_by_place(page, named)]
    return sorted((*named, *more), key=lambda one: one.first) if more else named


def _from_another(page: Page, found: Sequence[Found]) -> list[Found]:
    """ "the Tuesday after Thanksgiving", "el lunes antes del 15": a weekday counted from the day behind it."""
    merged: list[Found] = []
    for one in found:
        before = merged[-1] if merged else None
        gap = tuple(page.tokens.text(at) for at in range(before.last, one.first)) if before else ()
        forward = gap in _AFTER
        lone = before is not None and before.last - before.first <= 2 and not before.every and len(one.days) == 1
        if before and lone and (forward or gap in _BEFORE) and page.tokens.text(before.last - 1) in page.words.weekdays:
            name = page.words.weekdays[page.tokens.text(before.last - 1)]
            day = (days.weekday_after if forward else days.weekday_before)(one.days[0], name)
            merged[-1] = Found((day,), before.first, one.last, day < page.on)
        else:
            merged.append(one)
    return merged


_AFTER = frozenset({("after",), ("following",), ("despues", "de"), ("despues",), ("siguiente", "a")})
_BEFORE = frozenset({("before",), ("antes", "de"), ("antes",)})


def _in_named_month(page: Page, found: Found) -> Found:
    """ "Firmé en febrero, el 17", "el 24, antes de Navidad": a number alone in a month that the sentence names."""
    if len(found.days) != 1 or found.every:
        return found
    number = next((day for at in range(found.first, found.last) if (day := page.day(at))), None)
    if not number or found.last - found.first > 3 or number[0] != found.days[0].day:
        return found
    at = found.first - 1
    for _ in range(6):
        at -= page.tokens.text(at) in _FILLERS
    month = page.month(at)
    if (
        month
        and page.tokens.text(at - 1) in ("en", "in", "this", "de", "para", "for", "since")
        and not page.day(at - 2)
    ):
        return dated(page, number[0], month, found.first, found.last) or found
    if number[0] in _AT_CHRISTMAS and found.days[0] >= page.on and _near_feast(page, found):
        moved = days.valid(page.on.year, 12, number[0])
        return replace(found, days=(moved,)) if moved and moved >= page.on else found
    return found


_FILLERS = frozenset({",", "on", "the", "el", "right", "like", "around", "about", "say", "como", "digamos", "maybe"})


def _near_feast(page: Page, found: Found) -> bool:
    for way in (range(found.last, found.last + _WIDE), range(found.first - 1, found.first - _WIDE, -1)):
        for at in way:
            word = page.tokens.text(at)
            if not word or word in _FULL:
                break
            if word in _FEASTS:
                return True
    return False


def _beside(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """ "can we do it the day before?", "al día siguiente": a day from the one named last."""
    for at, token in enumerate(page.tokens.items):
        if token.text not in ("day", "dia"):
            continue
        for first in (at - 1, at - 2):
            step = _BESIDE.get((page.tokens.text(first), page.tokens.text(first + 1), page.tokens.text(first + 2)))
            before = [one for one in found if one.last <= first and len(one.days) == 1 and not one.every]
            if step and before and _ends(page, first + 3):
                yield Found((before[-1].days[0] + timedelta(days=step),), first, first + 3, before[-1].past)
                break


def _ends(page: Page, at: int) -> bool:
    return page.tokens.kind(at) in ("", "punct") or page.tokens.text(at) in _GOES_ON


def _by_place(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """ "el primer viernes de enero? No; el segundo": another of the weekdays just counted."""
    for at, token in enumerate(page.tokens.items):
        place = _PLACES.get(token.text, 0)
        last = at + 1 + (page.tokens.text(at + 1) == "one")
        if not place or page.tokens.text(at - 1) not in ("el", "the") or page.tokens.kind(last) not in ("", "punct"):
            continue
        before = next((one for one in reversed(found) if one.last <= at and _counted(page, one)), None)
        day = nth_of(before.days[0], place) if before else None
        if day:
            yield Found((day,), at - 1, last)


def _counted(page: Page, found: Found) -> bool:
    words = {page.tokens.text(at) for at in range(found.first, found.last)}
    return (
        len(found.days) == 1
        and bool(words & {"primer", "first", "segundo", "second"})
        and bool(words & page.words.weekdays.keys())
    )

"""What the words around a day make of it: a street, a code, opening hours, something that has happened or was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scoring.reading import days
from scoring.reading.date_page import Found, Page
from scoring.reading.date_told import failed_after, told_after
from scoring.reading.vocabulary import unit_words, word_set

_LINKS = frozenset({".", "de", "del", "la", "el", "las", "los", "al", ",", "n", "no", "#", ":"})
_TIGHT = frozenset({".", "n", "no", "#", ":", "number"})
_SOON = 62
_FULL = frozenset(".;!?\n")


def is_no_day(page: Page, found: Found) -> bool:
    """ "Calle 25 de Mayo 640", "sort code 11-12-26", "unit 12/15": what only looks like a day."""
    typed = page.tokens.kind(found.first) in ("slash", "dash", "iso")
    if _at_a_house(page, found) or _dialled(page, found):
        return True
    at = found.first - 1
    for _ in range(4):
        word = page.tokens.text(at)
        if word in word_set("streets"):
            return found.last - found.first > 2 and not typed
        if typed and word.removesuffix("'s") in (word_set("not_money", "references") | word_set("codes")):
            return True
        if word not in (_TIGHT if typed else _LINKS):
            return False
        at -= 1
    return False


def _at_a_house(page: Page, found: Found) -> bool:
    """ "vivo en 25 de Mayo 1340": a street by the number behind it."""
    house = page.tokens.text(found.last)
    led = page.tokens.text(found.first - 1) in ("en", "in") and page.tokens.kind(found.first) == "num"
    return led and page.month(found.last - 1) is not None and house.isdigit() and not page.year(found.last)


def _dialled(page: Page, found: Found) -> bool:
    """ "el 9 8765 4321": a telephone."""
    digits = [page.tokens.kind(found.last + step) == "num" for step in (-1, 0, 1)]
    return all(digits) and all(page.tokens.text(found.last + step).isdigit() for step in (0, 1))


def turned(page: Page, found: Found) -> Found:
    """The day behind where the words after it tell what happened; both where it is only said or agreed on."""
    if len(found.days) != 1 or found.every or found.days[0] == page.on:
        return _one_side(page, found)
    day, said = found.days[0], _said(page, found)
    told = not said and day > page.on and told_after(page, found) and page.past(found.first) is None
    if day > page.on and failed_after(page, found) and not _fixed(page, found):
        back = other_side(page, found, False)
        return replace(found, days=(back,), past=True) if back else found
    if not (said or told) or _fixed(page, found):
        return found
    if said and page.past(found.first):
        other = other_side(page, found, day < page.on)
        if not other or abs((other - page.on).days) > _SOON:
            return found
        if abs((day - page.on).days) > _SOON:
            return replace(found, days=(other,), past=other < page.on)
        return replace(found, days=(day, other))
    if said in word_set("agreed"):
        other = other_side(page, found, False)
        return replace(found, days=(day, other)) if other and day > page.on else found
    if told:
        back = other_side(page, found, False)
        return replace(found, days=(back,), past=True) if back else found
    return found


def _one_side(page: Page, found: Found) -> Found:
    """ "una promesa para el 13 de noviembre que no llegó": of a year's two days the one that is over."""
    both = len(found.days) == _BOTH and min(found.days) < page.on < max(found.days)
    return replace(found, days=(min(found.days),), past=True) if both and failed_after(page, found) else found


_BOTH = 2


def _fixed(page: Page, found: Found) -> bool:
    """Whether a day can have no other reading: a year or "mañana" is said, or it is counted from today."""
    if page.year(found.last) or page.year(found.last - 1) or page.tokens.kind(found.first) in ("iso", "dash"):
        return True
    words = [page.tokens.text(at) for at in range(found.first, found.last)]
    if words[0] in ("in", "within", "en", "dentro") and words[-1] in unit_words():
        return True
    named = any(word in page.words.weekdays or word in page.words.months for word in words)
    slashed = any(page.tokens.kind(at) == "slash" for at in range(found.first, found.last))
    return not (named or slashed or any(page.day(at) for at in range(found.first, found.last)))


def _said(page: Page, found: Found) -> str:
    """The verb of saying or agreeing before a day, in its sentence."""
    for step in range(1, 5):
        word = page.tokens.text(found.first - step)
        if not word or word in _FULL or word == ",":
            return ""
        if word in word_set("said") or word in word_set("agreed"):
            return word
    return ""


def other_side(page: Page, found: Found, ahead: bool) -> date | None:
    """The same weekday, number or date on the other side of today."""
    day, span = found.days[0], range(found.first, found.last)
    if any(page.month(at) for at in span) or any(page.tokens.kind(at) == "slash" for at in span):
        both = days.day_and_month(page.on, day.day, day.month, not ahead)
        return both[0] if both else None
    if any(page.day(at) for at in span):
        other = days.day_of_month(page.on, day.day, not ahead)
        named = any(page.tokens.text(at) in page.words.weekdays for at in span)
        return other if not named or (other and other.weekday() == day.weekday()) else None
    if ahead:
        return days.weekday_after(page.on, day.weekday())
    return days.weekday_before(page.on, day.weekday())


def without_hours(page: Page, found: Sequence[Found]) -> list[Found]:
    """Without "de lunes a viernes", "Monday to Friday": opening hours are no days."""
    dropped: set[int] = set()
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        dropped |= {at, at + 1} if _window(page, left, right) else set()
        words = [page.tokens.text(n) for n in range(left.last, right.first)]
        plain = all(only_weekday(page, one) for one in (left, right))
        if plain and words in (["a"], ["al"], ["to"], ["-"], ["through"], ["thru"], ["till"], ["til"]):
            first, last = left.days[0].weekday(), right.days[0].weekday()
            dropped |= {at, at + 1} if first == 0 or (last - first) % 7 >= 3 else set()
    return [one for at, one in enumerate(found) if at not in dropped]


def _window(page: Page, left: Found, right: Found) -> bool:
    """ "vencen del 1 al 10": the days of each month in which one pays; not "la paso del 5 al 20"."""
    words = (page.tokens.text(left.first), page.tokens.text(right.first))
    if words != ("del", "al") or left.last != right.first or not (only_number(page, left) and only_number(page, right)):
        return False
    near = {page.tokens.text(left.first - step) for step in range(1, 6)}
    return left.days[0].day <= _EARLY and right.days[0].day in _WINDOW_ENDS and not near & word_set("offers", "moves")


_EARLY = 5
_WINDOW_ENDS = frozenset({5, 7, 8, 10, 15})


def only_weekday(page: Page, found: Found, coming: bool = False) -> bool:
    """ "el viernes", "Monday"; with ``coming`` also "el viernes que viene"."""
    words = [page.tokens.text(at) for at in range(found.first, found.last)]
    words = words[:-2] if coming and words[-2:] == ["que", "viene"] else words
    return len(found.days) >= 1 and words[-1] in page.words.weekdays and words[0] in (words[-1], "el", "del", "al")


def in_that_week(page: Page, found: Sequence[Found]) -> list[Found]:
    """ "la otra semana, el jueves", "next week on Thursday": the weekday of the week just named."""
    merged: list[Found] = []
    for one in found:
        before = merged[-1] if merged else None
        words = [page.tokens.text(at) for at in range(before.last, one.first)] if before else []
        day = before is not None and len(before.days) == 5 and len(one.days) == 1 and only_weekday(page, one)
        if before and day and words in ([], [","], ["on"], ["the"]):
            merged[-1] = Found(
                (days.add_days(before.days[0], one.days[0].weekday()) or page.on,), before.first, one.last
            )
        else:
            merged.append(one)
    return merged


def in_that_month(page: Page, before: Found, found: Found) -> Found:
    """ "500 el 15 de enero y 500 el 30": a number alone goes on in the month just named."""
    if before.past and len(found.days) == 1 and len(before.days) >= 1 and only_number(page, found):
        reach = [page.tokens.text(at) for at in range(before.last, found.first)]
        if reach in (["to"], ["al"], ["a"], ["until"], ["hasta"]) or (found.past and _named(page, before)):
            moved = days.valid(before.days[0].year, before.days[0].month, found.days[0].day)
            return replace(found, days=(moved,), past=True) if moved and before.days[0] <= moved < page.on else found
    bare = len(found.days) == 1 and not found.past and not found.every and only_number(page, found)
    bare = bare and not any(page.tokens.text(at) in (".", "!", "?", "\n") for at in range(before.last, found.first))
    if not bare or len(before.days) != 1 or not _named(page, before) or before.past or found.days[0] < page.on:
        return found
    named, day = before.days[0], found.days[0]
    moved = days.valid(named.year, named.month, day.day)
    if moved and moved > page.on and (day == page.on or day < named < moved):
        return replace(found, days=(moved, day))
    return found


def only_number(page: Page, found: Found) -> bool:
    """ "el 30", "the 5th": a number of a month and nothing beside it."""
    span = range(found.first, found.last)
    words = {page.tokens.text(at) for at in span}
    alone = not words & (page.words.weekdays.keys() | page.words.months.keys() | (unit_words().keys() - {"dia"}))
    return alone and any((page.day(at) or (0,))[0] == found.days[0].day for at in span)


def _named(page: Page, found: Found) -> bool:
    """Whether a month is said, or the day is none of a month's numbers."""
    span = range(found.first, found.last)
    return any(page.month(at) for at in span) or not any(page.day(at) for at in span)


def begun(page: Page, found: Sequence[Found]) -> list[Found]:
    """A recurrence whose first day is stated names no day of its own: "cada viernes desde el 4/12"."""
    starts = [one for one in found if not one.every and one.days and _starts(page, one)]
    if not starts:
        return list(found)
    return [
        replace(one, days=()) if one.every and one.days and _same_sentence(page, one, starts) else one for one in found
    ]


def _starts(page: Page, found: Found) -> bool:
    near = {page.tokens.text(found.first - step) for step in (1, 2, 3)}
    return bool(near & word_set("beginnings"))


def _same_sentence(page: Page, found: Found, starts: Sequence[Found]) -> bool:
    for start in starts:
        low, high = sorted((found.first, start.first))
        if not any(page.tokens.text(at) in _FULL for at in range(low, high)):
            return True
    return False

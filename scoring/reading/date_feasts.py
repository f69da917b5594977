"""Feasts that name a day: Christmas, Boxing Day, Thanksgiving, Navidad, Nochevieja; with "the day after" them."""

from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.date_page import Found, Page
from scoring.reading.vocabulary import holidays

_NOT_THE_DAY = frozenset({
    "card", "cards", "present", "presents", "party", "bonus", "tree", "shopping", "dinner", "week", "week's", "weekend",
    "time", "season", "period", "club",
})  # fmt: skip
_A_DAY = frozenset({"eve", "eve's", "day", "day's"})
_ROUND = frozenset({"over", "around", "round", "about", "during"})
_DAYS_OF = {"boxing": (12, 26), "valentine's": (2, 14), "valentines": (2, 14)}


def feast(page: Page, at: int) -> Found | None:
    """Christmas, Christmas Eve, New Year's, Boxing Day; not a Christmas card."""
    word, last = page.tokens.text(at), at + 1
    month, day = holidays().get(word, (1, 1))
    if word in _DAYS_OF:
        month, day = _DAYS_OF[word]
        if page.tokens.text(last) not in ("day", "day's"):
            return None
    if word == "bonfire":
        month, day = 11, 5
        if page.tokens.text(last) != "night":
            return None
        last += 1
    if word == "new":
        named = page.tokens.text(last) in ("year's", "years")
        if not named and (page.tokens.text(last), page.tokens.text(last + 1)) not in (("year", "eve"), ("year", "day")):
            return None
        last += 1
    if page.tokens.text(last) in _NOT_THE_DAY or (month == 12 and _about_then(page, at, last)):
        return None
    if page.tokens.text(last) == "eve":
        month, day = (12, 24) if month == 12 else (12, 31)
    last += page.tokens.text(last) in _A_DAY
    past = page.past(at) is True or (page.tokens.text(last), page.tokens.text(last + 1)) == ("last", "year")
    found = days.day_and_month(page.on, day, month, past)
    if found and page.past(at) is None and days.looks_back(page.on, found[0]):
        return Found((*days.day_and_month(page.on, day, month, True), *found), at, last, True)
    return _shifted(page, Found(found, at, last, past)) if found else None


def _about_then(page: Page, at: int, last: int) -> bool:
    """ "over Christmas", "around Christmas": no day; "over Christmas Day" is one."""
    return page.tokens.text(at - 1) in _ROUND and page.tokens.text(last) not in _A_DAY


def thanksgiving(page: Page, at: int) -> Found | None:
    """The fourth Thursday of November; Black Friday and Cyber Monday behind it."""
    named = (page.tokens.text(at), page.tokens.text(at + 1))
    behind = {("black", "friday"): 1, ("cyber", "monday"): 4}.get(named, 0)
    if named[1] in _NOT_THE_DAY or (named[0] != "thanksgiving" and not behind):
        return None
    past = page.past(at) is True
    years = [page.on.year + step for step in ((0, -1) if past else (0, 1))]
    both = [days.weekday_after(date(year, 11, 22), 3, True) + timedelta(days=behind) for year in years]
    fitting = [day for day in both if (day < page.on if past else day >= page.on)]
    last = at + 1 + (named[1] == "day" or behind > 0)
    return _shifted(page, Found((fitting[0],), at, last, past))


def _shifted(page: Page, found: Found) -> Found:
    """ "the day after Thanksgiving", "el día antes de Navidad"."""
    words = [page.tokens.text(found.first - step) for step in (3, 2, 1)]
    step = {("day", "after"): 1, ("day", "before"): -1, ("despues", "de"): 1, ("antes", "de"): -1}.get(
        (words[1], words[2]), 0
    )
    if not step or (words[2] == "de" and words[0] != "dia"):
        return found
    moved = tuple(day + timedelta(days=step) for day in found.days)
    return Found(moved, found.first - (2 if words[2] != "de" else 3), found.last, found.past)

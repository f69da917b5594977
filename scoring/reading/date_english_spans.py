"""English stretches of time: "the end of the month", "within ten days", "a week from Friday", "the weekend"."""

from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.date_figures import day_then_month, month_then_day, weekday_and_day
from scoring.reading.date_page import Found, Page
from scoring.reading.vocabulary import currency_words, unit_words

_PERIODS = ("month", "week", "year", "day")


EDGES = frozenset({"end", "start", "beginning", "middle", "mid", "last"})


def edge_of(page: Page, at: int) -> Found | None:
    """end of the month, start of January, mid-December, end of next week, end of the year."""
    edge = page.tokens.text(at)
    after = at + 1 + (page.tokens.text(at + 1) in ("of", "-"))
    if edge == "last":
        if page.tokens.text(at + 1) != "day" or page.tokens.text(at + 2) != "of":
            return None
        edge, after = "end", at + 3
    elif edge != "mid" and page.tokens.text(at + 1) != "of":
        return None
    coming = page.tokens.text(after) in ("next", "following")
    after += page.tokens.text(after) in ("the", "this", "next", "following", "each", "every")
    word = page.tokens.text(after)
    if word in _PERIODS:
        found = _edge_of_period(page.on, edge, word, coming)
        return Found((found,), at, after + 1) if found else None
    month = page.month(after)
    if month is None:
        return None
    first = days.day_and_month(page.on.replace(day=1), 1, month, page.past(at) is True)
    return Found((_edge(edge, first[0]),), at, after + 1) if first else None


def _edge(edge: str, month: date) -> date:
    if edge == "end":
        return days.month_end(month.year, month.month)
    return month.replace(day=15 if edge in ("middle", "mid") else 1)


def _edge_of_period(on: date, edge: str, period: str, coming: bool) -> date | None:
    if period == "day":
        return on if edge == "end" else None
    if period == "week":
        friday = days.weekday_after(on, 4, True)
        return friday + timedelta(days=7 * coming) if edge == "end" else None
    if period == "year":
        return date(on.year + coming, 12, 31) if edge == "end" else None
    found = _edge(edge, days.add_months(on.replace(day=1), int(coming)))
    return found if found >= on else _edge(edge, days.add_months(on.replace(day=1), 1))


def month_end(page: Page, at: int) -> Found | None:
    """month end, month-end, month's end; eom, eod."""
    word = page.tokens.text(at)
    if word == "eod":
        behind = page.tokens.text(at + 1)
        named = behind in page.words.weekdays or behind in page.words.times or behind in ("on", "the", "this", "next")
        return None if named else Found((page.on,), at, at + 1)
    after = at + 1 + (page.tokens.text(at + 1) == "-")
    if word != "eom" and page.tokens.text(after) != "end":
        return None
    last = at + 1 if word == "eom" else after + 1
    return Found((days.month_end(page.on.year, page.on.month),), at, last)


def within(page: Page, at: int) -> Found | None:
    """in two weeks, within ten working days, in a fortnight, in 48 hours."""
    after = at + 1 + (page.tokens.text(at + 1) in ("the", "about", "another"))
    after += page.tokens.text(after) in ("next", "about")
    stretch = _stretch(page, after)
    if not stretch or page.tokens.text(stretch[1]) == "of":  # "within 30 days of November 10"
        return None
    counted = units_from_now(page, after)
    if counted:
        return Found(counted.days, at, counted.last, counted.past)
    found, last = stretch[0], stretch[1]
    last += page.tokens.text(last) == "'" and 1
    return Found((found,), at, last + (page.tokens.text(last) == "time"))


def _stretch(page: Page, at: int, sign: int = 1, origin: date | None = None) -> tuple[date, int] | None:
    """ "two weeks", "a week", "ten working days" from a day: the day it leads to and the piece after."""
    number = page.numbers.get(at)
    if page.tokens.text(at) == "a" and not number:
        n, after = (2, at + 3) if [page.tokens.text(at + i) for i in (1, 2)] == ["couple", "of"] else (1, at + 1)
    elif number and number.value % 1 == 0 and 0 < number.value <= 400:
        n, after = int(number.value), number.last
    else:
        return None
    working = page.tokens.text(after) in ("working", "business")
    after += page.tokens.text(after) in ("working", "business", "calendar", "more", "full", "short")
    unit = unit_words().get(page.tokens.text(after).removesuffix("'s")) or (
        "hour" if page.tokens.text(after) in ("hours", "hrs") else ""
    )
    if unit in ("", "instalment", "year"):
        return None
    if unit == "fortnight":
        n, unit = 2 * n, "week"
    found = days.shifted(origin or page.on, sign * n, unit, working)
    return (found, after + 1) if found else None


def units_from_now(page: Page, at: int) -> Found | None:
    """two weeks from today, a week from Friday, a week on Friday, ten days ago, two Fridays from now."""
    if page.tokens.text(at) == "a" and _rated(page, at):
        return None
    fridays = _weekdays_from_now(page, at)
    if fridays:
        return fridays
    stretch = _stretch(page, at)
    if not stretch or _lasts_from(page, at, stretch[1]):
        return None
    last = stretch[1]
    joint, word = page.tokens.text(last), page.tokens.text(last + 1)
    if joint == "ago":
        back = _stretch(page, at, -1)
        return Found((back[0],), at, last + 1 + (word in ("today", "now")), True) if back else None
    if joint in ("today", "tomorrow"):
        return _counted_from(page, at, last)
    if joint in page.words.weekdays:
        return _without_from(page, at, last)
    if joint not in ("from", "on", "after"):
        return None
    if word in ("this", "next") and page.tokens.text(last + 2) in page.words.weekdays:
        return _from_this(page, at, last)
    if word in ("now", "today") and joint == "from":
        return Found((stretch[0],), at, last + 2)
    if word in page.words.weekdays or word == "tomorrow":
        origin = (
            page.on + timedelta(days=1)
            if word == "tomorrow"
            else days.weekday_after(page.on, page.words.weekdays[word])
        )
        moved = _stretch(page, at, 1, origin)
        return Found((moved[0],), at, last + 2) if moved else None
    return None


def _lasts_from(page: Page, at: int, last: int) -> bool:
    """ "twenty a week for six weeks from this Friday": how long, and the day from which."""
    return page.tokens.text(at - 1) in ("for", "over", "during") and page.tokens.text(last) == "from"


def _rated(page: Page, at: int) -> bool:
    """ "forty quid a fortnight from Friday the 4th", "£30 a week from this Monday": how often, and from when."""
    word, start = page.tokens.text(at - 1), at + 3 + (page.tokens.text(at + 3) in ("this", "next"))
    signed = page.tokens.kind(at - 1) == "num" and page.tokens.kind(at - 2) == "sign"
    led = page.tokens.text(at + 2) == "from" and page.tokens.text(start) in page.words.weekdays
    numbered = page.tokens.text(start + 1) == "the" or page.tokens.kind(start + 1) == "num"
    if not led or not (numbered or start > at + 3):
        return False
    return signed or word in currency_words("GB", None) or any(n.last == at for n in page.numbers.values())


def _without_from(page: Page, at: int, last: int) -> Found | None:
    """ "two weeks Friday"; not "for two weeks Friday nights"."""
    weeks = page.tokens.text(last - 1) in ("week", "weeks", "fortnight")
    if not weeks or page.tokens.text(at - 1) in ("for", "every", "in", "of"):
        return None
    origin = days.weekday_after(page.on, page.words.weekdays[page.tokens.text(last)])
    moved = _stretch(page, at, 1, origin)
    return Found((moved[0],), at, last + 1) if moved else None


def _from_this(page: Page, at: int, last: int) -> Found:
    """ "two weeks from this Friday", "a week from next Friday", which has two readings."""
    origin = days.weekday_after(page.on, page.words.weekdays[page.tokens.text(last + 2)])
    later = range(1 + (page.tokens.text(last + 1) == "next"))
    both = [_stretch(page, at, 1, origin + timedelta(days=7 * weeks)) for weeks in later]
    return Found(tuple(one[0] for one in both if one), at, last + 3)


def _weekdays_from_now(page: Page, at: int) -> Found | None:
    """ "two Fridays from now"."""
    number = page.numbers.get(at)
    name = page.words.weekdays.get(page.tokens.text(number.last)) if number else None
    if not number or name is None or not 1 <= number.value <= 9:
        return None
    then = [page.tokens.text(number.last + step) for step in (1, 2)]
    if then[0] != "from" or then[1] not in ("now", "today"):
        return None
    weeks = int(number.value) - 1
    return Found((days.weekday_after(page.on, name) + timedelta(days=7 * weeks),), at, number.last + 3)


def _counted_from(page: Page, at: int, last: int) -> Found | None:
    """ "a week today", "in a fortnight tomorrow", "two weeks today"; not "10 days today"."""
    if page.tokens.text(last - 1) not in ("week", "weeks", "fortnight", "month", "months"):
        return None
    if page.tokens.text(at - 1) in ("been", "every", "twice", "once", "of"):
        return None
    moved = _stretch(page, at, 1, page.on + timedelta(days=page.words.times[page.tokens.text(last)]))
    return Found((moved[0],), at, last + 1) if moved else None


def weekend(page: Page, at: int) -> Found | None:
    """this weekend, the weekend: its two days are the readings."""
    if page.tokens.text(at - 1) not in ("this", "the", "next") or page.tokens.text(at - 2) in ("is", "are", "was"):
        return None
    saturday = days.weekday_after(page.on, 5, True) + timedelta(days=7 * (page.tokens.text(at - 1) == "next"))
    return Found((saturday, saturday + timedelta(days=1)), at, at + 1)


def short_weekend(page: Page, at: int) -> Found | None:
    """ "sat morning", "by sun", "sat 28th": the short words, where they can be no verb and no star."""
    name = 5 if page.tokens.text(at) == "sat" else 6
    before, behind = page.tokens.text(at - 1), page.tokens.text(at + 1)
    named = month_then_day(page, at + 1, at) or day_then_month(page, at + 1, at)
    if named:
        return named
    day = page.day(at + 1) if page.tokens.kind(at + 1) == "num" else None
    if day and day[1] > at + 2:
        return weekday_and_day(page, name, day[0], at, day[1])
    led = before in _BEFORE_SHORT and (name == 5 or before != "the")
    if not led and behind not in _PARTS_OF_DAY:
        return None
    return Found((days.weekday_after(page.on, name),), at, at + 1)


_BEFORE_SHORT = frozenset({"by", "on", "this", "next", "until", "till", "til", "before", "fri", "friday"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "night", "evening", "lunchtime", "am"})

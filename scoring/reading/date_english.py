"""How English names days: "Friday 27th", "the end of the month", "two weeks from today", "every other Friday"."""

from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.date_figures import day_then_month, month_then_day, of_month, weekday_and_day
from scoring.reading.date_page import Every, Found, Page, Rule, closed
from scoring.reading.date_spanish import shifted
from scoring.reading.vocabulary import holidays, unit_words

_BEFORE_ORDINAL = frozenset(
    {"by", "on", "before", "until", "till", "from", "of", "since", "for", "and", "or", "to", "after", "between", "due",
     "starting", "beginning", "through", "is", "was"}
)  # fmt: skip
_EVERY: dict[str, Every] = {"week": "week", "month": "month", "fortnight": "fortnight"}
_PERIODS = ("month", "week", "year", "day")


def relative(page: Page, at: int) -> Found | None:
    """today, tonight, tomorrow, yesterday; "day after tomorrow"."""
    word = page.tokens.text(at)
    before = (page.tokens.text(at - 2), page.tokens.text(at - 1))
    shift = page.words.times[word]
    if before in (("day", "after"), ("day", "before")):
        return Found((page.on + timedelta(days=shift + (1 if shift > 0 else -1)),), at - 2, at + 1)
    return Found((page.on + timedelta(days=shift),), at, at + 1)


def weekday(page: Page, at: int, first: int | None = None) -> Found | None:
    """Friday, "Friday 27th", "Friday the 4th", "Monday, December 14", "Friday week"."""
    start = at if first is None else first
    name = page.words.weekdays.get(page.tokens.text(at))
    if name is None:
        return None
    if page.tokens.text(at).endswith("days") and page.numbers.keys() & {at - 1}:
        return None
    after = at + 1 + (page.tokens.text(at + 1) in (",", ".", "("))
    after += page.tokens.text(after) == "the"
    named = month_then_day(page, after, start) or day_then_month(page, after, start)
    if named:
        return named
    day = page.day(after)
    ordinal = day and (page.tokens.kind(after) == "num" or page.tokens.text(after - 1) == "the")
    if day and ordinal and closed(page, day[1]) and page.tokens.text(after - 1) != ",":
        return weekday_and_day(page, name, day[0], start, day[1])
    return _bare_weekday(page, name, at, start)


def _bare_weekday(page: Page, name: int, at: int, first: int) -> Found:
    near = days.weekday_after(page.on, name)
    behind, before = page.tokens.text(at + 1), page.tokens.text(at - 1)
    if behind == "week":
        return Found((near + timedelta(days=7),), first, at + 2)
    if page.tokens.text(at).endswith("days") and page.tokens.text(at)[:-1] in page.words.weekdays:
        return Found((near,), first, at + 1, False, "week")
    if before == "next":
        later = near + timedelta(days=7)
        return Found((near, later) if near.isocalendar().week == page.on.isocalendar().week else (near,), first, at + 1)
    if before == "this":
        return Found((days.weekday_after(page.on, name, True),), first, at + 1)
    if before == "last" or page.past(first):
        return Found((days.weekday_before(page.on, name),), first, at + 1, True)
    return Found((near,), first, at + 1)


def led(page: Page, at: int) -> Found | None:
    """next, this, last, coming, following: with a weekday or "week"."""
    word = page.tokens.text(at + 1)
    if word in page.words.weekdays:
        return weekday(page, at + 1, at)
    if word == "week" and page.tokens.text(at) in ("next", "following"):
        monday = days.weekday_after(page.on, 0)
        return Found(tuple(monday + timedelta(days=n) for n in range(5)), at, at + 2)
    return None


def every(page: Page, at: int) -> Found | None:
    """every Friday, every other Friday, each month, every two weeks, every 15th."""
    other = page.tokens.text(at + 1) in ("other", "second")
    start = at + 1 + other
    word = page.tokens.text(start)
    if word in page.words.weekdays:
        near = days.weekday_after(page.on, page.words.weekdays[word])
        return Found((near,), at, start + 1, False, "fortnight" if other else "week")
    if word in ("week", "month", "fortnight"):
        period = "fortnight" if other and word == "week" else _EVERY[word]
        return Found((), at, start + 1, False, period) if not (other and word == "month") else None
    number = page.numbers.get(start)
    unit = unit_words().get(page.tokens.text(number.last)) if number else None
    if number and (int(number.value), unit or "") in ((2, "week"), (14, "day"), (15, "day")):
        return Found((), at, number.last + 1, False, "fortnight")
    found = pointed(page, start) if word == "the" else nth(page, start)
    return Found(found.days, at, found.last, False, "month") if found else None


def pointed(page: Page, at: int) -> Found | None:
    """the 5th, the fifth, the 5th of January, the 5th of every month, the end of the month."""
    word = page.tokens.text(at + 1)
    if word in _EDGES:
        return _shift(edge_of(page, at + 1), at)
    if word in ("next", "last", "following", "coming"):
        return _shift(led(page, at + 1), at)
    named = day_then_month(page, at + 1, at)
    if named:
        return named
    day = page.day(at + 1)
    if not day:
        return None
    suffixed = page.tokens.kind(at + 1) == "num" and day[1] > at + 2
    led_in = page.tokens.text(at - 1) in _BEFORE_ORDINAL
    if not (suffixed or (led_in and page.tokens.text(at + 1) not in ("one", "two", "three"))):
        return None
    return _monthly(page, day, at) or (of_month(page, day[0], at, day[1]) if closed(page, day[1]) else None)


def _shift(found: Found | None, first: int) -> Found | None:
    return Found(found.days, first, found.last, found.past, found.every) if found else None


def _monthly(page: Page, day: tuple[int, int], first: int) -> Found | None:
    """ "the 5th of each month", "the 5th of next month"."""
    tail = [page.tokens.text(day[1] + i) for i in range(3)]
    if tail[:1] != ["of"] or tail[2] != "month":
        return None
    found = of_month(page, day[0], first, day[1] + 3)
    if tail[1] in ("each", "every", "the") and found:
        return Found(found.days, first, found.last, False, "month" if tail[1] != "the" else None)
    month = days.add_months(page.on.replace(day=1), {"next": 1, "last": -1}.get(tail[1], 0))
    chosen = days.valid(month.year, month.month, day[0])
    return Found((chosen,), first, day[1] + 3, tail[1] == "last") if chosen else None


def nth(page: Page, at: int) -> Found | None:
    """15th, 1st: digits with their ending, and no noun behind."""
    day = page.day(at)
    if not day or page.tokens.kind(at) != "num" or day[1] == at + 1 or not closed(page, day[1]):
        return None
    return of_month(page, day[0], at, day[1])


_EDGES = frozenset({"end", "start", "beginning", "middle", "mid", "last"})


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
        return Found((page.on,), at, at + 1)
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
    if not stretch:
        return None
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
    unit = unit_words().get(page.tokens.text(after)) or ("hour" if page.tokens.text(after) in ("hours", "hrs") else "")
    if unit in ("", "instalment", "year"):
        return None
    if unit == "fortnight":
        n, unit = 2 * n, "week"
    found = shifted(origin or page.on, sign * n, unit, working)
    return (found, after + 1) if found else None


def units_from_now(page: Page, at: int) -> Found | None:
    """two weeks from today, a week from Friday, a week on Friday, ten days ago."""
    stretch = _stretch(page, at)
    if not stretch:
        return None
    last = stretch[1]
    joint, word = page.tokens.text(last), page.tokens.text(last + 1)
    if joint == "ago":
        back = _stretch(page, at, -1)
        return Found((back[0],), at, last + 1, True) if back else None
    if joint in ("today", "tomorrow") and page.tokens.text(at) != "a":
        return None
    if joint not in ("from", "on", "after"):
        return None
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


def feast(page: Page, at: int) -> Found | None:
    """Christmas, Christmas Eve, New Year's."""
    month, day = holidays().get(page.tokens.text(at), (1, 1))
    last = at + 1
    if page.tokens.text(at) == "new":
        if page.tokens.text(at + 1) not in ("year's", "years", "year"):
            return None
        last = at + 2
    if page.tokens.text(last) == "eve":
        month, day, last = (12, 24 if month == 12 else 31, last + 1)
    elif page.tokens.text(last) == "day":
        last += 1
    elif page.tokens.text(at) == "new" and page.tokens.text(at + 1) == "year" and page.past(at) is None:
        return None
    if page.tokens.text(last) in (
        "card",
        "cards",
        "present",
        "presents",
        "party",
        "bonus",
        "tree",
        "shopping",
        "dinner",
    ):
        return None
    past = page.past(at) is True
    found = days.day_and_month(page.on, day, month, past)
    return Found(found, at, last, past) if found else None


def weekend(page: Page, at: int) -> Found | None:
    """this weekend, the weekend: its two days are the readings."""
    if page.tokens.text(at - 1) not in ("this", "the", "next"):
        return None
    saturday = days.weekday_after(page.on, 5, True) + timedelta(days=7 * (page.tokens.text(at - 1) == "next"))
    return Found((saturday, saturday + timedelta(days=1)), at, at + 1)


RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("today", "tonight", "tomorrow", "yesterday", "tmrw", "tmr", "tomoz"), (relative,)),
    **dict.fromkeys(("next", "this", "last", "coming", "following"), (edge_of, led)),
    **dict.fromkeys(("every", "each"), (every,)),
    "the": (pointed,),
    **dict.fromkeys(("end", "start", "beginning", "middle", "mid"), (edge_of,)),
    **dict.fromkeys(("month", "month's", "months", "eom", "eod"), (month_end,)),
    **dict.fromkeys(("in", "within"), (within,)),
    **dict.fromkeys(("christmas", "xmas", "new"), (feast,)),
    "a": (units_from_now,),
    "weekend": (weekend,),
}

"""How English names days: "Friday 27th", "the end of the month", "two weeks from today", "every other Friday"."""

from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.date_english_spans import EDGES, edge_of, month_end, short_weekend, units_from_now, weekend, within
from scoring.reading.date_feasts import feast, thanksgiving
from scoring.reading.date_figures import day_then_month, month_then_day, of_month, slashed_at, weekday_and_day
from scoring.reading.date_nth import nth_day, pointed_at
from scoring.reading.date_page import Every, Found, Page, Rule, closed
from scoring.reading.payment_order import counts_tries, orders_payments
from scoring.reading.vocabulary import calendar_words, unit_words

_BEFORE_ORDINAL = frozenset(
    {"by", "on", "before", "until", "till", "from", "of", "since", "for", "and", "or", "to", "after", "between", "due",
     "starting", "beginning", "through", "is", "was",
     "paid"}
)  # fmt: skip


_DOES = frozenset(
    {"comes", "goes", "will", "would", "payment", "one", "instalment", "installment", "was", "is", "clears"}
)
_SPOKEN_DAYS = frozenset(
    {"twenty", "thirty", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
     "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
     "thirtieth"}
)  # fmt: skip
_EVERY: dict[str, Every] = {"week": "week", "month": "month", "fortnight": "fortnight"}


def relative(page: Page, at: int) -> Found | None:
    """today, tonight, tomorrow, yesterday; "day after tomorrow"."""
    word = page.tokens.text(at)
    before = (page.tokens.text(at - 2), page.tokens.text(at - 1))
    shift = page.words.times[word]
    if before in (("day", "after"), ("day", "before")):
        return Found((page.on + timedelta(days=shift + (1 if shift > 0 else -1)),), at - 2, at + 1)
    weeks = {"week": 7, "fortnight": 14}.get(page.tokens.text(at + 1), 0) if shift >= 0 else 0
    if weeks and page.tokens.text(at + 2) not in ("ago", "from"):
        return Found((page.on + timedelta(days=shift + weeks),), at, at + 2)
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
    named = slashed_at(page, after, start) or month_then_day(page, after, start) or day_then_month(page, after, start)
    if named:
        return named
    day = page.day(after)
    ordinal = day and (page.tokens.kind(after) == "num" or page.tokens.text(after - 1) == "the")
    if day and ordinal and closed(page, day[1]) and not _apart(page, at, after, name):
        return weekday_and_day(page, name, day[0], start, day[1])
    return _bare_weekday(page, name, at, start)


def _apart(page: Page, at: int, after: int, name: int) -> bool:
    """ "the first this Friday, the second a week later": the ordinal behind the comma is no number of that day."""
    if page.tokens.text(after - 1) == ",":
        return True
    if page.tokens.text(at + 1) != "," or page.tokens.kind(after) != "word":
        return False
    number = (page.day(after) or (0,))[0]
    return not any(day >= page.on for day in days.weekday_days(page.on, name, number)) or orders_payments(page, after)


_ROUTINES = frozenset({"shift", "shifts", "job", "class", "roast", "market", "hours", "crew", "paper", "football"})


def _bare_weekday(page: Page, name: int, at: int, first: int) -> Found | None:
    near = days.weekday_after(page.on, name)
    behind, before = page.tokens.text(at + 1), page.tokens.text(at - 1)
    beside = _week_beside(page, near, at, first)
    if beside:
        return beside
    if behind in ("week", "fortnight"):
        return Found((near + timedelta(days=7 if behind == "week" else 14),), first, at + 2)
    if before in ("a", "any", "some", "these", "those", "good") or behind in _ROUTINES:
        return None
    of_next = 1 + (behind == "of")
    if (page.tokens.text(at + of_next), page.tokens.text(at + of_next + 1)) == ("next", "week"):
        monday = days.weekday_after(page.on, 0)
        return Found((monday + timedelta(days=name),), first, at + of_next + 2)
    if page.tokens.text(at).endswith("days") and page.tokens.text(at)[:-1] in page.words.weekdays:
        return Found((near,), first, at + 1, False, "week")
    if before == "next":
        later = near + timedelta(days=7)
        return Found((near, later) if near.isocalendar().week == page.on.isocalendar().week else (near,), first, at + 1)
    if before == "this" and page.tokens.text(at - 2) != "past":
        return Found((days.weekday_after(page.on, name, True),), first, at + 1)
    gone = before in ("last", "past") or (
        behind == "gone" or (behind, page.tokens.text(at + 2)) in (("just", "gone"), ("just", "past"))
    )
    if gone or page.past(first):
        return Found((days.weekday_before(page.on, name),), first, at + 1, True)
    return Found((near,), first, at + 1)


def _week_beside(page: Page, near: date, at: int, first: int) -> Found | None:
    """ "the Friday after", "the Friday before last"."""
    behind = page.tokens.text(at + 1)
    if (behind, page.tokens.text(at + 2)) == ("before", "last"):
        return Found((days.weekday_before(page.on, near.weekday()) - timedelta(days=7),), first, at + 3, True)
    if behind == "after" and page.tokens.kind(at + 2) in ("", "punct") and page.tokens.text(at - 1) == "the":
        return Found((near + timedelta(days=7),), first, at + 2)
    return None


def led(page: Page, at: int) -> Found | None:
    """next, this, last, coming, following: with a weekday or "week"."""
    word = page.tokens.text(at + 1)
    if word == "past" and page.tokens.text(at + 2) in page.words.weekdays:
        return weekday(page, at + 2, at)
    if word in page.words.weekdays:
        return weekday(page, at + 1, at)
    if word in ("afternoon", "evening", "morning", "arvo", "aft") and page.tokens.text(at) == "this":
        return Found((page.on,), at, at + 2)
    if (page.tokens.text(at), word) == ("this", "time"):
        return _same_time(page, at)
    if page.tokens.text(at - 1) in ("sometime", "anytime"):
        return None
    if word == "week" and page.tokens.text(at) in ("next", "following"):
        monday = days.weekday_after(page.on, 0)
        return Found(tuple(monday + timedelta(days=n) for n in range(5)), at, at + 2)
    return None


def _same_time(page: Page, at: int) -> Found | None:
    """ "this time next week", "this time tomorrow"."""
    words = (page.tokens.text(at + 2), page.tokens.text(at + 3))
    ahead = 7 if words == ("next", "week") else 1 if words[0] == "tomorrow" else 0
    return Found((page.on + timedelta(days=ahead),), at, at + (4 if ahead == 7 else 3)) if ahead else None


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
    counted = nth_day(page, at + 1)
    if counted:
        return pointed_at(counted, at)
    if word in EDGES:
        return _shift(edge_of(page, at + 1), at)
    if word in ("next", "last", "following", "coming"):
        return _shift(led(page, at + 1), at)
    named = day_then_month(page, at + 1, at)
    if named:
        return named
    day = page.day(at + 1)
    if not day or orders_payments(page, at + 1) or counts_tries(page, day[1]):
        return None
    suffixed = page.tokens.kind(at + 1) == "num" and day[1] > at + 2
    led_in = _led_in(page, at, day)
    if day[0] <= 3 and page.tokens.text(day[1]) == "of":
        return _monthly(page, day, at)
    if page.tokens.kind(at + 1) == "word" and day[0] <= 3 and page.tokens.text(day[1]) in _DOES:
        return None
    if not (suffixed or (led_in and page.tokens.text(at + 1) not in ("one", "two", "three"))):
        return None
    return _monthly(page, day, at) or (of_month(page, day[0], at, day[1]) if closed(page, day[1]) else None)


def _led_in(page: Page, at: int, day: tuple[int, int]) -> bool:
    """Whether the words before, or the word itself, make an ordinal a day: "by the fifth"; not "four of the six"."""
    if page.tokens.text(at - 1) == "of" and page.tokens.text(day[1] - 1) not in page.words.ordinals:
        return False
    later = day[0] > 3 and page.tokens.kind(at + 1) == "word" and page.tokens.text(day[1]) != "of"
    spoken = later and page.tokens.text(at + 1) in _SPOKEN_DAYS
    return page.tokens.text(at - 1) in _BEFORE_ORDINAL or spoken


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
    if counts_tries(page, day[1]):
        return None
    return _monthly(page, day, at) or of_month(page, day[0], at, day[1])


RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(calendar_words("en").times, (relative,)),
    **dict.fromkeys(("first", "second", "third", "fourth", "fifth", "final"), (nth_day,)),
    **dict.fromkeys(("next", "this", "coming", "following"), (edge_of, led)),
    "last": (nth_day, edge_of, led),
    **dict.fromkeys(("boxing", "valentine's", "valentines"), (feast,)),
    **dict.fromkeys(("thanksgiving", "black", "cyber"), (thanksgiving,)),
    **dict.fromkeys(("every", "each"), (every,)),
    "the": (pointed,),
    **dict.fromkeys(("end", "start", "beginning", "middle", "mid"), (edge_of,)),
    **dict.fromkeys(("month", "month's", "months", "eom", "eod"), (month_end,)),
    **dict.fromkeys(("in", "within"), (within,)),
    **dict.fromkeys(("christmas", "xmas", "new", "halloween", "hogmanay", "bonfire"), (feast,)),
    "a": (units_from_now,),
    "weekend": (weekend,),
    "sat": (short_weekend,),
    "sun": (short_weekend,),
}

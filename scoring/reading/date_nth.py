"""Days counted within a month: "el primer lunes de diciembre", "the fifth working day", "el último día del mes"."""

from dataclasses import replace
from datetime import date, timedelta

from scoring.reading import days
from scoring.reading.date_page import Found, Page

_NTH = {
    "primer": 1, "primero": 1, "segundo": 2, "tercer": 3, "tercero": 3, "cuarto": 4, "quinto": 5, "sexto": 6,
    "septimo": 7, "octavo": 8, "decimo": 10, "ultimo": -1, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10, "last": -1, "final": -1, "1st": 1,
}  # fmt: skip
_OF = frozenset({"de", "del", "of", "in", "en"})
_THIS = frozenset({"the", "this", "el", "este"})
_NEXT = frozenset({"next", "following", "proximo", "siguiente", "otro"})
_EACH = frozenset({"each", "every", "cada"})
OPENERS = ("ultimo", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "first", "second", "third", "fourth",
           "fifth", "last", "final")  # fmt: skip


def nth_day(page: Page, at: int) -> Found | None:
    """A weekday, a working day or the last day of a month, by its place in the month."""
    n, after = _place(page, at)
    if not n:
        return None
    word = page.tokens.text(after)
    if word in page.words.weekdays:
        return _nth_weekday(page, at, n, after)
    working = _working(page, after)
    if working:
        return _nth_working(page, at, n, working)
    if n == -1:
        return _last_day(page, at, after)
    return None


def last_of_month(page: Page, at: int) -> Found | None:
    """ "el día último": the month's last day."""
    if (page.tokens.text(at), page.tokens.text(at + 1)) != ("dia", "ultimo"):
        return None
    month, after, every = _month(page, at + 2) or (page.on.replace(day=1), at + 2, False)
    return Found((days.month_end(month.year, month.month),), at, after, False, "month" if every else None)


def _place(page: Page, at: int) -> tuple[int, int]:
    """ "first", "5th", "5to": the place and the piece after it; 0 where there is none."""
    if page.tokens.kind(at) == "num" and page.tokens.text(at).isdigit() and len(page.tokens.text(at)) == 1:
        ending = page.tokens.text(at + 1) in ("st", "nd", "rd", "th", "er", "do", "to", "°", "o")
        return (int(page.tokens.text(at)), at + 2) if ending and page.tokens.glued(at + 1) else (0, at)
    return _NTH.get(page.tokens.text(at), 0), at + 1


def _month(page: Page, at: int) -> tuple[date, int, bool] | None:
    """ "de diciembre", "of the month", "del mes que viene", "of each month": its first day, the piece after, every."""
    if page.tokens.text(at) not in _OF:
        return None
    at += 1
    lead = page.tokens.text(at)
    at += lead in (_THIS | _NEXT | _EACH)
    now, word = page.on.replace(day=1), page.tokens.text(at)
    if word in ("mes", "month"):
        later = (page.tokens.text(at + 1), page.tokens.text(at + 2)) == ("que", "viene")
        coming = lead in _NEXT or later or page.tokens.text(at + 1) in ("proximo", "entrante", "siguiente")
        last = at + 3 if later else at + 1 + (page.tokens.text(at + 1) in ("proximo", "entrante", "siguiente"))
        return days.add_months(now, int(coming)), last, lead in _EACH
    if (word, page.tokens.text(at + 1)) in (("new", "year"), ("ano", "nuevo"), ("ano", "entrante")) or (
        word in ("year", "ano") and lead in _NEXT
    ):
        return date(page.on.year + 1, 1, 1), at + 1 + (word not in ("year",) and lead not in _NEXT), False
    month = page.month(at)
    found = days.day_and_month(now, 1, month, False) if month else ()
    return (found[0], at + 1, False) if found else None


def _nth_weekday(page: Page, at: int, n: int, weekday: int) -> Found | None:
    named = _month(page, weekday + 1)
    if not named:
        return None
    name = page.words.weekdays[page.tokens.text(weekday)]
    found = _in_month(named[0], name, n)
    if found and found < page.on and page.month(named[1] - 1) is None:
        found = _in_month(days.add_months(named[0], 1), name, n)
    return Found((found,), at, named[1], False, "month" if named[2] else None) if found else None


def nth_of(day: date, n: int) -> date | None:
    """The nth of this day's weekday in its month."""
    return _in_month(day.replace(day=1), day.weekday(), n)


def _in_month(month: date, weekday: int, n: int) -> date | None:
    if n == -1:
        end = days.month_end(month.year, month.month)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    found = days.weekday_after(month, weekday, True) + timedelta(days=7 * (n - 1))
    return found if found.month == month.month else None


def _working(page: Page, at: int) -> int:
    """The piece after "día hábil", "working day"; 0 where it says neither."""
    words = (page.tokens.text(at), page.tokens.text(at + 1))
    spanish = words[0] == "dia" and words[1] in ("habil", "laborable", "laboral")
    english = words[0] in ("working", "business") and words[1] == "day"
    return at + 2 if spanish or english else 0


def _nth_working(page: Page, at: int, n: int, after: int) -> Found | None:
    month, last, every = _month(page, after) or (page.on.replace(day=1), after, False)
    found = _working_day(month, n)
    if found < page.on:
        found = _working_day(days.add_months(month, 1), n)
    return Found((found,), at, last, False, "month" if every else None)


def _working_day(month: date, n: int) -> date:
    if n == -1:
        end = days.month_end(month.year, month.month)
        return end - timedelta(days=max(0, end.weekday() - 4))
    return days.add_working_days(month - timedelta(days=1), n) or month


def _last_day(page: Page, at: int, after: int) -> Found | None:
    """ "último día de noviembre", "último de mes", "the last day of the month"; not "el último pago"."""
    day = page.tokens.text(after) in ("dia", "day")
    named = _month(page, after + day)
    if not named and (page.tokens.text(after + day), page.tokens.text(after + day + 1)) in (
        ("de", "ano"),
        ("del", "ano"),
    ):
        return Found((date(page.on.year, 12, 31),), at, after + day + 2)
    if not named or not (day or page.language == "es"):
        return None
    end = days.month_end(named[0].year, named[0].month)
    return Found((end,), at, named[1], False, "month" if named[2] else None)


def pointed_at(found: Found | None, first: int) -> Found | None:
    """The same days, from an earlier piece on."""
    return replace(found, first=first) if found else None

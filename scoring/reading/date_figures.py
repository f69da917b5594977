"""Dates written with figures or with a month's name: 2026-12-15, 26/10, 15 de diciembre, December 14."""

from dataclasses import replace
from datetime import date

from scoring.reading import days
from scoring.reading.date_page import Found, Page, closed

_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "50/50", "9/10", "10/10"})
_SOON = 62
_PLANNED = 120
_POINTERS = frozenset(
    {"el", "del", "al", "on", "by", "the", "para", "until", "before", "dia", "desde", "since", "hasta"}
)
_AFTER_MAY = frozenset({"i", "be", "not", "have", "we", "you", "need", "want", "also", "well", "or"})


def iso(page: Page, at: int) -> Found | None:
    """2026-12-15."""
    year, month, day = (int(part) for part in page.tokens.text(at).split("-"))
    return _whole(days.valid(year, month, day), at)


def _whole(day: date | None, at: int) -> Found | None:
    return Found((day,), at, at + 1) if day else None


def slashed(page: Page, at: int) -> Found | None:
    """26/10, 14/10/2026, 12-05-2026: day first, month first in the United States; swapped where only that exists."""
    text = page.tokens.text(at)
    parts = [int(part) for part in text.replace("-", "/").replace(".", "/").split("/")]
    if text == "24/7" or (len(parts) == 2 and text in _FRACTIONS and page.tokens.text(at - 1) not in _POINTERS):
        return None
    first, second = (parts[1], parts[0]) if page.month_first else (parts[0], parts[1])
    if second > 12:
        first, second = second, first
    if len(parts) == 3:
        year = parts[2] + (1900 if parts[2] > 69 else 2000) if parts[2] < 100 else parts[2]
        return _whole(days.valid(year, second, first), at)
    return dated(page, first, second, at, at + 1)


def slashed_at(page: Page, at: int, first: int) -> Found | None:
    """ "el jue 3/12", "Fri 12/4": figures behind their weekday."""
    found = slashed(page, at) if page.tokens.kind(at) in ("slash", "dash") else None
    return replace(found, first=first) if found else None


def dotted(page: Page, at: int) -> Found | None:
    """23.11.2026."""
    parts = page.tokens.text(at).split(".")
    whole = all(part.isdigit() for part in parts)
    if whole and [len(part) <= 2 for part in parts[:2]] == [True, True] and len(parts[2]) in (2, 4):
        return slashed(page, at)
    return None


def dated(page: Page, day: int, month: int, first: int, last: int) -> Found | None:
    """A day and a month at pieces ``first`` to ``last``, perhaps with a year behind them."""
    year = page.year(last)
    if year:
        found = days.valid(year[0], month, day)
        return Found((found,), first, year[1]) if found else None
    past = page.past(first)
    reading = days.day_and_month(page.on, day, month, past is True)
    far = bool(reading) and (reading[0] - page.on).days > _PLANNED / 2
    if past is not True and far and (_until_now(page, last) or (past is None and _on_paper(page, first))):
        return Found(days.day_and_month(page.on, day, month, True), first, last, True)
    if page.since(first) and reading and (reading[0] - page.on).days > _PLANNED:
        back = days.day_and_month(page.on, day, month, True)
        return Found(back, first, last, True)
    if page.since(first):
        both = (*days.day_and_month(page.on, day, month, True), *days.day_and_month(page.on, day, month, False))
        return Found((_nearer(page.on, both),), first, last, _nearer(page.on, both) < page.on) if both else None
    if not reading:
        return None
    if past is not True and days.looks_back(page.on, reading[0]):
        back = days.day_and_month(page.on, day, month, True)
        return Found((*back, *reading) if past is None else (*reading, *back), first, last, past is None)
    return Found(reading, first, last, past is True)


def hyphened(page: Page, at: int, first: int) -> Found | None:
    """ "hasta el 04-12": a day and a month in figures, one of them with its nought."""
    texts = [page.tokens.text(at + step) for step in range(3)]
    joined = texts[1] == "-" and page.tokens.glued(at + 1) and page.tokens.glued(at + 2)
    pair = joined and texts[0].isdigit() and texts[2].isdigit() and "0" in (texts[0][0], texts[2][0])
    if not pair or any(len(text) > 2 for text in texts) or not 1 <= int(texts[2]) <= 12:
        return None
    further = page.tokens.text(at + 3) == "-" and page.tokens.glued(at + 3)
    return None if further or not 1 <= int(texts[0]) <= 31 else dated(page, int(texts[0]), int(texts[2]), first, at + 3)


def _until_now(page: Page, last: int) -> bool:
    """ "desde el 3 de marzo hasta hoy", "from 3 March to date"."""
    led = page.tokens.text(last) in ("hasta", "to", "until", "till", "a")
    return led and page.tokens.text(last + 1) in ("hoy", "ahora", "today", "now", "date", "ayer")


def _on_paper(page: Page, first: int) -> bool:
    """ "the invoice of May 5 and the one of June 5": what has a date was written."""
    words = [page.tokens.text(first - step) for step in (1, 2, 3, 4)]
    led = words[0] in ("of", "from", "dated", "del", "de")
    return led and bool(_PAPERS & set(words[1:]))


_PAPERS = frozenset({
    "invoice", "bill", "letter", "statement", "notice", "receipt", "one", "ones", "factura", "recibo", "carta", "aviso",
    "boleta", "correo", "email", "message", "compra", "purchase", "charge", "cargo", "contrato", "contract",
})  # fmt: skip


def before_month(page: Page, at: int) -> Found | None:
    """The first day of "2 and 9 November", "1, 8 and 15 December"; those behind it are read after it."""
    day = page.day(at) if page.tokens.kind(at) == "num" else None
    after = day[1] if day else 0
    for _ in range(6 if day else 0):
        joint = page.tokens.text(after)
        following = page.day(after + 1) if joint in (",", "and", "&") else None
        if not day or not following or page.tokens.kind(after + 1) != "num":
            return None
        after = following[1]
        if page.month(after) and page.tokens.text(after) != "may":
            return of_month(page, day[0], at, day[1])
    return None


def day_then_month(page: Page, at: int, first: int | None = None) -> Found | None:
    """15 de diciembre, 30-nov, the 5th of January, 4 Dec, quince de enero."""
    day = page.day(at)
    if not day:
        return None
    after = day[1] + (page.tokens.text(day[1]) in ("de", "of", "-", "/"))
    month = page.month(after)
    if month is None or (page.tokens.text(after) == "may" and page.tokens.text(after + 1) in _AFTER_MAY):
        return None
    if page.tokens.kind(at) == "word" and page.language == "en" and after == day[1] and _numbered(page, after + 1):
        return None
    return dated(page, day[0], month, at if first is None else first, after + 1)


def _numbered(page: Page, at: int) -> bool:
    """ "and the last third December 21": the month has its own number behind it."""
    return page.day(at) is not None and page.tokens.kind(at) == "num"


def month_then_day(page: Page, at: int, first: int | None = None) -> Found | None:
    """December 14, Dec 4th, November the thirtieth."""
    month = page.month(at)
    after = at + 1 + (page.tokens.text(at + 1) in (".", "the", "-"))
    day = page.day(after)
    if month is None or not day or page.tokens.text(day[1]) in ("percent", "%", "months", "weeks", "days"):
        return None
    verb = page.tokens.text(at) in ("may", "mar", "march")
    if verb and (page.tokens.kind(after) != "num" or not (closed(page, day[1]) or page.year(day[1]))):
        return None
    return dated(page, day[0], month, at if first is None else first, day[1])


def month_first(page: Page, at: int) -> Found | None:
    """ "diciembre 15", as it is said in Colombia, Peru and the United States; not "la cuota de diciembre"."""
    day = page.day(at + 1) if page.tokens.kind(at + 1) == "num" else None
    if not day or page.tokens.text(at - 1) in ("de", "del", "en") or not closed(page, day[1]):
        return None
    return month_then_day(page, at)


def of_month(page: Page, day: int, first: int, last: int) -> Found | None:
    """A number of a month without its month: "el 15", "the 5th"."""
    past = page.past(first)
    found = days.day_of_month(page.on, day, past is True)
    other = days.day_of_month(page.on, day, past is not True)
    if page.since(first) and found and other:
        nearer = _nearer(page.on, (found, other))
        return Found((nearer,), first, last, nearer < page.on)
    return Found((found,), first, last, past is True) if found else None


def _nearer(on: date, both: tuple[date, ...]) -> date:
    """The nearer of a day behind and one ahead; the one ahead where both are as far."""
    return min(both, key=lambda day: (abs((day - on).days), day < on))


def weekday_and_day(page: Page, weekday: int, day: int, first: int, last: int) -> Found | None:
    """ "el viernes 15": the day on which both are true, or else both readings."""
    past = page.past(first) is True
    found = days.day_of_month(page.on, day, past)
    if not found:
        return None
    both = days.weekday_days(page.on, weekday, day)
    ahead = next((d for d in both if d >= page.on), None)
    behind = next((d for d in reversed(both) if d < page.on), None)
    forward = ahead is not None and (ahead - page.on).days <= _SOON
    if ahead and forward and not (behind and past and (page.on - behind).days <= _SOON):
        return Found((ahead,), first, last)
    if behind and (past or not forward) and (page.on - behind).days <= _SOON:
        return Found((behind,), first, last, True)
    if ahead and not past:
        return Found((ahead,), first, last)
    near = days.weekday_before(page.on, weekday) if past else days.weekday_after(page.on, weekday)
    return Found((found, near), first, last, past)


def _last_days(page: Page, found: Found) -> bool:
    words = {page.tokens.text(at) for at in range(found.first, found.last)}
    return bool(words & {"last", "end", "ultimo", "fin", "fines", "finales"})


def months_after(page: Page, found: Found) -> tuple[Found, ...]:
    """The further months of "10 de diciembre, enero y febrero", "the 5th of dec jan feb"."""
    more = [found]
    while len(more) < 12:
        at = more[-1].last
        at += page.tokens.text(at) in (",", "y", "and")
        at += page.tokens.text(at - 1) == "," and page.tokens.text(at) in ("y", "and")
        month = page.month(at)
        if month is None or page.day(at + 1) or page.tokens.text(at) in ("may", "mar", "set"):
            break
        following = days.day_and_month(more[-1].days[0], found.days[0].day, month, False)
        if _last_days(page, found):  # "the last day of Nov, Dec and Jan"
            first = days.day_and_month(more[-1].days[0], 1, month, False)
            following = tuple(days.month_end(day.year, day.month) for day in first)
        if not following:
            break
        more.append(Found(following, at, at + 1))
    return tuple(more)

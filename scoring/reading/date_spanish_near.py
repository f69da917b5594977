"""Spanish days near today: hoy, mañana, "antes de ayer", "esta tarde", "de hoy en ocho", "estamos a 23"."""

from datetime import timedelta

from scoring.reading import days
from scoring.reading.date_page import Found, Page
from scoring.reading.vocabulary import unit_words


def relative(page: Page, at: int) -> Found | None:
    """hoy, ayer, anteayer; "hoy mismo"; not "hoy en día", "hoy por hoy"."""
    behind = (page.tokens.text(at + 1), page.tokens.text(at + 2))
    if behind in _NOWADAYS or (page.tokens.text(at - 2), page.tokens.text(at - 1)) == ("hoy", "por"):
        return None
    last = at + 1 + (page.tokens.text(at + 1) in ("mismo", "mismito"))
    day = page.on + timedelta(days=page.words.times[page.tokens.text(at)])
    return in_eight(page, Found((day,), at, last))


_NOWADAYS = frozenset({("en", "dia"), ("por", "hoy")})


def in_eight(page: Page, found: Found) -> Found:
    """ "de hoy en ocho", "mañana en quince", "el lunes en ocho": one or two weeks beyond the day."""
    number = page.tokens.text(found.last + 1) if page.tokens.text(found.last) == "en" else ""
    weeks = {"ocho": 1, "8": 1, "quince": 2, "15": 2}.get(number, 0)
    behind = page.tokens.text(found.last + 2)
    if weeks and behind == "dias" and page.tokens.text(found.first - 1) == "de":
        both = (found.days[0] + timedelta(days=8 if weeks == 1 else 15), found.days[0] + timedelta(days=7 * weeks))
        return Found(both, found.first, found.last + 3)
    if not weeks or behind in unit_words():
        return found
    return Found((found.days[0] + timedelta(days=7 * weeks),), found.first, found.last + 2)


def part_of_today(page: Page, at: int) -> Found | None:
    """ "esta tarde", "esta noche", "esta misma tarde"."""
    last = at + 1 + (page.tokens.text(at + 1) == "misma")
    return Found((page.on,), at, last + 1) if page.tokens.text(last) in ("tarde", "noche", "tardecita") else None


def day_before(page: Page, at: int) -> Found | None:
    """ "antes de ayer", "antes de anoche"."""
    named = page.tokens.text(at + 1) == "de" and page.tokens.text(at + 2) in ("ayer", "anoche", "ayeer")
    return Found((page.on - timedelta(days=2),), at, at + 3, True) if named else None


def today_by_number(page: Page, at: int) -> Found | None:
    """ "ya estamos a 23", "hoy estamos al veintitrés": the number is today's."""
    joint = page.tokens.text(at + 1) in ("a", "al")
    day = page.day(at + 2) if joint else None
    if not day or day[0] != page.on.day or page.month(day[1] + 1):
        return None
    return Found((page.on,), at + 2, day[1])


def tomorrow(page: Page, at: int) -> Found | None:
    """mañana, but not "la mañana"."""
    if page.tokens.text(at - 1) in ("la", "esta", "una", "cada", "las", "media", "toda"):
        return None
    last = at + 1 + (page.tokens.text(at + 1) in ("mismo", "mismito"))
    return in_eight(page, Found((page.on + timedelta(days=1),), at, last))


def early_tomorrow(page: Page, at: int) -> Found | None:
    """ "mañanita le marco": tomorrow; not "en la mañanita", "de mañanita"."""
    opens = page.tokens.kind(at - 1) in ("", "punct") or page.tokens.text(at - 1) in ("y", "pero", "pues", "ya")
    return Found((page.on + timedelta(days=1),), at, at + 1) if opens else None


def overmorrow(page: Page, at: int) -> Found | None:
    """pasado mañana, pasado (lunes)."""
    if page.tokens.text(at + 1) == "manana":
        return Found((page.on + timedelta(days=2),), at, at + 2)
    if page.tokens.kind(at - 1) in ("", "punct") and page.tokens.text(at + 1) in ("te", "le", "me", "nos", "les"):
        return Found((page.on + timedelta(days=2),), at, at + 1)  # "pasado te llamo"
    near = {page.tokens.text(at - step) for step in (1, 2, 3, 4)}
    alone = page.tokens.kind(at + 1) in ("", "punct") or page.tokens.text(at + 1) in ("si", "o", "a")
    if (
        alone
        and near & {"manana", "hoy"}
        and page.tokens.text(at - 1) in ("o", "y", ",", "no", "sino", "mejor", "u", ".")
    ):
        return Found((page.on + timedelta(days=2),), at, at + 1)  # "mañana no, pasado"
    name = page.words.weekdays.get(page.tokens.text(at + 1))
    if name is None:
        return None
    return Found((days.weekday_before(page.on, name),), at, at + 2, True)

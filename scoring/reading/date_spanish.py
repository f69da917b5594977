"""How Spanish names days: "el viernes 15", "a fin de mes", "la próxima quincena", "a los quince días"."""

from datetime import timedelta

from scoring.reading import days
from scoring.reading.date_figures import day_then_month, hyphened, slashed_at, weekday_and_day
from scoring.reading.date_nth import OPENERS, last_of_month, nth_day, pointed_at
from scoring.reading.date_page import Found, Page, Rule, closed
from scoring.reading.date_spanish_near import (
    day_before,
    early_tomorrow,
    in_eight,
    overmorrow,
    part_of_today,
    relative,
    today_by_number,
    tomorrow,
)
from scoring.reading.date_spanish_numbers import each, listed, numbered
from scoring.reading.date_spanish_spans import (
    ago,
    edge_of,
    feast,
    later,
    month_over,
    new_year,
    next_week,
    of_next_week,
    payday,
)
from scoring.reading.vocabulary import currency_words, number_words, unit_words

_NEAR = 40
_NEXT = frozenset({"que", "proximo", "proxima", "siguiente", "entrante"})


def weekday(page: Page, at: int, first: int | None = None) -> Found | None:
    """viernes, "viernes 15", "viernes 15 de enero", "viernes que viene", "viernes pasado"."""
    first = at if first is None else first
    name = page.words.weekdays.get(page.tokens.text(at))
    if name is None:
        return None
    short = page.tokens.text(at + 1) == "." and len(page.tokens.text(at)) <= 4  # "mié. 2/12"
    after = at + 1 + (short or page.tokens.text(at + 1) in (",", "dia"))
    named = slashed_at(page, after, first) or day_then_month(page, after, first)
    if named:
        return named
    day = page.day(after)
    if day and _is_the_day(page, name, day, after):
        return weekday_and_day(page, name, day[0], first, day[1])
    return _bare_weekday(page, name, at, first)


def _is_the_day(page: Page, name: int, day: tuple[int, int], at: int) -> bool:
    """Whether the number behind the weekday is its day; in words ("jueves tres") only where the calendar agrees."""
    if page.tokens.kind(at) == "num":
        ordinal = day[1] > at + 1  # "martes 1ro"
        return ordinal or closed(page, day[1]) or _falls_so(page, name, day)
    agrees = day[0] > 1 and _falls_near(page, name, day[0])
    return agrees and (closed(page, day[1]) or _falls_so(page, name, day))


def _falls_so(page: Page, name: int, day: tuple[int, int]) -> bool:
    """ "el viernes 11 po", "el lunes 30 viene": the calendar agrees, and nothing is counted."""
    behind = page.tokens.text(day[1])
    counts = behind in unit_words() or behind in currency_words("MX", None) or behind in number_words("es").scales
    near = _falls_near(page, name, day[0])
    return near and not counts and page.tokens.kind(day[1]) == "word" and not page.tokens.glued(day[1])


def _falls_near(page: Page, name: int, day: int) -> bool:
    return any(abs((found - page.on).days) <= _NEAR for found in days.weekday_days(page.on, name, day))


def _bare_weekday(page: Page, name: int, at: int, first: int) -> Found | None:
    behind = page.tokens.text(at + 1)
    before = page.tokens.text(at - 1)
    if behind == "pasado" and page.tokens.text(at + 2) != "manana":
        return Found((days.weekday_before(page.on, name),), first, at + 2, True)
    if before in ("un", "algun", "ningun", "estos", "esos", "cualquier"):
        return None
    if _habitual(page, at):
        return Found((days.weekday_after(page.on, name),), first, at + 1, False, "week")
    coming = of_next_week(page, at + 1)
    if coming:
        monday = days.weekday_after(page.on, 0)
        return Found((monday + timedelta(days=name),), first, coming)
    eighth = in_eight(page, Found((days.weekday_after(page.on, name),), first, at + 1))
    if eighth.last > at + 1:
        return eighth
    if (behind, page.tokens.text(at + 2)) == ("por", "medio"):
        return Found((days.weekday_after(page.on, name),), first, at + 3, False, "fortnight")
    counted = page.numbers.get(at - 1)
    if before in ("hoy", "ayer", "manana") or (counted and counted.value > 1):
        return None
    if before == "otro":
        return Found((days.weekday_after(page.on, name) + timedelta(days=7),), first, at + 1)
    if behind in ("subsiguiente", "antepasado"):
        return _one_further(page, name, at, first)
    if before == "este":
        return Found((days.weekday_after(page.on, name),), first, at + 1)
    last = at + 3 if (behind, page.tokens.text(at + 2)) == ("que", "viene") else at + 1 + (behind in _NEXT - {"que"})
    if last > at + 1 or before in ("proximo", "siguiente"):
        return Found((days.weekday_after(page.on, name),), first, last)
    if page.past(first) or page.since(first):
        return Found((days.weekday_before(page.on, name),), first, last, True)
    return Found((days.weekday_after(page.on, name),), first, last)


def _habitual(page: Page, at: int) -> bool:
    """ "atiende martes y jueves", "los lunes y viernes": two weekdays without an article come again and again."""
    names = page.words.weekdays
    if page.tokens.text(at - 1) == "y" and page.tokens.text(at - 2) in names:
        return page.tokens.text(at - 3) not in _POINTING and page.tokens.kind(at + 1) != "num"
    paired = page.tokens.text(at + 1) == "y" and page.tokens.text(at + 2) in names
    return paired and page.tokens.text(at - 1) not in _POINTING and page.tokens.kind(at + 3) != "num"


_POINTING = frozenset({"el", "este", "del", "al", "pal", "proximo", "para", "entre", "otro", "siguiente", "", ",", "."})


def _one_further(page: Page, name: int, at: int, first: int) -> Found:
    """ "el viernes subsiguiente", "el lunes antepasado": a week beyond the next, or the last."""
    if page.tokens.text(at + 1) == "antepasado":
        return Found((days.weekday_before(page.on, name) - timedelta(days=7),), first, at + 2, True)
    return Found((days.weekday_after(page.on, name) + timedelta(days=7),), first, at + 2)


def pointed(page: Page, at: int) -> Found | None:
    """What stands behind el, del, al, este, día: "el 15", "el próximo lunes", "el primero de mes", "el día 5"."""
    word = page.tokens.text(at + 1)
    counted = nth_day(page, at + 1) or last_of_month(page, at) or last_of_month(page, at + 1)
    if counted:
        return pointed_at(counted, at)
    day = page.day(at + 2) if word == "mar" and page.tokens.kind(at + 2) == "num" else None
    if day:
        return weekday_and_day(page, 1, day[0], at, day[1])
    if word == "dia":
        return None if page.tokens.text(at) == "dia" else _shifted(pointed(page, at + 1), at)
    if word in page.words.weekdays:
        return weekday(page, at + 1, at if page.tokens.text(at) != "un" else None)
    if word in ("proximo", "otro", "siguiente") and page.tokens.text(at + 2) in page.words.weekdays:
        return weekday(page, at + 2, at)
    if word == "pasado" and page.tokens.text(at + 2) in page.words.weekdays:
        return _shifted(overmorrow(page, at + 1), at)
    start = at + 1 + (word in ("proximo", "pasado", "mero"))
    named = day_then_month(page, start, at) or hyphened(page, start, at)
    if word == "pasado" and not named:
        day = page.day(start)
        back = days.day_of_month(page.on, day[0], True) if day and closed(page, day[1]) else None
        return Found((back,), at, start + 1, True) if back else None
    return named or numbered(page, start, at)


def _shifted(found: Found | None, first: int) -> Found | None:
    return Found(found.days, first, found.last, found.past, found.every) if found else None


RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("hoy", "oy", "ayer", "anoche", "anteayer", "antier", "antenoche", "hoi"), (relative,)),
    **dict.fromkeys(("el", "del", "al", "pal", "este", "dia", "un"), (pointed,)),
    **dict.fromkeys(("fin", "fines", "finales", "final", "principios", "inicios", "mediados", "comienzos", "mitad"),
                    (edge_of,)),
    **dict.fromkeys(OPENERS[:7], (nth_day,)),
    **dict.fromkeys(("en", "dentro", "a", "aqui", "aca"), (later,)),
    "esta": (part_of_today,),
    "antes": (day_before,),
    "estamos": (today_by_number,),
    "manana": (tomorrow,),
    "mananita": (early_tomorrow,),
    "pasado": (overmorrow,),
    **dict.fromkeys(("acabe", "termine", "cierre"), (month_over,)),
    "los": (listed,),
    "dias": (),
    "quincena": (payday,),
    "finde": (edge_of,),
    "cada": (each,),
    "todos": (each,),
    "hace": (ago,),
    "semana": (next_week,),
    "ano": (new_year,),
    "reyes": (new_year,),
    **dict.fromkeys(("navidad", "nochebuena", "nochevieja"), (feast,)),
}  # fmt: skip

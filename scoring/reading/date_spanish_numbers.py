"""Numbers of a month in Spanish, and what recurs: "el 15 del mes que viene", "los días 15 y 30", "cada quincena"."""

import re

from scoring.reading import days
from scoring.reading.date_figures import day_then_month, of_month
from scoring.reading.date_page import Every, Found, Page, closed
from scoring.reading.date_spanish_spans import edge_of, month_named
from scoring.reading.payment_order import orders_payments
from scoring.reading.vocabulary import currency_words, unit_words

_PERIODS: dict[str, Every] = {"quincena": "quincena", "semana": "week", "mes": "month"}


_STRETCHES: dict[tuple[int, str], Every] = {
    (7, "day"): "week", (8, "day"): "week", (1, "week"): "week", (14, "day"): "fortnight", (15, "day"): "fortnight",
    (2, "week"): "fortnight", (30, "day"): "month", (1, "month"): "month",
}  # fmt: skip


def numbered(page: Page, at: int, first: int) -> Found | None:
    """A number of the month, with or without "de mes", "de cada mes", "del mes que viene"."""
    day = page.day(at)
    named = page.tokens.text(at) == "uno" and page.tokens.text(at - 1) == "dia"  # "el día uno"
    if not day or (page.tokens.text(at) in ("uno", "un", "una", "primer") and not named):
        return None
    tail = " ".join(page.tokens.text(day[1] + i) for i in range(7))
    if _EVERY_MONTH.match(tail):
        found = of_month(page, day[0], first, day[1] + 3 * tail.startswith("de"))
        return Found(found.days, first, found.last, False, "month") if found else None
    months, length = month_named(tail)
    if months is not None:
        when = days.add_months(page.on.replace(day=1), months)
        found_day = days.valid(when.year, when.month, day[0])
        if found_day and months == 0 and found_day < page.on and not page.past(first) and "este" not in tail:
            return of_month(page, day[0], first, day[1] + length)
        return Found((found_day,), first, day[1] + length, months < 0) if found_day else None
    if page.tokens.text(at - 1) == "del" and page.tokens.text(at - 2) in _CHARGED:
        back = days.day_of_month(page.on, day[0], True)
        return Found((back,), first, day[1], True) if back and closed(page, day[1]) else None
    return of_month(page, day[0], first, day[1]) if _stands_alone(page, at, day[1]) else None


_EVERY_MONTH = re.compile(r"((y|o) (el )?\d{1,2} )?de (cada mes|c/mes|todos los meses)")
"""Also of the first of two: "entre el 1 y el 5 de cada mes"."""
_OF_THE_FIRST = frozenset({"el", "hoy", "sea", "antes", "vence", "cae", "este", "al", "para", "dentro", "manana", "lo"})
_CHARGED = frozenset({"cargo", "compra", "consumo", "cobro", "movimiento", "retiro", "cargos"})


def _stands_alone(page: Page, at: int, after: int) -> bool:
    """Whether the number counts nothing: after "el", digits count only a percentage, a unit or a wrong month."""
    word, then = page.tokens.text(after), page.tokens.text(after + 1)
    if (word in ("de", "del") and page.month(after + 1)) or (word == "por" and then in ("ciento", "cien")):
        return False
    if page.tokens.text(at) == "primero" and (page.tokens.text(at - 2) in ("en", "con", "es") or word in _OF_THE_FIRST):
        return False
    if orders_payments(page, at):
        return False
    if page.tokens.text(at - 1) in ("el", "del", "al", "pal", "dia") and page.tokens.kind(at) == "num":
        if page.tokens.kind(after) == "punct" or word in ("por", "x"):
            charged = page.tokens.text(at - 1) == "del" and word == "por"  # "el cargo del 9 por 499"
            return closed(page, after) and (charged or word not in ("por", "x"))
        paid = page.tokens.text(at - 1) in ("el", "dia") and word in (
            "pago",
            "abono",
            "cargo",
            "deposito",
        )  # "el 16 pago"
        return (paid or word not in unit_words()) and not page.tokens.glued(after)
    return closed(page, after)


def listed(page: Page, at: int) -> Found | None:
    """ "los días 15 y 30", "los 15", "los viernes"."""
    start = at + 1
    if page.tokens.text(start) in page.words.weekdays:
        name = page.words.weekdays[page.tokens.text(start)]
        return Found((days.weekday_after(page.on, name),), at, start + 1, False, "week")
    named = start + 1 if page.tokens.text(start) == "dias" else start
    day = page.day(named)
    if not day or page.tokens.text(named) in ("uno", "primeros", "primero"):
        return None
    more = page.tokens.text(day[1]) in ("y", ",", "o") and (page.day(day[1] + 1) or _and_those(page, day[1] + 1))
    if _paid_on(page, at, day[1]) or (more and _earned(page, at)):
        return numbered_every_month(page, named, at)
    if named > start and not more:
        return day_then_month(page, named, at) or numbered_every_month(page, named, at)  # "los días 5"
    if more or (page.tokens.text(day[1]) == "de" and _of_the_month(page, day[1])):
        return day_then_month(page, named, at) or numbered(page, named, at)
    return None


def _paid_on(page: Page, at: int, after: int) -> bool:
    """ "3 cuotas de 80 mil los 30", "50 soles los 5": behind the sum, the day of every month."""
    sum_before = page.tokens.text(at - 1) in _SUM_ENDS or page.tokens.text(at - 1) in currency_words("US", None)
    return sum_before and page.tokens.kind(after) in ("", "punct") and page.tokens.kind(at + 1) == "num"


def _earned(page: Page, at: int) -> bool:
    """ "me pagan los 15 y los 30", "cobro los días 1 y 16": somebody's income, every month."""
    return any(page.tokens.text(at - step) in _EARNS for step in (1, 2))


_EARNS = frozenset({"pagan", "cobro", "cobra", "cobramos", "depositan", "consignan", "abonan", "sueldo", "quincena"})
_SUM_ENDS = frozenset({"mil", "lucas", "mensuales", "cuotas", "mensualidades", "millon", "millones"})


def _and_those(page: Page, at: int) -> bool:
    """ "los 15 y los 30": days where nothing goes on; not "los 15 y los 20 que me prestó"."""
    day = page.day(at + 1) if page.tokens.text(at) == "los" else None
    first = page.day(at - 2)
    if day and first and (first[0], day[0]) in _PAYDAYS and page.tokens.kind(at + 1) == "num":
        return True
    return bool(day) and page.tokens.kind(day[1] if day else at) in ("", "punct")


_PAYDAYS = frozenset({(15, 30), (1, 15), (14, 29), (15, 31), (10, 25), (1, 16), (14, 30), (5, 20)})


def _of_the_month(page: Page, at: int) -> bool:
    """ "los 12 de cada mes", "los 5 de enero"; not "los 12 de comisión"."""
    return page.month(at + 1) is not None or page.tokens.text(at + 1) in ("cada", "mes", "este", "todos")


def each(page: Page, at: int) -> Found | None:
    """cada quincena, cada viernes, cada 15 días, cada mes, cada día 5, todos los viernes."""
    start = at + 2 if page.tokens.text(at) == "todos" else at + 1
    if start == at + 2 and page.tokens.text(at + 1) != "los":
        return None
    word = page.tokens.text(start)
    if word in page.words.weekdays:
        return Found((days.weekday_after(page.on, page.words.weekdays[word]),), at, start + 1, False, "week")
    if word in ("quincena", "semana", "mes"):
        every = _PERIODS[word]
        return Found((next(days.paydays(page.on)),) if word == "quincena" else (), at, start + 1, False, every)
    those = _all_those(page, start + (word == "dias"), at) if start == at + 2 else None
    if those:
        return those
    if word in ("dia", "fin"):
        return _each_day(page, at, start)
    return _each_number(page, at, start)


def numbered_every_month(page: Page, at: int, first: int) -> Found | None:
    """ "todos los 27": a day of every month."""
    found = numbered(page, at, first)
    return Found(found.days[:1], first, found.last, False, "month") if found else None


def _all_those(page: Page, at: int, first: int) -> Found | None:
    """ "todos los 27", "todos los días 20"."""
    day = page.day(at) if page.tokens.kind(at) == "num" else None
    plain = day and (page.tokens.text(at - 1) == "dias" or page.tokens.kind(day[1]) in ("", "punct"))
    return numbered_every_month(page, at, first) if plain else None


def _each_day(page: Page, at: int, start: int) -> Found | None:
    found = edge_of(page, start) if page.tokens.text(start) == "fin" else numbered(page, start + 1, at)
    return Found(found.days[:1], at, found.last, False, "month") if found else None


def _each_number(page: Page, at: int, start: int) -> Found | None:
    number = page.numbers.get(start)
    if not number or number.value % 1:
        return None
    unit = unit_words().get(page.tokens.text(number.last))
    n = int(number.value)
    if unit and (n, unit) in _STRETCHES:
        return Found((), at, number.last + 1, False, _STRETCHES[n, unit])
    if unit is None and closed(page, number.last) and n in (8, 15, 30):
        return Found((), at, number.last, False, _STRETCHES[n, "day"])
    return None


def listed_month(page: Page, at: int) -> Found | None:
    """The first day of "15, 22 y 29 de enero", "5, 12 y 19 dic"; those behind it are read after it."""
    day = page.day(at)
    if not day or page.tokens.kind(at) != "num":
        return None
    after = day[1]
    for _ in range(8):
        if page.tokens.text(after) not in (",", "y", "o"):
            return None
        following = page.day(after + 1)
        if not following:
            return None
        after = following[1]
        if page.month(after + (page.tokens.text(after) in ("de", "del"))):
            return of_month(page, day[0], at, day[1])
    return None

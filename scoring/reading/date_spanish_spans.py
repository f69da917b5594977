"""Spanish stretches of time: "a fin de mes", "la próxima quincena", "a los quince días", "hace un mes"."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from scoring.reading import days
from scoring.reading.date_page import Found, Page
from scoring.reading.vocabulary import holidays, unit_words

_NEXT = frozenset({"que", "proximo", "proxima", "siguiente", "entrante"})
_TIMES_WITHIN = frozenset({"veces", "vez", "llamadas", "mensajes", "correos", "llamado", "marcado"})


def edge_of(page: Page, at: int) -> Found | None:
    """fin de mes, a finales de diciembre, principios de enero, mediados de mes, fin de año, fin de semana."""
    edge = page.tokens.text(at)
    after = at + 1
    if edge == "finde" and page.tokens.text(at - 1) in ("este", "del", "al", "proximo"):
        saturday = days.weekday_after(page.on, 5, True)
        return Found((saturday, saturday + timedelta(days=1)), at, after)
    if page.tokens.text(after) not in ("de", "del") or _makes_ends_meet(page, at):
        return None
    after += 1 + (page.tokens.text(after + 1) in ("este", "el", "la", "esta"))
    word = page.tokens.text(after)
    if word == "semana" and edge in ("fin", "finde"):
        saturday = days.weekday_after(page.on, 5, True)
        return Found((saturday, saturday + timedelta(days=1)), at, after + 1)
    if word in ("ano", "anio") and edge in ("fin", "fines", "finales"):
        return Found((date(page.on.year, 12, 31),), at, after + 1)
    if "mes" in (word, page.tokens.text(after + 1)) and word in ("mes", "proximo", "cada"):
        return _edge_of_this(page, edge, at, after)
    month_number = page.month(after)
    if month_number is None:
        return None
    first = days.day_and_month(page.on.replace(day=1), 1, month_number, page.past(at) is True)
    return _edge(page, edge, first[0], at, after + 1) if first else None


def _edge_of_this(page: Page, edge: str, at: int, after: int) -> Found:
    """The edge of "mes", "mes que viene", "proximo mes", "cada mes"."""
    word, month = page.tokens.text(after), page.on.replace(day=1)
    if word == "proximo":
        return _edge(page, edge, days.add_months(month, 1), at, after + 2)
    if word == "cada":
        return replace(_edge(page, edge, month, at, after + 2), every="month")
    coming = page.tokens.text(after + 1) in _NEXT
    month = days.add_months(month, 1 if coming else 0)
    return _edge(page, edge, month, at, after + 1 + coming * (2 if page.tokens.text(after + 1) == "que" else 1))


def _makes_ends_meet(page: Page, at: int) -> bool:
    """ "nadie llega a fin de mes", "no llego a fin de mes": living on what one earns, and no day."""
    word = page.tokens.text(at - 2)
    return page.tokens.text(at - 1) == "a" and word.startswith("lleg") and page.tokens.text(at - 3) not in ("le", "se")


def _edge(page: Page, edge: str, month: date, first: int, last: int) -> Found:
    if edge in ("fin", "fines", "finales", "final", "ultimo"):
        return Found((days.month_end(month.year, month.month),), first, last)
    day = 15 if edge in {"mediados", "mitad"} else 1
    found = month.replace(day=day)
    later = days.add_months(month, 1).replace(day=day)
    return Found((found if found >= page.on or page.past(first) else later,), first, last)


_LEADING = frozenset(
    ("la", "esta", "proxima", "otra", "siguiente", "mi", "tu", "su", "a", "primera", "segunda", "de", "del"),
)


def payday(page: Page, at: int) -> Found | None:
    """la quincena, esta quincena, la próxima quincena, "quincena que viene"; "a la quincena" is a rate."""
    before, behind = page.tokens.text(at - 1), page.tokens.text(at + 1)
    rate = before == "la" and page.tokens.text(at - 2) in ("a", "por")
    of_month = behind in ("de", "del") and page.month(at + 2) is not None
    if (before not in _LEADING and not of_month) or rate:
        return None
    if behind in ("de", "del", "pasada") and page.month(at + 2):
        return _half_of_month(page, at)
    if behind == "pasada":
        return Found((_last_payday(page),), at - (before == "la"), at + 2, True)
    coming = before in ("proxima", "otra", "siguiente")
    start = at - (before in ("la", "esta"))
    start = at - 2 if coming and page.tokens.text(at - 2) == "la" else start
    return Found((next(days.paydays(page.on, coming or behind in _NEXT)),), start, at + 1)


def _last_payday(page: Page) -> date:
    """The payday before today."""
    back = page.on - timedelta(days=1)
    return back.replace(day=15) if back.day >= 15 else days.month_end(*_month_before(back))


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _half_of_month(page: Page, at: int) -> Found | None:
    """ "la primera quincena de diciembre", "la quincena de diciembre"."""
    first = days.day_and_month(page.on.replace(day=1), 1, page.month(at + 2) or 1, False)
    if not first:
        return None
    both = tuple(islice(days.paydays(first[0]), 2))
    before = page.tokens.text(at - 1)
    return Found(both[:1] if before == "primera" else both[1:] if before == "segunda" else both, at, at + 3)


def later(page: Page, at: int) -> Found | None:
    """en dos semanas, dentro de 10 días hábiles, a los quince días, en dos quincenas, de aquí a un mes."""
    word = page.tokens.text(at)
    after = at + 1 + (page.tokens.text(at + 1) in ("de", "los", "unos", "las", "a"))
    after += page.tokens.text(after) in ("los", "otros", "unos", "las")
    number = page.numbers.get(after)
    if not number or (word == "a" and page.tokens.text(at + 1) not in ("los", "las")):
        return None
    unit = unit_words().get(page.tokens.text(number.last)) or _hours(page, number.last)
    if not unit or unit == "year" or number.value % 1 or not 0 < number.value <= (45 if word == "a" else 400):
        return None
    if page.tokens.text(at - 1) in _TIMES_WITHIN:
        return None
    working = page.tokens.text(number.last + 1) == "habiles"
    found = days.shifted(page.on, int(number.value), unit, working)
    last = number.last + 1 + working
    last += 2 if (page.tokens.text(last), page.tokens.text(last + 1)) in (("de", "hoy"), ("desde", "hoy")) else 0
    if _not_from_today(page, at, last, working):
        return None
    return Found((found,), at, last) if found else None


def _not_from_today(page: Page, at: int, last: int, working: bool) -> bool:
    """ "a los 5 días de que pague" counts from another day; "en 15 días hábiles como máximo" only says how long."""
    behind = (page.tokens.text(last), page.tokens.text(last + 1))
    if page.tokens.text(at) == "a" and page.tokens.text(last - 1) != "hoy" and behind[0] in ("de", "del"):
        return True
    return working and (behind in _AT_MOST or behind[0] in ("maximo", "tope"))


_AT_MOST = frozenset({("como", "maximo"), ("a", "lo"), ("como", "mucho"), ("a", "mas")})


def _hours(page: Page, at: int) -> str:
    return "hour" if page.tokens.text(at) in ("horas", "hrs", "hs", "h", "hours") else ""


def ago(page: Page, at: int) -> Found | None:
    """hace dos semanas."""
    number = page.numbers.get(at + 1)
    unit = unit_words().get(page.tokens.text(number.last)) if number else None
    if not number or not unit or number.value % 1 or not 0 < number.value <= 4000:
        return None
    found = days.shifted(page.on, -int(number.value), unit, False)
    return Found((found,), at, number.last + 1, True) if found else None


def next_week(page: Page, at: int) -> Found | None:
    """la próxima semana, la otra semana, la semana que viene: its five working days are the readings."""
    before, behind = page.tokens.text(at - 1), page.tokens.text(at + 1)
    named = before in ("proxima", "otra", "siguiente")
    coming = behind in ("proxima", "entrante", "siguiente") or (behind, page.tokens.text(at + 2)) in (
        ("que", "viene"),
        ("que", "entra"),
    )
    if not (named or coming):
        return None
    monday = days.weekday_after(page.on, 0)
    last = at + 1 if named else at + 2 + (behind == "que")
    return Found(tuple(monday + timedelta(days=n) for n in range(5)), at - 1 if named else at, last)


_OF_FEAST = frozenset(
    {"cena", "canasta", "bono", "regalo", "regalos", "compras", "fiesta", "fiestas", "posada", "posadas", "vacaciones",
     "campana", "arbol", "lista", "temporada", "caja", "paga", "extra", "loteria", "epoca"}
)  # fmt: skip


def feast(page: Page, at: int) -> Found | None:
    """Navidad, Nochebuena."""
    month, day = holidays()[page.tokens.text(at)]
    if page.tokens.text(at - 1) == "de" and page.tokens.text(at - 2) in _OF_FEAST:
        return None
    found = days.day_and_month(page.on, day, month, page.past(at) is True)
    return Found(found, at, at + 1, page.past(at) is True) if found else None


def new_year(page: Page, at: int) -> Found | None:
    """año nuevo, Reyes."""
    if page.tokens.text(at) == "reyes":
        feast = page.past(at) is False or page.tokens.text(at - 1) in ("de", "para", "hasta", "en", "tras")
        return Found(days.day_and_month(page.on, 6, 1, False), at, at + 1) if feast else None
    if page.tokens.text(at + 1) != "nuevo":
        return None
    return Found(days.day_and_month(page.on, 1, 1, False), at, at + 2)


def of_next_week(page: Page, at: int) -> int:
    """ "de la otra semana", "de la semana que viene": the piece after it; 0 where it is not said."""
    tail = " ".join(page.tokens.text(at + step) for step in range(6))
    for words in (
        "de la otra semana",
        "de la proxima semana",
        "de la siguiente semana",
        "de la semana que viene",
        "de la semana que entra",
        "de la semana proxima",
        "de la semana entrante",
        "de la semana siguiente",
    ):
        if tail.startswith(words):
            return at + len(words.split())
    return 0


def month_over(page: Page, at: int) -> Found | None:
    """ "antes de que acabe el mes"."""
    if (page.tokens.text(at + 1), page.tokens.text(at + 2)) not in (("el", "mes"), ("este", "mes")):
        return None
    return Found((days.month_end(page.on.year, page.on.month),), at, at + 3)


def month_named(tail: str) -> tuple[int | None, int]:
    """ "del mes que viene": months from now, and how many pieces say it."""
    for words, months in (
        ("del mes que viene", 1), ("del proximo mes", 1), ("del mes proximo", 1), ("del otro mes", 1),
        ("del mes entrante", 1), ("del mes pasado", -1), ("de este mes", 0), ("del presente mes", 0),
        ("del presente", 0), ("del mes", 0), ("de mes", 0), ("del corriente", 0), ("del siguiente mes", 1),
    ):  # fmt: skip
        if tail.startswith(words):
            return months, len(words.split())
    return None, 0

"""Pieces of a proposal that say how long and from when: "till it's paid", "January to May", "two weeks later"."""

from datetime import date
from decimal import Decimal

from scoring.reading import days
from scoring.reading.date_page import Every
from scoring.reading.terms import Term, says, term_at
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import calendar_words, unit_words

_UNTIL = frozenset({"til", "till", "until", "hasta", "untill", "unless"})
_THOSE = frozenset({"the", "all", "los", "todos", "those", "esos", "que"})
_FROM = frozenset({"from", "starting", "beginning", "in", "desde", "en", "partir", "de", "commencing"})
_STEPS: dict[str, tuple[Every | None, int]] = {
    "week": (None, 7), "semana": (None, 7), "weeks": (None, 7), "semanas": (None, 7), "fortnight": (None, 14),
    "quincena": ("quincena", 0), "month": ("month", 0), "mes": ("month", 0), "day": (None, 1), "dia": (None, 1),
}  # fmt: skip
_LATER = frozenset({"later", "after", "despues", "afterwards", "siguiente", "following", "next", "luego"})
_NEXT = frozenset({"next", "the", "and", "including", "proximo", "el"})
_TO = frozenset({"to", "through", "thru", "a", "hasta", "until", "till", "-", "al"})


def ending(tokens: Tokens, at: int) -> Term | None:
    """ "till it's cleared", "hasta terminar", "hasta que quede en ceros"; not "until Friday"."""
    if tokens.text(at) not in _UNTIL:
        return None
    summed = tokens.text(at + 1) in _THOSE and tokens.text(at) != "unless"
    for step in range(at + 1, at + 7 + summed):
        number = tokens.kind(step) == "num" and not summed  # "til the 180 is gone"
        is_gone = tokens.text(step) == "'" and tokens.text(step + 1) == "s" and tokens.glued(step)  # "the 720's gone"
        if (tokens.kind(step) in ("punct", "") and not is_gone) or number:
            return None
        if says(tokens, step, step + 1, "cleared"):
            return term_at(tokens, "end", at, step + 1)
    return None


def months_range(tokens: Tokens, at: int, on: date, language: str) -> Term | None:
    """ "December through May", "de diciembre a mayo": as many payments as months."""
    names = calendar_words(language).months
    month, end = names.get(tokens.text(at)), at + 1
    while end < at + 4 and tokens.text(end) in _TO | _NEXT:
        end += 1
    last = names.get(tokens.text(end))
    if month is None or last is None or tokens.text(at + 1) not in _TO:
        return None
    if _numbered(tokens, at) or _numbered(tokens, end):
        return None
    first = days.day_and_month(on.replace(day=1), 1, month, False)
    final = days.day_and_month(first[0], 1, last, False) if first else ()
    if not final:
        return None
    opens = at - (tokens.text(at - 1) in ("from", "de", "desde"))
    return term_at(tokens, "range", opens, end + 1)._replace(days=(first[0],), until=final[0])


def _numbered(tokens: Tokens, at: int) -> bool:
    """Whether a day of the month stands beside a month's name."""
    first = tokens.text(at - 2) in ("primero", "first", "1ro", "1ero", "1st")
    before = tokens.text(at - 1) in ("de", "of") and (tokens.kind(at - 2) == "num" or first)
    return tokens.kind(at - 1) == "num" or tokens.kind(at + 1) == "num" or before


def month_begun(tokens: Tokens, at: int, on: date, language: str) -> Term | None:
    """ "from December", "starting in January", "desde enero", "a partir de febrero": a month and no day."""
    month = calendar_words(language).months.get(tokens.text(at))
    if month is None or tokens.text(at - 1) not in _FROM or _numbered(tokens, at) or tokens.text(at) in ("may", "mar"):
        return None
    if tokens.text(at - 1) in ("de", "in", "en") and not says(tokens, at - 3, at - 1, "starts"):
        return None
    first = days.day_and_month(on.replace(day=1), 1, month, False)
    return term_at(tokens, "month", at - 1, at + 1)._replace(days=first[:1]) if first else None


def later(tokens: Tokens, at: int) -> Term | None:
    """ "a week later", "the month after", "al mes siguiente", "the following week": counted from the payment before."""
    word, before, behind = tokens.text(at), tokens.text(at - 1), tokens.text(at + 1)
    if word == "one" and before == "the" and behind in ("after", "following"):
        return term_at(tokens, "later", at - 1, at + 2 + (tokens.text(at + 2) == "that"))
    if word == "que" and before == "el" and behind in ("sigue", "entra", "viene") and tokens.kind(at + 2) in _OVER:
        if says(tokens, at - 2, at - 1, "starts"):
            return None  # "los martes, empezando el que viene"
        return term_at(tokens, "later", at - 1, at + 2)._replace(step=7)
    if word in ("siguiente", "next") and before in ("el", "al", "the"):
        alone = tokens.kind(at + 1) in ("punct", "") or behind in ("y", "and")
        return term_at(tokens, "later", at - 1, at + 1)._replace(step=7) if alone else None
    if word not in _STEPS:
        return None
    every, step = _STEPS[word]
    if behind in ("siguiente", "despues", "later", "after") and before in _ONE:
        if behind == "after" and tokens.kind(at + 2) == "word" and tokens.text(at + 2) not in ("that", "and", "then"):
            return None
        last = at + 2 + (behind == "after" and tokens.text(at + 2) == "that")
        return term_at(tokens, "later", at - 1, last)._replace(every=every, step=step)
    if before in ("following", "siguiente") and tokens.text(at - 2) in ("the", "la", "el", "al"):
        return term_at(tokens, "later", at - 2, at + 1)._replace(every=every, step=step)
    return None


_OVER = frozenset({"punct", ""})
_ONE = frozenset({"a", "the", "la", "el", "al", "un", "una", "one"})


def counted_later(tokens: Tokens, count: Term) -> Term | None:
    """ "two weeks later", "15 días después": the count is a distance from the payment before."""
    steps = {"day": 1, "week": 7, "fortnight": 14}
    behind = tokens.text(count.last)
    if behind not in ("later", "after", "despues") or tokens.text(count.first - 1) in ("the", "los", "las"):
        return None
    n = int(count.value)
    last = count.last + 1 + (behind == "after" and tokens.text(count.last + 1) == "that")
    if count.unit == "month":
        return term_at(tokens, "later", count.first, last)._replace(every="month", value=Decimal(n))
    step = steps.get(count.unit, 0) * n
    return term_at(tokens, "later", count.first, last)._replace(step=step) if step else None


def paced(tokens: Tokens, count: Term) -> Term | None:
    """ "every four weeks", "cada diez días", "two weeks apart": the count is a period."""
    led = tokens.text(count.first - 1) in ("every", "each", "cada")
    apart = tokens.text(count.last) == "apart"
    if not (led or apart) or count.unit not in ("day", "week", "month"):
        return None
    first, last = count.first - led, count.last + apart
    n = int(count.value)
    if count.unit == "month":
        return term_at(tokens, "period", first, last)._replace(every="month", value=Decimal(n))
    return term_at(tokens, "period", first, last)._replace(step=n * (7 if count.unit == "week" else 1))


def monthday(tokens: Tokens, at: int, on: date) -> Term | None:
    """ "los 15 y los 30": each of several days of the month."""
    number = tokens.text(at + 1)
    if tokens.text(at) != "los" or not number.isdigit() or not 1 <= int(number) <= 31:
        return None
    beside = tokens.text(at + 2) in ("y", ",", "e") and tokens.text(at + 3) == "los" and tokens.text(at + 4).isdigit()
    behind = tokens.text(at - 1) in ("y", ",", "e") and tokens.text(at - 3) == "los" and tokens.text(at - 2).isdigit()
    behind = behind or tokens.text(at - 1) in ("todos", "vencimiento", "vencen", "vence", "siempre")
    set_apart = tokens.kind(at + 2) in ("punct", "") or tokens.text(at + 2) in ("desde", "de", "a", "empezando")
    behind = behind or (set_apart and _of_payments(tokens, at))
    named = days.day_of_month(on, int(number), False)
    return term_at(tokens, "day", at, at + 2)._replace(days=(named,)) if named and (beside or behind) else None


def _of_payments(tokens: Tokens, at: int) -> bool:
    """ "cuatro cuotas de 300 soles, los 15": a day of the month that several payments have."""
    led = tokens.text(at - 2) in ("mes", "mensuales") or any(
        unit_words().get(tokens.text(n)) == "instalment" for n in range(max(at - 9, 0), at)
    )
    month = tokens.text(at + 2) != "de" or tokens.text(at + 3) == "cada"
    return led and month and (tokens.text(at - 1) == "," or tokens.text(at - 1) in _MONEY_NAMES)


_MONEY_NAMES = frozenset({"soles", "pesos", "euros", "lucas", "mil", "dolares", "mensuales"})


def alternate(tokens: Tokens, at: int, on: date) -> Term | None:
    """ "viernes por medio", "un viernes sí y otro no", "semana por medio": every other week."""
    weekday = calendar_words("es").weekdays.get(tokens.text(at))
    behind = [tokens.text(n) for n in range(at + 1, at + 5)]
    if behind[:2] == ["por", "medio"]:
        last = at + 3
    elif behind in (["si", "y", "otro", "no"], ["si", "y", "otra", "no"]):
        last = at + 5
    else:
        return None
    first = at - (tokens.text(at - 1) in ("un", "una"))
    if weekday is None:
        week = tokens.text(at) == "semana"
        return term_at(tokens, "period", first, last)._replace(every="fortnight") if week else None
    return term_at(tokens, "day", first, last)._replace(days=(days.weekday_after(on, weekday),), every="fortnight")


def year(tokens: Tokens, at: int) -> Term | None:
    """ "for a year", "a year at 100 a month", "durante un año", "medio año": twelve or six months."""
    if unit_words().get(tokens.text(at)) != "year" or tokens.text(at - 1) not in ("a", "one", "un", "medio", "full"):
        return None
    months = 6 if (tokens.text(at - 1) == "medio" or tokens.text(at - 2) == "half") else 12
    led = tokens.text(at - 2) in ("for", "over", "durante", "por", "in", "a", "en", "half", "whole", "take")
    if not led and tokens.text(at + 1) not in ("at", "of", "de"):
        return None
    return term_at(tokens, "count", at - 1, at + 1)._replace(value=Decimal(months), unit="month")

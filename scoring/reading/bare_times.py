"""Bare numbers that tell an hour or a year: "at 10.30 or 11.15", "in 2019", "Date of birth? I have 1971"."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens

_CLOCK_WORDS = frozenset({"las", "la", "at", "by", "before", "until", "till", "around", "after", "past"})
_RINGING = frozenset({"call", "ring", "phone", "come", "meet", "text", "see", "since", "between", "from", "gone"})
_HOURS_LED = frozenset({"at", "las", "between", "from", "around"})
_YEAR_WORDS = frozenset({"en", "in", "del", "de", "desde", "since", "of", "ano", "year", "from", "hasta", "to"})
_BORN = frozenset(
    {"nacio", "naci", "naciste", "nacido", "nacida", "nacimiento", "born", "birth", "since", "del", "ano"}
)
_BIRTH = frozenset({"birth", "born", "dob", "nacimiento", "nacio", "nacido", "nacida", "birthday", "cumpleanos"})


_RATED = frozenset({"week", "month", "fortnight", "day", "time", "go", "pop"})


def is_hour(tokens: Tokens, number: Number, language: str) -> bool:
    """Whether the number is an hour by the words before it."""
    before = tokens.text(number.first - 1)
    if before in ("or", "and", "to", "o", "y", "a", "-") and _after_hour(tokens, number):
        return True
    if number.style == "pair":
        clocklike = number.value <= 1260 and number.value % 100 < 60
        led = before in ("at", "by", "las") or (before in _CLOCK_WORDS | _RINGING and number.value % 5 == 0)
        return clocklike and led
    rated = tokens.text(number.last) in ("a", "per", "each") and tokens.text(number.last + 1) in _RATED
    if before == "at" and rated:  # "pay it off at 15 a week"
        return False
    if before in ("las", "at") or (language == "en" and before in _CLOCK_WORDS):
        limit = 24 if before in ("las", "at") else 12
        minutes = number.style != "cents" or number.value % 1 < Decimal("0.60")
        return number.value < limit + 1 and minutes and number.style in ("plain", "words", "cents")
    return False


def _after_hour(tokens: Tokens, number: Number) -> bool:
    """ "at 10.30 or 11.15", "entre las 9 y 12.30": the hour behind an hour."""
    led, hour = tokens.text(number.first - 3), tokens.text(number.first - 2)
    if led not in _HOURS_LED or tokens.kind(number.first - 2) not in ("num", "clock"):
        return False
    both = (hour.replace(":", "."), tokens.text(number.first))
    dotted = all("." in text and len(text.partition(".")[2]) == 2 for text in both)
    hours = all(text.partition(".")[0].isdigit() and int(text.partition(".")[0]) < 24 for text in both)
    return hours and (dotted or led == "las") and number.value < 24


def is_year(tokens: Tokens, number: Number, months: Collection[str], on: date) -> bool:
    """Whether the number is a year by its size and the words around it."""
    before = tokens.text(number.first - 1)
    if before in ("year", "ano") and 1900 <= number.value <= 2200:
        return True
    if number.style not in ("plain", "scaled", "pair") or not 1920 <= number.value <= 2060:
        return False
    if number.value < 2010 and _of_birth(tokens, number):
        return True
    if number.value < 1980:
        return False
    if number.style == "scaled" and number.value == 2000 and before not in ("ano", "year", "en", "in"):
        return False
    dated = before in ("was", "is", "era", "fue") and tokens.text(number.last) in ("when", "cuando")
    if before in ("it's", "es", "its") and number.typed and abs(number.value - on.year) <= 2:
        return True
    told = before == "," and any(tokens.text(number.first - step) in ("in", "en") for step in range(2, 7))
    return told or dated or before in _YEAR_WORDS or before in months


def _of_birth(tokens: Tokens, number: Number) -> bool:
    """ "Date of birth, please? I have 1971": what is asked for stands in the sentence or the one before it."""
    near = [tokens.text(number.first - step) for step in range(1, 14)]
    return any(word in _BORN for word in near[:5]) or bool(_BIRTH & set(near))

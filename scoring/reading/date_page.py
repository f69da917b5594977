"""What a rule of dates may look at, and what it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scoring.reading.date_tense import direction
from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import Calendar, bare_words, unit_words

Every = Literal["week", "fortnight", "quincena", "month"]


_ENDINGS = frozenset({"st", "nd", "rd", "th", "st's", "nd's", "rd's", "th's", "°", "ro", "er", "o"})


@dataclass(frozen=True, slots=True)
class Found:
    """Days read at pieces ``first`` to ``last`` (exclusive)."""

    days: tuple[date, ...]
    first: int
    last: int
    past: bool = False
    every: Every | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a rule may look at."""

    tokens: Tokens
    numbers: dict[int, Number]
    on: date
    language: str
    words: Calendar
    month_first: bool

    def day(self, at: int) -> tuple[int, int] | None:
        """A day of a month at this piece, in digits or words: the day and the piece after it."""
        text = self.tokens.text(at)
        if self.tokens.kind(at) == "num":
            if not text.isdigit() or len(text) > 2 or not 1 <= int(text) <= 31:
                return None
            whole = self.numbers.get(at)
            if whole and whole.last > at + 1:
                return None
            suffix = self.tokens.text(at + 1)
            ordinal = suffix in _ENDINGS and self.tokens.glued(at + 1)
            return int(text), at + 1 + ordinal
        if text in self.words.ordinals and (self.language == "en" or text in ("primero", "primer")):
            return self.words.ordinals[text], at + 1
        if text in ("un", "una", "one"):
            return None
        number = self.numbers.get(at)
        if number and number.style in ("words", "scaled") and not number.money and 1 <= number.value <= 31:
            return self._worded(number, at)
        return None

    def _worded(self, number: Number, at: int) -> tuple[int, int] | None:
        """ "treinta y uno", "twenty-fifth"."""
        day, after = int(number.value), number.last
        after += self.tokens.text(after) == "-"
        ones = self.words.ordinals.get(self.tokens.text(after), 0)
        if self.language == "en" and day in (20, 30) and 1 <= ones <= 9 and day + ones <= 31:
            return day + ones, after + 1
        return (day, number.last) if number.value == day else None

    def month(self, at: int) -> int | None:
        """A month at this piece. "may" and "mar" need a number beside them, which the rules see to."""
        return self.words.months.get(self.tokens.text(at))

    def year(self, at: int) -> tuple[int, int] | None:
        """A year behind a date, with "de", "del" or a comma before it: the year and the piece after it."""
        at += self.tokens.text(at) in ("de", "del", ",", "-", "/", "of", ".")
        text = self.tokens.text(at)
        if text in _POINTS and self.tokens.text(at + 1) in ("year", "ano"):
            return self.on.year + _POINTS[text], at + 2
        if self.tokens.kind(at) != "num" or not text.isdigit():
            number = self.numbers.get(at)
            spoken = number and number.style == "scaled" and 1990 <= number.value <= 2100 and number.value % 1 == 0
            return (int(number.value), number.last) if number and spoken else None
        if len(text) == 4 and 1900 <= int(text) <= 2200:
            return int(text), at + 1
        return None

    def since(self, first: int) -> bool:
        """Whether "desde" leads to the day: what was, or what begins, whichever is nearer; never in a plan."""
        if any(self.tokens.text(first - step) in _PLANS for step in range(2, 10)):
            return False
        return any(self.tokens.text(first - step) == "desde" for step in (1, 2, 3) if not self.day(first - step))

    def past(self, first: int) -> bool | None:
        """Where the words before turn: to the past, forward (``False``), or nowhere (``None``)."""
        return direction(self, first)


_POINTS = {"this": 0, "last": -1, "next": 1, "este": 0}
_PLANS = frozenset(
    {"cada", "pagos", "cuotas", "abonos", "mensualidades", "quincenas", "semanales", "mensuales", "partes"}
)
Rule = Callable[[Page, int], Found | None]


def closed(page: Page, at: int) -> bool:
    """Whether what stands here cannot be a noun that the number before it counts."""
    kind, text = page.tokens.kind(at), page.tokens.text(at)
    if kind in ("", "punct"):
        return text not in ("%", "/", "-", "°") or (text == "-" and not page.tokens.glued(at))
    if kind in ("num", "sign", "clock"):
        return not page.tokens.glued(at)
    if kind != "word" or page.tokens.glued(at):
        return False
    words = bare_words(page.language)
    if text in unit_words():
        return False
    if page.language == "es" and text.endswith(("ando", "iendo")):
        return True
    return text in words.followers or text in words.cues or text in page.words.weekdays or text in page.words.times

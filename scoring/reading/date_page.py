"""What a rule of dates may look at, and what it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import Calendar, bare_words, unit_words, word_set

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
        return _direction(self, first)


_PLANS = frozenset(
    {"cada", "pagos", "cuotas", "abonos", "mensualidades", "quincenas", "semanales", "mensuales", "partes"}
)
Rule = Callable[[Page, int], Found | None]
_STOPS = frozenset(".;:!?¡¿()\n")


def _direction(page: Page, first: int) -> bool | None:
    past, future = word_set("past", page.language), word_set("future")
    for step in range(1, 6):
        word = page.tokens.text(first - step)
        if not word or word in _STOPS or (word == "," and step > 1):
            return None
        if step <= 2 and word in future and not (word == "due" and _was(page, first - step)):
            return None if word == "due" else False
        if word in _LAST and _in_plan(page, first - step):
            return False
        if word in past and not _paid_then(page, first - step):
            return True
        if (_happened if page.language == "es" else _happened_in_english)(page, first - step, word):
            return True
        if step > 3 and page.tokens.kind(first - step) in ("num", "sign"):
            return None
    return None


def _happened(page: Page, at: int, word: str) -> bool:
    """Whether a word is a preterite; most words are none by their last letters alone."""
    if word[-1] not in "oen" or len(word) < 4 or word in word_set("agreed"):
        return False
    return preterite(page.tokens.written(at))


_BEING = frozenset(
    {"be", "get", "gets", "is", "are", "it's", "that's", "we're", "you're", "they're", "i'm", "he's", "she's", "to",
     "being", "getting", "the", "a", "an", "your", "my", "i'll", "we'll", "as", "so", "not", "well", "all"}
)  # fmt: skip


def _happened_in_english(page: Page, at: int, word: str) -> bool:
    """ "I tried your mobile on Thursday", "you mailed it on the twelfth"; not "we're closed", "it's scheduled for"."""
    before = page.tokens.text(at - 1)
    if any(page.tokens.text(at - step) in _CONDITIONS for step in (1, 2, 3)):
        return False
    if word in ("got", "sent", "shut", "swore", "hung", "left", "made", "did"):
        held = (page.tokens.text(at + 1), page.tokens.text(at + 2)) in _HELD
        return before in _SUBJECTS and page.tokens.text(at + 1) in _ITS_OBJECTS and not held
    told = len(word) >= 5 and word.endswith("ed") and word not in word_set("no_past")
    return told and before not in _BEING


_CONDITIONS = frozenset({"if", "unless", "whether", "rather", "sooner"})
_HELD = frozenset({("it", "down"), ("it", "as"), ("you", "down"), ("that", "down"), ("a", "payment"), ("it", "for")})
_SUBJECTS = frozenset({"i", "we", "you", "he", "she", "they"})
_ITS_OBJECTS = frozenset(
    {
        "your",
        "the",
        "his",
        "her",
        "their",
        "it",
        "a",
        "an",
        "my",
        "that",
        "this",
        "one",
        "up",
        "on",
        "you",
        "him",
        "us",
        "them",
    }
)


def _paid_then(page: Page, at: int) -> bool:
    """ "you get paid on the 15th", "we moved it to the 4th": no past, though the word is."""
    word, before = page.tokens.text(at), page.tokens.text(at - 1)
    if word == "back":
        return before not in ("came", "went", "called", "rang", "wrote", "got") and not _in_past_year(page, at)
    if word in ("closed", "served", "taken", "sent", "delivered", "opened"):
        return before in _BEING
    if word in ("moved", "posted"):
        return "to" in (page.tokens.text(at + step) for step in (1, 2, 3))
    return word == "paid" and before in ("get", "gets", "getting", "be", "you're", "i'm", "are", "being", "got", "is")


_LAST = frozenset({"last", "ultima", "ultimo"})


def _in_past_year(page: Page, at: int) -> bool:
    """ "back in June", "back on the 3rd": some time ago; not "we're back on the 29th", "pick it back up Monday"."""
    before = page.tokens.text(at - 1)
    return page.tokens.text(at + 1) in ("in", "on") and before not in _BEING


def _in_plan(page: Page, at: int) -> bool:
    """ "first one on the 1st of December, last one on the 1st of May": the last of a plan lies ahead."""
    near = {page.tokens.text(step) for step in range(max(0, at - 30), at)}
    return bool(
        near & {"first", "primera", "primer", "primero", "1era", "1ra", "empezando", "starting", "cuotas", "pagos"}
    )


def _was(page: Page, at: int) -> bool:
    return page.tokens.text(at - 1) in ("was", "were", "fell", "been")


_NO_PRETERITE = frozenset(
    {
        "esté",
        "dé",
        "qué",
        "sé",
        "té",
        "café",
        "usté",
        "porqué",
        "josé",
        "bebé",
        "olé",
        "fé",
        "comité",
        "chalé",
        "paté",
        "cliché",
        "noé",
        "bufé",
        "chimó",
        "quizó",
    }
)


def preterite(word: str) -> bool:
    """Whether a Spanish word, with its accents, is something that happened: "pagó", "mandé", "llegaron"."""
    if len(word) < 4 or word in _NO_PRETERITE:
        return False
    return word[-1] == "ó" or (word[-1] == "é" and word[-2] != "r") or word.endswith(("aron", "ieron", "aste", "iste"))


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

"""What stands around a number without a currency: its noun, its period, its day."""

from decimal import Decimal

from scoring.reading.date_page import Found
from scoring.reading.nouns import may_count, roughly
from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import (
    bare_words,
    calendar_words,
    currency_words,
    number_words,
    tongue,
    unit_words,
    word_set,
)

_PERIODS = frozenset(
    {"mes", "semana", "quincena", "mensualidad", "month", "week", "fortnight", "mo", "wk", "pop", "hour", "hr",
     "hora", "day", "dia", "paycheck", "payday"}
)  # fmt: skip
_STRETCHES = frozenset({"mes", "semana", "quincena", "month", "week", "fortnight", "ano", "year"})
_THEN = frozenset({"now", "today", "later", "then", "after", "ahora", "ahorita", "hoy", "luego", "despues", "ya"})
_OTHER_NOUNS = frozenset({"plan", "plans", "schedule", "score", "scores", "rating", "report", "holder", "agency"})
_PER = frozenset({"al", "por", "a", "an", "per", "cada", "/", "each", "every", "x", "la", "in"})
_ACTS_ALWAYS = frozenset({
    "would", "covers", "clears", "settles", "works", "leaves", "alcanza", "alcanzan", "cubre", "cubren", "liquida",
    "salda",
})  # fmt: skip
_ACTS = _ACTS_ALWAYS | {
    "will", "does", "is", "gets", "goes", "buys", "could", "me", "sirven", "sirve", "van", "le", "se",
}  # fmt: skip
_OF_FEES = frozenset({"convenience", "processing", "late", "service", "admin", "booking", "collection", "bank"})
_VERBS = frozenset(
    {"pay", "pays", "put", "give", "send", "paid", "do", "get", "at", "owe", "owes", "leaves", "make", "covers"}
)


class Surroundings:
    """One text, with the days named in it."""

    said: frozenset[Decimal]
    counted: frozenset[Decimal]

    def __init__(self, tokens: Tokens, context: ReadingContext, dated: tuple[Found, ...] = ()) -> None:
        self.dated, self.after_day = {day.first for day in dated}, {day.last: day.first for day in dated}
        self.tokens, self.context = tokens, context
        self.language = tongue(context.language)
        self.words = bare_words(self.language)
        self.names = calendar_words(self.language)
        self.currencies = currency_words(context.country, context.currency)

    def has_day(self, number: Number, beyond: int = 0) -> bool:
        """Whether a day stands right behind the number, or so many pieces beyond."""
        at = number.last + beyond
        led = self.tokens.text(at) in ("a", "en", "para", "pa", "on", "by", "for", "at", "hasta", "until")
        return at in self.dated or (led and at + 1 in self.dated)

    def new_sentence(self, at: int, number: Number) -> bool:
        """Whether a sentence ends between a piece and the number."""
        return any(self.tokens.text(step) in (".", "!", "?", ";") for step in range(at, number.first))

    def after_its_day(self, number: Number) -> bool:
        """ "thursday the 3rd, one-twenty": said behind its day."""
        tokens = self.tokens
        led = tokens.text(number.first - 1) in (",", ":", "-") and number.first - 1 in self.after_day
        return led and number.style in ("pair", "lone") and tokens.kind(number.last) in ("", "punct")

    def then_a_day(self, number: Number) -> bool:
        """ "fifty on the first", "600 cada lunes": a day right behind."""
        led = self.tokens.text(number.last) in ("on", "by", "para", "pa", "every", "cada", "hasta", "until", "before")
        at = number.last + (self.tokens.text(number.last) in ("more", "mas"))
        return at in self.dated or (led and number.last + 1 in self.dated)

    def later_on(self, number: Number, beyond: int = 0) -> bool:
        """ "quince el mes que viene", "three next month", "5 later": when it is paid, though no day is named."""
        first, second, third = (self.tokens.text(number.last + beyond + step) for step in range(3))
        led = first in ("el", "la", "next", "in", "en", "a", "para", "the", "este", "esta", "this")
        if first in ("maximo", "tope", "max", "tops") or (first, second) in (
            ("como", "mucho"),
            ("a", "lo"),
            ("at", "most"),
        ):
            return True
        return first in _THEN or (led and (bool({second, third} & _STRETCHES) or second in self.names.months))

    def paid_per(self, number: Number) -> bool:
        """ "80 al mes", "75 a week", "50/mes", "120 monthly", "60 cada uno"; not "a 200 por hora"."""
        if self._speed(number):
            return False
        first, second = self.tokens.text(number.last), self.tokens.text(number.last + 1)
        if first in self.words.after:
            return True
        if (
            first in ("al", "por", "a", "an", "per", "cada", "/", "each", "every", "x", "la", "in")
            and second in _PERIODS
        ):
            return True
        if (first, second) in (
            ("a", "la"),
            ("cada", "uno"),
            ("cada", "una"),
            ("every", "other"),
            ("cada", "pago"),
            ("cada", "vez"),
            ("a", "time"),
            ("a", "go"),
        ):
            return second != "la" or self.tokens.text(number.last + 2) in _PERIODS
        return False

    def _speed(self, number: Number) -> bool:
        led = self.tokens.text(number.first - 1) == "a" and self.tokens.text(number.first - 2) not in self.words.cues
        behind = (self.tokens.text(number.last), self.tokens.text(number.last + 1))
        return led and self.language == "es" and behind in (("por", "hora"), ("por", "la"), ("por", "el"))

    def open_behind(self, number: Number) -> bool:
        """Whether what follows is no noun that the number counts."""
        at = number.last + roughly(self.tokens, number)
        kind, word = self.tokens.kind(at), self.tokens.text(at)
        if kind in ("", "sign", "num", "clock", "iso", "slash"):
            return not self.tokens.glued(at)
        if kind == "punct":
            return word not in ("%", "°", "#") and not (word == "/" and self.tokens.kind(at + 1) == "num")
        if self.tokens.glued(at):
            return False
        if word.endswith(("ando", "iendo")) or (self.language == "en" and word.endswith("ing") and number.value > 31):
            return word not in ("thing", "sibling")
        if self.before_its_noun(number):
            return True
        if word in unit_words() or (word in word_set("cents") and word != "p"):
            return False
        if word == "of" and self.tokens.text(at + 1) in ("these", "those", "them", "us", "my", "our", "your"):
            return False
        if self._named_by(word) or self._capital(at, number):
            return False
        known = word in self.words.followers or word in self.words.after
        known = known or (word in self.words.cues and (self.language == "es" or word in _VERBS))
        known = known or word in self.names.weekdays or word in self.names.times or word in self.names.months
        return known or not may_count(self.tokens, number, self.language)

    def _named_by(self, noun: str) -> bool:
        return self.language == "en" and noun in word_set("bare", "sums")

    def _capital(self, at: int, number: Number) -> bool:
        """ "1250 Bristol Road": a name behind digits."""
        if number.style != "plain" or not number.typed:
            return False
        start, end = self.tokens.span(at, at + 1)
        name = self.tokens.folded.original[start:end].istitle() and end - start > 2
        word = self.tokens.text(at)
        return name and not (word in self.names.weekdays or word in self.names.months or word in self.words.followers)

    def soon(self, number: Number) -> bool:
        """ "300 ahorita", "250 this week", "fifty next month": when it is paid, though no day is named."""
        first, second = self._two_behind(number)
        if first in ("en", "in", "for", "para") and second in self.names.months:
            return self.tokens.text(number.first - 1) not in ("be", "turn", "cumplir", "cumple")
        return first in _THEN or first == "left" or (first in ("this", "next", "este", "esta") and second in _STRETCHES)

    def is_part(self, number: Number) -> bool:
        """ "the whole 1500 left", "los otros 90", "sixty of it": a part of a sum that was named, or all of it."""
        before, first, second = (self.tokens.text(number.first - 1), *self._two_behind(number))
        if first == "of" and second in ("it", "that", "which"):
            return bool(self.said) and number.value <= max(self.said)
        if before in ("de", "of") and self._of_a_count(number):
            return True
        return before in word_set("bare", "parts_of") and (bool(self.said) or number.value >= 50)

    def _of_a_count(self, number: Number) -> bool:
        """ "tres de cincuenta", "four of 75": so many of a sum; not "página 2 de 30"."""
        word = self.tokens.text(number.first - 2)
        several = word in number_words(self.language).small or (word.isdigit() and 2 <= int(word[:3]) <= 60)
        size = (number.value >= 40 and number.value % 5 == 0) or (bool(self.said) and number.value >= 10)
        counted = several and word not in ("un", "una", "uno", "one") and size
        led = self.tokens.kind(number.first - 3) in ("", "punct") or self.tokens.text(number.first - 3) in (
            *("y", "en", "and", "in", "o", "or", "hacemos", "son", "serian", "con", "do", "make", "pay"),
        )
        return counted and led

    def has_purpose(self, number: Number) -> bool:
        """ "200 de enganche", "eighty odd in charges", "la renta, 650": what it is for stands behind or before."""
        first, second = self._two_behind(number)
        if self.language == "en" and first in word_set("bare", "purposes") and number.style == "pair":
            return True
        if first in ("de", "in", "for", "of", "toward", "towards", "off") and second in word_set("bare", "purposes"):
            return True
        if (first, second) in (("off", "the"), ("for", "the"), ("toward", "the"), ("towards", "the"), ("para", "la")):
            at = number.last + roughly(self.tokens, number) + 2
            return self.tokens.text(at) in word_set("bare", "purposes")
        if self.tokens.text(number.first - 1) in word_set("bare", "household") and number.value >= (
            20 if self.said else 40
        ):
            return True
        if self._suffices(number) or first == "short":
            return True
        before, far = self.tokens.text(number.first - 1), self.tokens.text(number.first - 2)
        if before == "de" and far in word_set("bare", "sums_of") and number.value >= 15:
            return True
        led = self.tokens.text(number.first - 1) in (",", ":") and number.value >= 50
        return led and self.tokens.text(number.first - 2) in word_set("bare", "purposes")

    def _suffices(self, number: Number) -> bool:
        """ "con 50 no me llega", "con 20 mil paramos el informe"."""
        led = self.tokens.text(number.first - 1) == "con" and number.value >= 20
        words = (self.tokens.text(number.last + step) for step in range(4))
        return led and any(word in word_set("bare", "suffices") for word in words)

    def acts(self, number: Number) -> bool:
        """ "1800 would settle it", "fifty covers it": a sum as what does something."""
        first = self._two_behind(number)[0]
        return first in _ACTS_ALWAYS or (bool(self.said) and first in _ACTS)

    def _two_behind(self, number: Number) -> tuple[str, str]:
        at = number.last + roughly(self.tokens, number)
        return self.tokens.text(at), self.tokens.text(at + 1)

    def before_its_noun(self, number: Number) -> bool:
        """ "a 300 deposit", "my 3k loan", "the 450 payment"; not "a 12 payment plan"."""
        noun = self.tokens.text(number.last)
        if (noun, self.tokens.text(number.last + 1)) == ("down", "payment"):
            return number.value > 31
        if noun in _OF_FEES and self._named_by(self.tokens.text(number.last + 1)):
            return number.value >= 10
        if not self._named_by(noun):
            return False
        return number.value > 31 and self.tokens.text(number.last + 1) not in _OTHER_NOUNS

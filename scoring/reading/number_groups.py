"""Groups of a number: a numeral, or the words below a thousand, and the scale that stands behind them."""

from decimal import Decimal

from scoring.reading.numerals import parse_numeral
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import NumberWords

_MILLION = 1_000_000
UNITS = frozenset({"dollars", "dollar", "bucks", "pounds", "pound", "quid"})
_OPENS_HUNDRED = UNITS | {"and"}
_OPEN_TENS = frozenset({"veinti", "dieci"})


class GroupReader:
    """Reads one group at a time. ``at`` moves; nothing else changes."""

    def __init__(self, tokens: Tokens, words: NumberWords, money: dict[str, int], english: bool) -> None:
        self.tokens, self.words, self.money, self.english = tokens, words, money, english
        self.scales = words.scales | money
        self.at = 0

    def _group(self) -> tuple[Decimal, str] | None:
        """A numeral, or words below a thousand ("doce hundred" counts: "twelve hundred")."""
        if self.tokens.kind(self.at) == "num":
            parsed = parse_numeral(self.tokens.text(self.at))
            if parsed is None:
                return None
            self.at += 1
            value, style = parsed
            if self.english and self.tokens.text(self.at) == "hundred" and value < 100:
                self.at += 1
                return value * 100, "hundreds"
            if not self.english and 2 <= value <= 9 and self.tokens.text(self.at) in ("cientos", "cientas"):
                self.at += 1
                return value * 100 + (self._below_hundred("y") or 0), "hundreds"
            return value, style
        return self._english_group() if self.english else self._spanish_group()

    def _spanish_group(self) -> tuple[Decimal, str] | None:
        hundreds = self.words.hundreds.get(self.tokens.text(self.at))
        if hundreds is not None:
            self.at += 1
            return Decimal(hundreds + (self._below_hundred("y") or 0)), "hundreds"
        below = self._below_hundred("y")
        if below is not None and 2 <= below <= 9 and self.tokens.text(self.at) in ("cientos", "cientas"):
            self.at += 1
            return Decimal(below * 100 + (self._below_hundred("y") or 0)), "hundreds"
        return None if below is None else (Decimal(below), "words")

    def _english_group(self) -> tuple[Decimal, str] | None:
        if self.tokens.text(self.at) in ("a", "couple"):
            return self._a_hundred()
        behind = self.tokens.text(self.at + 1)
        if self.tokens.text(self.at) == "hundred" and (behind in self.words.tens or behind in _OPENS_HUNDRED):
            self.at += 1
            return Decimal(100 + self._tail()), "hundreds"
        below = self._below_hundred("-")
        if below is None:
            return None
        if self.tokens.text(self.at) != "hundred":
            return Decimal(below), "words"
        self.at += 1
        return Decimal(below * 100 + self._tail()), "hundreds"

    def _a_hundred(self) -> tuple[Decimal, str] | None:
        """ "a hundred and twenty", "a couple hundred", "a grand"."""
        start, times = self.at, 1
        self.at += self.tokens.text(self.at) == "a"
        if self.tokens.text(self.at) == "couple":
            times = 2
            self.at += 1 + (self.tokens.text(self.at + 1) == "of")
        if self.tokens.text(self.at) == "hundred":
            self.at += 1
            tail = self._tail()
            return Decimal(times * 100 + tail), "hundreds" if tail or times > 1 else "lone"
        some = times > 1 and self.tokens.text(self.at) in UNITS  # "a couple of quid"
        if some or (self.tokens.text(self.at) in self.scales and self.tokens.text(self.at) != "k"):
            return Decimal(times), "words"
        self.at = start
        return None

    def _tail(self) -> int:
        """What follows "hundred": "ninety-three", "and five"; not "and three hundred"."""
        start = self.at
        self.at += self.tokens.text(self.at) == "and"
        below = self._below_hundred("-")
        if below is None or self.tokens.text(self.at) == "hundred":
            self.at = start
            return 0
        return below

    def _below_hundred(self, joint: str) -> int | None:
        word = self.tokens.text(self.at)
        if word in self.words.small:
            self.at += 1
            return self.words.small[word]
        tens = self.words.tens.get(word)
        if tens is None:
            return None
        self.at += 1
        after = self.at + (self.tokens.text(self.at) == joint)
        joined = self.english or after > self.at or word in _OPEN_TENS
        unit = self.words.small.get(self.tokens.text(after), 0) if joined else 0
        if 1 <= unit <= 9:
            self.at = after + 1
            return tens + unit
        return tens

    def _scale(self) -> int | None:
        """The scale at this piece; "m" only where it touches the digits."""
        word = self.tokens.text(self.at)
        if word in ("m", "mm") and self.tokens.glued(self.at) and self.tokens.kind(self.at - 1) == "num":
            return _MILLION if "$" in self.tokens.text(self.at - 2) or self.tokens.text(self.at - 2) in "£€" else None
        return self.scales.get(word)

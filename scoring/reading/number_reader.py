"""Reads the number that begins at a word: groups, scales, halves, pairs."""

from decimal import Decimal

from scoring.reading.numerals import Number, grown, loose_millions, paired, parse_numeral, style_of
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import NumberWords

_THOUSAND, _MILLION = 1000, 1_000_000
_HALF = Decimal("0.5")


class NumberReader:
    """Reads the number that begins at a piece. ``at`` moves; nothing else changes."""

    def __init__(self, tokens: Tokens, words: NumberWords, money: dict[str, int], english: bool) -> None:
        self.tokens, self.words, self.money, self.english = tokens, words, money, english
        self.scales = words.scales | money
        self.at = 0

    def read(self, first: int) -> Number | None:
        """The longest number at this piece."""
        self.at = first
        halved = self._halved(first)
        if halved:
            return halved
        typed = self.tokens.kind(first) == "num"
        group = self._group()
        if group is None:
            return self._lone(first)
        value, style = group
        if self._scale() is not None:
            return self._scaled(first, value, typed)
        if typed:
            return Number(value, first, self.at, style_of(style), typed=True)
        pointed = self._pointed()
        if pointed or style != "words":
            return Number(value + pointed, first, self.at, "decimal" if pointed else style_of(style))
        return self._pair(first, value) or Number(value, first, self.at, "words")

    def _halved(self, first: int) -> Number | None:
        """ "medio palo", "half a grand", "half a million"."""
        if self.tokens.text(first) not in ("medio", "media", "half"):
            return None
        at = first + 2 if self.tokens.text(first + 1) in ("a", "un") else first + 1
        word = self.tokens.text(at)
        if word not in self.scales or word in ("k", "miles"):
            return None
        self.at = at + 1
        return Number(_HALF * self.scales[word], first, self.at, "scaled", word in self.money)

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
            return value, style
        return self._english_group() if self.english else self._spanish_group()

    def _spanish_group(self) -> tuple[Decimal, str] | None:
        hundreds = self.words.hundreds.get(self.tokens.text(self.at))
        if hundreds is not None:
            self.at += 1
            return Decimal(hundreds + (self._below_hundred("y") or 0)), "hundreds"
        below = self._below_hundred("y")
        return None if below is None else (Decimal(below), "words")

    def _english_group(self) -> tuple[Decimal, str] | None:
        if self.tokens.text(self.at) in ("a", "couple"):
            return self._a_hundred()
        if self.tokens.text(self.at) == "hundred" and self.tokens.text(self.at + 1) in (*self.words.tens, "and"):
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
        if self.tokens.text(self.at) in self.scales and self.tokens.text(self.at) != "k":
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
        joined = self.english or after > self.at
        unit = self.words.small.get(self.tokens.text(after), 0) if joined else 0
        if 1 <= unit <= 9:
            self.at = after + 1
            return tens + unit
        return tens

    def _scale(self) -> int | None:
        """The scale at this piece; "k" and "m" only where they touch the digits."""
        word = self.tokens.text(self.at)
        if word == "k" and not self.tokens.glued(self.at) and self.tokens.kind(self.at - 1) != "num":
            return None
        if word in ("m", "mm") and self.tokens.glued(self.at) and self.tokens.kind(self.at - 1) == "num":
            return _MILLION if "$" in self.tokens.text(self.at - 2) or self.tokens.text(self.at - 2) in "£€" else None
        return self.scales.get(word)

    def _lone(self, first: int) -> Number | None:
        """ "mil quinientos", "palo y medio", "a hundred": a scale without a number before it."""
        word = self.tokens.text(first)
        if self.english or word not in self.scales or word in ("k", "miles", "millones", "lucas", "palos", "billones"):
            return None
        if word in self.money and (self.tokens.text(first + 1), self.tokens.text(first + 2)[:4]) != ("y", "medi"):
            return None
        self.at = first
        return self._scaled(first, Decimal(1), False)

    def _scaled(self, first: int, group: Decimal, typed: bool) -> Number:
        """A number with scales: "2 millones 350 mil", "mil quinientos", "palo y medio"."""
        value, money = self._sum_of_scales(group)
        value += Decimal(0) if typed else self._pointed()
        lone = group == 1 and value in (1000, 1_000_000) and not typed and not money
        readings = loose_millions(value, self.english)
        return Number(value, first, self.at, "lone" if lone else "scaled", money, readings, typed)

    def _sum_of_scales(self, group: Decimal) -> tuple[Decimal, bool]:
        """Groups with scales in falling order, and "y medio" behind; whether a money word is among the scales."""
        total, part, money, lowest = Decimal(0), Decimal(0), False, 10**13
        pending: Decimal | None = group
        while pending is not None:
            scale = self._scale()
            money = money or self.tokens.text(self.at) in self.money
            if scale is None or scale > lowest:
                part += pending
                break
            self.at += 1
            total, part = grown(total, part, pending, scale)
            half = self._and_half()
            if half:
                part += half * scale
                break
            if part and self._scale() == _MILLION:
                total, part, scale = total + part * _MILLION, Decimal(0), _MILLION
                self.at += 1
            lowest = scale
            pending = self._next_group(scale)
        return total + part, money

    def _and_half(self) -> Decimal:
        words = tuple(self.tokens.text(self.at + i) for i in range(3))
        if words[0] == "y" and words[1] in ("medio", "media"):
            self.at += 2
            return _HALF
        if words == ("and", "a", "half"):
            self.at += 3
            return _HALF
        return Decimal(0)

    def _next_group(self, scale: int) -> Decimal | None:
        """The group after a scale: words, or digits that cannot be anything else."""
        start = self.at
        comma = self.tokens.text(start) == ","
        if comma and (not self.english or self.tokens.text(start - 1) in self.money):
            return None
        self.at += comma or (self.english and self.tokens.text(start) == "and")
        word = self.tokens.text(self.at)
        if not self.english and scale == _MILLION and word == "mil":
            return Decimal(1)
        value = None if self.english and word in ("a", "couple") else self._fitting(scale, self.at > start, comma)
        if value is None:
            self.at = start
        return value

    def _fitting(self, scale: int, joined: bool, comma: bool) -> Decimal | None:
        """A group that can follow the scale: smaller than it, and in digits only where three of them end the number."""
        typed = self.tokens.kind(self.at) == "num"
        group = self._group()
        if group is None:
            return None
        value = group[0] if typed else self._millions_pair(group[0], scale)
        follows = self._scale()
        if value >= _THOUSAND or (follows is not None and follows >= scale):
            return None
        loose = typed and (value < 100 or group[1] != "plain" or joined)
        return None if follows is None and (loose or (comma and value < 100)) else value

    def _millions_pair(self, value: Decimal, scale: int) -> Decimal:
        """ "un millón cuatro treinta", "three thousand one fifty": the pair stands for hundreds."""
        if scale != (_THOUSAND if self.english else _MILLION) or not 1 <= value <= 9:
            return value
        start = self.at
        second = self._below_hundred("-" if self.english else "y")
        if second is not None and second >= 10:
            return value * 100 + second
        self.at = start
        return value

    def _pointed(self) -> Decimal:
        """ "punto cinco seis", "point two five": digits behind the decimal."""
        if self.tokens.text(self.at) not in self.words.point:
            return Decimal(0)
        digits = ""
        at = self.at + 1
        while self.words.small.get(self.tokens.text(at), 10) <= 9 and len(digits) < 6:
            digits += str(self.words.small[self.tokens.text(at)])
            at += 1
        if not digits:
            return Decimal(0)
        self.at = at
        return Decimal(f"0.{digits}")

    def _pair(self, first: int, value: Decimal) -> Number | None:
        """ "five-fifty", "three eighteen forty-four", "cuatro ochenta", "one six four"."""
        parts = [int(value)]
        ends = [self.at]
        while len(parts) < 6:
            self.at += self.tokens.text(self.at) == "-"
            hundreds = None if self.english else self.words.hundreds.get(self.tokens.text(self.at))
            group = self._spanish_group() if hundreds else None
            below = int(group[0]) if group else self._below_hundred("y" if not self.english else "-")
            if below is None or below == 0:
                break
            parts.append(below)
            ends.append(self.at)
        self.at = ends[-1]
        return paired(parts, first, ends, self.english)

"""Reads the number that begins at a word: groups, scales, halves, pairs."""

from decimal import Decimal

from scoring.reading.number_groups import UNITS
from scoring.reading.number_pairs import PairReader
from scoring.reading.numerals import Number, grown, loose_millions, style_of

_THOUSAND, _MILLION = 1000, 1_000_000
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")
_ONE = frozenset({"pound", "dollar", "buck", "quid", "euro", "peso"})
_RATE = frozenset({"a", "per", "each", "every"})
_NOTES = frozenset({"tenner", "fiver"})
_NEVER_LONE = frozenset({"k", "miles", "millones", "lucas", "palos", "billones", "milloncitos"})


class NumberReader(PairReader):
    """Reads the number that begins at a piece."""

    def read(self, first: int) -> Number | None:
        """The longest number at this piece."""
        self.at = first
        halved = self._halved(first) or self._and_a_half(first)
        if halved:
            return halved
        self.at = first
        typed = self.tokens.kind(first) == "num"
        group = self._group()
        if group is None:
            return self._lone(first)
        value, style = group
        rough = [self.tokens.text(self.at + step) for step in (0, 1, 2)]
        if rough[0] == "y" and rough[1] in ("pico", "tantos", "algo") and rough[2] in self.scales:  # "… y tantos mil"
            self.at += 2
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
            return self._quarter(first)
        at = first + 2 if self.tokens.text(first + 1) in ("a", "un") else first + 1
        word = self.tokens.text(at)
        if word not in self.scales or word in ("k", "miles"):
            return None
        self.at = at + 1
        return Number(_HALF * self.scales[word], first, self.at, "scaled", word in self.money)

    def _quarter(self, first: int) -> Number | None:
        """ "un cuarto de millón", "a quarter of a million"."""
        words = [self.tokens.text(first + step) for step in range(5)]
        length = 3 if words[:3] == ["un", "cuarto", "de"] else 4 if words[:4] == ["a", "quarter", "of", "a"] else 2
        scale = self.scales.get(words[length], 0) if length > 2 or words[:2] == ["a", "quarter"] else 0
        if scale < _MILLION:
            return None
        self.at = first + length + 1
        return Number(scale * _QUARTER, first, self.at, "scaled", words[length] in self.money)

    def _and_a_half(self, first: int) -> Number | None:
        """ "4 and a half grand", "dos y medio palos", "tres y media lucas": the half stands before the scale."""
        group = self._group() if self.tokens.text(first) not in ("a", "couple", "half") else None
        half = self._and_half() if group and group[0] < _THOUSAND else Decimal(0)
        scale = self._scale() if half else None
        if not group or not half or scale is None:
            return None
        self.at += 1
        money = self.tokens.text(self.at - 1) in self.money
        return Number((group[0] + half) * scale, first, self.at, "scaled", money)

    def _lone(self, first: int) -> Number | None:
        """ "mil quinientos", "palo y medio", "a hundred": a scale without a number before it."""
        word = self.tokens.text(first)
        if self.english:
            return self._round_sum(first)
        if word not in self.scales or word in _NEVER_LONE:
            return None
        if word in self.money and not self._goes_on(first + 1):
            return None
        self.at = first
        return self._scaled(first, Decimal(1), False)

    def _round_sum(self, first: int) -> Number | None:
        """ "the first thousand dollars", "hundred bucks", "a pound a day": a sum by its currency alone."""
        small = self._and_change(first)
        if small:
            return small
        if (
            self.tokens.text(first) == "a"
            and self.tokens.text(first + 1) in _ONE
            and self.tokens.text(first + 2) in _RATE
        ):
            self.at = first + 1
            return Number(Decimal(1), first, self.at, "words")
        if self.tokens.text(first) in _NOTES and self.tokens.text(first) in self.money:
            self.at = first + 1
            return Number(Decimal(self.money[self.tokens.text(first)]), first, self.at, "scaled", True)
        scale = self.scales.get(self.tokens.text(first)) or self.words.hundreds.get(self.tokens.text(first))
        led = self.tokens.kind(first - 1) in ("num", "sign") or self.tokens.glued(first)
        if not scale or led or self.tokens.text(first + 1) not in UNITS:
            return None
        self.at = first + 1
        return Number(Decimal(scale), first, self.at, "scaled")

    def _and_change(self, first: int) -> Number | None:
        """ "a buck fifty", "a pound twenty": one, and its cents."""
        if self.tokens.text(first) not in ("a", "one") or self.tokens.text(first + 1) not in _ONE:
            return None
        self.at = first + 2
        cents = self._below_hundred("-")
        if cents is None or cents < 10:
            return None
        return Number(1 + Decimal(cents) / 100, first, self.at, "pair", True)

    def _goes_on(self, at: int) -> bool:
        """ "palo y medio", "palo y doscientos", "luca quinientos": what makes a money word a number of its own."""
        joint = self.tokens.text(at) == "y"
        word = self.tokens.text(at + joint)
        return (joint and word[:4] == "medi") or word in self.words.hundreds

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
        self.at += comma or self._hinged(start)
        word = self.tokens.text(self.at)
        if not self.english and scale == _MILLION and word == "mil":
            return Decimal(1)
        value = None if self.english and word in ("a", "couple") else self._fitting(scale, self.at > start, comma)
        if value is None:
            self.at = start
        return value

    def _hinged(self, at: int) -> bool:
        """ "a thousand and fifty"; "palo y doscientos"."""
        if self.english:
            return self.tokens.text(at) == "and"
        slang = self.tokens.text(at - 1) in self.money
        hundreds = self.tokens.text(at + 1) in self.words.hundreds
        digits = self.tokens.kind(at + 1) == "num" and len(self.tokens.text(at + 1)) == 3
        if self.tokens.text(at) == "con" and digits and not slang:  # "96 mil con 500"; not "con 500 de recargo"
            return self.tokens.text(at - 1) == "mil" and self.tokens.text(at + 2) not in ("de", "por")
        return slang and (hundreds or digits) and self.tokens.text(at) in ("y", "con")

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
        slang = joined and self.tokens.text(self.at - 3) in self.money
        by_con = joined and group[1] == "plain" and self.tokens.text(self.at - 2) == "con"
        loose = typed and (
            value < 100 or group[1] not in ("plain", "hundreds") or (joined and not slang and not by_con)
        )
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

"""Rows of small numbers said as one: "five-fifty", "cuatro ochenta", "one six four", "sixteen-oh-five"."""

from dataclasses import replace
from decimal import Decimal

from scoring.reading.number_groups import GroupReader
from scoring.reading.numerals import Number, paired


class PairReader(GroupReader):
    """Reads what goes on behind a small number."""

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
            if len(parts) == 1 and self._oh():
                return self._oh_pair(first, parts[0])
            hundreds = None if self.english else self.words.hundreds.get(self.tokens.text(self.at))
            group = self._spanish_group() if hundreds else None
            below = int(group[0]) if group else self._below_hundred("y" if not self.english else "-")
            if below is None or below == 0:
                break
            parts.append(below)
            ends.append(self.at)
        self.at = ends[-1]
        row = paired(parts, first, ends, self.english)
        if row is None or row.style != "spelled" or row.last != self.at:
            return row
        pointed = self._pointed()
        return replace(row, value=row.value + pointed, last=self.at) if pointed else row

    def _oh(self) -> int:
        """ "oh five": the ones behind a spoken nought; 0 where there are none."""
        if not self.english or self.tokens.text(self.at) not in ("oh", "o"):
            return 0
        after = self.at + 1 + (self.tokens.text(self.at + 1) == "-")
        ones = self.words.small.get(self.tokens.text(after), 0)
        return ones if 1 <= ones <= 9 else 0

    def _oh_pair(self, first: int, head: int) -> Number:
        """ "sixteen-oh-five" is 1605 or 16.05; "one oh four ninety-nine" is 104.99."""
        whole = head * 100 + self._oh()
        self.at += 2 + (self.tokens.text(self.at + 1) == "-")
        end = self.at
        cents = self._below_hundred("-")
        if cents is not None and cents >= 10:
            return Number(Decimal(whole * 100 + cents) / 100, first, self.at, "pair")
        self.at = end
        return Number(Decimal(whole), first, end, "pair", readings=(Decimal(whole) / 100,))

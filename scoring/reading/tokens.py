"""Words, numerals and signs of a folded text: the pieces that the grammars read. Linear in the text's length."""

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.reading.normalise import Folded, fold
from scoring.reading.spelling import fused, slips

_TOKEN = re.compile(
    r"""(?P<link>(?:https?://|www\.)\S{1,300}|[a-z0-9.+_-]{1,64}@[a-z0-9-]{1,64}\.[a-z0-9.-]{1,64})
    |(?P<chat>2(?:day|nite|moro|morrow|mrw)\b)
    |(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
    |(?P<slash>[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4}|/[0-9]{2})?(?![0-9/]))
    |(?P<dash>[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{4}|[0-9]{2})(?![0-9-]))
    |(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))
    |(?P<sign>us\$|u\$[sd]|mx\$|s/\.?(?=\ ?[0-9])|[$€£])
    |(?P<num>[0-9]{1,3}(?:\ [0-9]{3}){1,4}(?:[.,][0-9]{1,2}(?![0-9])|(?=\ ?(?:€|(?:euros?|pesos|soles|dolares)\b)))
        |(?<=[$€£])[0-9]{1,3}(?:\ [0-9]{3}){1,4}(?![0-9])
        |(?<=[$€£]\ )[0-9]{1,3}(?:\ [0-9]{3}){1,4}(?![0-9])
        |[0-9]+(?:[.,'][0-9]+)*)
    |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
    |(?P<punct>\S)""",
    re.VERBOSE,
)
_MAX_TOKENS = 20_000


class Token(NamedTuple):
    """One piece. ``start`` and ``end`` are positions in the folded text; ``glued``: no space before it."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool


class Tokens(NamedTuple):
    """A tokenised text; looking outside it is allowed and finds nothing."""

    folded: Folded
    items: tuple[Token, ...]

    def text(self, at: int) -> str:
        """The folded text of a piece; empty outside the text."""
        return self.items[at].text if 0 <= at < len(self.items) else ""

    def kind(self, at: int) -> str:
        """The kind of a piece; empty outside the text."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""

    def glued(self, at: int) -> bool:
        """Whether the piece touches the one before it."""
        return 0 < at < len(self.items) and self.items[at].glued

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The original's code points from piece ``first`` to piece ``last`` (exclusive)."""
        return self.folded.span(self.items[first].start, self.items[last - 1].end)

    def written(self, at: int) -> str:
        """The piece as it was written, lower case, with its accents: "pagó" is not "pago"."""
        if not 0 <= at < len(self.items):
            return ""
        start, end = self.span(at, at + 1)
        return self.folded.original[start:end].lower()

    def at(self, position: int) -> int:
        """The first piece that ends after an original position."""
        low, high = 0, len(self.items)
        while low < high:
            middle = (low + high) // 2
            if self.span(middle, middle + 1)[1] <= position:
                low = middle + 1
            else:
                high = middle
        return low


@lru_cache(maxsize=64)
def tokenise(text: str) -> Tokens:
    """The pieces of a text; what stands beyond 20,000 pieces is not read."""
    folded = fold(text)
    items: list[Token] = []
    previous = -1
    for match in _TOKEN.finditer(folded.text):
        start, end = match.span()
        items += _pieces(match.lastgroup or "punct", match.group(), start, start == previous)
        previous = end
        if len(items) >= _MAX_TOKENS:
            break
    return Tokens(folded, tuple(items))


def _pieces(kind: str, text: str, start: int, glued: bool) -> tuple[Token, ...]:
    """A piece as it was meant: slips of the finger mended, "dosmil" as two."""
    if kind == "chat":
        kind = "word"
    if kind != "word":
        return (Token(kind, text, start, start + len(text), glued),)
    both = fused().get(text)
    if both:
        middle = start + len(both[0])
        return (Token(kind, both[0], start, middle, glued), Token(kind, both[1], middle, start + len(text), False))
    return (Token(kind, slips().get(text, text), start, start + len(text), glued),)

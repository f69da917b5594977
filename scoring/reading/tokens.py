"""Words, numerals and signs of a folded text: the pieces that the grammars read. Linear in the text's length."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from scoring.reading.normalise import Folded, fold
from scoring.reading.spelling import fused, slips

_TOKEN = re.compile(
    r"""(?P<plain>[^\W\d_]+(?:'[^\W\d_]+)?(?=[\s,;?!]|\Z))
    |(?P<link>(?:https?://|www\.)\S{1,300}|[a-z0-9.+_-]{1,64}@[a-z0-9-]{1,64}\.[a-z0-9.-]{1,64})
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
_KINDS = {name: name for name in _TOKEN.groupindex} | {"plain": "word", "chat": "word"}
"""The kind of a piece by the group that found it. Most are words that touch nothing: they are looked for first."""
_LETTERS = re.compile(r"(?<=[0-9])o(?=[0-9])|(?<=[0-9])oo+(?![^\W_])|(?<=[$€£][0-9])o(?![^\W_])")
_MAX_TOKENS = 20_000


class Token(NamedTuple):
    """One piece. ``start`` and ``end`` are positions in the folded text; ``glued``: no space before it."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool


class _Pieces(dict[int, str]):
    """What is said at each place; outside the text nothing is."""

    def __missing__(self, at: int) -> str:
        return ""


class Tokens:
    """A tokenised text; looking outside it is allowed and finds nothing.

    ``text`` and ``kind`` give the folded text and the kind of a piece, empty outside the text. The grammars ask them
    tens of thousands of times: they are the tables' own look-ups.
    """

    __slots__ = ("folded", "items", "kind", "text")

    def __init__(self, folded: Folded, items: tuple[Token, ...]) -> None:
        self.folded, self.items = folded, items
        self.text: Callable[[int], str] = _Pieces(enumerate(token.text for token in items)).__getitem__
        self.kind: Callable[[int], str] = _Pieces(enumerate(token.kind for token in items)).__getitem__

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
    folded = _with_noughts(fold(text))
    items: list[Token] = []
    previous, meant, joined = -1, slips(), fused()
    for match in _TOKEN.finditer(folded.text):
        kind, piece = _KINDS[match.lastgroup or "punct"], match.group()
        start, end = match.span()
        if piece in joined:
            items += _two(joined[piece], start, end, start == previous)
        elif kind == "word":
            items.append(Token(kind, meant.get(piece, piece), start, end, start == previous))
        else:
            items.append(Token(kind, piece, start, end, start == previous))
        previous = end
        if len(items) >= _MAX_TOKENS:
            break
    return Tokens(folded, tuple(items))


def _with_noughts(folded: Folded) -> Folded:
    """ "$1,2OO", "15OO", "2O5": the letter typed for the nought; not "1o" for "primero"."""
    if not _LETTERS.search(folded.text):
        return folded
    return replace(folded, text=_LETTERS.sub(lambda found: "0" * len(found.group()), folded.text))


def _two(words: tuple[str, str], start: int, end: int, glued: bool) -> tuple[Token, Token]:
    """ "dosmil" as the two words it is."""
    middle = start + len(words[0])
    return Token("word", words[0], start, middle, glued), Token("word", words[1], middle, end, False)

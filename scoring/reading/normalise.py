"""Folding a text so that grammars can compare it, with the way back to the original code points.

Folded text is lower case without accents; exotic spaces, quotes, dashes and digits become the plain ones, and
characters that nobody sees (zero-width, soft hyphen, combining marks) disappear.
"""

import re
import unicodedata
from dataclasses import dataclass

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_QUOTES = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"'}
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def _one_to_one() -> dict[int, str]:
    """Every character that folds to exactly one other."""
    table: dict[int, str] = {ord(c): " " for c in _SPACES}
    table |= {ord(c): r for c, r in (_QUOTES | _DASHES).items()}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F)):
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c)).lower()
        if len(plain) == 1 and plain.isascii():
            table[code] = plain
    table[ord("\u00ba")] = table[ord("\u02da")] = "\u00b0"
    return table


_TABLE = _one_to_one()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``origin`` maps its positions to the original's; ``None`` where they are the same."""

    text: str
    original: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's code points that folded positions ``start`` to ``end`` (exclusive) came from."""
        if self.origin is None:
            return start, end
        last = self.origin[end] if end < len(self.origin) else len(self.original)
        return self.origin[start], max(last, self.origin[start] + 1)


def fold(text: str) -> Folded:
    """Fold a text of any content; never raises."""
    if not _INVISIBLE.search(text):
        return Folded(text.translate(_TABLE), text, None)
    kept = [(i, c) for i, c in enumerate(text) if not _INVISIBLE.match(c)]
    plain = "".join(c for _, c in kept).translate(_TABLE)
    return Folded(plain, text, tuple(i for i, _ in kept))

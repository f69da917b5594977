"""Words and pieces of words as weighted features, for a linear model. NumPy is not needed to count them.

Three blocks: pieces of the agent's words (2 to 5 characters within word bounds), the agent's words and pairs of words,
and the debtor's words before them. Each block is brought to unit length: a long reply weighs no more than a short one.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from scoring.criteria.cues import fold

MAX_CHARS = 4000
BLOCKS = ("pieces", "words", "heard")
_WORD = re.compile(r"[a-z0-9ñ']+|[!?¿¡]")
_DIGITS = re.compile(r"\d")


def counted(agent: str, debtor: str) -> dict[str, dict[int, float]]:
    """For each block, hashed feature → damped count (1 + ln n for pieces, presence for words)."""
    said, heard = _plain(agent), _plain(debtor)
    return {
        "pieces": {_key(g): 1.0 + math.log(n) for g, n in Counter(_pieces(said)).items()},
        "words": {_key(g): 1.0 for g in set(_words(said))},
        "heard": {_key(g): 1.0 for g in set(_words(heard))},
    }


def _plain(text: str) -> str:
    """Folded, with every digit alike: the amount itself says nothing about the level."""
    return _DIGITS.sub("0", fold(text[:MAX_CHARS]))


def _pieces(text: str) -> Iterable[str]:
    for word in text.split():
        padded = f" {word} "
        for size in range(2, 6):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]
            if size >= len(padded):
                break


def _words(text: str) -> Iterable[str]:
    words = _WORD.findall(text)
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"


def _key(gram: str) -> int:
    return zlib.crc32(gram.encode())

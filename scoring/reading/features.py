"""Features of a reply for the linear model: hashed pieces of words and words, counted per clause and over the whole.

Hashes are 32 bits wide and depend on nothing but the text, so weights made on one machine serve on any other.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]
CHAR_SIZES = (2, 3, 4, 5)
_PRIME = np.uint64(1_099_511_628_211)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[$€£%?!]")
CHARS, WORDS, BEFORE, SIGNS, MEANING = 0, 1, 2, 3, 4
"""Blocks: pieces of words, words and pairs, words of the other speaker before, signs, what the words mean. Each is
normalised by itself."""


@dataclass(frozen=True, slots=True)
class Grams:
    """Hashes with their block and the unit (clause number) they stand in."""

    hashes: Hashes
    blocks: NDArray[np.int8]
    units: NDArray[np.int32]


def word_number(word: str) -> int:
    """The 32 bits that stand for a word."""
    return zlib.crc32(word.encode("utf-8", "replace"))


def words_of(folded: str) -> list[str]:
    """Words and marks of a folded text; every number is ``0``."""
    return _TOKEN.findall(_NUMBER.sub("0", folded))


def grams_of(units: Sequence[Sequence[str]]) -> Grams:
    """Pieces and words of each unit (its words)."""
    pieces, places = char_hashes(units)
    whole = [word_hashes(words, "w") for words in units]
    sizes = [len(h) for h in whole]
    return Grams(
        np.concatenate([pieces, *whole]),
        np.repeat(np.array([CHARS, WORDS], np.int8), [len(pieces), sum(sizes)]),
        np.concatenate([places, np.repeat(np.arange(len(units), dtype=np.int32), sizes)]),
    )


def word_hashes(words: Sequence[str], prefix: str) -> Hashes:
    """Words and pairs of neighbours, with the unit's edges."""
    edged = ["^", *words, "$"]
    pairs = [f"{prefix}{a} {b}" for a, b in pairwise(edged)]
    return np.array(
        [zlib.crc32(g.encode("utf-8", "replace")) for g in (*(prefix + w for w in words), *pairs)], np.uint32
    )


def char_hashes(units: Sequence[Sequence[str]]) -> tuple[Hashes, NDArray[np.int32]]:
    """Pieces of 2 to 5 characters, within words and their edges, and the unit of each."""
    texts = [f" {' '.join(words)} " for words in units]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    unit = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) for text in texts])
    space = codes == 32
    hashes, places = [], []
    for size in CHAR_SIZES:
        count = max(len(codes) - size + 1, 0)
        hashed = np.full(count, size, np.uint64)
        kept = unit[:count] == unit[size - 1 :]
        for k in range(size):
            hashed = (hashed ^ codes[k : k + count]) * _PRIME
            if 0 < k < size - 1:
                kept &= ~space[k : k + count]
        hashed = hashed[kept]
        hashes.append((hashed ^ (hashed >> np.uint64(32))).astype(np.uint32))
        places.append(unit[:count][kept])
    return np.concatenate(hashes), np.concatenate(places)

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


def grams_of(units: Sequence[str]) -> Grams:
    """Pieces and words of each unit (folded texts)."""
    hashes: list[Hashes] = []
    blocks: list[int] = []
    numbers: list[int] = []
    for number, unit in enumerate(units):
        words = words_of(unit)
        for block, found in ((CHARS, char_hashes(words)), (WORDS, word_hashes(words, "w"))):
            hashes.append(found)
            blocks.append(block)
            numbers.append(number)
    sizes = [len(h) for h in hashes]
    return Grams(
        np.concatenate(hashes) if hashes else np.zeros(0, np.uint32),
        np.repeat(np.array(blocks, np.int8), sizes),
        np.repeat(np.array(numbers, np.int32), sizes),
    )


def word_hashes(words: Sequence[str], prefix: str) -> Hashes:
    """Words and pairs of neighbours, with the unit's edges."""
    edged = ["^", *words, "$"]
    pairs = [f"{prefix}{a} {b}" for a, b in pairwise(edged)]
    return np.array(
        [zlib.crc32(g.encode("utf-8", "replace")) for g in (*(prefix + w for w in words), *pairs)], np.uint32
    )


def char_hashes(words: Sequence[str]) -> Hashes:
    """Pieces of 2 to 5 characters, within words and their edges."""
    codes = np.frombuffer((" " + " ".join(words) + " ").encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    space = codes == 32
    found = []
    for size in CHAR_SIZES:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        hashed = np.full(count, size, np.uint64)
        inside = np.zeros(count, bool)
        for k in range(size):
            hashed = (hashed ^ codes[k : k + count]) * _PRIME
            if 0 < k < size - 1:
                inside |= space[k : k + count]
        hashed = hashed[~inside]
        found.append((hashed ^ (hashed >> np.uint64(32))).astype(np.uint32))
    return np.concatenate(found) if found else np.zeros(0, np.uint32)

"""What words mean, learnt from their neighbours: words that stand among the same words get like vectors.

Vectors are made in training from all texts at hand (``learn.py``): a table of who stands near whom, weighed by
surprise, and its strongest directions (truncated singular values; Levy and Goldberg 2014 on why that works). A reply's
meaning is the mean of its words' vectors, rare words counting more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.reading.features import word_number

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Meanings:
    """Word numbers, one vector a word (times its ``scale``: weighed by rarity), and the usual meaning of a reply."""

    words: NDArray[np.uint32]
    vectors: NDArray[np.int8] | Floats
    scale: Floats
    usual: Floats

    @cached_property
    def _places(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.words.tolist())}

    def of(self, words: Iterable[str]) -> Floats:
        """A direction of length 1, or zeros where no word is known."""
        places = [place for word in words if (place := self._places.get(word_number(word))) is not None]
        if not places:
            return np.zeros(len(self.usual), np.float32)
        return _direction(_direction(self.scale[places] @ self.vectors[places]) - self.usual)

    def rows(self, texts: Sequence[Sequence[str]]) -> Floats:
        """One row a text."""
        return np.stack([self.of(words) for words in texts])


def _direction(vector: Floats) -> Floats:
    length = float(np.sqrt(vector @ vector))
    return np.asarray(vector / length if length else vector, np.float32)

"""The trained part of the act reader: one linear model per act, scored over the whole reply and over each clause.

Weights stand in ``weights/acts.npz`` (made by ``python -m scoring.reading.train``); they load when first needed.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scoring.reading.features import BEFORE, CHARS, grams_of, word_hashes, words_of

Floats = NDArray[np.float32]
WEIGHTS = Path(__file__).parent / "weights" / "acts.npz"
BLOCKS = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known features: sorted keys (hash and block in one number) and their inverse document frequencies."""

    keys: NDArray[np.uint64]
    idf: Floats

    def rows(self, units: Sequence[str], before: str) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """Unit number, feature number and value of every feature; unit ``len(units)`` is the whole reply."""
        grams = grams_of(units)
        context = word_hashes(words_of(before)[:60], "b") if before else np.zeros(0, np.uint32)
        keys = np.concatenate([keyed(grams.hashes, grams.blocks), keyed(context, BEFORE)])
        unit = np.concatenate([grams.units.astype(np.int64), np.full(len(context), -1, np.int64)])
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[at] == keys
        at, unit = at[known].astype(np.int64), unit[known]
        return self._weighted(at, unit, len(units))

    def _weighted(
        self, at: NDArray[np.int64], unit: NDArray[np.int64], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        own = unit >= 0
        context = np.repeat(at[~own], count + 1)
        everywhere = np.tile(np.arange(count + 1), int((~own).sum()))
        units = np.concatenate([unit[own], np.full(int(own.sum()), count, np.int64), everywhere])
        features = np.concatenate([at[own], at[own], context])
        pairs, times = np.unique(units * len(self.keys) + features, return_counts=True)
        units, features = pairs // len(self.keys), pairs % len(self.keys)
        values = (1 + np.log(times)).astype(np.float32) * self.idf[features]
        block = (self.keys[features] >> np.uint64(32)).astype(np.int64)
        norms = np.sqrt(np.bincount(units * BLOCKS + block, values**2, (count + 1) * BLOCKS))
        return units, features, (values / norms[units * BLOCKS + block]).astype(np.float32)


def keyed(hashes: NDArray[np.uint32], block: int | NDArray[np.int8]) -> NDArray[np.uint64]:
    """Hash and block as one sortable number."""
    return hashes.astype(np.uint64) | (np.asarray(block, np.uint64) << np.uint64(32))


@dataclass(frozen=True, slots=True)
class ActModel:
    """Weights of one language. ``mix`` holds, for each act: bias, whole, best clause, cues, muted cues, offers."""

    vocabulary: Vocabulary
    weights: Floats
    bias: Floats
    mix: Floats

    def logits(self, units: Sequence[str], before: str) -> Floats:
        """One row a unit, the last for the whole reply; one column an act."""
        rows, features, values = self.vocabulary.rows(units, before)
        scores = np.tile(self.bias, (len(units) + 1, 1))
        if len(rows):
            starts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]])
            scores[rows[starts]] += np.add.reduceat(self.weights[features] * values[:, None], starts, axis=0)
        return scores


@lru_cache(maxsize=2)
def load_model(language: str) -> ActModel:
    """The model of ``es`` or ``en``; ``OSError`` where the weights are missing."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        part = {name: stored[f"{language}_{name}"] for name in ("keys", "idf", "weights", "scale", "bias", "mix")}
    weights = part["weights"].astype(np.float32) * part["scale"].astype(np.float32)
    vocabulary = Vocabulary(part["keys"], part["idf"].astype(np.float32))
    return ActModel(vocabulary, weights, part["bias"].astype(np.float32), part["mix"].astype(np.float32))


@lru_cache(maxsize=1)
def weights_version() -> str:
    """Eight hexadecimal digits of the stored weights."""
    return f"{zlib.crc32(WEIGHTS.read_bytes()):08x}"


__all__ = ["BEFORE", "CHARS", "ActModel", "Vocabulary", "keyed", "load_model", "weights_version"]

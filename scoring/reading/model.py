"""The trained part of the act reader: one linear model per act for the whole reply, another for each clause.

Weights stand in ``weights/acts.npz`` (made by ``python -m scoring.reading.train``); they load when first needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scoring.reading.features import BEFORE, MEANING, SIGNS, grams_of, word_hashes, words_of
from scoring.reading.meaning import Meanings
from scoring.reading.signs import sign_hash
from scoring.reading.weights import WEIGHTS

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
BLOCK_WEIGHTS = np.array([0.8, 1.0, 0.35, 0.8, 1.0], np.float32)
"""How much pieces of words, words, the other's words before, signs and meaning count against each other."""
MOST_BEFORE = 60
IMPRESSIONS = ("calm", "empathy", "clarity")
"""What the same features say of a reply's levels; their columns follow those of the acts."""
_UNIT, _KEY = np.uint64(36), np.uint64((1 << 36) - 1)


@dataclass(frozen=True, slots=True)
class Laid:
    """A reply as the model takes it: its clauses, the other's words before, the signs of each clause and the whole."""

    units: Sequence[str]
    before: Sequence[str]
    signs: Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Entries:
    """Features before the vocabulary: keys (hash and block), units they stand in, how strongly."""

    keys: NDArray[np.uint64]
    units: Whole
    strength: Floats


def entries_of(laid: Laid, meanings: Meanings) -> Entries:
    """Every feature of every clause; unit ``len(laid.units)`` is the whole reply."""
    words = [words_of(unit) for unit in laid.units]
    parts = [_gram_entries(words), _before_entries(laid), _sign_entries(laid), _meaning_entries(words, meanings)]
    keys, units, strength = (np.concatenate([part[n] for part in parts]) for n in range(3))
    return Entries(keys, units, strength.astype(np.float32))


_Part = tuple[NDArray[np.uint64], Whole, NDArray[np.float64]]


def _gram_entries(words: Sequence[Sequence[str]]) -> _Part:
    count = len(words)
    grams = grams_of(words)
    placed = keyed(grams.hashes, grams.blocks) | (grams.units.astype(np.uint64) << _UNIT)
    own, inside = np.unique(placed, return_counts=True)
    whole, overall = np.unique(own & _KEY, return_inverse=True)
    total = np.bincount(overall, inside, len(whole))
    units = np.concatenate([(own >> _UNIT).astype(np.int64), np.full(len(whole), count)])
    return np.concatenate([own & _KEY, whole]), units, np.concatenate([1 + np.log(inside), 1 + np.log(total)])


def _before_entries(laid: Laid) -> _Part:
    count = len(laid.units)
    said = list(laid.before[:MOST_BEFORE])
    context = np.unique(keyed(word_hashes(said, "b"), BEFORE)) if said else np.zeros(0, np.uint64)
    units = np.repeat(np.arange(count + 1), len(context))
    return np.tile(context, count + 1), units, np.ones(len(context) * (count + 1))


def _sign_entries(laid: Laid) -> _Part:
    signs = [(keyed_sign(name), unit, value) for unit, held in enumerate(laid.signs) for name, value in held.items()]
    return (
        np.array([s[0] for s in signs], np.uint64),
        np.array([s[1] for s in signs], np.int64),
        np.array([s[2] for s in signs], np.float64),
    )


def _meaning_entries(words: Sequence[Sequence[str]], meanings: Meanings) -> _Part:
    rows = meanings.rows([*words, [word for unit in words for word in unit]])
    keys = np.arange(rows.shape[1], dtype=np.uint64) | np.uint64(MEANING << 32)
    units = np.repeat(np.arange(len(rows)), rows.shape[1])
    return np.tile(keys, len(rows)), units, rows.ravel().astype(np.float64)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known features: sorted keys (hash and block in one number), their inverse document frequencies, and meanings."""

    keys: NDArray[np.uint64]
    idf: Floats
    meanings: Meanings

    def rows(self, laid: Laid) -> tuple[Whole, Whole, Floats]:
        """Unit number, feature number and value of every known feature, ordered by unit."""
        entries, count = entries_of(laid, self.meanings), len(laid.units) + 1
        at = np.minimum(np.searchsorted(self.keys, entries.keys), len(self.keys) - 1)
        known = self.keys[at] == entries.keys
        features, units = at[known].astype(np.int64), entries.units[known]
        values = entries.strength[known] * self.idf[features]
        blocks = (self.keys[features] >> np.uint64(32)).astype(np.int64)
        cells = units * len(BLOCK_WEIGHTS) + blocks
        norms = np.sqrt(np.bincount(cells, values**2, count * len(BLOCK_WEIGHTS)))
        values = values / np.maximum(norms[cells], 1e-9) * BLOCK_WEIGHTS[blocks]
        order = np.argsort(units, kind="stable")
        return units[order], features[order], values[order].astype(np.float32)


def keyed(hashes: NDArray[np.uint32], block: int | NDArray[np.int8]) -> NDArray[np.uint64]:
    """Hash and block as one sortable number."""
    return hashes.astype(np.uint64) | (np.asarray(block, np.uint64) << np.uint64(32))


@lru_cache(maxsize=20_000)
def keyed_sign(name: str) -> int:
    """A sign's number among all features."""
    return sign_hash(name) | (SIGNS << 32)


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model, one column a target. Weights times ``scale`` are what counts: stored, they are small whole
    numbers.
    """

    weights: NDArray[np.int8] | Floats
    scale: Floats
    bias: Floats

    def scores(self, features: Whole, values: Floats, starts: Whole) -> Floats:
        """One row for each run of features that begins at a start."""
        if not len(starts):
            return np.zeros((0, len(self.bias)), np.float32)
        weighed = np.add.reduceat(self.weights[features] * values[:, None], starts, axis=0)
        return np.asarray(weighed * self.scale + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class ActModel:
    """Weights of one language: for whole replies one column an act, then the impressions; for clauses the acts.

    ``mix`` holds for each act how its evidence is weighed (``acts.weigh``). ``sure`` is the score in logits beyond
    which an act is certain.
    """

    vocabulary: Vocabulary
    whole: Linear
    clause: Linear
    mix: Floats
    sure: Floats

    def scores(self, laid: Laid) -> tuple[Floats, Floats]:
        """The whole reply, one number an act, then the impressions; and one row a clause, one column an act."""
        units, features, values = self.vocabulary.rows(laid)
        cut = int(np.searchsorted(units, len(laid.units)))
        starts = np.flatnonzero(np.r_[True, units[1:cut] != units[: cut - 1]]) if cut else np.zeros(0, np.int64)
        clauses = np.tile(self.clause.bias, (len(laid.units), 1))
        clauses[units[starts]] = self.clause.scores(features[:cut], values[:cut], starts)
        first = np.zeros(min(1, len(units) - cut), np.int64)
        whole = self.whole.scores(features[cut:], values[cut:], first)
        return (whole[0] if len(whole) else self.whole.bias), clauses


@lru_cache(maxsize=2)
def load_model(language: str) -> ActModel:
    """The model of ``es`` or ``en``; ``OSError`` where the weights are missing."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        part = {name.removeprefix(f"{language}_"): stored[name] for name in stored if name.startswith(f"{language}_")}
    meanings = Meanings(part["words"], part["vectors"], part["vector_scale"], part["usual"])
    vocabulary = Vocabulary(part["keys"], part["idf"].astype(np.float32), meanings)
    whole, clause = (
        Linear(part[f"{kind}weights"], part[f"{kind}scale"], part[f"{kind}bias"]) for kind in ("", "clause_")
    )
    return ActModel(vocabulary, whole, clause, part["mix"], part["sure"])

"""Learn what words mean from texts: part of ``scoring.reading.train``; needs scikit-learn. Same texts, same vectors."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.decomposition import TruncatedSVD

from scoring.reading.features import word_number
from scoring.reading.meaning import Meanings

DIMENSIONS, NEAR, LEAST = 150, 5, 2
_SMOOTHED = 0.75
"""Frequencies of neighbours are flattened by this power: else rare words are surprised by everything."""


def meanings_of(texts: Sequence[Sequence[str]]) -> Meanings:
    """Vectors of every word that stands in the texts at least twice; the usual meaning is the mean over the texts."""
    seen = Counter(word for text in texts for word in text)
    known = {word: place for place, word in enumerate(sorted(w for w, times in seen.items() if times >= LEAST))}
    vectors = _reduced(_surprise(_neighbours(texts, known)))
    apart = Counter(word for text in texts for word in set(text))
    rarity = np.array([max(np.log(len(texts) / (1 + apart[word])), 0.2) for word in known])
    numbers = np.array([word_number(word) for word in known], np.uint32)
    order = np.argsort(numbers)
    weighed = (vectors * rarity[:, None])[order].astype(np.float32)
    reach = (np.maximum(np.abs(weighed).max(axis=1), 1e-6) / 127).astype(np.float32)
    stored = np.round(weighed / reach[:, None]).astype(np.int8)
    plain = Meanings(numbers[order], stored, reach, np.zeros(DIMENSIONS, np.float32))
    return replace(plain, usual=plain.rows(texts).mean(axis=0))


def _neighbours(texts: Sequence[Sequence[str]], known: dict[str, int]) -> sparse.coo_matrix:
    """How often words stand near each other, the nearer the more."""
    pairs: defaultdict[tuple[int, int], float] = defaultdict(float)
    for text in texts:
        places = [known.get(word, -1) for word in text]
        for at, one in enumerate(places):
            for back in range(1, min(NEAR, at) + 1):
                other = places[at - back]
                if one >= 0 and other >= 0:
                    pairs[min(one, other), max(one, other)] += 1 / back
    rows, columns = np.array(list(pairs), np.int64).reshape(-1, 2).T
    values = np.array(list(pairs.values()))
    half = sparse.coo_matrix((values, (rows, columns)), shape=(len(known), len(known)))
    return (half + half.T).tocoo()


def _surprise(near: sparse.coo_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information."""
    total = np.asarray(near.sum(axis=1)).ravel()
    flat = total**_SMOOTHED
    score = np.log(near.data * flat.sum() / (total[near.row] * flat[near.col]))
    kept = score > 0
    return sparse.csr_matrix((score[kept], (near.row[kept], near.col[kept])), shape=near.shape)


def _reduced(table: sparse.csr_matrix) -> NDArray[np.float64]:
    """Rows of length 1 in the strongest directions."""
    model = TruncatedSVD(min(DIMENSIONS, table.shape[0] - 1), random_state=0)
    vectors = model.fit_transform(table) / np.sqrt(model.singular_values_)
    vectors = np.pad(vectors, ((0, 0), (0, DIMENSIONS - vectors.shape[1])))
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float64)

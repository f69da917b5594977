"""How well two sets of judgements agree: rank correlation, weighted kappa, shares, intervals. NumPy only."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
LEVELS = 5
RESAMPLES = 1000


def ranks(values: Array) -> Array:
    """Ranks from 1, ties sharing their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    shared: Array = (ends - (counts - 1) / 2.0)[inverse]
    return shared


def spearman(a: Array, b: Array) -> float | None:
    """Spearman's rank correlation; ``None`` with fewer than three pairs or where one side never varies."""
    return _pearson(ranks(a), ranks(b)) if len(a) >= 3 else None


def spearman_given(a: Array, b: Array, held: Array) -> float | None:
    """The rank correlation of ``a`` and ``b`` with ``held`` kept fixed; ``None`` where it is not defined."""
    if len(a) < 4:
        return None
    ab, ah, bh = (_pearson(ranks(x), ranks(y)) for x, y in ((a, b), (a, held), (b, held)))
    if ab is None or ah is None or bh is None or abs(ah) >= 1 or abs(bh) >= 1:
        return None
    return float((ab - ah * bh) / np.sqrt((1 - ah**2) * (1 - bh**2)))


def weighted_kappa(a: Array, b: Array) -> float | None:
    """Cohen's kappa on levels 0 to 4 with quadratic weights; ``None`` where chance alone would agree fully."""
    if len(a) == 0:
        return None
    seen = np.zeros((LEVELS, LEVELS))
    np.add.at(seen, (a.astype(int), b.astype(int)), 1.0 / len(a))
    apart = np.subtract.outer(np.arange(LEVELS), np.arange(LEVELS)) ** 2
    chance = float((np.outer(seen.sum(axis=1), seen.sum(axis=0)) * apart).sum())
    return None if chance == 0 else 1.0 - float((seen * apart).sum()) / chance


def exact(a: Array, b: Array) -> float | None:
    """The share of pairs on the same level."""
    return float(np.mean(a == b)) if len(a) else None


def within_one(a: Array, b: Array) -> float | None:
    """The share of pairs at most one level apart."""
    return float(np.mean(np.abs(a - b) <= 1)) if len(a) else None


def interval(a: Array, b: Array, seed: int = 0) -> tuple[float, float] | None:
    """A 95 % bootstrap interval of Spearman's correlation; the same input gives the same interval."""
    if len(a) < 10:
        return None
    draw = np.random.default_rng(seed)
    found = []
    for _ in range(RESAMPLES):
        pick = draw.integers(0, len(a), len(a))
        value = spearman(a[pick], b[pick])
        if value is not None:
            found.append(value)
    if len(found) < RESAMPLES / 2:
        return None
    low, high = np.quantile(found, (0.025, 0.975))
    return float(low), float(high)


def _pearson(a: Array, b: Array) -> float | None:
    if a.std() == 0 or b.std() == 0:
        return None
    return float(np.clip(np.corrcoef(a, b)[0, 1], -1.0, 1.0))

"""The level model: trained words + signals → score 0 to 4 per criterion, with the addends that made it.

Weights are data (``scoring/weights/levels.<language>.npz``), made by ``python -m scoring.training``, loaded when used.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.criterion import Term
from scoring.levels.ngrams import BLOCKS, counted
from scoring.levels.signals import Exchange, signals

WEIGHTS = Path(__file__).parent.parent / "weights"
CRITERIA = ("calm", "empathy", "clarity")
Array = npt.NDArray[Any]
_SHOWN = 0.05
MIDDLE = 2.0
"""The level that an impression is measured from; an unread reply makes none."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One criterion of one turn: ``score`` 0 to 4 and the terms that add up to it."""

    score: float
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Weights:
    """What training left behind, for one language."""

    rows: dict[str, dict[int, int]]
    idf: dict[str, Array]
    words: dict[str, Array]
    word_bias: Array
    names: tuple[str, ...]
    mean: Array
    coef: Array
    bias: Array
    knots: Array
    version: str


@lru_cache(maxsize=4)
def load_weights(language: str) -> Weights:
    """The weights of a language; ``FileNotFoundError`` where none ship."""
    path = WEIGHTS / f"levels.{language}.npz"
    with np.load(path, allow_pickle=False) as data:
        return Weights(
            rows={b: {int(k): i for i, k in enumerate(data[f"{b}_keys"])} for b in BLOCKS},
            idf={b: data[f"{b}_idf"].astype(np.float32) for b in BLOCKS},
            words={b: data[f"{b}_weights"].astype(np.float32) for b in BLOCKS},
            word_bias=data["word_bias"],
            names=tuple(str(n) for n in data["names"]),
            mean=data["mean"],
            coef=data["coef"],
            bias=data["bias"],
            knots=data["knots"],
            version=hashlib.sha256(path.read_bytes()).hexdigest()[:12],
        )


def version(language: str) -> str:
    """The first twelve digits of the weights' SHA-256."""
    return load_weights(language).version


def weight_of(name: str, criterion: str, language: str) -> float:
    """What a signal adds to a criterion where it is seen, in levels; 0 for one that training never saw."""
    weights = load_weights(language)
    if name not in weights.names or criterion not in CRITERIA:
        return 0.0
    return round(float(weights.coef[weights.names.index(name), CRITERIA.index(criterion)]), 2)


def words_score(agent: str, debtor: str, weights: Weights) -> Array:
    """What the trained words alone say, one number per criterion."""
    total: Array = weights.word_bias.astype(np.float32).copy()
    for block, counts in counted(agent, debtor).items():
        rows = weights.rows[block]
        known = [(rows[k], n) for k, n in counts.items() if k in rows]
        if not known:
            continue
        index = np.fromiter((i for i, _ in known), dtype=np.int64, count=len(known))
        values = np.fromiter((n for _, n in known), dtype=np.float32, count=len(known)) * weights.idf[block][index]
        total += (values / np.linalg.norm(values)) @ weights.words[block][index]
    return total


@lru_cache(maxsize=512)
def score_exchange(exchange: Exchange) -> dict[str, Scored]:
    """The scores of one reply, with their terms."""
    weights = load_weights(exchange.language)
    spoken = words_score(exchange.agent, exchange.debtor, weights)
    values = signals(exchange)
    row = np.array([values.get(n, 0.0) for n in weights.names], dtype=np.float32) - weights.mean
    impression = (exchange.reading.impression if exchange.reading else ()) or (MIDDLE,) * len(CRITERIA)
    return {c: _scored(i, row, (impression[i], spoken[i]), weights) for i, c in enumerate(CRITERIA)}


def _scored(index: int, row: Array, said: tuple[float, float], weights: Weights) -> Scored:
    added = row * weights.coef[:-2, index]
    impression = (said[0] - MIDDLE) * float(weights.coef[-2, index])
    words = float(said[1] - weights.word_bias[index]) * float(weights.coef[-1, index]) + impression
    base = float(weights.bias[index])
    raw = base + words + float(added.sum())
    score = float(np.clip(np.interp(raw, weights.knots[index, 0], weights.knots[index, 1]), 0.0, 4.0))
    named = [
        Term(name=n, value=round(float(v), 2)) for n, v in zip(weights.names, added, strict=True) if abs(v) >= _SHOWN
    ]
    terms = [Term(name="base", value=round(base, 2)), Term(name="words", value=round(words, 2)), *named]
    rest = score - sum(t.value for t in terms)
    return Scored(round(score, 3), (*terms, Term(name="fit", value=round(rest, 2))))

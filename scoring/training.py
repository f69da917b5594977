"""Train the level weights: ``python -m scoring.training [RATED_DIRECTORY]``. The same input gives the same files.

Needs scikit-learn, which nothing else here does. Only ``train/`` is used. Words are learnt by ridge regression; the
signals are then weighed on top of predictions for writers that the word model has not seen, so that neither is trusted
more than it generalises.
"""

import argparse
import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]
from sklearn.linear_model import Ridge

from scoring.levels.model import CRITERIA, WEIGHTS
from scoring.levels.ngrams import BLOCKS, counted
from scoring.levels.signals import Exchange, signals

Array = npt.NDArray[Any]
BLOCK_WEIGHT = {"pieces": 1.0, "words": 1.5, "heard": 0.2}
MIN_DOCUMENTS = {"pieces": 2, "words": 1, "heard": 2}
WORD_PENALTY, SIGNAL_PENALTY, WORD_TRUST = 1.0, 300.0, 6.0
CUTS = np.linspace(0.0, 1.0, 9)


def main() -> None:
    """Train both languages and write their weights."""
    parser = argparse.ArgumentParser(description="Train the level weights from rated turns.")
    parser.add_argument("rated", nargs="?", type=Path, default=Path("tests/data/rated"))
    rated = parser.parse_args().rated
    WEIGHTS.mkdir(exist_ok=True)
    for language in ("es", "en"):
        lines = (rated / "train" / f"turns.{language}.jsonl").read_text(encoding="utf-8").splitlines()
        arrays = train([json.loads(line) for line in lines])
        np.savez_compressed(WEIGHTS / f"levels.{language}.npz", allow_pickle=False, **arrays)


def train(turns: list[dict[str, Any]]) -> dict[str, Array]:
    """The weights for these rated turns, as arrays by name."""
    ratings = np.array([[np.mean(t["ratings"][c]) for c in CRITERIA] for t in turns])
    docs = [counted(t["agent"], t["debtor"]) for t in turns]
    writers = np.array([t["id"][:4] for t in turns])
    space = Space(docs)
    unseen = _for_unseen_writers(docs, ratings, writers)
    table = [signals(Exchange(t["agent"], t["debtor"], t["lang"])) for t in turns]
    names = sorted(n for n in table[0] if any(row[n] for row in table))
    values = np.array([[row[n] for n in names] for row in table])
    weights, word_bias = space.fit(docs, ratings)
    mean, coef, bias = _stack(values, unseen, ratings, word_bias)
    fitted = bias + (values - mean) @ coef[:-1] + (unseen - word_bias) * coef[-1]
    return space.arrays(weights) | {
        "word_bias": word_bias.astype(np.float32),
        "names": np.array(names),
        "mean": mean.astype(np.float32),
        "coef": coef.astype(np.float32),
        "bias": bias.astype(np.float32),
        "knots": _knots(fitted, ratings),
    }


class Space:
    """The vocabulary of a set of documents: keys and inverse document frequencies by block."""

    def __init__(self, docs: list[dict[str, dict[int, float]]]) -> None:
        self.keys: dict[str, list[int]] = {}
        self.idf: dict[str, Array] = {}
        for block in BLOCKS:
            seen = Counter(k for d in docs for k in d[block])
            self.keys[block] = sorted(k for k, n in seen.items() if n >= MIN_DOCUMENTS[block])
            counts = np.array([seen[k] for k in self.keys[block]])
            self.idf[block] = np.log((1 + len(docs)) / (1 + counts)) + 1

    def matrix(self, docs: list[dict[str, dict[int, float]]]) -> Any:
        """One row a document, blocks side by side, each of unit length times its weight."""

        parts = []
        for block in BLOCKS:
            place = {k: i for i, k in enumerate(self.keys[block])}
            data, columns, ends = [], [], [0]
            for doc in docs:
                pairs = [(place[k], n * self.idf[block][place[k]]) for k, n in doc[block].items() if k in place]
                norm = math.sqrt(sum(v * v for _, v in pairs)) or 1.0
                columns += [i for i, _ in pairs]
                data += [BLOCK_WEIGHT[block] * v / norm for _, v in pairs]
                ends.append(len(columns))
            parts.append(csr_matrix((data, columns, ends), shape=(len(docs), len(place))))
        return hstack(parts).tocsr()

    def fit(self, docs: list[dict[str, dict[int, float]]], ratings: Array) -> tuple[Array, Array]:
        """Ridge weights (features × criteria) and intercepts."""

        model = Ridge(alpha=WORD_PENALTY, solver="sparse_cg", tol=1e-6, random_state=0).fit(self.matrix(docs), ratings)
        return model.coef_.T, model.intercept_

    def arrays(self, weights: Array) -> dict[str, Array]:
        """The vocabulary and its weights, compact."""
        out: dict[str, Array] = {}
        start = 0
        for block in BLOCKS:
            end = start + len(self.keys[block])
            out[f"{block}_keys"] = np.array(self.keys[block], dtype=np.uint32)
            out[f"{block}_idf"] = self.idf[block].astype(np.float16)
            out[f"{block}_weights"] = (weights[start:end] * BLOCK_WEIGHT[block]).astype(np.float16)
            start = end
        return out


def _for_unseen_writers(docs: list[dict[str, dict[int, float]]], ratings: Array, writers: Array) -> Array:
    out = np.zeros_like(ratings)
    for writer in sorted(set(writers)):
        seen = [d for d, w in zip(docs, writers, strict=True) if w != writer]
        space = Space(seen)
        weights, bias = space.fit(seen, ratings[writers != writer])
        out[writers == writer] = (
            space.matrix([d for d, w in zip(docs, writers, strict=True) if w == writer]) @ weights + bias
        )
    return out


def _stack(values: Array, unseen: Array, ratings: Array, word_bias: Array) -> tuple[Array, Array, Array]:

    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-6
    columns = []
    bias = []
    for c in range(len(CRITERIA)):
        table = np.column_stack([(values - mean) / scale, (unseen[:, c] - word_bias[c]) * WORD_TRUST])
        model = Ridge(alpha=SIGNAL_PENALTY).fit(table, ratings[:, c])
        columns.append(np.append(model.coef_[:-1] / scale, model.coef_[-1] * WORD_TRUST))
        bias.append(model.intercept_)
    return mean, np.array(columns).T, np.array(bias)


def _knots(fitted: Array, ratings: Array) -> Array:
    """Per criterion, where the raw sum's quantiles lie and what ratings they stand for: ridge pulls to the middle."""
    out = np.zeros((len(CRITERIA), 2, len(CUTS)))
    for c in range(len(CRITERIA)):
        raw = np.quantile(fitted[:, c], CUTS)
        meant = np.quantile(ratings[:, c], CUTS)
        out[c] = raw, 0.5 * meant + 0.5 * np.clip(raw, 0, 4)
    return out


if __name__ == "__main__":
    main()

"""Train the level weights: ``python -m scoring.training [RATED_DIRECTORY]``. The same input gives the same files.

Needs scikit-learn, which nothing else at run time does. Learnt from ``train/``, ``own/`` and ``apart/``. Words are
learnt by ridge regression; the signals are then weighed on top of predictions for writers that the word model has not
seen, so that neither is trusted more than it generalises.
"""

import argparse
import json
import math
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import Ridge

from scenarios.acts import DialogueAct
from scoring.criteria.registry import findings
from scoring.levels.model import CRITERIA, MIDDLE, WEIGHTS
from scoring.levels.ngrams import BLOCKS, counted
from scoring.levels.signals import Exchange, signals
from scoring.moments import moments
from scoring.rated import RATED_ON
from scoring.reading.examples import APART_TRUST
from scoring.reading.train import unseen_impressions
from scoring.transcript import CallRecord, Transcript, Turn

Array = npt.NDArray[Any]
BLOCK_WEIGHT = {"pieces": 1.0, "words": 1.5, "heard": 0.2}
MIN_DOCUMENTS = {"pieces": 2, "words": 1, "heard": 2}
WORD_PENALTY, SIGNAL_PENALTY, WORD_TRUST, ACT_PENALTY, ACT_TRUST = 1.0, 3000.0, 6.0, 5.0, 0.15
CORPUS_WEIGHT = {"calm": 0.3, "empathy": 0.3, "clarity": 0.09}
"""What a line of the reader's corpus counts against a rated turn; its level is inferred from its acts."""
VOICES = {"rude": -0.6, "cold": -0.3, "warm": 0.3}
"""How the corpus says a line is voiced, in levels of calm and empathy."""
ACTS = [act.value for act in DialogueAct]
CUTS = np.linspace(0.0, 1.0, 9)


Docs = list[dict[str, dict[int, float]]]


def main() -> None:
    """Train both languages and write their weights."""
    parser = argparse.ArgumentParser(description="Train the level weights from rated turns.")
    parser.add_argument("rated", nargs="?", type=Path, default=Path("tests/data/rated"))
    parser.add_argument("--corpus", type=Path, default=Path("scoring/reading/corpus"))
    arguments = parser.parse_args()
    WEIGHTS.mkdir(exist_ok=True)
    for language in ("es", "en"):
        turns = turns_of(arguments.rated, language)
        found = [line for path in sorted(arguments.corpus.glob(f"{language}-*.jsonl")) for line in _lines(path)]
        corpus = [line for line in found if "parts" not in line]
        arrays = train(turns, corpus, unseen_impressions(language))
        np.savez_compressed(WEIGHTS / f"levels.{language}.npz", allow_pickle=False, **arrays)


def turns_of(rated: Path, language: str) -> list[dict[str, Any]]:
    """The rated turns to learn from, with what each counts (``trust``)."""
    trusts = {"train": 1.0, "own": 1.0, "apart": APART_TRUST}
    files = {rated / part / f"turns.{language}.jsonl": trust for part, trust in trusts.items()}
    return [turn | {"trust": trust} for path, trust in files.items() for turn in _lines(path)]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def train(
    turns: list[dict[str, Any]], corpus: list[dict[str, Any]], impressions: dict[tuple[str, str], tuple[float, ...]]
) -> dict[str, Array]:
    """The weights for these rated turns, as arrays by name. The corpus widens the vocabulary: see ``_widened``.

    ``impressions``: for each reply and the words before it, what a reader that has not seen the writer makes of it.
    """
    impressed = np.array([impressions[t["agent"], t["debtor"]] for t in turns])
    ratings = np.array([[np.mean(t["ratings"][c]) for c in CRITERIA] for t in turns])
    docs = [counted(t["agent"], t["debtor"]) for t in turns]
    more = [counted(line["text"], "") for line in corpus]
    writers = np.array([t["id"].partition("-")[0] for t in turns])
    unseen = np.zeros_like(ratings)
    for writer in sorted(set(writers)):
        seen = writers != writer
        space, weights, bias = _words(turns, docs, ratings, corpus, more, seen)
        unseen[~seen] = space.matrix([d for d, s in zip(docs, seen, strict=True) if not s]) @ weights + bias
    space, weights, word_bias = _words(turns, docs, ratings, corpus, more, writers != "")
    names, mean, coef, bias, fitted = _signals(turns, ratings, unseen - word_bias, impressed)
    return space.arrays(weights) | {
        "word_bias": word_bias.astype(np.float32),
        "names": np.array(names),
        "mean": mean.astype(np.float32),
        "coef": coef.astype(np.float32),
        "bias": bias.astype(np.float32),
        "knots": _knots(fitted, ratings),
    }


def _words(  # noqa: PLR0913, PLR0917  (the two sources with what is known of each)
    turns: list[dict[str, Any]], docs: Docs, ratings: Array, corpus: list[dict[str, Any]], more: Docs, use: Array
) -> tuple["Space", Array, Array]:
    """The word model of the turns that are used and the whole corpus."""
    rated = [t for t, u in zip(turns, use, strict=True) if u]
    meant = _widened(rated, ratings[use], corpus)
    every = [d for d, u in zip(docs, use, strict=True) if u] + more
    space = Space(every)
    matrix = space.matrix(every)
    weights, bias = np.zeros((matrix.shape[1], len(CRITERIA))), np.zeros(len(CRITERIA))
    for c, criterion in enumerate(CRITERIA):
        trust = np.r_[_trust(rated), np.full(len(more), CORPUS_WEIGHT[criterion])]
        model = Ridge(alpha=WORD_PENALTY, solver="sparse_cg", tol=1e-6)
        model.fit(matrix, np.r_[ratings[use, c], meant[:, c]], sample_weight=trust)
        weights[:, c], bias[c] = model.coef_, model.intercept_
    return space, weights, bias


def _widened(rated: list[dict[str, Any]], ratings: Array, corpus: list[dict[str, Any]]) -> Array:
    """Levels that corpus lines would get: what their acts are worth in the rated turns, and how they are voiced.

    Nobody rated these lines; they count for a part only, and never for measuring.
    """
    worth = Ridge(alpha=ACT_PENALTY).fit(_acts(rated), ratings).predict(_acts(corpus))
    for row, line in enumerate(corpus):
        worth[row, :2] += VOICES.get(line.get("voice", ""), 0.0)
    levels: Array = np.clip(worth, 0.0, 4.0)
    return levels


def _acts(lines: list[dict[str, Any]]) -> Array:
    table = np.zeros((len(lines), len(ACTS) + 1))
    for row, line in enumerate(lines):
        for act in line["acts"]:
            table[row, ACTS.index(act)] = 1.0
        for act in line.get("acts_one_rater", ()):
            table[row, ACTS.index(act)] = 0.5
        table[row, -1] = not line["acts"]
    return table


def _signals(
    turns: list[dict[str, Any]], ratings: Array, words: Array, impressed: Array
) -> tuple[list[str], Array, Array, Array, Array]:
    """Names, means, coefficients (impression and words last), bias, and the fitted sums of the training turns."""
    table = [signals(Exchange(t["agent"], t["debtor"], t["lang"], found=_found(t))) for t in turns]
    plain = sorted({n for row in table for n, value in row.items() if value})
    values = np.array([[row.get(n, 0.0) for n in plain] for row in table])
    mean, coef, bias = _stack(values, ratings, words, impressed - MIDDLE, _trust(turns))
    fitted = bias + (values - mean) @ coef[:-2] + (impressed - MIDDLE) * coef[-2] + words * coef[-1]
    acts = Ridge(alpha=ACT_PENALTY).fit(_acts(turns), ratings)
    names = [*plain, *(f"act.{a}" for a in ACTS)]
    mean = np.r_[mean, _acts(turns)[:, :-1].mean(axis=0)]
    coef = np.vstack([coef[:-2], ACT_TRUST * acts.coef_[:, :-1].T, coef[-2:]])
    return names, mean, coef, bias, fitted


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


def _found(turn: dict[str, Any]) -> tuple[str, ...]:
    """What the indicators find without the reader's acts: it has learnt these very turns and would be too sure."""
    said = Transcript(
        turns=(Turn(number=1, who="debtor", text=turn["debtor"]), Turn(number=2, who="agent", text=turn["agent"]))
    )
    call = CallRecord(language=turn["lang"], country=turn["country"], on=RATED_ON, transcript=said)
    seen = moments(call)
    known = {n: replace(r, acts=()) for m in seen for n, r in ((m.turn.number, m.turn.reading), (1, m.before.reading))}
    return tuple(f.indicator for m in moments(call, known) for f in findings(m.turn, m.before, m.call))


def _trust(turns: list[dict[str, Any]]) -> Array:
    return np.array([turn.get("trust", 1.0) for turn in turns])


def _stack(values: Array, ratings: Array, words: Array, impressed: Array, trust: Array) -> tuple[Array, Array, Array]:
    """Signals are held small; the two readings of the words, which are levels already, are trusted more."""
    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-6
    columns, bias = [], []
    for c in range(len(CRITERIA)):
        table = np.column_stack([(values - mean) / scale, impressed[:, c] * WORD_TRUST, words[:, c] * WORD_TRUST])
        model = Ridge(alpha=SIGNAL_PENALTY).fit(table, ratings[:, c], sample_weight=trust)
        columns.append(np.r_[model.coef_[:-2] / scale, model.coef_[-2:] * WORD_TRUST])
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

"""Train the act model: ``python -m scoring.reading.train``. scikit-learn is needed here and nowhere else.

Reproducible: same examples and phrases, same weights. Writers are kept together, so every score that the mixture and
the thresholds are chosen on comes from a model that has not seen the line's writer.
"""

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.evidence import ACTS, SUPPORTS, Evidence, gather, laid_out
from scoring.reading.examples import Example, corpus, rated
from scoring.reading.figures import figures_of
from scoring.reading.model import ActModel, Laid, Vocabulary, entries_of
from scoring.reading.values import ReadingContext
from scoring.reading.view import Figures, View, view_of
from scoring.reading.weights import WEIGHTS

Floats = NDArray[np.float32]
MOST_FEATURES = 40_000
RIDGE = 2.0
"""Strength of the model's regularisation."""
RATED_WEIGHT = 4.0
"""A rated turn counts as so many corpus lines: it is what replies in a call are like."""
STRICTER = 1.25
"""How much further, in logits, a costly act's threshold lies than where F1 is best: better unheard than accused."""
GRAVE = frozenset({DialogueAct.THREATEN, DialogueAct.INSULT})
"""Acts that must not go unheard: their threshold stays where F1 is best, and a person decides."""
_ALWAYS = 0.3
"""The constant feature that stands for the bias."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example with its view, its figures and how the model takes it."""

    example: Example
    view: View
    figures: Figures
    laid: Laid


def prepare(example: Example, language: str) -> Prepared:
    """Lay one example out as the reader would."""
    view = view_of(example.text, ReadingContext(language=language, country=example.country, before=example.before))
    figures = figures_of(view)
    return Prepared(example, view, figures, laid_out(view, figures))


def vocabulary_of(prepared: Sequence[Prepared], least: int = 2) -> Vocabulary:
    """Every feature in at least so many examples."""
    seen: Counter[int] = Counter()
    for one in prepared:
        seen.update(np.unique(entries_of(one.laid).keys).tolist())
    kept = sorted(key for key, times in seen.items() if times >= least)
    idf = [np.log((1 + len(prepared)) / (1 + seen[key])) + 1 for key in kept]
    return Vocabulary(np.array(kept, np.uint64), np.array(idf, np.float32))


def matrix_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> sparse.csr_matrix:
    """One row an example: the features of the whole reply."""
    rows, columns, values = [], [], []
    for number, one in enumerate(prepared):
        units, features, weights = vocabulary.rows(one.laid)
        whole = units == len(one.laid.units)
        rows.append(np.full(int(whole.sum()), number))
        columns.append(features[whole])
        values.append(weights[whole])
    cells = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return sparse.csr_matrix(cells, shape=(len(prepared), len(vocabulary.keys)))


def labels_of(prepared: Sequence[Prepared]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Example by act: present; and whether that is known."""
    present = np.array([[act in one.example.acts for act in ACTS] for one in prepared])
    known = np.array([[act not in one.example.unknown for act in ACTS] for one in prepared])
    return present, known


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a fit needs, laid out once: features, their products, labels, weights of the examples."""

    vocabulary: Vocabulary
    cells: sparse.csr_matrix
    products: NDArray[np.float64]
    target: NDArray[np.float64]
    weight: NDArray[np.float64]
    carried: NDArray[np.bool_]
    """Example by act: the example's material carries this act at all."""

    def fit(self, use: NDArray[np.bool_]) -> ActModel:
        """Ridge regression on +1 and -1 (0 where the raters differ), one column an act."""
        weights = np.zeros((self.cells.shape[1], len(ACTS)), np.float32)
        bias = np.zeros(len(ACTS), np.float32)
        for group in (self.carried.all(axis=0), ~self.carried.all(axis=0)):
            rows = np.flatnonzero(use & self.carried[:, group].all(axis=1))
            if not group.any() or not len(rows):
                continue
            system = self.products[np.ix_(rows, rows)] + _ALWAYS + np.diag(RIDGE / self.weight[rows])
            dual = np.linalg.solve(system, self.target[np.ix_(rows, np.flatnonzero(group))])
            weights[:, group] = self.cells[rows].T @ dual
            bias[group] = _ALWAYS * dual.sum(axis=0)
        return ActModel(self.vocabulary, weights, bias, np.zeros((len(ACTS), 5 + len(SUPPORTS)), np.float32))


def task_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> Task:
    """The fitting task over these examples."""
    cells, (present, known) = matrix_of(vocabulary, prepared), labels_of(prepared)
    own = np.array([one.example.rated for one in prepared])
    carried = np.where(own[:, None], known[own].any(axis=0)[None, :], True)
    target = np.where(known, np.where(present, 1.0, -1.0), 0.0)
    weight = np.where(own, RATED_WEIGHT, 1.0)
    return Task(vocabulary, cells, (cells @ cells.T).toarray().astype(np.float64), target, weight, carried)


def pruned(model: ActModel, most: int = MOST_FEATURES) -> Vocabulary:
    """The features that carry the most weight for some act."""
    strength = np.abs(model.weights).max(axis=1) * model.vocabulary.idf
    kept = np.sort(np.argsort(-strength, kind="stable")[:most])
    return Vocabulary(model.vocabulary.keys[kept], model.vocabulary.idf[kept])


def held_out(task: Task, prepared: Sequence[Prepared]) -> list[Evidence]:
    """Evidence for every example from a model that has not seen its writer."""
    found: dict[int, Evidence] = {}
    writers = np.array([one.example.writer for one in prepared])
    for writer in sorted(set(writers)):
        model = task.fit(writers != writer)
        for number in np.flatnonzero(writers == writer).tolist():
            one = prepared[number]
            found[number] = gather(one.view, one.figures, model, one.laid)
    return [found[number] for number in range(len(prepared))]


def mixture(prepared: Sequence[Prepared], evidence: Sequence[Evidence]) -> Floats:
    """How the kinds of evidence are weighed: shared by all acts, but for each act's own bias (its threshold)."""
    present, known = labels_of(prepared)
    columns = np.stack([columns_of(e) for e in evidence])
    rows, acts = np.nonzero(known)
    shared = columns[rows, acts]
    identity = sparse.csr_matrix((np.ones(len(rows)), (np.arange(len(rows)), acts)), shape=(len(rows), len(ACTS)))
    model = LogisticRegression(C=1.0, solver="liblinear", random_state=0, fit_intercept=False, max_iter=300)
    model.fit(sparse.hstack([sparse.csr_matrix(shared), identity * 2]).tocsr(), present[rows, acts])
    slopes, biases = model.coef_[0][: shared.shape[1]], model.coef_[0][shared.shape[1] :] * 2
    score = columns @ slopes + biases
    mix = np.tile(np.r_[0.0, slopes].astype(np.float32), (len(ACTS), 1))
    stricter = np.array([STRICTER if act in COSTLY - GRAVE else 0.0 for act in ACTS])
    mix[:, 0] = biases - thresholds(score, present, known) - stricter
    return mix


def columns_of(evidence: Evidence) -> Floats:
    """Act by kind of evidence, in the order of the mixture."""
    kinds = [evidence.whole, evidence.best_clause, evidence.cues, evidence.muted]
    return np.concatenate([np.stack(kinds, axis=1), evidence.support], axis=1)


def thresholds(score: NDArray[np.float64], present: NDArray[np.bool_], usable: NDArray[np.bool_]) -> Floats:
    """For each act the score that gives the best F1, drawn towards the one that is best for all where few were seen."""
    grid = np.arange(-4.0, 2.01, 0.1)
    common = grid[int(np.argmax([_f1(score > at, present, usable) for at in grid]))]
    found = np.full(len(ACTS), common, np.float32)
    for act in range(len(ACTS)):
        seen = int((present[:, act] & usable[:, act]).sum())
        if seen < 5:
            continue
        curve = [_f1(score[:, act] > at, present[:, act], usable[:, act]) for at in grid]
        smooth = np.convolve(np.pad(curve, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        best = grid[int(np.argmax(smooth))]
        trust = seen / (seen + 15)
        found[act] = trust * best + (1 - trust) * common
    return found


def _f1(said: NDArray[np.bool_], present: NDArray[np.bool_], usable: NDArray[np.bool_]) -> float:
    right = (said & present & usable).sum()
    return float(2 * right / max((said & usable).sum() + (present & usable).sum(), 1))


def examples(language: str) -> list[Example]:
    """All that is learned from. Two corpus lines in three get a debtor's words from the rated turns before them,
    at random: else the model would hear the mere presence of a debtor as a sign of what rated turns are full of."""
    turns = list(rated(language))
    found = list(turns)
    for line in corpus(language):
        dice = zlib.crc32(line.text.encode())
        found.append(replace(line, before=turns[dice // 3 % len(turns)].before) if dice % 3 else line)
    return found


def train(language: str) -> ActModel:
    """The whole procedure for one language."""
    prepared = [prepare(example, language) for example in examples(language)]
    task = task_of(vocabulary_of(prepared), prepared)
    mix = mixture(prepared, held_out(task, prepared))
    everyone = np.ones(len(prepared), bool)
    model = task_of(pruned(task.fit(everyone)), prepared).fit(everyone)
    return ActModel(model.vocabulary, model.weights, model.bias, mix)


def packed(model: ActModel) -> dict[str, NDArray[np.generic]]:
    """The arrays that are stored: weights in eight bits with a scale for each act."""
    scale = np.maximum(np.abs(model.weights).max(axis=0), 1e-6) / 127
    return {
        "keys": model.vocabulary.keys,
        "idf": model.vocabulary.idf.astype(np.float16),
        "weights": np.round(model.weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": model.bias,
        "mix": model.mix,
    }


def main() -> None:
    """Train both languages and store the weights."""
    stored = {f"{lang}_{name}": part for lang in ("es", "en") for name, part in packed(train(lang)).items()}
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, allow_pickle=False, **stored)
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

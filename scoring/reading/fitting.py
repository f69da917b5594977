"""Fitting the linear models; scores from models that have not seen the writer. Part of ``scoring.reading.train``."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, sparse

from scoring.reading.evidence import ACTS, SUPPORTS, Evidence, gather
from scoring.reading.model import IMPRESSIONS, ActModel, Vocabulary
from scoring.reading.prepared import Prepared, labels_of, matrix_of

Floats = NDArray[np.float64]
MOST_FEATURES = 90_000
RIDGE, LEVEL_RIDGE = 2.0, 1.0
"""Strength of the regularisation of acts and of impressions."""
FOLDS = 4
"""Into how many parts the writers are put, for evidence from models that have not seen them."""
RATED_WEIGHT = 4.0
"""A rated turn counts as so many corpus lines: it is what replies in a call are like."""
_ALWAYS = 0.3
"""The constant feature that stands for the bias."""


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a fit needs, laid out once: features, their products, labels, weights of the examples."""

    vocabulary: Vocabulary
    cells: sparse.csr_matrix
    products: NDArray[np.float32]
    target: NDArray[np.float64]
    weight: NDArray[np.float64]
    levels: Floats
    """Example by criterion: the mean rating; NaN where nobody rated."""

    def fit(self, use: NDArray[np.bool_]) -> ActModel:
        """Ridge regression on +1 and -1, one column an act; 0 where the raters differ or did not know the act."""
        size = len(ACTS) + len(IMPRESSIONS)
        weights, bias = np.zeros((self.cells.shape[1], size), np.float32), np.zeros(size, np.float32)
        rows = np.flatnonzero(use)
        dual = self._solved(rows, RIDGE / self.weight[rows], self.target[rows])
        weights[:, : len(ACTS)], bias[: len(ACTS)] = self.cells[rows].T @ dual, _ALWAYS * dual.sum(axis=0)
        weights[:, len(ACTS) :], bias[len(ACTS) :] = self._impressions(use)
        unmixed = np.zeros((len(ACTS), 5 + len(SUPPORTS)), np.float32)
        return ActModel(self.vocabulary, weights, np.ones(size, np.float32), bias, unmixed, np.full(len(ACTS), np.inf))

    def _impressions(self, use: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Ridge regression of the ratings on the same features."""
        rows = np.flatnonzero(use & ~np.isnan(self.levels).any(axis=1))
        mean = self.levels[rows].mean(axis=0)
        dual = self._solved(rows, np.full(len(rows), LEVEL_RIDGE), self.levels[rows] - mean)
        return np.asarray(self.cells[rows].T @ dual), mean + _ALWAYS * dual.sum(axis=0)

    def _solved(self, rows: NDArray[np.int64], ridge: Floats, target: Floats) -> Floats:
        """The dual weights of the rows."""
        system = self.products[np.ix_(rows, rows)] + np.float32(_ALWAYS)
        system[np.diag_indices(len(rows))] += ridge
        return np.asarray(linalg.solve(system, target.astype(np.float32), assume_a="pos", overwrite_a=True))


def task_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> Task:
    """The fitting task over these examples."""
    cells, (present, known) = matrix_of(vocabulary, prepared), labels_of(prepared)
    own = np.array([one.example.rated for one in prepared])
    levels = np.array([one.example.levels or (np.nan,) * len(IMPRESSIONS) for one in prepared])
    target = np.where(known, np.where(present, 1.0, -1.0), 0.0)
    weight = np.where(own, RATED_WEIGHT, 1.0)
    products = (cells @ cells.T).toarray().astype(np.float32)
    return Task(vocabulary, cells, products, target, weight, levels)


def pruned(model: ActModel, most: int = MOST_FEATURES) -> Vocabulary:
    """The features that carry the most weight for some act."""
    strength = np.abs(model.weights[:, : len(ACTS)]).max(axis=1) * model.vocabulary.idf
    kept = np.sort(np.argsort(-strength, kind="stable")[:most])
    return Vocabulary(model.vocabulary.keys[kept], model.vocabulary.idf[kept], model.vocabulary.meanings)


def folds_of(writers: Sequence[str], most: int = FOLDS) -> NDArray[np.int64]:
    """A number for each example, so that no writer is in two folds and the folds are of like size."""
    sizes = Counter(writers)
    folds = [0] * min(most, len(sizes))
    fold: dict[str, int] = {}
    for writer, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold[writer] = folds.index(min(folds))
        folds[fold[writer]] += size
    return np.array([fold[writer] for writer in writers])


def held_out(task: Task, prepared: Sequence[Prepared]) -> list[Evidence]:
    """Evidence for every example from a model that has not seen its writer."""
    found: dict[int, Evidence] = {}
    folds = folds_of([one.example.writer for one in prepared])
    for fold in range(int(folds.max()) + 1):
        model = task.fit(folds != fold)
        for number in np.flatnonzero(folds == fold).tolist():
            one = prepared[number]
            found[number] = gather(one.view, one.figures, model, one.laid)
    return [found[number] for number in range(len(prepared))]

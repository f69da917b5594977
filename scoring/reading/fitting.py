"""Fitting the linear models; scores from models that have not seen the writer. Part of ``scoring.reading.train``."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scoring.reading.evidence import ACTS, MIXED, Evidence, gather
from scoring.reading.model import IMPRESSIONS, ActModel, Linear, Vocabulary
from scoring.reading.prepared import Prepared, Rows, parts_of, wholes_of

Floats = NDArray[np.float32]
MOST_FEATURES = 80_000
RIDGE, PART_RIDGE, LEVEL_RIDGE = 4.0, 2.0, 1.0
"""Strength of the regularisation of acts over wholes and over parts, and of impressions."""
FOLDS = 4
"""Into how many parts the writers are put, for evidence from models that have not seen them."""
RATED_WEIGHT = 4.0
"""A rated turn counts as so many corpus lines: it is what replies in a call are like."""
PART_WEIGHT, REPLY_WEIGHT = 2.0, 2.0
"""How much a labelled part and a rated turn count against a corpus line where clauses are what is scored."""
_ALWAYS = np.float32(np.sqrt(0.3))
"""The constant feature that stands for the bias."""
_CLOSE, _MOST_STEPS = 1e-3, 300
"""When a solution is good enough: what remains of the error, and the steps after which it has to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a fit needs, laid out once: features and labels of the wholes and their parts, weights, ratings."""

    vocabulary: Vocabulary
    wholes: Rows
    parts: Rows
    rated: NDArray[np.bool_]
    levels: Floats
    """Example by criterion: the mean rating; NaN where nobody rated."""
    trust: NDArray[np.float64]
    """What each example's ratings count."""

    def fit(self, use: NDArray[np.bool_]) -> ActModel:
        """Ridge regression on +1 and -1, one column an act; 0 where the raters differ or did not know the act."""
        unmixed = np.zeros((len(ACTS), MIXED), np.float32)
        whole = _beside(self._whole(use), self._impressions(use))
        return ActModel(self.vocabulary, whole, self._clause(use), unmixed, np.full(len(ACTS), np.inf))

    def _whole(self, use: NDArray[np.bool_]) -> Linear:
        rows, weight = np.flatnonzero(use), np.where(self.rated, RATED_WEIGHT, 1.0)
        return ridge(self.wholes.cells[rows], self.wholes.target[rows], weight[rows], RIDGE)

    def _clause(self, use: NDArray[np.bool_]) -> Linear:
        """Learnt from parts, and from wholes beside them: most lines of the corpus are little more than a clause."""
        rows, here = np.flatnonzero(use), np.flatnonzero(use[self.parts.owner])
        weight = np.where(self.rated, REPLY_WEIGHT, 1.0)
        return ridge(
            sparse.vstack([self.wholes.cells[rows], self.parts.cells[here]], format="csr"),
            np.concatenate([self.wholes.target[rows], self.parts.target[here]]),
            np.concatenate([weight[rows], np.full(len(here), PART_WEIGHT)]),
            PART_RIDGE,
        )

    def _impressions(self, use: NDArray[np.bool_]) -> Linear:
        """Ridge regression of the ratings on the same features."""
        rows = np.flatnonzero(use & ~np.isnan(self.levels).any(axis=1))
        levels, trust = self.levels[rows], self.trust[rows]
        mean = np.average(levels, axis=0, weights=trust).astype(np.float32)
        found = ridge(self.wholes.cells[rows], levels - mean, trust, LEVEL_RIDGE)
        return Linear(found.weights, found.scale, found.bias + mean)


def ridge(cells: sparse.csr_matrix, target: Floats, weight: NDArray[np.float64], strength: float) -> Linear:
    """Weighted ridge regression, one column a target, by conjugate gradients with the diagonal as preconditioner
    (Hestenes and Stiefel 1952): nothing larger than features by targets is ever held.
    """
    root = np.sqrt(weight).astype(np.float32)
    always = np.full((cells.shape[0], 1), _ALWAYS, np.float32)
    x = sparse.diags(root) @ sparse.hstack([cells, always], format="csr", dtype=np.float32)
    x, across = x.astype(np.float32).tocsr(), x.astype(np.float32).T.tocsr()
    diagonal = (np.asarray(x.multiply(x).sum(axis=0)).ravel() + strength).astype(np.float32)[:, None]
    rest = across @ (root[:, None] * target.astype(np.float32))
    found, goal = np.zeros_like(rest), _CLOSE * np.sqrt((rest**2).sum(axis=0))
    way = eased = rest / diagonal
    size = (rest * eased).sum(axis=0)
    for _ in range(_MOST_STEPS):
        moved = across @ (x @ way) + np.float32(strength) * way
        step = size / np.maximum((way * moved).sum(axis=0), 1e-20)
        found += step * way
        rest -= step * moved
        if (np.sqrt((rest**2).sum(axis=0)) <= goal).all():
            break
        eased = rest / diagonal
        before, size = size, (rest * eased).sum(axis=0)
        way = eased + size / np.maximum(before, 1e-20) * way
    return Linear(found[:-1], np.ones(found.shape[1], np.float32), _ALWAYS * found[-1])


def _beside(one: Linear, other: Linear) -> Linear:
    return Linear(
        np.concatenate([one.weights, other.weights], axis=1),
        np.concatenate([one.scale, other.scale]),
        np.concatenate([one.bias, other.bias]),
    )


def task_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> Task:
    """The fitting task over these examples."""
    unrated = (np.nan,) * len(IMPRESSIONS)
    levels = np.array([one.example.levels or unrated for one in prepared], np.float32)
    own = np.array([one.example.rated for one in prepared])
    trust = np.array([one.example.trust for one in prepared])
    return Task(vocabulary, wholes_of(vocabulary, prepared), parts_of(vocabulary, prepared), own, levels, trust)


def pruned(model: ActModel, most: int = MOST_FEATURES) -> Vocabulary:
    """The features that carry the most weight for some act."""
    weights = np.concatenate([model.whole.weights[:, : len(ACTS)], model.clause.weights], axis=1)
    strength = np.abs(weights).max(axis=1) * model.vocabulary.idf
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

"""Train the act model: ``python -m scoring.reading.train``. scikit-learn is needed here and nowhere else.

Reproducible: same examples and phrases, same weights. Writers are kept together, so every score that the mixture and
the thresholds are chosen on comes from a model that has not seen the line's writer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scoring.reading.evidence import ACTS, SUPPORTS, Evidence, gather
from scoring.reading.examples import Example, corpus, rated
from scoring.reading.features import BEFORE, CHARS, grams_of, word_hashes, words_of
from scoring.reading.figures import figures_of
from scoring.reading.model import WEIGHTS, ActModel, Vocabulary, keyed
from scoring.reading.normalise import fold
from scoring.reading.values import ReadingContext
from scoring.reading.view import Figures, View, view_of

Floats = NDArray[np.float32]
MOST_FEATURES = 16_000
SPARE = 3.0
"""Inverse strength of the model's regularisation."""
RATED_WEIGHT = 3.0
"""A rated turn counts as so many corpus lines: it is what replies in a call are like."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An example ready for training: its view and figures, made once."""

    example: Example
    view: View
    figures: Figures
    units: tuple[str, ...]
    before: str


def lay(example: Example, language: str) -> Laid:
    """Lay one example out as the reader would."""
    view = view_of(example.text, ReadingContext(language=language, country=example.country, before=example.before))
    units = tuple(view.folded.text[c.start : c.end] for c in view.clauses) or (view.folded.text,)
    return Laid(example, view, figures_of(view), units, " ".join(words_of(fold(example.before[:2_000]).text)))


def vocabulary_of(laid: Sequence[Laid], least: int = 2) -> Vocabulary:
    """Every feature in at least so many examples."""
    seen: Counter[int] = Counter()
    for one in laid:
        grams = grams_of(one.units)
        context = word_hashes(words_of(one.before)[:60], "b") if one.before else np.zeros(0, np.uint32)
        keys = np.concatenate([keyed(grams.hashes, grams.blocks), keyed(context, BEFORE)])
        seen.update(np.unique(keys).tolist())
    kept = sorted(key for key, times in seen.items() if times >= least)
    idf = [np.log((1 + len(laid)) / (1 + seen[key])) + 1 for key in kept]
    return Vocabulary(np.array(kept, np.uint64), np.array(idf, np.float32))


def matrix_of(vocabulary: Vocabulary, laid: Sequence[Laid]) -> sparse.csr_matrix:
    """One row an example: the features of the whole reply."""
    rows, columns, values = [], [], []
    for number, one in enumerate(laid):
        units, features, weights = vocabulary.rows(one.units, one.before)
        whole = units == len(one.units)
        rows.append(np.full(int(whole.sum()), number))
        columns.append(features[whole])
        values.append(weights[whole])
    cells = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return sparse.csr_matrix(cells, shape=(len(laid), len(vocabulary.keys)))


def labels_of(laid: Sequence[Laid]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Example by act: present; and whether that is known."""
    present = np.array([[act in one.example.acts for act in ACTS] for one in laid])
    known = np.array([[act not in one.example.unknown for act in ACTS] for one in laid])
    return present, known


def fit(vocabulary: Vocabulary, laid: Sequence[Laid], spare: float = SPARE) -> ActModel:
    """One logistic model an act, on what is known of it."""
    cells, (present, known) = matrix_of(vocabulary, laid), labels_of(laid)
    weight = np.where([one.example.rated for one in laid], RATED_WEIGHT, 1.0)
    weights = np.zeros((len(vocabulary.keys), len(ACTS)), np.float32)
    bias = np.full(len(ACTS), -6.0, np.float32)
    for act in range(len(ACTS)):
        use = known[:, act]
        if present[use, act].sum() < 3:
            continue
        model = LogisticRegression(C=spare, solver="liblinear", random_state=0, tol=1e-3)
        model.fit(cells[use], present[use, act], sample_weight=weight[use])
        weights[:, act], bias[act] = model.coef_[0], model.intercept_[0]
    return ActModel(vocabulary, weights, bias, np.zeros((len(ACTS), 5 + len(SUPPORTS)), np.float32))


def pruned(model: ActModel, most: int = MOST_FEATURES) -> Vocabulary:
    """The features that carry the most weight for some act."""
    strength = np.abs(model.weights).max(axis=1) * model.vocabulary.idf
    kept = np.sort(np.argsort(-strength, kind="stable")[:most])
    return Vocabulary(model.vocabulary.keys[kept], model.vocabulary.idf[kept])


def held_out(laid: Sequence[Laid]) -> list[Evidence]:
    """Evidence for every example from a model that has not seen its writer."""
    found: list[Evidence | None] = [None] * len(laid)
    for writer in sorted({one.example.writer for one in laid}):
        others = [one for one in laid if one.example.writer != writer]
        model = fit(pruned(fit(vocabulary_of(others), others)), others)
        for number, one in enumerate(laid):
            if one.example.writer == writer:
                found[number] = gather(one.view, one.figures, model)
    return [evidence for evidence in found if evidence is not None]


def mixture(laid: Sequence[Laid], evidence: Sequence[Evidence]) -> Floats:
    """How the kinds of evidence are weighed: shared by all acts, but for each act's own bias (its threshold)."""
    present, known = labels_of(laid)
    own = np.array([one.example.rated for one in laid])[:, None]
    usable = known & (own | ~known[own[:, 0]].any(axis=0)[None, :])
    columns = np.stack([columns_of(e) for e in evidence])
    rows, acts = np.nonzero(usable)
    shared = columns[rows, acts]
    identity = sparse.csr_matrix((np.ones(len(rows)), (np.arange(len(rows)), acts)), shape=(len(rows), len(ACTS)))
    model = LogisticRegression(C=1.0, solver="liblinear", random_state=0, fit_intercept=False, max_iter=300)
    model.fit(sparse.hstack([sparse.csr_matrix(shared), identity * 2]).tocsr(), present[rows, acts])
    slopes, biases = model.coef_[0][: shared.shape[1]], model.coef_[0][shared.shape[1] :] * 2
    score = columns @ slopes + biases
    mix = np.tile(np.r_[0.0, slopes].astype(np.float32), (len(ACTS), 1))
    mix[:, 0] = biases - thresholds(score, present, usable)
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


def train(language: str) -> ActModel:
    """The whole procedure for one language."""
    laid = [lay(example, language) for example in (*corpus(language), *rated(language))]
    mix = mixture(laid, held_out(laid))
    model = fit(pruned(fit(vocabulary_of(laid), laid)), laid)
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
    np.savez_compressed(WEIGHTS, **stored)
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB")


__all__ = ["CHARS", "main", "train"]

if __name__ == "__main__":
    main()

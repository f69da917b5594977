"""Examples laid out for training, their vocabulary, features and labels. Part of ``scoring.reading.train``."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scoring.reading.evidence import ACTS, laid_out
from scoring.reading.examples import Example
from scoring.reading.features import words_of
from scoring.reading.figures import figures_of
from scoring.reading.learn import meanings_of
from scoring.reading.model import Laid, Vocabulary, entries_of
from scoring.reading.values import ReadingContext
from scoring.reading.view import Figures, View, view_of


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
    """Every feature in at least so many examples, and what the words of all replies and of those before them mean."""
    replies = [words_of(" ".join(one.laid.units)) for one in prepared]
    meanings = meanings_of([*replies, *(one.laid.before for one in prepared if one.example.rated)])
    seen: Counter[int] = Counter()
    for one in prepared:
        seen.update(np.unique(entries_of(one.laid, meanings).keys).tolist())
    kept = sorted(key for key, times in seen.items() if times >= least)
    idf = [np.log((1 + len(prepared)) / (1 + seen[key])) + 1 for key in kept]
    return Vocabulary(np.array(kept, np.uint64), np.array(idf, np.float32), meanings)


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

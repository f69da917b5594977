"""Examples laid out for training, their vocabulary, features and labels. Part of ``scoring.reading.train``."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from scoring.reading.evidence import ACTS, laid_out
from scoring.reading.examples import Example
from scoring.reading.features import words_of
from scoring.reading.figures import figures_of
from scoring.reading.learn import meanings_of
from scoring.reading.model import Laid, Vocabulary, entries_of
from scoring.reading.values import Clause, ReadingContext
from scoring.reading.view import Figures, View, view_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example with its view, its figures and how the model takes it.

    ``parts`` is the same reply cut where its labels are, ``None`` where it has none.
    """

    example: Example
    view: View
    figures: Figures
    laid: Laid
    parts: Laid | None


def prepare(example: Example, language: str) -> Prepared:
    """Lay one example out as the reader would."""
    view = view_of(example.text, ReadingContext(language=language, country=example.country, before=example.before))
    figures = figures_of(view)
    parts = laid_out(_cut(view, example), figures) if example.parts else None
    return Prepared(example, view, figures, laid_out(view, figures), parts)


def _cut(view: View, example: Example) -> View:
    """The view with its parts in place of its clauses."""
    places = [(view.place_of(part.start), view.place_of(part.end)) for part in example.parts]
    return replace(view, clauses=tuple(Clause(a, b, "?" in view.folded.text[a:b]) for a, b in places))


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


@dataclass(frozen=True, slots=True)
class Rows:
    """What a linear model is fitted to: features, +1, -1 or 0 (not known) for each act, and whose example a row is."""

    cells: sparse.csr_matrix
    target: NDArray[np.float32]
    owner: NDArray[np.int64]


def wholes_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> Rows:
    """One row an example: the features of the whole reply."""
    found = []
    for one in prepared:
        units, features, values = vocabulary.rows(one.laid)
        whole = units == len(one.laid.units)
        found.append((features[whole], values[whole]))
    present, known = labels_of(prepared)
    target = np.where(known, np.where(present, 1, -1), 0).astype(np.float32)
    return Rows(_stacked(found, len(vocabulary.keys)), target, np.arange(len(prepared)))


def parts_of(vocabulary: Vocabulary, prepared: Sequence[Prepared]) -> Rows:
    """One row a labelled part, whoever's it is."""
    found, target, owner = [], [], []
    for number, one in enumerate(prepared):
        if one.parts is None:
            continue
        units, features, values = vocabulary.rows(one.parts)
        for unit, acts in enumerate(carried(one.example)):
            here = units == unit
            found.append((features[here], values[here]))
            target.append(acts)
            owner.append(number)
    return Rows(_stacked(found, len(vocabulary.keys)), np.array(target, np.float32), np.array(owner))


def carried(example: Example) -> list[list[int]]:
    """For each part what it says of each act. An act of the whole that no part carries is known of none of them."""
    placed = frozenset().union(*(part.acts for part in example.parts))
    unplaced = (example.acts | example.unknown) - placed
    return [[1 if a in part.acts else 0 if a in unplaced else -1 for a in ACTS] for part in example.parts]


_Row = tuple[NDArray[np.int64], NDArray[np.float32]]


def _stacked(rows: Sequence[_Row], width: int) -> sparse.csr_matrix:
    edges = np.cumsum([0, *(len(features) for features, _ in rows)])
    features, values = (np.concatenate(column) for column in zip(*rows, strict=True))
    return sparse.csr_matrix((values, features, edges), shape=(len(rows), width))


def labels_of(prepared: Sequence[Prepared]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Example by act: present; and whether that is known."""
    present = np.array([[act in one.example.acts for act in ACTS] for one in prepared])
    known = np.array([[act not in one.example.unknown for act in ACTS] for one in prepared])
    return present, known

"""How the model learns: what a labelled part says, and that the fit is the regression it claims to be."""

import json
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from scenarios.acts import DialogueAct
from scoring.reading.evidence import COLUMN
from scoring.reading.examples import RATED, Example, Part, corpus, rated
from scoring.reading.fitting import ridge
from scoring.reading.prepared import carried, prepare

GREET, THANK, BLAME = DialogueAct.GREET, DialogueAct.THANK, DialogueAct.BLAME


def example(*parts: Part, whole: frozenset[DialogueAct]) -> Example:
    return Example("Good morning. You never pay.", "", whole, frozenset(), "w", False, "GB", parts=parts)


def test_what_stands_in_one_part_is_absent_from_the_other() -> None:
    first, second = Part(0, 13, frozenset({GREET})), Part(14, 28, frozenset({BLAME}))
    known = carried(example(first, second, whole=frozenset({GREET, BLAME})))
    assert [row[COLUMN[BLAME]] for row in known] == [-1, 1]
    assert [row[COLUMN[THANK]] for row in known] == [-1, -1]


def test_an_act_of_the_whole_that_no_part_carries_is_known_of_none() -> None:
    known = carried(example(Part(0, 13, frozenset({GREET})), whole=frozenset({GREET, BLAME})))
    assert [row[COLUMN[BLAME]] for row in known] == [0]


def test_a_part_is_laid_out_as_one_stretch() -> None:
    first, second = Part(0, 13, frozenset({GREET})), Part(14, 28, frozenset({BLAME}))
    laid = prepare(example(first, second, whole=frozenset({GREET, BLAME})), "en").parts
    assert laid is not None and laid.units == ("good morning.", "you never pay.")


@pytest.mark.parametrize("language", ["es", "en"])
def test_parts_of_the_corpus_make_up_their_reply(language: str) -> None:
    several = [e for e in corpus(language) if e.parts]
    assert len(several) > 1_000
    for one in several:
        assert " ".join(one.text[p.start : p.end] for p in one.parts) == one.text
        assert one.acts == frozenset().union(*(p.acts for p in one.parts))


@pytest.mark.parametrize("language", ["es", "en"])
def test_marks_of_the_third_reader_lie_in_the_turns_they_name_one_after_the_other(language: str) -> None:
    marked = [e for part in ("train", "own", "apart") for e in rated(language, part) if e.parts]
    lines = (RATED / f"clauses.{language}.jsonl").read_text("utf-8").splitlines()
    assert len(marked) == len({json.loads(line)["id"] for line in lines}) == len(lines)
    for one in marked:
        edges = [edge for p in one.parts for edge in (p.start, p.end)]
        assert edges == sorted(edges) and edges[-1] <= len(one.text)


def test_turns_kept_aside_carry_no_marks() -> None:
    assert not any(e.parts for language in ("es", "en") for e in rated(language, "dev"))
    assert not list(Path(RATED / "dev").glob("clauses*"))


def test_the_fit_is_ridge_regression() -> None:
    dice = np.random.default_rng(7)
    cells = sparse.random(80, 30, 0.3, "csr", np.float32, dice)
    target = dice.choice(np.array([-1, 0, 1], np.float32), (80, 3))
    weight = dice.uniform(0.5, 4, 80)
    found = ridge(cells, target, weight, 2.0)

    x = np.c_[cells.toarray(), np.full(80, np.sqrt(0.3))]
    exact = np.linalg.solve(x.T @ (weight[:, None] * x) + 2 * np.eye(31), x.T @ (weight[:, None] * target))
    assert np.abs(found.weights - exact[:-1]).max() < 5e-3
    assert np.abs(found.bias - np.sqrt(0.3) * exact[-1]).max() < 5e-3

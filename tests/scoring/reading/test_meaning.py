"""What words mean: learnt from their neighbours, the same every time."""

import numpy as np

from scoring.reading.learn import DIMENSIONS, meanings_of

TEXTS = [
    ["pague", "el", "lunes", "por", "favor"],
    ["pague", "el", "martes", "por", "favor"],
    ["deposite", "el", "lunes", "sin", "falta"],
    ["deposite", "el", "martes", "sin", "falta"],
    ["su", "madre", "contesta", "la", "llamada"],
    ["su", "padre", "contesta", "la", "llamada"],
] * 3


def nearness(one: str, other: str) -> float:
    meanings = meanings_of(TEXTS)
    return float(meanings.of([one]) @ meanings.of([other]))


def test_words_that_stand_among_the_same_words_mean_alike() -> None:
    assert nearness("lunes", "martes") > nearness("lunes", "madre")
    assert nearness("madre", "padre") > nearness("madre", "martes")


def test_a_meaning_has_length_one_and_unknown_words_have_none() -> None:
    meanings = meanings_of(TEXTS)
    assert np.isclose(np.linalg.norm(meanings.of(["lunes", "martes"])), 1)
    assert not meanings.of(["desconocida"]).any()
    assert meanings.of([]).shape == (DIMENSIONS,)


def test_the_same_texts_give_the_same_meanings() -> None:
    assert np.array_equal(meanings_of(TEXTS).vectors, meanings_of(TEXTS).vectors)

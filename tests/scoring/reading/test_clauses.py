"""Clauses: cut where one thing ends and another begins, never within an amount or a name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.clauses import clauses_of
from scoring.reading.normalise import fold

CUT = [
    ("Hola. ¿Cómo está?", ["hola.", "¿como esta?"]),
    ("Son $1.200,50. ¿Puede?", ["son $1.200,50.", "¿puede?"]),
    ("Hablo con el Sr. Díaz, ¿verdad?", ["hablo con el sr. diaz,", "¿verdad?"]),
    ("Le entiendo perfectamente, pero necesito una fecha", ["le entiendo perfectamente,", "pero necesito una fecha"]),
    ("Buenos días, le llamo por su cuenta", ["buenos dias,", "le llamo por su cuenta"]),
    ("le sirve el lunes, martes o jueves", ["le sirve el lunes, martes o jueves"]),
    ("pague el 15\nyo le llamo", ["pague el 15", "yo le llamo"]),
    ("I understand that, but the bill is due", ["i understand that,", "but the bill is due"]),
    ("It's $1,250.50 on 3 Oct. Can you pay?", ["it's $1,250.50 on 3 oct.", "can you pay?"]),
    ("I called Mr. Lane today", ["i called mr. lane today"]),
]


@pytest.mark.parametrize(("text", "parts"), CUT)
def test_a_reply_is_cut(text: str, parts: list[str]) -> None:
    folded = fold(text).text
    assert [folded[c.start : c.end] for c in clauses_of(folded)] == parts


def test_dictation_without_marks_is_cut_at_connectives() -> None:
    folded = fold(
        "hola don luis le hablo del banco por su credito que ya tiene tres meses y queria saber si puede darme algo "
        "esta semana porque si no sube el interes pero le puedo hacer un plan de pagos"
    ).text
    assert len(clauses_of(folded)) >= 3


def test_a_question_is_known_as_one() -> None:
    folded = fold("Gracias. ¿Cuánto puede? Bien.").text
    assert [c.question for c in clauses_of(folded)] == [False, True, False]


@given(st.text(max_size=200))
def test_clauses_are_in_order_apart_and_hold_every_letter(text: str) -> None:
    folded = fold(text).text
    found = clauses_of(folded)
    assert all(a.end <= b.start for a, b in pairwise(found))
    held = {place for c in found for place in range(c.start, c.end)}
    assert all(place in held for place, char in enumerate(folded) if char.isascii() and char.isalpha())

"""Folding keeps the way back to the original text."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.normalise import fold
from scoring.reading.tokens import tokenise

ODD = "áÉñÜ ½\u00a0\u200b\u0301\u00ad€ß\ufb01İ🙂'’–1２٣\n"


def test_accents_case_and_odd_spaces_are_folded() -> None:
    assert fold("ÁRBOL\u00a0Ñandú “sí”").text == 'arbol nandu "si"'


def test_what_nobody_sees_is_left_out_and_the_span_still_fits_the_original() -> None:
    text = "pa\u200bgo de\u0301ume 5\u00ad00"
    folded = fold(text)
    assert folded.text == "pago deume 500"
    assert text[slice(*folded.span(0, 4))] == "pa\u200bgo"
    assert text[slice(*folded.span(11, 14))] == "5\u00ad00"


def test_a_combining_accent_stays_inside_its_letter_s_span() -> None:
    text = "pago\u0301 ya"
    assert text[slice(*fold(text).span(0, 4))] == "pago\u0301"


@given(st.one_of(st.text(max_size=80), st.text(alphabet=ODD, max_size=80)))
def test_every_token_s_span_lies_in_the_text_and_is_not_empty(text: str) -> None:
    tokens = tokenise(text)
    for at in range(len(tokens.items)):
        start, end = tokens.span(at, at + 1)
        assert 0 <= start < end <= len(text)

"""The pattern language of the phrases: what matches, what is muted, what cannot be read."""

import pytest

from scoring.reading.cues import CueError, Hit, lexicon_of
from scoring.reading.normalise import fold
from scoring.reading.phrases import KINDS, load_lexicon
from scoring.reading.words import tokens_of


def hits(pattern: str, text: str, language: str = "es") -> tuple[Hit, ...]:
    tokens = tokens_of(fold(text), language)
    asked = {t.sentence: True for t in tokens if t.word == "?"}
    return lexicon_of(language, {"x": [pattern]}).hits(tokens, asked)


MATCHES = [
    ("le doy plazo", "Le doy plazo.", True),
    ("le doy plazo", "le doy más plazo", False),
    ("le doy ... plazo", "le doy un poco más plazo", True),
    ("le doy ... plazo", "le doy uno dos tres cuatro plazo", False),
    ("(le|te) doy", "te doy", True),
    ("le [puedo] dar", "le dar", True),
    ("le [puedo] dar", "le puedo dar", True),
    ("disculp*", "¡Discúlpeme!", True),
    ("le _ plazo", "le damos plazo", True),
    ("issue", "tissue", False),
    ("? cuanto puede", "¿Cuánto puede?", True),
    ("? cuanto puede", "No sé cuánto puede.", False),
    ("^ hola", "Bueno, hola", True),
    ("^ hola", "le digo hola", False),
    ("mucha plata", "Tengo mucha. Plata no.", False),
    ("gracias", "graciaaaas", True),
]


@pytest.mark.parametrize(("pattern", "text", "found"), MATCHES)
def test_a_pattern_matches_whole_words_within_a_sentence(pattern: str, text: str, found: bool) -> None:
    assert bool(hits(pattern, text)) == found


MUTED = [
    ("le vamos a embargar", "No le vamos a embargar", True),
    ("le vamos a embargar", "No, le vamos a embargar", False),
    ("le vamos a embargar", "si no paga le vamos a embargar", False),
    ("le vamos a embargar", "no pague y le vamos a embargar", False),
    ("le vamos a embargar", 'el otro le dijo "le vamos a embargar" y no', True),
    ("ratero", "lo llamaron ratero", True),
    ("ratero", "es un ratero", False),
]


@pytest.mark.parametrize(("pattern", "text", "muted"), MUTED)
def test_negated_quoted_and_reported_phrases_are_muted(pattern: str, text: str, muted: bool) -> None:
    assert [h.muted for h in hits(pattern, text)] == [muted]


def test_a_pattern_may_hold_its_own_negation() -> None:
    assert [h.muted for h in hits("! puedo aceptar", "no puedo aceptar")] == [False]


def test_weights_are_read() -> None:
    assert hits("hola @0.4", "hola")[0].cue.weight == pytest.approx(0.4)
    assert hits("hola @certain", "hola")[0].cue.weight == 1


@pytest.mark.parametrize("pattern", ["(le|te", "le)", "[hola]", "", "[a] [b]"])
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises(CueError, match=r"pattern|missing"):
        lexicon_of("es", {"x": [pattern]})


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_shipped_phrases_load(language: str) -> None:
    assert load_lexicon(language, KINDS).language == language

"""Phrases that a trainer taught: near the words, certain, and nowhere else."""

import json
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.cues import lexicon_of
from scoring.reading.examples import ACTS
from scoring.reading.normalise import fold
from scoring.reading.reader import read
from scoring.reading.taught import NOTHING, Phrase, Taught, as_corpus, as_patterns, find, pinned
from scoring.reading.thresholds import CERTAIN
from scoring.reading.values import ReadingContext
from scoring.reading.words import tokens_of

SPANISH = ReadingContext(language="es", before="No tengo trabajo.")
SAID = "¿Con qué tanto nos acompañaría a fin de mes?"
ASKS = Phrase(SAID, "es", DialogueAct.ASK_CAPACITY)
ONE = Taught(1, (ASKS,))
ANY_PHRASE = st.builds(
    Phrase, st.text(min_size=1, max_size=60), st.just("es"), st.sampled_from([None, *ACTS]), st.none()
)  # fmt: skip


def places(text: str, taught: Taught = ONE) -> list[str]:
    return [text[found.start : found.end] for found in find(text, "es", taught)]


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "CON QUE TANTO NOS ACOMPAÑARIA A FIN DE MES",
        "Mire, entiendo. ¿Con q tanto nos acompañaría a fin de mes? Dígame.",
        "¿Con qué tanto nos acompañarìa a fin d mes?",
        "¿Con qué tanto nos acompaňaria a fin de mes?",
    ],
)
def test_a_phrase_is_known_by_its_words_whatever_the_spelling(text: str) -> None:
    assert len(places(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "¿Con qué tanto nos acompañaría su hermana?",
        "Nos acompañaría a fin de mes, con qué tanto.",
        "¿Con qué nos acompañaría a fin de mes?",
        "Con qué tanto. Nos acompañaría a fin de mes.",
        "Mi compañero dijo con qué tanto nos acompañaría a fin de mes",
        "Le escribió «con qué tanto nos acompañaría a fin de mes» y colgó",
        "",
        "?!",
    ],
)
def test_other_words_another_order_a_quotation_or_anothers_mouth_are_not_the_phrase(text: str) -> None:
    assert places(text) == []


def test_a_phrase_that_is_denied_means_nothing() -> None:
    taught = Taught(1, (Phrase("le voy a mandar la patrulla", "es", DialogueAct.THREATEN),))
    assert places("Mañana le voy a mandar la patrulla.", taught)
    assert not places("Yo no le voy a mandar la patrulla.", taught)


def test_a_word_alone_is_a_phrase_only_where_nothing_else_is_said() -> None:
    taught = Taught(1, (Phrase("Órale", "es", DialogueAct.ACCEPT_PROPOSAL),))
    assert places("¡Órale!", taught)
    assert not places("Órale con usted, qué carácter.", taught)


def test_any_number_stands_for_the_number_of_the_phrase() -> None:
    taught = Taught(1, (Phrase("aviéntese 500 y quedamos", "es", DialogueAct.ASK_COMMITMENT),))
    assert places("Aviéntese 1,200 y quedamos.", taught) == ["Aviéntese 1,200 y quedamos"]


def test_what_is_taught_is_read_where_it_stands_and_the_reading_names_its_version() -> None:
    text = "¡Órale, móchese con algo!"
    assert read(text, SPANISH).unsure
    reading = read(text, SPANISH, Taught(4, (Phrase("móchese con algo", "es", DialogueAct.ASK_COMMITMENT),)))
    assert [(a.act, text[a.start : a.end]) for a in reading.acts] == [("ask_commitment", "móchese con algo")]
    assert not reading.unsure
    assert pinned(reading.reader) == 4
    assert pinned(read(text, SPANISH).reader) == 0


def test_a_tone_is_taught_as_an_act_is() -> None:
    taught = Taught(2, (Phrase("ahí me avisa, jefecito lindo", "es", None, "servility"),))
    assert "servility" in {t.kind for t in read("Ahí me avisa, jefecito lindo.", SPANISH, taught).tone}


@pytest.mark.parametrize("act", sorted(COSTLY))
def test_what_is_taught_as_costly_is_never_beyond_doubt(act: DialogueAct) -> None:
    taught = Taught(1, (Phrase("ahí viene el trompo azul", "es", act),))
    reading = read("Ahí viene el trompo azul.", SPANISH, taught)
    assert all(a.confidence < CERTAIN[act] for a in reading.acts if a.act == act)


def test_the_debtors_own_words_are_read_as_ever() -> None:
    debtor = replace(SPANISH, by="debtor")
    assert read(SAID, debtor, ONE) == read(SAID, debtor)


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_an_empty_lexicon_changes_nothing(text: str) -> None:
    assert read(text, SPANISH, NOTHING) == read(text, SPANISH)
    assert read(text, SPANISH, Taught(7)) == read(text, SPANISH)


@settings(max_examples=30)
@given(st.text(max_size=120), st.lists(ANY_PHRASE, max_size=4))
def test_teaching_adds_and_takes_nothing_away(text: str, phrases: list[Phrase]) -> None:
    taught = Taught(1, tuple(phrases))
    before, after = read(text, SPANISH), read(text, SPANISH, taught)
    assert {a.act for a in before.acts} <= {a.act for a in after.acts}
    assert (before.amounts, before.dates, before.offers) == (after.amounts, after.dates, after.offers)
    assert after == read(text, SPANISH, taught)
    for found in find(text, "es", taught):
        assert 0 <= found.start < found.end <= len(text)


def test_phrases_leave_as_corpus_lines_and_as_patterns_that_find_them_again() -> None:
    phrases = (ASKS, Phrase("bien lindo (de veras)", "es", None, "servility"), Phrase("mmm", "es"))
    (line,) = as_corpus(phrases)
    assert json.loads(json.dumps(line)) == {
        "text": SAID, "acts": ["ask_capacity"], "country": "MX", "voice": "taught",
    }  # fmt: skip
    for kind, text in (("acts", SAID), ("tone", "Bien lindo, de veras")):
        patterns = as_patterns(phrases, "acts" if kind == "acts" else "tone")
        tokens = tokens_of(fold(text), "es")
        assert lexicon_of("es", patterns).hits(tokens, {}), kind


def test_a_thousand_phrases_cost_little_beside_the_reading() -> None:
    words = ["de", "la", "que", "no", "con", "por", "una", "su", "para", "como", "más", "pero", "sus", "le", "ya"]
    phrases = (
        Phrase(f"{words[n % 15]} {words[n % 7]} palabra{n} de la {words[n % 11]}", "es", ACTS[0]) for n in range(1_000)
    )
    taught, text = Taught(3, tuple(phrases)), "Entiendo que no es fácil de la noche a la mañana, pero dígame. " * 6
    find(text, "es", taught)
    best = min(_timed(text, taught) for _ in range(5))
    assert best < 0.005  # on two busy cores; a few tenths of a millisecond otherwise


def _timed(text: str, taught: Taught) -> float:
    start = perf_counter()
    find(text, "es", taught)
    return perf_counter() - start

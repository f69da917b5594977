"""The reader as a whole: any text, equal readings for equal texts, the other language, what it is unsure of."""

import json
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import DialogueAct
from scoring.reading.reader import LONGEST, read, reader_version, remembered
from scoring.reading.values import Reading, ReadingContext, reading_as_dict

ES = ReadingContext(language="es", country="MX")
EN = ReadingContext(language="en", country="US")


def spans(reading: Reading) -> list[tuple[int, int]]:
    parts = (
        reading.clauses,
        reading.acts,
        reading.amounts,
        reading.dates,
        reading.offers,
        reading.tone,
        reading.voiced,
    )
    return [(one.start, one.end) for part in parts for one in part]


@settings(max_examples=60)
@given(st.text(max_size=300), st.sampled_from(["es", "en", "xx"]), st.text(max_size=60))
def test_any_text_is_read_and_every_span_holds_something(text: str, language: str, before: str) -> None:
    reading = read(text, ReadingContext(language=language, before=before))
    assert reading.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "🙂🙂",
        "...",
        "¿?",
        "\u200b\u200b",
        "\u202eabc\u202c",
        "123",
        "e\u0301",
        "\ud800",
        "ﬁn",
        "İ",
        "１２３ pesos",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    reading = read(text, ES)
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))


FUZZ = Path(__file__).parents[2] / "data" / "fuzz" / "lines.jsonl"


@pytest.mark.parametrize("context", [ES, EN], ids=["es", "en"])
def test_nasty_lines_are_read_and_make_plain_json(context: ReadingContext) -> None:
    for line in FUZZ.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        for before in ("", text):
            reading = read(text, replace(context, before=before, balance=Decimal(4500)))
            assert all(0 <= start < end <= len(text) for start, end in spans(reading)), text
            assert json.loads(json.dumps(reading_as_dict(reading), allow_nan=False))


@pytest.mark.parametrize("text", ["31 de febrero", "2026-02-31", "el 30 de febrero", "29/02/2027"])
def test_days_that_do_not_exist_are_no_days(text: str) -> None:
    assert not read(f"Pague el {text}.", ES).dates


@pytest.mark.parametrize(
    "piece", ["le puede pagar 500 y ", "a", "¿", "no ", "...", "1,", "quince mil ", "SI! ", '"a" ']
)
def test_twenty_thousand_characters_take_bounded_time(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    read("hola", ES)
    began = time.process_time()
    read(text, ES)
    assert time.process_time() - began < 5


def test_what_lies_beyond_the_limit_stays_in_the_text_and_is_not_read() -> None:
    text = "hola " * (LONGEST // 5) + " le voy a embargar la casa"
    reading = read(text, ES)
    assert reading.text == text
    assert not reading.does(DialogueAct.THREATEN)


def test_equal_texts_give_equal_readings() -> None:
    text = "Buenas tardes, le propongo tres pagos de $500. ¿Le parece?"
    first = read(text, ES)
    remembered.cache_clear()
    anew = read(text, ES)
    assert anew is not first
    assert reading_as_dict(anew) == reading_as_dict(first)


def test_a_reply_read_again_is_not_worked_out_again_and_each_context_has_its_own() -> None:
    text = "¿Puede pagar la mitad el viernes?"
    assert read(text, ES) is read(text, ES)
    assert read(text, ES) is not read(text, replace(ES, on=ES.on + timedelta(days=7)))
    assert read(text * 100, ES) is not read(text * 100, ES)


def test_a_reading_says_who_read_it() -> None:
    assert read("hola", ES).reader == reader_version()
    assert reader_version().count("-") == 2


def test_a_reply_without_letters_is_not_unsure_and_one_that_does_nothing_is() -> None:
    assert not read("...", ES).unsure
    assert read("la silla de madera", ES).unsure


def test_a_reply_in_the_other_language_is_read_in_its_own() -> None:
    reading = read("Good morning, am I speaking with Ms Rojas? I'm calling about your account.", ES)
    assert reading.language == "en"
    assert reading.does(DialogueAct.VERIFY_IDENTITY)
    assert read("Buenos días, ¿hablo con la señora Rojas?", EN).language == "es"


def test_one_word_of_the_other_language_changes_nothing() -> None:
    assert read("ok, le envío el link", ES).language == "es"
    assert read("Señora Rojas, when can you pay?", EN).language == "en"


def test_spans_are_those_of_the_original_text_whatever_folding_did() -> None:
    text = "\u200bHola\u200b, buenas tardes. \u200b¿Cua\u0301nto podri\u0301a pagar este mes?"
    act = read(text, ES).of(DialogueAct.ASK_CAPACITY)[0]
    assert "pagar" in text[act.start : act.end]
    assert text[act.start : act.end].strip().startswith(("¿", "\u200b¿"))


@pytest.mark.parametrize("yes", ["sí", "ok", "de acuerdo", "Está bien.", "va", "dale"])
def test_a_bare_yes_after_a_proposal_takes_it(yes: str) -> None:
    after = ReadingContext(language="es", country="MX", before="Puedo darle 500 el viernes y el resto el 15.")
    assert read(yes, after).does(DialogueAct.ACCEPT_PROPOSAL)
    assert not read(yes, ReadingContext(language="es", before="¿Quién habla?")).does(DialogueAct.ACCEPT_PROPOSAL)


@pytest.mark.parametrize("yes", ["yes", "ok", "Sounds good.", "deal", "that works"])
def test_a_bare_yes_in_english_too(yes: str) -> None:
    after = ReadingContext(language="en", country="US", before="I can give you $50 on Friday.")
    assert read(yes, after).does(DialogueAct.ACCEPT_PROPOSAL)


def test_a_yes_that_turns_takes_nothing() -> None:
    after = ReadingContext(language="es", before="Puedo darle 500 el viernes.")
    assert not read("sí, pero no", after).does(DialogueAct.ACCEPT_PROPOSAL)

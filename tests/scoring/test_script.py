from datetime import date

import pytest

from scenarios.case import Statement
from scenarios.country import countries, load_country
from scenarios.creditor import creditor_for, creditors
from scoring.criteria.moment import AgentTurn
from scoring.criteria.script import check, phrase_in
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

RECORDED = Statement(id="recorded", text="Esta llamada se graba.", wording="verbatim", before="disclosure")
SENSE = Statement(
    id="collector", text="Say that it is a debt.", wording="sense", before="end",
    heard_by=("collect a debt|debt collector", "that purpose"),
)  # fmt: skip


def turns(*texts, language="es"):
    context = ReadingContext(language=language, country="MX", on=date(2026, 11, 23))
    return [AgentTurn(2 * n, text, language, read(text, context)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        (["Buenas tardes. Esta llamada se graba."], "said"),
        (["ESTA LLAMADA SE GRABA"], "said"),
        (["Su saldo vencido es de $4,500.", "Esta llamada se graba."], "late"),
        (["Su saldo vencido es de $4,500. Esta llamada se graba."], "late"),
        (["Esta llamada se graba. Su saldo vencido es de $4,500."], "said"),
        (["Esta llamada la graban."], "altered"),
        (["Buenas tardes."], "missing"),
        ([], "missing"),
    ],
)
def test_a_statement_word_for_word_is_said_late_altered_or_missing(texts, status):
    assert check(RECORDED, turns(*texts)).status == status


def test_a_statement_in_sense_wants_all_of_its_expressions():
    whole = "This is an attempt to collect a debt; anything you say is used for that purpose."
    assert check(SENSE, turns(whole, language="en")).status == "said"
    assert check(SENSE, turns("I want to collect a debt.", language="en")).status == "altered"
    assert check(SENSE, turns("Hello.", language="en")).status == "missing"


def test_the_words_shown_are_those_of_the_turn():
    checked = check(RECORDED, turns("Hola.", "Le aviso: esta llamada se graba, ¿sí?"))
    assert checked.turn.text[slice(*checked.span)] == "esta llamada se graba"


def examples():
    """Every statement that ships with its example, in every language of its countries."""
    for file in creditors():
        for code in set(file.offices) & set(countries()):
            for language in load_country(code).languages:
                for line in creditor_for(file.products[0], load_country(code), language).statements:
                    yield pytest.param(line, language, id=f"{file.id}-{code}-{language}-{line.id}")


@pytest.mark.parametrize(("line", "language"), sorted(examples(), key=lambda p: str(p.id)))
def test_what_a_script_gives_as_an_example_is_heard_as_the_statement(line, language):
    assert check(line, turns(line.example or line.text, language=language)).status == "said"


def test_a_phrase_is_heard_in_whole_words_and_nothing_in_it_is_a_pattern():
    assert phrase_in(["del juzgado"], "Le hablo del juzgado, señora.") == (0, 20)
    assert phrase_in(["del juzgado"], "Le hablo del juzgadote.") is None
    assert phrase_in(["a.b"], "acb") is None

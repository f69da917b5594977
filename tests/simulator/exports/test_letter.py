"""The agreement letter: from the record alone, in the country's formats, and nobody's name becomes markup."""

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.case import Case
from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.exports.letter import as_text, letter, missing, wanted
from simulator.exports.letter_page import as_page
from tests.simulator.engine import case

TWO = (
    AgreedInstalment(amount=Decimal("1250.50"), date=date(2026, 12, 15)),
    AgreedInstalment(amount=Decimal("1250"), date=date(2027, 1, 15)),
)


def recorded(**changed: object) -> FollowUp:
    given = {"disposition": Disposition.PLAN, "instalments": TWO, "method": "SPEI", "owner": "Laura", **changed}
    return FollowUp.model_validate(given)


@pytest.mark.parametrize(
    ("country", "language", "expected"),
    [
        ("MX", "es", ("15 de diciembre de 2026", "$1,250.50", "Total: $2,500.50", "Estimad")),
        ("ES", "es", ("15 de enero de 2027", "1.250,50 €", "2.500,50 €")),
        ("US", "en", ("December 15, 2026", "$2,500.50", "Dear M")),
        ("GB", "en", ("15 December 2026", "£2,500.50", "Yours sincerely")),
    ],
)
def test_the_letter_speaks_the_calls_language_and_the_countrys_formats(
    country: str, language: str, expected: tuple[str, ...]
) -> None:
    of = case(country=country, language=language, scenario="already_paid" if country == "GB" else "job_loss")
    text = as_text(letter(of, recorded()))
    for words in (*expected, of.creditor.name, of.creditor.phone, of.account.reference, of.debtor.full_name, "SPEI"):
        assert words in text


def test_nothing_of_the_talk_or_the_note_is_in_it() -> None:
    text = as_text(letter(case(), recorded(note="Se notó alterada.", reason="Perdió el empleo")))
    assert "alterada" not in text
    assert "empleo" not in text


@pytest.mark.parametrize(
    ("changed", "lacking"),
    [
        ({"instalments": ()}, ("payments",)),
        ({"instalments": (), "method": " "}, ("payments", "method")),
        ({"instalments": (*TWO, AgreedInstalment(amount=Decimal(5)))}, ("date",)),
        ({"instalments": (AgreedInstalment(date=date(2026, 12, 1)),)}, ("amount",)),
        ({"instalments": (AgreedInstalment(amount=Decimal(0), date=date(2026, 12, 1)),)}, ("amount",)),
        ({}, ()),
    ],
)
def test_what_was_not_recorded_is_named_and_never_made_up(changed: dict[str, object], lacking: tuple[str, ...]) -> None:
    assert missing(recorded(**changed)) == lacking


def test_a_letter_is_wanted_where_something_was_agreed_or_recorded_as_agreed() -> None:
    assert wanted(recorded(), agreed=False)
    assert wanted(None, agreed=True)
    assert not wanted(FollowUp(disposition=Disposition.VULNERABLE, note="Contacto en pausa."), agreed=False)


def hostile(name: str) -> Case:
    of = case()
    return of.model_copy(update={"debtor": of.debtor.model_copy(update={"full_name": name, "last_name": name})})


@given(st.text(max_size=60))
def test_no_name_becomes_markup_and_every_word_of_it_is_there(name: str) -> None:
    page = as_page(letter(hostile(name), recorded(owner=name)))
    tags = set(re.findall(r"<\s*/?\s*([a-z0-9!]+)", page.lower()))
    harmless = as_page(letter(hostile("Ana"), recorded(owner="Ana")))
    assert tags <= set(re.findall(r"<\s*/?\s*([a-z0-9!]+)", harmless.lower()))
    shown = "".join(c for c in name if c >= " " or c in "\t\n")
    assert shown in unescape(page)


def test_the_page_fetches_nothing() -> None:
    page = as_page(letter(hostile('<img src="http://x/y" onerror=alert(1)>'), recorded()))
    assert "<img" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"""\b(src|href)\s*=\s*["']?http""", page)

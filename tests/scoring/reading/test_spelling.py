"""Slips of the finger in numbers and days, and words that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.dates import find_dates
from scoring.reading.spelling import slips
from scoring.reading.tokens import tokenise
from scoring.reading.vocabulary import calendar_words, number_words
from tests.scoring.reading.pieces import amounts, context, days


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("MX", "kinientos pesos", [500]),
        ("CO", "setesientos mil pesos", [700_000]),
        ("PE", "cuarentaidos soles", [42]),
        ("AR", "quincemil pesos", [15_000]),
        ("CL", "cienmil pesos", [100_000]),
        ("ES", "ciento beinte euros", [120]),
        ("MX", "dieci ocho pesos", [18]),
        ("US", "three hunderd and fourty dollars", [340]),
        ("GB", "two thousnd quid", [2000]),
    ],
)
def test_a_mistyped_number_is_the_number_that_was_meant(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


@pytest.mark.parametrize(
    ("country", "text", "day"),
    [
        ("MX", "el miercloes", "2026-11-25"),
        ("CO", "el viernez no, el juevees", "2026-11-26"),
        ("PE", "el 5 de dicembre", "2026-12-05"),
        ("US", "by thrusday", "2026-11-26"),
        ("GB", "on the 4th of Decmber", "2026-12-04"),
        ("GB", "tommorow then", "2026-11-24"),
    ],
)
def test_a_mistyped_day_is_the_day_that_was_meant(country: str, text: str, day: str) -> None:
    assert day in days(text, country)


@pytest.mark.parametrize(
    "text", ["lo siento mucho", "¿a qué hora vienes?", "la novena", "vente para acá", "I'm thirsty", "and sundry"]
)
def test_a_word_of_the_language_is_no_slip(text: str) -> None:
    assert [token.text for token in tokenise(text).items if token.text in slips()] == []
    assert amounts(text) == []
    assert days(text) == []


def test_no_slip_is_itself_a_word_of_the_grammars() -> None:
    for code in ("es", "en"):
        numbers, names = number_words(code), calendar_words(code)
        known = {*numbers.small, *numbers.tens, *numbers.hundreds, *numbers.scales, *names.weekdays, *names.months}
        assert not known & slips().keys()


@given(st.sampled_from(sorted(slips())))
def test_a_slip_keeps_its_own_place_in_the_text(slip: str) -> None:
    (token,) = (t for t in tokenise(f"el {slip}").items if t.start == 3)
    assert (token.start, token.end) == (3, 3 + len(slip))


def test_spanish_in_the_united_states_borrows_english_sums_and_days() -> None:
    assert amounts("se lo dejo en four hundred", "US", language="es") == [400]
    assert days("¿le queda bien this Friday?", "US", language="es") == ["2026-11-27"]
    assert days("el payment es December 15", "US", language="es") == ["2026-12-15"]
    assert amounts("se lo dejo en four hundred", "ES") == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("cada quincena a partir del 1 de diciembre", "MX"),
        ("todos los martes, empezando el 1 de diciembre", "CO"),
        ("every other Tuesday starting December 1", "US"),
        ("each Tuesday from 1 December", "GB"),
    ],
)
def test_a_recurrence_whose_first_day_is_stated_has_no_other(text: str, country: str) -> None:
    found = find_dates(text, context(country))
    assert [d.isoformat() for m in found for d in m.iso] == ["2026-12-01"]
    assert any(m.every for m in found)

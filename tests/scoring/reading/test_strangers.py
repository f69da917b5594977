"""Sums, languages and proposals as strangers said them: classes that were read wrongly at first sight."""

import pytest

from scoring.reading.values import ReadingContext
from scoring.reading.view import view_of
from tests.scoring.reading.pieces import amounts, offers, terms


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("MX", "no, perdón, dije 400, son 450", [400, 450]),
        ("US", "no wait sorry, I meant 240 not 420", [240, 420]),
        ("MX", "perdón, no eran 720 sino 270", [720, 270]),
        ("GB", "We'd accept a pound a month as a token.", [1]),
        ("US", "A buck fifty in fees", [1.5]),
        ("GB", "only a couple of quid in interest", [2]),
        ("ES", "pague usted 90 euretes al mes", [90]),
        ("ES", "creo que son 214 con 60", [214.6]),
        ("AR", "medio palito me falta juntar", [500000]),
        ("GB", "pay it off at 15 a week, Fridays", [15]),
        ("US", "We agreed on one-fifty down.", [150]),
        ("US", "240 Friday, 240 two weeks later", [240, 240]),
        ("MX", "¿con cuánto sí? ¿800, 900?", [800, 900]),
        ("US", "the fee is 35, I'm taking it off", [35]),
        ("US", "fifteen bucks. fifteen. that's the late fee", [15, 15]),
        ("MX", "250 pa hoy", [250]),
    ],
)
def test_sums_that_strangers_named(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("CL", "La factura 20.458 está a nombre de su señora"),
        ("CL", "su boleta N° 887.341 quedó impaga"),
        ("CO", "Mi cédula es la 52.118.904"),
        ("US", "Regulation F, section 1006.34, gives you that right."),
        ("US", "It was 2019 when the account was opened."),
        ("GB", "You'll be 65 in March, is that right?"),
        ("MX", "los 15 y los 30 le descuentan"),
    ],
)
def test_numbers_that_only_point_are_no_money(country: str, text: str) -> None:
    assert amounts(text, country) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We'd accept a pound a month as a token.", "en"),
        ("You're a joke. A broke joke.", "en"),
        ("the payment sería el lunes 30", "es"),
        ("I can pay that on the first, is that okay?", "en"),
    ],
)
def test_words_of_both_languages_tell_nothing(text: str, language: str) -> None:
    assert view_of(text, ReadingContext(language=language, country="US")).language == language


@pytest.mark.parametrize(
    ("country", "text", "balance", "plan"),
    [
        ("AR", "poné 15 lucas hoy y 15 lucas el viernes", 30000, [(15000, "2026-11-23"), (15000, "2026-11-27")]),
        ("CL", "35 lucas mensuales, primera el 5 de diciembre, son 2", 70000,
         [(35000, "2026-12-05"), (35000, "2027-01-05")]),
        ("CL", "1ra cuota 15/12, 2da cuota 15/01, todas de $28.000", 56000,
         [(28000, "2026-12-15"), (28000, "2027-01-15")]),
        ("US", "do 85 today and I can hold off the other 85 till the 4th", 170,
         [(85, "2026-11-23"), (85, "2026-12-04")]),
        ("US", "it's 475 to settle, good through the 30th", 950, [(475, "2026-11-30")]),
        ("US", "$20 today, $20 every Friday after that, til the 60 is gone", 60,
         [(20, "2026-11-23"), (20, "2026-11-27"), (20, "2026-12-04")]),
        ("GB", "Universal Credit comes in on the 7th, so shall we say £50 on the 8th?", 400, [(50, "2026-12-08")]),
        ("ES", "si abona 800 de una vez antes de fin de mes", 1240, [(800, "2026-11-30")]),
        ("MX", "250 hoy y ya el viernes vemos lo demás", 900, [(250, "2026-11-23")]),
    ],
)  # fmt: skip
def test_proposals_as_strangers_make_them(country: str, text: str, balance: int, plan: list[tuple[float, str]]) -> None:
    assert [terms(offer) for offer in offers(text, country, balance=balance)] == [plan]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("US", "it goes up 25 dollars on December 1 if nothing's paid"),
        ("ES", "la deuda son mil doscientos cuarenta euros a día de hoy"),
        ("ES", "le llamo por el recibo de 63,27 € devuelto el día 5"),
    ],
)
def test_what_rises_or_is_owed_is_no_proposal(country: str, text: str) -> None:
    assert offers(text, country) == ()

"""Amounts: written, spoken, in slang, bare; and what looks like money and is none."""

import random
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from num2words import num2words

from scoring.reading.amounts import find_amounts
from tests.scoring.reading.pieces import amounts, context

LOCALES = {
    "MX": ("es_MX", "MXN"), "CL": ("es_CL", "CLP"), "AR": ("es_AR", "ARS"), "CO": ("es_CO", "COP"),
    "PE": ("es_PE", "PEN"), "ES": ("es_ES", "EUR"), "US": ("en_US", "USD"), "GB": ("en_GB", "GBP"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("MX", "$1.200.000 y $12,450.50", [1_200_000, 12_450.5]),
        ("MX", "el saldo es de 1.250", [1250]),
        ("PE", "S/ 1,340.50, S/340 y s/.20", [1340.5, 340, 20]),
        ("ES", "4.815,60 € y 174,50 euros", [4815.6, 174.5]),
        ("GB", "£154.30", [154.3]),
        ("ES", "1\u00a0234,50\u00a0€", [1234.5]),
        ("MX", "$ 1 200 000", [1_200_000]),
        ("MX", "1'250,000.00 pesos", [1_250_000]),
        ("MX", "18 mil 700 pesos", [18_700]),
        ("AR", "2 millones 350 mil", [2_350_000]),
        ("AR", "dos millones ciento quince", [2_115_000]),
        ("AR", "el millón cuatro treinta", [1_430_000]),
        ("MX", "veintiún mil", [21_000]),
        ("US", "three thousand nine hundred twenty-five dollars", [3925]),
        ("US", "$1.2M or $50k", [1_200_000, 50_000]),
    ],
)
def test_separators_words_and_scales(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("CL", "40 lucas", [40_000]),
        ("PE", "40 lucas", [40]),
        ("AR", "palo y medio", [1_500_000]),
        ("AR", "medio palo", [500_000]),
        ("AR", "un palo doscientos cincuenta", [1_250_000]),
        ("MX", "quinientos varos", [500]),
        ("GB", "a grand, two hundred quid and a tenner", [1000, 200, 10]),
        ("US", "twelve hundred bucks", [1200]),
        ("US", "I can pay five-fifty", [550]),
        ("US", "pay twelve-sixty", [1260]),
        ("US", "Three eighteen forty-four. Due.", [318.44]),
        ("GB", "Five hundred and eighty-eight pounds seventy.", [588.7]),
        ("GB", "50p", [0.5]),
        ("ES", "mensualidades de quinientos cincuenta y tres con treinta y tres", [553.33]),
        ("MX", "mil doscientos pesos con cincuenta centavos", [1200.5]),
    ],
)
def test_slang_and_speech(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("CO", "entre 50 y 60 mil", [50_000, 60_000]),
        ("MX", "dos o tres mil", [2000, 3000]),
        ("AR", "2 o 3 palos", [2_000_000, 3_000_000]),
        ("US", "$50-80", [50, 80]),
        ("US", "between 50 and 80 dollars", [50, 80]),
        ("CO", "Hágale mejor 50 y 90.", [50_000, 90_000]),
    ],
)
def test_a_range_is_two_amounts(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("MX", "mil gracias y mil disculpas"),
        ("MX", "le hablé a mil"),
        ("MX", "su tarjeta terminada en 4521"),
        ("US", "the card ending in 4521"),
        ("MX", "llame al 55 1234 5678 o al 800 911 2000"),
        ("US", "call 555-0142"),
        ("MX", "lleva 40 días y cuatro llamadas"),
        ("MX", "los últimos cuatro dígitos"),
        ("MX", "la factura 3310, folio 7719, F-2291 y A-1230"),
        ("MX", "a las 5 de la tarde, a las 10.30"),
        ("GB", "at 5.30, by 2 tomorrow"),
        ("US", "the loan is from 2021, since 2019"),
        ("MX", "el 12% y el veinte por ciento"),
        ("US", "the rate jumps to 29.99"),
        ("MX", "el 15 de diciembre, el 30, 26/10 y 23.11.2026"),
        ("ES", "el contador marcaba 1204 el 3 de septiembre"),
        ("US", "get through to 988 with me"),
        ("MX", "tengo 45 años y dos hijos"),
        ("MX", "antes de pagar un peso"),
        ("US", "I'll reissue it with PO 44-203"),
        ("GB", "which would take it to 2028"),
        ("US", "a guy with a 480 credit score"),
        ("GB", "I do 120 of these a day"),
        ("CO", "en la cuenta 0457-221"),
    ],
)
def test_what_is_no_money_is_not_read_as_money(country: str, text: str) -> None:
    assert amounts(text, country) == []


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("MX", "le ofrezco 500 para el viernes", [500]),
        ("MX", "unos 500", [500]),
        ("PE", "80 al mes hasta abril", [80]),
        ("PE", "mejor 6 cuotas de 466.50?", [466.5]),
        ("US", "put down 300 and then 75 a week", [300, 75]),
        ("US", "lets do 259 x3 on the 5th", [259]),
        ("GB", "2050 pls", [2050]),
        ("MX", "500 hoy y el resto el 15", [500]),
        ("ES", "DEBE 88 EUROS. OCHENTA Y OCHO.", [88, 88]),
        ("PE", "780 hasta el viernes 27 ya?", [780]),
        ("US", "what about fifty on the first", [50]),
        ("PE", "después 600 cada lunes", [600]),
        ("US", "you said a hundred on the 6th", [100]),
    ],
)
def test_a_bare_number_is_money_where_the_words_around_it_say_so(country: str, text: str, values: list[float]) -> None:
    assert amounts(text, country) == values


def test_a_bare_number_answers_the_question_how_much() -> None:
    assert amounts("como 300, a lo mucho", before="¿Cuánto puede dar?", by="debtor") == [300]
    assert amounts("Twenty.", "US") == []
    assert amounts("Twenty.", "US", before="How much could you do?") == [20]
    assert amounts("300.", before="¿Cuánto puede dar?", by="debtor") == [300]
    assert amounts("300.", before="¿Cómo está?", by="debtor") == []


@pytest.mark.parametrize(("balance", "value"), [(480, 480), (4800, 4800), (1000, 480), (9000, 480)])
def test_a_pair_is_read_as_the_balance_makes_plausible(balance: int, value: int) -> None:
    assert amounts("son cuatro ochenta", balance=balance) == [value]


def test_the_balance_itself_is_always_recognised() -> None:
    assert amounts("un millón doscientos", "AR", balance=1_000_200) == [1_000_200]
    assert amounts("un millón doscientos", "AR") == [1_200_000]


def test_where_thousands_are_left_out_by_habit_a_small_bare_number_means_thousands() -> None:
    assert amounts("quedaría en 61", "CL", balance=92_300) == [61_000]
    assert amounts("quedaría en 61", "CL", balance=9_000) == [61]
    assert amounts("quedaría en 61", "MX", balance=92_300) == [61]


@pytest.mark.parametrize(
    ("country", "text", "currency"),
    [
        ("MX", "$500", "MXN"), ("CL", "$500", "CLP"), ("US", "$500", "USD"), ("AR", "500 pesos", "ARS"),
        ("PE", "500 soles", "PEN"), ("ES", "500 €", "EUR"), ("GB", "500 quid", "GBP"), ("MX", "US$500", "USD"),
        ("AR", "500 dólares", "USD"), ("MX", "pague 500", None), ("CL", "50 lucas", "CLP"),
    ],
)  # fmt: skip
def test_the_currency_is_the_one_that_is_said(country: str, text: str, currency: str | None) -> None:
    assert [a.currency for a in find_amounts(text, context(country))] == [currency]


def test_the_span_holds_the_sign_and_the_currency_s_name() -> None:
    text = "Debe S/ 1,340.50 y 20 pesos mexicanos."
    found = find_amounts(text, context("PE"))
    assert [text[a.start : a.end] for a in found] == ["S/ 1,340.50", "20 pesos mexicanos"]


def _values(seed: int, high: int) -> list[int]:
    """A thousand whole numbers of all sizes; "un millón doscientos" has its own test."""
    rng = random.Random(seed)
    found = [rng.randrange(1, 10 ** rng.randrange(1, len(str(high)) + 1)) for _ in range(1400)]
    return [v for v in found if v <= high and not (v > 10**6 and 10 <= v % 10**6 < 1000)][:1000]


@pytest.mark.parametrize(("language", "name", "country"), [("es", "pesos", "MX"), ("en", "dollars", "US")])
def test_what_num2words_says_is_read_back_exactly(language: str, name: str, country: str) -> None:
    for value in _values(7, 99_999_999):
        if value > 1:
            assert amounts(f"{num2words(value, lang=language)} {name}", country) == [value]


def test_spoken_pesos_and_cents_are_read_back_exactly() -> None:
    rng = random.Random(11)
    for _ in range(1000):
        value = Decimal(rng.randrange(200, 10**7)) / 100
        text = num2words(value, lang="es", to="currency", currency="MXN")
        assert amounts(text) == [float(value)], text


@pytest.mark.parametrize("country", LOCALES)
def test_what_babel_formats_is_read_back_exactly(country: str) -> None:
    locale, currency = LOCALES[country]
    step = 1 if currency in ("CLP", "COP") else Decimal("0.01")
    rng = random.Random(country)
    for _ in range(1000):
        value = Decimal(rng.randrange(1, 10 ** rng.randrange(1, 10))) * step
        text = format_currency(value, currency, locale=locale)
        found = find_amounts(text, context(country))
        assert [(a.value, a.currency, a.start, a.end) for a in found] == [(value, currency, 0, len(text))], text


@pytest.mark.parametrize("country", LOCALES)
def test_plain_grouped_numbers_are_read_back_exactly(country: str) -> None:
    locale, _ = LOCALES[country]
    rng = random.Random(country)
    for _ in range(200):
        value = rng.randrange(10_000, 10**8)
        assert amounts(format_decimal(value, locale=locale), country) == [value]

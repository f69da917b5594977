"""Whole arrangements: how long they go on, from when, how far apart, and which sums only restate others."""

import pytest

from tests.scoring.reading.pieces import offers, terms

MONTHS = ["2026-12-05", "2027-01-05", "2027-02-05", "2027-03-05", "2027-04-05", "2027-05-05"]


def is_one_complete_plan(text: str, country: str, balance: float | None, expected: list[tuple[float, str]]) -> None:
    (offer,) = offers(text, country, balance=balance)
    assert terms(offer) == expected
    assert offer.open == ()


@pytest.mark.parametrize(
    ("text", "country", "balance", "expected"),
    [
        ("Me puede dar 500 cada viernes hasta liquidar, empezando este viernes", "MX", 1200,
         [(500, "2026-11-27"), (500, "2026-12-04"), (200, "2026-12-11")]),
        ("Pague 50 lucas al mes hasta saldar la deuda, partiendo el 5 de diciembre", "CL", 150_000,
         [(50_000, day) for day in MONTHS[:3]]),
        ("How about £60 a week from Friday until the debt's cleared?", "GB", 200,
         [(60, "2026-11-27"), (60, "2026-12-04"), (60, "2026-12-11"), (20, "2026-12-18")]),
        ("You could pay $150 a month starting December 5 until it's paid in full", "US", 400,
         [(150, "2026-12-05"), (150, "2027-01-05"), (100, "2027-02-05")]),
        ("$100 on Friday and $100 every other Friday, with whatever's left as the last one", "US", 250,
         [(100, "2026-11-27"), (100, "2026-12-11"), (50, "2026-12-25")]),
        ("$100 a month on the 5th from December to May", "US", 600, [(100, day) for day in MONTHS]),
        ("100 euros el día 5 de cada mes, de diciembre a mayo", "ES", 600, [(100, day) for day in MONTHS]),
        ("Seis cuotas de 100 €, los días 5, a partir de diciembre", "ES", 600, [(100, day) for day in MONTHS]),
        ("6 cuotas de 10 lucas del 5 de diciembre al 5 de mayo", "AR", 60_000, [(10_000, day) for day in MONTHS]),
        ("10 mil diarios por tres días desde mañana", "CL", 60_000,
         [(10_000, "2026-11-24"), (10_000, "2026-11-25"), (10_000, "2026-11-26")]),
        ("Three payments, $200 each, every four weeks, starting December 4", "US", 600,
         [(200, "2026-12-04"), (200, "2027-01-01"), (200, "2027-01-29")]),
        ("cada 15 días 30 mil, tres veces, la primera el 1 de diciembre", "CO", 90_000,
         [(30_000, "2026-12-01"), (30_000, "2026-12-16"), (30_000, "2026-12-31")]),
        ("500 cada quincena a partir del 1 de diciembre, tres quincenas", "MX", 1500,
         [(500, "2026-12-15"), (500, "2026-12-31"), (500, "2027-01-15")]),
        ("Take three weeks. Forty dollars every Friday.", "US", 120,
         [(40, "2026-11-27"), (40, "2026-12-04"), (40, "2026-12-11")]),
        ("Cien mil mensuales durante medio año, desde el 5 de diciembre", "CO", 600_000,
         [(100_000, day) for day in MONTHS]),
    ],
)  # fmt: skip
def test_payments_go_on_until_they_are_said_to_end(
    text: str, country: str, balance: float, expected: list[tuple[float, str]]
) -> None:
    is_one_complete_plan(text, country, balance, expected)


@pytest.mark.parametrize(
    ("text", "country", "balance", "expected"),
    [
        ("$100 today, then $100 on each of the next two Fridays", "US", 300,
         [(100, "2026-11-23"), (100, "2026-11-27"), (100, "2026-12-04")]),
        ("200 € este viernes, otros 200 € el siguiente y 200 € el 11 de diciembre", "ES", 600,
         [(200, "2026-11-27"), (200, "2026-12-04"), (200, "2026-12-11")]),
        ("Tres pagos de 30 lucas: hoy, el 15 y a fin de mes", "AR", 90_000,
         [(30_000, "2026-11-23"), (30_000, "2026-12-15"), (30_000, "2026-12-31")]),
        ("$50 on the 2nd of December, January, and February", "US", 150,
         [(50, "2026-12-02"), (50, "2027-01-02"), (50, "2027-02-02")]),
        ("$450 on December 1, and the last $450 on December 29", "US", 900, [(450, "2026-12-01"), (450, "2026-12-29")]),
        ("Half today, half two weeks later", "US", 600, [(300, "2026-11-23"), (300, "2026-12-07")]),
        ("£200 on Friday and £200 the Friday after", "GB", 400, [(200, "2026-11-27"), (200, "2026-12-04")]),
        ("$300 on December 1 and $300 a month later", "US", 600, [(300, "2026-12-01"), (300, "2027-01-01")]),
        ("30 lucas el viernes y 30 el viernes siguiente", "AR", 60_000,
         [(30_000, "2026-11-27"), (30_000, "2026-12-04")]),
        ("Usted cobra el viernes, apartamos 700 ese día", "MX", 5000, [(700, "2026-11-27")]),
        ("500 el 9 de diciembre y 500 el 23", "MX", 1000, [(500, "2026-12-09"), (500, "2026-12-23")]),
        ("Here's the plan: $300 today. $300 on December 1. $300 on December 15.", "US", 900,
         [(300, "2026-11-23"), (300, "2026-12-01"), (300, "2026-12-15")]),
        ("Put $200 down on Friday. The other $400 goes into two monthly payments of $200 starting January 1.", "US",
         600, [(200, "2026-11-27"), (200, "2027-01-01"), (200, "2027-02-01")]),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_payment_before(
    text: str, country: str, balance: float, expected: list[tuple[float, str]]
) -> None:
    (offer,) = offers(text, country, balance=balance)
    assert terms(offer) == expected


@pytest.mark.parametrize(
    ("text", "country", "balance", "expected"),
    [
        ("100 hoy y el resto, 18,78, el viernes", "ES", 118.78, [(100, "2026-11-23"), (18.78, "2026-11-27")]),
        ("The $900 could be split: $450 today and $450 on December 15", "US", 900,
         [(450, "2026-11-23"), (450, "2026-12-15")]),
        ("De los 6,000 me paga 2,000 hoy y los 4,000 restantes en dos pagos de 2,000 el 15 y el 31 de diciembre", "MX",
         6000, [(2000, "2026-11-23"), (2000, "2026-12-15"), (2000, "2026-12-31")]),
        ("Un pie de 20 mil hoy y el resto en 2 cuotas de 10 mil desde el 5 de enero", "CL", 40_000,
         [(20_000, "2026-11-23"), (10_000, "2027-01-05"), (10_000, "2027-02-05")]),
        ("I can accept £1,300 instead of the £2,000 if it's paid by Friday", "GB", 2000, [(1300, "2026-11-27")]),
        ("Te cierro la deuda de 100 mil en 70 mil si pagás el viernes", "AR", 100_000, [(70_000, "2026-11-27")]),
        ("half today, $320, and the other half on the 15th", "US", 640, [(320, "2026-11-23"), (320, "2026-12-15")]),
        ("un tercio el 1/12, un tercio el 15/12 y lo que queda el 30/12", "AR", 99_000,
         [(33_000, "2026-12-01"), (33_000, "2026-12-15"), (33_000, "2026-12-30")]),
        ("Cuatro mil hoy; de lo que reste, mitad el 15 y mitad el 31 de diciembre", "MX", 10_000,
         [(4000, "2026-11-23"), (3000, "2026-12-15"), (3000, "2026-12-31")]),
        ("Out of the $980 you pay 30% today", "US", 980, [(294, "2026-11-23")]),
        ("We'll settle for 60%, that's $1,200, payable by December 10", "US", 2000, [(1200, "2026-12-10")]),
        ("Le dejo el balance en $400 si lo paga completo antes del 10 de diciembre", "MX", 600, [(400, "2026-12-10")]),
        ("Me lo paga todo el viernes", "PE", 500, [(500, "2026-11-27")]),
        ("Could you do 40% now and the other 60% on 1 December?", "GB", 1000,
         [(400, "2026-11-23"), (600, "2026-12-01")]),
    ],
)  # fmt: skip
def test_a_sum_that_restates_others_is_no_further_payment(
    text: str, country: str, balance: float, expected: list[tuple[float, str]]
) -> None:
    is_one_complete_plan(text, country, balance, expected)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Haces un primer pago de 250€ el viernes y te quito los recargos de 47,94", "ES", [(250, "2026-11-27")]),
        ("If you pay $200 on Friday I'll waive the $35 fee and the $20 charge", "US", [(200, "2026-11-27")]),
        ("Si paga 2,000 el viernes le quito 300 de recargos y 150 de comisión", "MX", [(2000, "2026-11-27")]),
        ("Cancela 300 mil el viernes y le condono los 40 mil de intereses", "CO", [(300_000, "2026-11-27")]),
        ("If you pay $700 by Friday, I can write off the remaining $300", "US", [(700, "2026-11-27")]),
        ("Si me paga 700 el viernes le perdono el resto", "MX", [(700, "2026-11-27")]),
        ("En vez de 1.000 de golpe, paga 250 el viernes", "ES", [(250, "2026-11-27")]),
    ],
)  # fmt: skip
def test_what_is_waived_is_no_payment(text: str, country: str, expected: list[tuple[float, str]]) -> None:
    (offer,) = offers(text, country, balance=100_000)
    assert terms(offer) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Puede pagar entre 500 y 800 el viernes", "MX"),
        ("¿Podría pagar entre 50 y 100 euros al mes?", "ES"),
        ("No le puedo aceptar 200", "MX"),
        ("¿500? No, necesito más.", "MX"),
        ("Le bajo los intereses de 3,400 a 1,700", "MX"),
        ("Tiene tres pagos vencidos de 500", "MX"),
        ("The late fee is $35 every month", "US"),
        ("You missed your $200 payment on November 1", "US"),
        ("I pay $900 rent on the 1st", "US"),
        ("Pago 3,000 de renta el día 1", "MX"),
        ("Me depositan 8,000 el viernes", "MX"),
        ("They pay me $1,200 on the 15th", "US"),
        ("Le marco el 15 para ver lo de los 500", "MX"),
        ("Le llamo el viernes 27 por los 50 mil", "CL"),
        ("Firmó por 12 mensualidades de 500", "MX"),
        ("Your last payment is due February 28", "US"),
        ("I can't do $200 on Friday", "US"),
        ("Paid £200 on the 3rd and £65 on the 9th", "GB"),
        ("Le quedan 2 de 10 cuotas", "PE"),
        ("En 12 cuotas no puedo", "AR"),
        ("Two missed payments so far", "US"),
        ('<div style="width:50%">off</div>', "US"),
        ("They've given me 25 hours a week at £11.44 an hour", "GB"),
        ("Once my refund gets here I'll knock out the whole thing", "US"),
    ],
)
def test_ranges_refusals_fees_and_wages_are_no_offer(text: str, country: str) -> None:
    assert offers(text, country, balance=800) == ()


def test_a_negative_question_is_still_a_proposal() -> None:
    (offer,) = offers("¿No podría dar 300 el viernes?", balance=800)
    assert terms(offer) == [(300, "2026-11-27")]


def test_the_end_is_open_where_no_balance_is_known() -> None:
    (offer,) = offers("£30 a week from Friday until it's gone", "GB")
    assert offer.open == ("count",)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Le recorro el pago total al 5 de diciembre", "MX"),
        ("Le amplío el plazo al 5 de diciembre, sin más intereses", "CO"),
        ("Se lo puedo mover al 5 de diciembre, los 450 completos", "PE"),
        ("The extension takes your $450 from today to December 5", "US"),
        ("I'll give you until 5 December to pay the £450", "GB"),
    ],
)
def test_a_later_day_for_all_of_it_is_one_payment(text: str, country: str) -> None:
    (offer,) = offers(text, country, balance=450)
    assert terms(offer) == [(450, "2026-12-05")]


@pytest.mark.parametrize(
    ("text", "country", "balance", "expected"),
    [
        ("Dos pagos, el primero el 30 de noviembre y el segundo el 15 de diciembre", "MX", 1000,
         [(500, "2026-11-30"), (500, "2026-12-15")]),
        ("Dos pagos: el primero de 600 el 30 de noviembre y el segundo de 400 el 15 de diciembre", "MX", 1000,
         [(600, "2026-11-30"), (400, "2026-12-15")]),
        ("Dos cuotas, la primera el 30 de noviembre y la segunda el 15 de diciembre", "ES", 1000,
         [(500, "2026-11-30"), (500, "2026-12-15")]),
        ("Tres pagos de 500, el primero el 30 de noviembre, el segundo el 15 de diciembre y el otro el 30", "PE", 1500,
         [(500, "2026-11-30"), (500, "2026-12-15"), (500, "2026-12-30")]),
        ("Two payments, the first on 30 November and the second on 15 December", "GB", 900,
         [(450, "2026-11-30"), (450, "2026-12-15")]),
        ("Two payments: first 500 on 30 November and the second 400 on 15 December", "GB", 900,
         [(500, "2026-11-30"), (400, "2026-12-15")]),
        ("Two payments of $450: the first on Friday and the second on the 15th", "US", 900,
         [(450, "2026-11-27"), (450, "2026-12-15")]),
    ],
)  # fmt: skip
def test_first_and_second_order_the_payments_and_are_no_days(
    text: str, country: str, balance: float, expected: list[tuple[float, str]]
) -> None:
    is_one_complete_plan(text, country, balance, expected)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("£300 on the first and £300 on the fifteenth", "GB", [(300, "2026-12-01"), (300, "2026-12-15")]),
        ("Me paga 300 el primero de diciembre", "MX", [(300, "2026-12-01")]),
    ],
)
def test_the_first_of_a_month_stays_a_day(text: str, country: str, expected: list[tuple[float, str]]) -> None:
    (offer,) = offers(text, country, balance=900)
    assert terms(offer) == expected

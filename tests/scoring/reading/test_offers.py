"""Proposals as dated amounts, and talk about money that proposes nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.schedule import schedule, shares
from tests.scoring.reading.pieces import context, offers, terms


@pytest.mark.parametrize(
    ("text", "country", "balance", "expected"),
    [
        ("Le ofrezco pagar $4,500 el 30 de noviembre.", "MX", 4500, [(4500, "2026-11-30")]),
        ("La mitad hoy y la mitad el 15", "MX", 1000, [(500, "2026-11-23"), (500, "2026-12-15")]),
        ("half now and half on the 15th", "US", 1000, [(500, "2026-11-23"), (500, "2026-12-15")]),
        ("500 hoy y el resto el 15", "MX", 1500, [(500, "2026-11-23"), (1000, "2026-12-15")]),
        ("El 30 me da 500 y el 15 otros 500", "MX", 1000, [(500, "2026-11-30"), (500, "2026-12-15")]),
        (
            "Le propongo 500 hoy y tres pagos de 1,000 cada quincena a partir del 15 de diciembre", "MX", 3500,
            [(500, "2026-11-23"), (1000, "2026-12-15"), (1000, "2026-12-31"), (1000, "2027-01-15")],
        ),
        (
            "tres de $32.900, la primera el 10 de diciembre y las otras cada mes", "CL", 98_700,
            [(32_900, "2026-12-10"), (32_900, "2027-01-10"), (32_900, "2027-02-10")],
        ),
        (
            "seis de 2,100 los días 15 y 30 empezando el 30", "MX", 12_600,
            [(2100, "2026-11-30"), (2100, "2026-12-15"), (2100, "2026-12-30"), (2100, "2027-01-15"),
             (2100, "2027-01-30"), (2100, "2027-02-15")],
        ),
        (
            "¿En 3 cuotas de 40 lucas, la primera el 5 de diciembre?", "CL", 120_000,
            [(40_000, "2026-12-05"), (40_000, "2027-01-05"), (40_000, "2027-02-05")],
        ),
        (
            "64.900 el 30 y cuatro de 80.000 cada 15", "CO", 384_900,
            [(64_900, "2026-11-30"), (80_000, "2026-12-15"), (80_000, "2026-12-30"), (80_000, "2027-01-14"),
             (80_000, "2027-01-29")],
        ),
        (
            "TWO INSTALMENTS OF £309.12. ONE BY 30 NOV ONE BY 14 DEC.", "GB", 618.24,
            [(309.12, "2026-11-30"), (309.12, "2026-12-14")],
        ),
        (
            "Si entran esos 300 hoy, los 320 que faltan los partimos en dos: 5 de enero y 5 de febrero.", "MX", 620,
            [(300, "2026-11-23"), (160, "2027-01-05"), (160, "2027-02-05")],
        ),
        (
            "tres mil sesenta y cinco este viernes y lo mismo el lunes 7", "MX", 6130,
            [(3065, "2026-11-27"), (3065, "2026-12-07")],
        ),
    ],
)  # fmt: skip
def test_what_is_proposed_comes_out_as_dated_amounts(
    text: str, country: str, balance: float, expected: list[tuple[float, str]]
) -> None:
    (offer,) = offers(text, country, balance=balance)
    assert terms(offer) == expected
    assert offer.open == ()
    assert offer.kind == ("lump_sum" if len(expected) == 1 else "plan")


def test_a_count_alone_shares_the_balance_and_the_last_payment_takes_the_rounding() -> None:
    (offer,) = offers("in four payments", "US", balance="100.03")
    assert [i.amount for i in offer.instalments] == [Decimal("25.01")] * 3 + [Decimal("25.00")]
    assert offer.open == ("date",)


def test_without_a_balance_the_amount_stays_open_until_it_is_known() -> None:
    (offer,) = offers("Lo dividimos en cuatro pagos")
    assert offer.open == ("amount", "date")
    filled = schedule(offer, context(balance=1000))
    assert [float(i.amount or 0) for i in filled] == [250] * 4


def test_an_endless_plan_leaves_its_count_open() -> None:
    (offer,) = offers("$75 every other Friday", "US")
    assert (terms(offer), offer.open, offer.kind) == ([(75, "2026-11-27")], ("count",), "plan")


def test_alternatives_are_offers_of_their_own() -> None:
    found = offers("49 a month from 1 dec, or 245 now", "GB", balance=245)
    assert [(o.kind, terms(o)) for o in found] == [("plan", [(49, "2026-12-01")]), ("lump_sum", [(245, "2026-11-23")])]


def test_a_discount_lowers_what_is_to_be_paid() -> None:
    (offer,) = offers("Le puedo dar un 20% de descuento si liquida el viernes", balance=1000)
    assert (offer.kind, offer.discount_pct, offer.condition) == ("discount", 20, "si liquida el viernes")
    assert terms(offer) == [(800, "2026-11-27")]


def test_a_concession_for_a_payment_keeps_its_condition() -> None:
    (offer,) = offers("si me deposita hoy la mitad, le quito los recargos", balance=1000)
    assert offer.condition == "si me deposita hoy la mitad"
    assert terms(offer) == [(500, "2026-11-23")]


@pytest.mark.parametrize(
    ("text", "country", "kind", "day"),
    [
        ("lo dejamos para el 15", "MX", "extension", "2026-12-15"),
        ("We can push it to December 28, no fee", "US", "extension", "2026-12-28"),
        ("¿La dejamos en pausa hasta el 7 de diciembre?", "MX", "pause", "2026-12-07"),
        ("I'm putting a hold on it through January 15", "US", "pause", "2027-01-15"),
    ],
)
def test_extensions_and_pauses(text: str, country: str, kind: str, day: str) -> None:
    (offer,) = offers(text, country)
    assert (offer.kind, terms(offer)) == (kind, [(None, day)])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("¿Cuánto puede pagar?", "MX"),
        ("How much can you pay?", "US"),
        ("Debe 4,500 desde el 3 de octubre.", "MX"),
        ("Debe tres cuotas.", "CO"),
        ("You owe $450 since August 4", "US"),
        ("Gano 8,000 al mes", "MX"),
        ("No puedo pagar 500 ahorita", "MX"),
        ("Le marco el viernes", "MX"),
        ("Lo demás mañana.", "MX"),
        ("Pagué 30 lucas el lunes.", "AR"),
        ("Ya había pagado mil quinientos", "MX"),
        ("I've paid £30 every month", "GB"),
        ("Me echaron con seis meses de embarazo", "CO"),
        ("No me vengas con tres cuotas", "AR"),
        ("I was told to hold a pen by Wednesday", "GB"),
        ("Now, about Tuesday's call", "US"),
    ],
)
def test_talk_about_money_or_days_is_no_offer(text: str, country: str) -> None:
    assert offers(text, country, balance=4500) == ()


def test_a_debtor_s_bare_answer_to_how_much_is_an_offer_without_a_day() -> None:
    (offer,) = offers("unos 500", by="debtor", before="¿Cuánto puede pagar?")
    assert (offer.by, terms(offer), offer.open) == ("debtor", [(500, None)], ("date",))


def test_the_span_of_an_offer_covers_its_first_and_last_piece() -> None:
    text = "Mire: 500 hoy y el resto el 15, ¿le parece?"
    (offer,) = offers(text, balance=1500)
    assert text[offer.start : offer.end] == "500 hoy y el resto el 15"


@given(st.decimals(1, 10**7, places=2), st.integers(1, 60))
def test_equal_shares_always_add_up_to_the_total(total: Decimal, n: int) -> None:
    parts = shares(total, n)
    assert sum(parts) == total
    assert len(parts) == n

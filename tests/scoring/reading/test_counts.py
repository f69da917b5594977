"""Counts and shares."""

import pytest

from tests.scoring.reading.pieces import counts, percentages


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("en 3 cuotas", "CL", [(3, "instalment")]),
        ("seis quincenas de ciento quince mil", "CO", [(6, "fortnight")]),
        ("cinco de $1,890", "MX", [(5, "instalment")]),
        ("lo partimos en dos", "MX", [(2, "instalment")]),
        ("split it into four", "US", [(4, "instalment")]),
        ("259 x3 on the 5th", "US", [(3, "instalment")]),
        ("six monthly payments", "US", [(6, "instalment")]),
        ("diez días hábiles", "MX", [(10, "day")]),
        ("a 36 meses", "CO", [(36, "month")]),
        ("cuatro llamadas", "MX", [(4, "other")]),
        ("S/ 145 cada lunes, doce lunes", "PE", [(12, "week")]),
        ("un día de estos", "MX", []),
        ("a 300 payment, not a 12 payment plan", "US", [(12, "instalment")]),
        ("5 x $216 + 1 x $215", "US", [(5, "instalment"), (1, "instalment")]),
        ("quinientos diarios durante diez días", "MX", [(10, "day")]),
        ("form W-9 attached", "US", []),
        ("$500 pesos", "MX", []),
        ("el 5 de diciembre", "MX", []),
    ],
)
def test_counts(text: str, country: str, expected: list[tuple[int, str]]) -> None:
    assert counts(text, country) == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("un 12% o el setenta por ciento", "MX", [12, 70]),
        ("la mitad hoy y la otra mitad el 15", "MX", [50, 50]),
        ("la tercera parte, dos tercios", "MX", [33.33, 66.67]),
        ("half now, a third of it later", "US", [50, 33.33]),
        ("80 per cent", "GB", [80]),
        ("half past five, half an hour, a mitad de mes", "US", []),
    ],
)
def test_shares(text: str, country: str, expected: list[float]) -> None:
    assert percentages(text, country) == expected

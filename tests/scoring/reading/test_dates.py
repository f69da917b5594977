"""Dates: read from the day of the call, in both languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.dates import find_dates
from tests.scoring.reading.pieces import context, days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoy mismo", ["2026-11-23"]),
        ("pasado mañana", ["2026-11-25"]),
        ("mañana por la mañana", ["2026-11-24"]),
        ("en la mañana", []),
        ("este viernes", ["2026-11-27"]),
        ("el lunes", ["2026-11-30"]),
        ("el viernes 27", ["2026-11-27"]),
        ("el viernes 15", ["2027-01-15"]),
        ("el otro sábado", ["2026-12-05"]),
        ("a fin de mes", ["2026-11-30"]),
        ("principios de diciembre", ["2026-12-01"]),
        ("el 15", ["2026-12-15"]),
        ("el 15 y el 30", ["2026-12-15", "2026-11-30"]),
        ("los días 15 y 30", ["2026-12-15", "2026-12-30"]),
        ("el primero", ["2026-12-01"]),
        ("ocho pagos, el primero el 5 de diciembre", ["2026-12-05"]),
        ("juntos el 30 o uno ahora", ["2026-11-30"]),
        ("desde enero, los días 5", ["2026-12-05"]),
        ("el treinta y uno", ["2026-12-31"]),
        ("15, 22 y 29 de enero", ["2027-01-15", "2027-01-22", "2027-01-29"]),
        ("el 5 de diciembre, enero y febrero", ["2026-12-05", "2027-01-05", "2027-02-05"]),
        ("30-nov, 15-dic", ["2026-11-30", "2026-12-15"]),
        ("10 de enero de 2027", ["2027-01-10"]),
        ("el 15 del mes que viene", ["2026-12-15"]),
        ("a los quince días", ["2026-12-08"]),
        ("en dos semanas", ["2026-12-07"]),
        ("en 10 días hábiles", ["2026-12-07"]),
        ("la próxima quincena", ["2026-11-30"]),
        ("en dos quincenas", ["2026-12-15"]),
        ("antes de Navidad", ["2026-12-25"]),
        ("me llaman un domingo", []),
        ("los dos viernes que falló", []),
        ("2026-12-05", ["2026-12-05"]),
        ("27/11/2026", ["2026-11-27"]),
        ("el 31 de febrero", []),
        ("el veinte por ciento", []),
        ("a las 5, el 12%, 24/7", []),
    ],
)
def test_spanish_days(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the 5th", ["2026-12-05"]),
        ("Monday, December 14", ["2026-12-14"]),
        ("Friday 27th", ["2026-11-27"]),
        ("next Friday", ["2026-11-27|2026-12-04"]),
        ("this Friday", ["2026-11-27"]),
        ("Friday week", ["2026-12-04"]),
        ("the day after tomorrow", ["2026-11-25"]),
        ("the end of the month", ["2026-11-30"]),
        ("within ten days", ["2026-12-03"]),
        ("in a fortnight", ["2026-12-07"]),
        ("by the weekend", ["2026-11-28|2026-11-29"]),
        ("two weeks from today", ["2026-12-07"]),
        ("a week from Friday", ["2026-12-04"]),
        ("December 1 and 15", ["2026-12-01", "2026-12-15"]),
        ("the 5th of dec jan feb", ["2026-12-05", "2027-01-05", "2027-02-05"]),
        ("by the twenty-fifth", ["2026-11-25"]),
        ("the first payment", []),
        ("may I ask", []),
        ("February 30", []),
        ("at five thirty", []),
    ],
)
def test_english_days(text: str, expected: list[str]) -> None:
    assert days(text, "US") == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("debe desde el 3 de octubre", "MX", "2026-10-03"),
        ("venció el 29 de octubre", "MX", "2026-10-29"),
        ("le pagaron el 19", "MX", "2026-11-19"),
        ("el martes pasado", "MX", "2026-11-17"),
        ("hace dos meses", "MX", "2026-09-23"),
        ("me dijo el 2", "CL", "2026-11-02"),
        ("desde el lunes no contesta", "MX", "2026-11-16"),
        ("it was due October 3", "US", "2026-10-03"),
        ("overdue since August 17", "US", "2026-08-17"),
        ("three weeks ago", "US", "2026-11-02"),
        ("served on the 20th", "GB", "2026-11-20"),
    ],
)
def test_words_that_turn_to_the_past(text: str, country: str, expected: str) -> None:
    (mention,) = find_dates(text, context(country))
    assert mention.past
    assert mention.iso[0].isoformat() == expected


def test_desde_looks_back_on_a_debt_and_ahead_on_a_plan() -> None:
    assert days("debe desde el 15") == ["2026-11-15"]
    assert days("en tres pagos, desde el 10 de diciembre") == ["2026-12-10"]


def test_numeric_dates_put_the_month_first_only_in_the_united_states() -> None:
    assert days("5/12/2026", "US") == ["2026-05-12"]
    assert days("5/12/2026", "GB") == ["2026-12-05"]
    assert days("5/12/2026", "AR") == ["2026-12-05"]
    assert days("12/15", "US") == ["2026-12-15"]


@pytest.mark.parametrize(
    ("text", "country", "every", "first"),
    [
        ("cada quincena", "MX", "quincena", "2026-11-30"),
        ("todos los viernes", "MX", "week", "2026-11-27"),
        ("cada 15 días", "MX", "fortnight", None),
        ("el 5 de cada mes", "MX", "month", "2026-12-05"),
        ("every other Friday", "US", "fortnight", "2026-11-27"),
        ("the 5th of each month", "US", "month", "2026-12-05"),
        ("every two weeks", "US", "fortnight", None),
    ],
)
def test_recurrences(text: str, country: str, every: str, first: str | None) -> None:
    (mention,) = find_dates(text, context(country))
    assert mention.every == every
    assert [d.isoformat() for d in mention.iso] == ([first] if first else [])


def test_the_weekday_of_the_day_just_named_is_no_further_day() -> None:
    assert days("el 2 de diciembre, que es miércoles") == ["2026-12-02"]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("paga el mié. 2/12 y el comité el viernes 27", "PE", ["2026-12-02", "2026-11-27"]),
        ("El jueves 3, me juraron", "AR", ["2026-12-03"]),
        ("la remesa del 10/12", "ES", ["2026-12-10"]),
        ("vence el 15 de enero. Llamo el viernes 27.", "MX", ["2027-01-15", "2026-11-27"]),
        ("promised 300 on Friday 11/27", "US", ["2026-11-27"]),
        ("a text on December 2 to say it went through", "US", ["2026-12-02"]),
        ("our manager will email on Wednesday with the signed notes", "GB", ["2026-11-25"]),
        ("The 28th's a Saturday", "GB", ["2026-11-28"]),
        ("you said that Oct 30", "US", ["2026-10-30"]),
    ],
)
def test_what_stands_near_a_day_does_not_turn_it(text: str, country: str, expected: list[str]) -> None:
    assert days(text, country) == expected


MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_back_in_every_form(day: date) -> None:
    spanish = f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"
    for text, country in (
        (day.isoformat(), "MX"),
        (spanish, "CO"),
        (f"{day:%B} {day.day}, {day.year}", "US"),
        (f"{day.day} {day:%B} {day.year}", "GB"),
        (f"{day:%d/%m/%Y}", "ES"),
        (f"{day:%m/%d/%Y}", "US"),
    ):
        assert days(text, country) == [day.isoformat()]


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 28))
def test_a_day_of_the_month_is_never_read_behind_the_call_nor_over_a_month_ahead(on: date, day: int) -> None:
    (mention,) = find_dates(f"le pago el {day}", context(on=on))
    assert on <= mention.iso[0] <= on + timedelta(days=31)
    assert mention.iso[0].day == day

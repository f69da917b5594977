"""Days beside days: said twice, both past, one after the other, one of every month."""

import pytest

from scoring.reading.dates import find_dates
from tests.scoring.reading.pieces import context, days


@pytest.mark.parametrize(
    ("country", "text", "day"),
    [
        ("GB", "That letter's from a fortnight ago, the 9th.", "2026-11-09"),
        ("GB", "You rang us three weeks ago today, on the 2nd.", "2026-11-02"),
        ("US", "in two weeks, so December 7", "2026-12-07"),
        ("US", "end of the year, Dec 31", "2026-12-31"),
        ("GB", "mid-December, the 15th say", "2026-12-15"),
        ("ES", "el viernes que viene, día 4, ¿no?", "2026-12-04"),
        ("CL", "a fin de año, o sea el 31", "2026-12-31"),
    ],
)
def test_a_day_said_twice_is_one_day(country: str, text: str, day: str) -> None:
    assert set(days(text, country)) == {day}


@pytest.mark.parametrize(
    ("country", "text", "past"),
    [
        ("GB", "it bounced on the 2nd and again on the 16th", ["2026-11-02", "2026-11-16"]),
        ("US", "we credited back $18 on the 6th and $18 on the 13th", ["2026-11-06", "2026-11-13"]),
        ("US", "I called you Thursday at 2 and again Friday at 11.", ["2026-11-19", "2026-11-20"]),
        ("CL", "le cobraron 3.490 de gastos el 12 y otros 3.490 el 19", ["2026-11-12", "2026-11-19"]),
        ("GB", "We wrote to you on 2 and 9 November.", ["2026-11-02", "2026-11-09"]),
    ],
)
def test_what_happened_twice_lies_behind_twice(country: str, text: str, past: list[str]) -> None:
    assert [day.partition("|")[0] for day in days(text, country)] == past


def test_a_promise_behind_a_past_day_stays_ahead() -> None:
    assert days("We spoke on the 9th and on the 15th you'll pay", "US")[1] == "2026-12-15"


@pytest.mark.parametrize(
    ("country", "text", "ahead"),
    [
        ("US", "$100 on the 10th, $100 on the 24th", ["2026-12-10", "2026-12-24"]),
        ("GB", "half tomorrow and the other half on the 24th", ["2026-11-24", "2026-12-24"]),
        ("MX", "el 15 y el 30", ["2026-12-15", "2026-11-30"]),
    ],
)
def test_a_second_payment_comes_after_the_first(country: str, text: str, ahead: list[str]) -> None:
    assert days(text, country) == ahead


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("GB", "£100 a month on the 5th"),
        ("ES", "45 euros todos los meses, día 10"),
        ("CL", "y 3 cuotas de 80 mil los 30"),
        ("AR", "viernes por medio me pasás 12 lucas"),
    ],
)
def test_what_comes_again_is_a_recurrence(country: str, text: str) -> None:
    assert [mention.every is not None for mention in find_dates(text, context(country))] == [True]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("AR", "son 6 cuotas, vencen del 1 al 10"),
        ("MX", "150 a la semana y en 10 semanas quedamos a mano"),
        ("CL", "tengo su número, el 9 8765 4321"),
        ("PE", "a media mañana estoy libre"),
        ("US", "Christmas week's rough"),
    ],
)
def test_windows_lengths_and_telephones_are_no_days(country: str, text: str) -> None:
    assert [mention for mention in find_dates(text, context(country)) if not mention.every] == []


@pytest.mark.parametrize(
    ("country", "text", "day"),
    [
        ("ES", "el recibo devuelto el día 5", "2026-11-05"),
        ("MX", "el primer pago lo hace el sábado", "2026-11-28"),
        ("AR", "el martes 1ro viene el gasista", "2026-12-01"),
        ("AR", "pasado te llamo y lo cerramos", "2026-11-25"),
        ("ES", "desde el 3 de marzo hasta hoy no consta nada", "2026-03-03"),
        ("US", "in February, right, like around the 20th?", "2027-02-20"),
        ("US", "the last $120 on Christmas Eve", "2026-12-24"),
        ("US", "I wrote down Dec. 11th", "2026-12-11"),
        ("GB", "On Saturday just past we received £20.", "2026-11-21"),
        ("GB", "20 this time next week", "2026-11-30"),
        ("CL", "las otras 60 el viernes 11 po", "2026-12-11"),
        ("MX", "empesando este savado", "2026-11-28"),
    ],
)
def test_days_that_their_words_turn(country: str, text: str, day: str) -> None:
    assert days(text, country)[0] == day

"""Times of day: as people say them, in both languages."""

import pytest

from scoring.reading.clock import find_times
from scoring.reading.normalise import fold

SAID = [
    ("es", "¿Le marco a las seis y media?", [("18:30",)]),
    ("es", "te llamo tipo 7 de la tarde", [("19:00",)]),
    ("es", "Lo busco a las 8.", [("08:00", "20:00")]),
    ("es", "a la una de la tarde", [("13:00",)]),
    ("es", "a las 4 menos cuarto", [("15:45",)]),
    ("es", "atendemos de 9 a 18 hs", [("09:00",), ("18:00",)]),
    ("es", "entre las 3 y las 5 de la tarde", [("15:00",), ("17:00",)]),
    ("es", "mañana al mediodía", [("12:00",)]),
    ("en", "I'll ring you at half past five", [("17:30",)]),
    ("en", "say half six?", [("18:30",)]),
    ("en", "between 3 and 5pm works", [("15:00",), ("17:00",)]),
    ("en", "at ten to four", [("15:50",)]),
    ("en", "10 o'clock on Monday", [("10:00",)]),
    ("en", "before noon please", [("12:00",)]),
]
NO_TIMES = [
    ("es", "a las dos cuotas se suma otra"),
    ("es", "a las 25:00"),
    ("es", "las 3 semanas que faltan"),
    ("en", "by two payments of 40"),
    ("en", "at 10 a week"),
    ("en", "the rate is at 29.99"),
    ("en", "at 3 percent"),
    ("en", "half four hundred"),
]


@pytest.mark.parametrize(("language", "text", "readings"), SAID)
def test_a_time_is_read_as_people_say_it(language: str, text: str, readings: list[tuple[str, ...]]) -> None:
    assert [t.readings for t in find_times(fold(text), language)] == readings


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_counts_and_shares_are_no_times(language: str, text: str) -> None:
    assert not find_times(fold(text), language)


def test_the_span_is_of_the_original_text() -> None:
    text = "Le\u200b marco a las seis de la tarde."
    (time,) = find_times(fold(text), "es")
    assert text[time.start : time.end] == "a las seis de la tarde"

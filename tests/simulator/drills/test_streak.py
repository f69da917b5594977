"""Days in a row, without guilt."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.drills.streak import streak

MONDAY = date(2026, 11, 23)


def days(*back: int) -> list[date]:
    return [MONDAY - timedelta(days=n) for n in back]


def test_nothing_practised_is_no_streak() -> None:
    assert streak([], MONDAY).model_dump() == {"days": 0, "today": False}


def test_today_is_not_missed_while_it_lasts() -> None:
    friday, thursday = 3, 4
    assert streak(days(friday, thursday), MONDAY).days == 2


def test_a_free_weekend_breaks_nothing_and_adds_nothing() -> None:
    assert streak(days(0, 3), MONDAY).days == 2


def test_a_weekend_of_practice_counts() -> None:
    assert streak(days(0, 1, 2, 3), MONDAY).days == 4


def test_a_free_working_day_ends_it() -> None:
    thursday = 4
    assert streak(days(0, thursday), MONDAY).days == 1


practised = st.lists(st.integers(-5, 40).map(lambda n: MONDAY - timedelta(days=n)), max_size=30)


@given(practised)
def test_practising_today_never_shortens_it(history: list[date]) -> None:
    before, after = streak(history, MONDAY), streak([*history, MONDAY], MONDAY)
    assert after.days == before.days + (not before.today)
    assert after.today


@given(practised)
def test_it_counts_no_more_days_than_there_were_and_none_to_come(history: list[date]) -> None:
    assert streak(history, MONDAY).days <= len({day for day in history if day <= MONDAY})

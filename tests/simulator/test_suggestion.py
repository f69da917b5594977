"""What was hard once comes back: after three days, and later each time it went well."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.suggestion import FIRST_GAP, LONGEST_GAP, due_again, suggest
from tests.simulator.test_progress import START, a_scenario, a_score

LIBRARY = (a_scenario("hears", 2, "empathy"), a_scenario("bargains", 2, "calm"), a_scenario("writes", 2, "clarity"))


def day(n: int) -> object:
    return (START + timedelta(days=n)).date()


def due(cards: list[object], on: int) -> str | None:
    return due_again(cards, LIBRARY, day(on))  # type: ignore[arg-type]


def test_what_never_was_weak_is_never_due() -> None:
    assert due([a_score(1, "hears", empathy=2.0)], 300) is None
    assert due([], 300) is None


def test_an_old_weakness_is_due_after_three_days_and_not_before() -> None:
    cards = [a_score(1, "hears", empathy=1.0)]
    assert due(cards, 1 + FIRST_GAP - 1) is None
    assert due(cards, 1 + FIRST_GAP) == "empathy"


def test_each_good_call_since_lets_it_wait_twice_as_long() -> None:
    cards = [a_score(1, "hears", empathy=1.0), a_score(4, "hears", empathy=3.0)]
    assert due(cards, 4 + 2 * FIRST_GAP - 1) is None
    assert due(cards, 4 + 2 * FIRST_GAP) == "empathy"


def test_only_a_call_that_trains_it_counts_as_coming_back_to_it() -> None:
    cards = [a_score(1, "hears", empathy=1.0), a_score(3, "writes", empathy=2.0)]
    assert due(cards, 1 + FIRST_GAP) == "empathy"


def test_of_two_the_one_that_has_waited_longer_for_its_time_comes_first() -> None:
    cards = [a_score(1, "hears", empathy=1.0), a_score(9, "bargains", empathy=2.0, calm=1.0)]
    assert due(cards, 13) == "empathy"


def test_what_is_due_again_is_suggested_with_its_reason() -> None:
    cards = [a_score(1, "hears", empathy=1.0), a_score(2, "hears", empathy=4.0), a_score(3, "writes", empathy=4.0)]
    cards += [a_score(4, "bargains", empathy=4.0)]
    found = suggest(cards, LIBRARY, day(60))  # type: ignore[arg-type]
    assert found is not None
    assert (found.scenario_id, found.criterion) == ("hears", "empathy")
    assert "repasar" in found.reason["es"]
    assert "go back" in found.reason["en"]


@given(st.lists(st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0]), min_size=1, max_size=8))
def test_no_weakness_waits_longer_than_the_longest_gap(levels: list[float]) -> None:
    cards = [a_score(n, "hears", empathy=level) for n, level in enumerate(levels)]
    weak = any(level <= 1 for level in levels)
    assert (due(list(cards), len(levels) - 1 + LONGEST_GAP) == "empathy") is weak

"""The formulas: laws, and values worked out elsewhere."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.team.numbers import FEW, Gap, Sums, adjusted, gap, share, together

LEVELS = st.lists(st.integers(0, 4), max_size=12)
STRATA = st.dictionaries(st.integers(1, 5), LEVELS, max_size=4)


def sums(values: list[int]) -> Sums:
    return Sums(len(values), sum(values), sum(v * v for v in values))


def strata(found: dict[int, list[int]]) -> dict[int, Sums]:
    return {difficulty: sums(values) for difficulty, values in found.items()}


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (1, 1, 0.2065, 1.0),
     (81, 263, 0.2553, 0.3662)],
)  # fmt: skip
def test_wilson_s_interval_is_as_in_the_tables(k: int, n: int, low: float, high: float) -> None:
    found = share(k, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=2e-4)


def test_a_share_of_nothing_says_nothing() -> None:
    assert share(0, 0)[2:] == (0.0, 1.0)


@given(st.integers(0, 50), st.integers(1, 50))
def test_the_interval_holds_the_share_and_narrows_with_more(k: int, n: int) -> None:
    k = min(k, n)
    few, many = share(k, n), share(10 * k, 10 * n)
    assert 0 <= few.low <= k / n <= few.high <= 1 or few.low == pytest.approx(k / n) or few.high == pytest.approx(k / n)
    assert many.high - many.low <= few.high - few.low


@given(LEVELS)
def test_mean_and_spread_are_those_of_the_values(values: list[int]) -> None:
    found = sums(values)
    if not values:
        assert found.mean is None
    else:
        middle = sum(values) / len(values)
        assert found.mean == pytest.approx(middle)
        if len(values) > 1:
            wanted = (sum((v - middle) ** 2 for v in values) / (len(values) - 1)) ** 0.5
            assert found.spread == pytest.approx(wanted, abs=1e-6)


@given(STRATA, STRATA)
def test_turned_around_a_gap_changes_its_sign(here: dict[int, list[int]], there: dict[int, list[int]]) -> None:
    one, other = gap(strata(here), strata(there)), gap(strata(there), strata(here))
    if one is None or other is None:
        assert one is other is None
        return
    assert one.value == pytest.approx(-other.value)
    assert (one.here, one.there) == (other.there, other.here)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9), st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_harder_calls_alone_make_no_gap(easy: list[int], hard: list[int]) -> None:
    """One side played more of the hard ones; within each difficulty both do the same."""
    here, there = {1: easy, 4: hard * 3}, {1: easy * 3, 4: hard}
    found = gap(strata(here), strata(there))
    assert found is not None
    assert found.value == pytest.approx(0, abs=1e-9)


def test_what_only_one_side_played_is_compared_with_nothing() -> None:
    assert gap(strata({1: [4, 4]}), strata({5: [0, 0]})) is None
    found = gap(strata({1: [3, 3], 5: [0]}), strata({1: [2, 2]}))
    assert found == Gap(1.0, 1.0, 1.0, 2, 2)


def test_one_call_on_either_side_is_never_sure() -> None:
    found = gap(strata({1: [4]}), strata({1: [0]}))
    assert found is not None
    assert (found.low, found.high) == (-inf, inf)
    assert not found.sure


@given(STRATA)
def test_the_whole_window_as_a_week_has_its_own_mean(found: dict[int, list[int]]) -> None:
    whole = strata({d: v for d, v in found.items() if v})
    assert adjusted(whole, whole) == (None if not whole else pytest.approx(together(whole).mean))


def test_a_week_of_hard_calls_is_lifted_to_the_mix_of_the_window() -> None:
    whole = strata({1: [4] * 8, 5: [1] * 8})
    assert adjusted(strata({5: [1, 1]}), whole) == pytest.approx(2.5)


def test_few_are_fewer_than_five() -> None:
    assert share(2, FEW - 1).few
    assert not share(2, FEW).few

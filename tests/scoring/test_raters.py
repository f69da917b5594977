"""Agreement of raters: against figures worked out by hand, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.raters import among, consensus, figures

LEVEL = st.none() | st.integers(0, 4)
TABLES = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(LEVEL, min_size=n, max_size=n), min_size=2, max_size=4)
)  # fmt: skip


def test_two_raters_by_hand() -> None:
    found = among([[0, 1, 2, 3, 4, 2], [0, 2, 2, 3, 2, None]])
    assert (found.n, found.exact, found.within_one) == (5, 0.6, 0.8)
    # Squared distances: 0, 1, 0, 0 and 4, so 1 a pair; every left against every right makes 3 a pair.
    assert found.kappa == pytest.approx(1 - 1 / 3, abs=0.0001)


def test_krippendorff_s_own_example_of_ordered_data() -> None:
    gaps = None
    raters = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, gaps, gaps, gaps],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gaps, 3],
        [gaps, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gaps],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gaps],
    ]
    ours = [[None if level is None else level - 1 for level in one] for one in raters]
    assert among(ours).alpha == pytest.approx(0.815, abs=0.001)


def test_without_two_ratings_of_anything_there_is_no_figure() -> None:
    for raters in ([], [[1, 2]], [[1, None], [None, 2]]):
        found = among(raters)
        assert (found.n, found.exact, found.kappa, found.alpha) == (0, None, None, None)


@given(TABLES)
def test_the_order_of_raters_does_not_matter_and_shares_are_shares(raters: list[list[int | None]]) -> None:
    found = among(raters)
    assert among(raters[::-1]) == found
    for value in (found.exact, found.within_one):
        assert value is None or 0 <= value <= 1
    assert found.exact is None or found.within_one is None or found.exact <= found.within_one
    assert found.alpha is None or found.alpha <= 1


@given(st.lists(st.integers(0, 4), min_size=2, max_size=20))
def test_who_always_agrees_agrees_wholly(levels: list[int]) -> None:
    found = among([levels, levels, levels])
    assert found.exact == found.within_one == 1
    assert found.alpha == (None if len(set(levels)) == 1 else 1)


def test_the_program_is_held_against_what_was_settled_on_else_the_mean_rounded_up() -> None:
    assert [consensus(one) for one in ([1, 2], [0, 1, 1], [None, 3], [None, None])] == [2, 1, 3, None]
    found = figures("calm", [[1, 4, 0], [2, 4, 0]], [2, 3, 0])
    assert (found.raters, found.program.n, found.program.exact) == (2, 3, pytest.approx(0.6667))
    assert figures("calm", [[1, 4, 0], [2, 4, 0]], [2, 3, 0], [None, 3, None]).program.exact == 1
    assert figures("calm", [[1, 4], [None, None]], [1, 4]).raters == 1

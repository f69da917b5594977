import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from scoring import agreement

levels = st.lists(st.integers(0, 4), min_size=5, max_size=60)


@settings(max_examples=40)
@given(levels, st.randoms(use_true_random=False))
def test_spearman_with_ties_is_that_of_the_reference(a, random):
    b = [min(4, max(0, x + random.randint(-1, 1))) for x in a]
    ours = agreement.spearman(np.array(a, float), np.array(b, float))
    if len(set(a)) == 1 or len(set(b)) == 1:
        assert ours is None
    else:
        assert ours == pytest.approx(spearmanr(a, b)[0], abs=1e-9)


@settings(max_examples=40)
@given(levels, st.randoms(use_true_random=False))
def test_kappa_is_that_of_the_reference(a, random):
    b = [min(4, max(0, x + random.randint(-1, 1))) for x in a]
    ours = agreement.weighted_kappa(np.array(a), np.array(b))
    if ours is not None:
        theirs = cohen_kappa_score(a, b, weights="quadratic", labels=[0, 1, 2, 3, 4])
        assert ours == pytest.approx(theirs, abs=1e-9)


def test_a_perfect_match_is_one_and_the_reverse_is_minus_one():
    a = np.arange(10.0)
    assert agreement.spearman(a, a) == pytest.approx(1)
    assert agreement.spearman(a, -a) == pytest.approx(-1)


def test_what_length_explains_is_taken_away():
    draw = np.random.default_rng(1)
    length = draw.normal(size=400)
    a, b = length + 0.1 * draw.normal(size=400), length + 0.1 * draw.normal(size=400)
    assert agreement.spearman(a, b) > 0.9
    assert abs(agreement.spearman_given(a, b, length)) < 0.2


def test_the_interval_holds_the_figure_and_repeats():
    draw = np.random.default_rng(2)
    a = draw.normal(size=80)
    b = a + draw.normal(size=80)
    low, high = agreement.interval(a, b)
    assert low < agreement.spearman(a, b) < high
    assert agreement.interval(a, b) == (low, high)


def test_too_few_pairs_give_no_figure():
    few = np.array([1.0, 2.0])
    assert agreement.spearman(few, few) is None
    assert agreement.interval(few, few) is None
    assert agreement.exact(few[:0], few[:0]) is None

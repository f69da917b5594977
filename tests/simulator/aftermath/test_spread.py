"""The same call over a thousand stories."""

from scenarios.disposition import Disposition
from simulator.aftermath.spread import DRAWS, spread
from tests.simulator.aftermath.calls import fitting, rich, shares
from tests.simulator.engine import case, state


def test_the_spread_is_the_same_every_time() -> None:
    agreed = state(agreement=fitting(case()))
    assert spread(case(), agreed) == spread(case(), agreed)


def test_a_plan_of_fifty_payments_is_told_a_thousand_times() -> None:
    found = spread(case(), state(agreement=shares(case(), *["0.02"] * 50), commitment=80))
    assert found is not None and found.draws == DRAWS == 1_000


def test_of_an_easy_plan_most_promises_are_kept_and_of_a_crushing_one_none() -> None:
    easy = spread(rich(case()), state(agreement=shares(case(), "0.5", "0.5"), commitment=100, trust=100))
    crushing = spread(case(), state(agreement=shares(case(), "50", "50"), commitment=100, trust=100))
    assert easy is not None and crushing is not None
    assert easy.kept[2] > 850
    assert easy.bands[-1] > 850
    assert crushing.kept == (1000, 0, 0)


def test_between_ease_and_impossibility_a_third_to_a_half_of_promises_fail() -> None:
    """Published claims put unkept promises at 30 to 50 %; a plan at the limit, half willing, should lie there."""
    found = spread(case(), state(agreement=fitting(case(), "1"), commitment=50, trust=40))
    assert found is not None
    kept = sum(n * count for n, count in enumerate(found.kept)) / (found.draws * found.payments)
    assert 0.5 <= kept <= 0.75


def test_there_is_no_spread_where_nothing_can_come_in() -> None:
    assert spread(case(), state(beyond_authority=("max_instalments",), agreement=fitting(case()))) is None
    assert spread(case(), state(disposition=Disposition.VULNERABLE, agreement=fitting(case()))) is None
    assert spread(case(), state(disposition=Disposition.WRONG_NUMBER)) is None

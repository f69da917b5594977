"""Laws over many stories: more means, commitment or trust never recover less; nothing agreed recovers least."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.case import Case
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.chances import ease, on_time
from simulator.aftermath.spread import Spread, spread
from simulator.state import Proposal, State
from tests.simulator.aftermath.calls import proposal, rich, with_budget
from tests.simulator.engine import case, state

DRAWS = 200
LEVEL = st.integers(0, 100)
PART = st.decimals("0.02", "0.6", places=2)
SEED = st.integers(0, 23)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Case, Proposal]:
    """A case and a plan in it, at most what is owed in all."""
    of = case(draw(SEED))
    parts = draw(st.lists(PART, min_size=1, max_size=6).filter(lambda parts: sum(parts) <= 1))
    amounts = [(of.account.balance * part).quantize(Decimal("0.01")) for part in parts]
    return of, proposal(amounts, every=draw(st.sampled_from([7, 15, 30])))


def ended(agreed: Proposal | None, commitment: int = 50, trust: int = 50) -> State:
    return state(agreement=agreed, commitment=commitment, trust=trust)


def over_many(of: Case, call: State) -> Spread:
    found = spread(of, call, DRAWS)
    assert found is not None
    return found


@settings(max_examples=20)
@given(plans(), LEVEL, LEVEL, LEVEL)
def test_more_commitment_never_recovers_less(plan: tuple[Case, Proposal], trust: int, one: int, other: int) -> None:
    of, agreed = plan
    less, more = (over_many(of, ended(agreed, level, trust)) for level in sorted((one, other)))
    assert more.mean >= less.mean - 1e-9
    assert more.low >= less.low - 1e-9


@settings(max_examples=20)
@given(plans(), LEVEL, LEVEL, LEVEL)
def test_more_trust_never_recovers_less(plan: tuple[Case, Proposal], commitment: int, one: int, other: int) -> None:
    of, agreed = plan
    less, more = (over_many(of, ended(agreed, commitment, level)) for level in sorted((one, other)))
    assert more.mean >= less.mean - 1e-9


@settings(max_examples=20)
@given(plans(), LEVEL, st.decimals("1", "4", places=1))
def test_a_more_affordable_plan_never_recovers_less(
    plan: tuple[Case, Proposal], commitment: int, times: Decimal
) -> None:
    of, agreed = plan
    better = with_budget(of, income=of.budget.income * times, savings=of.budget.savings * times)
    assert over_many(better, ended(agreed, commitment)).mean >= over_many(of, ended(agreed, commitment)).mean - 1e-9


@settings(max_examples=20)
@given(SEED, st.integers(1, 4), st.integers(1, 30), st.integers(0, 30), LEVEL)
def test_the_same_payments_later_never_recover_less(
    seed: int, count: int, every: int, more: int, commitment: int
) -> None:
    of = case(seed)
    amounts = [(of.account.balance / 4).quantize(Decimal("0.01"))] * count
    soon, later = (over_many(of, ended(proposal(amounts, every=n), commitment)) for n in (every, every + more))
    assert later.mean >= soon.mean - 1e-9


@settings(max_examples=20)
@given(plans(), LEVEL, LEVEL)
def test_nothing_agreed_recovers_least(plan: tuple[Case, Proposal], commitment: int, trust: int) -> None:
    of, agreed = plan
    nothing = over_many(of, ended(None, commitment, trust))
    assert over_many(of, ended(agreed, commitment, trust)).mean >= nothing.mean - 1e-9


@settings(max_examples=20)
@given(plans(), LEVEL, LEVEL, st.booleans())
def test_every_story_is_counted_once_and_within_bounds(
    plan: tuple[Case, Proposal], commitment: int, trust: int, wealthy: bool
) -> None:
    of, agreed = plan
    found = over_many(rich(of) if wealthy else of, ended(agreed, commitment, trust))
    assert sum(found.bands) == sum(found.kept) == found.draws == DRAWS
    assert 0 <= found.low <= found.median <= found.high <= 1
    assert found.payments == len(agreed.instalments)


@given(st.floats(0, 5), st.floats(0, 5), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_heavier_payment_or_less_will_is_never_likelier_to_come_on_time(
    one: float, other: float, commitment: float, more: float, trust: float
) -> None:
    light, heavy = sorted((one, other))
    weak, strong = sorted((commitment, more))
    unlikely, likely = on_time(heavy, weak, trust, numbers()), on_time(light, strong, trust, numbers())
    assert 0 <= unlikely <= likely <= 1
    assert ease(heavy, numbers()) <= ease(light, numbers())

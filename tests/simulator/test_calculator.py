"""The calculator: sums and days, the policy's limits, and words that the reader reads back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.reader import read
from simulator.calculator import PERIODS, Terms, Worked, dates, first_day, policy_in_force, sentence, work_out
from simulator.conversation import reading_context
from simulator.negotiation import raised, total
from tests.simulator.engine import case, state

CASE = case()
FIRST = CASE.on + timedelta(days=7)


def worked(payments: int = 3, every: str = "month", **different: object) -> Worked:
    asked = {"total": CASE.account.balance, "payments": payments, "every": every, "first": FIRST, **different}
    return work_out(Terms.model_validate(asked), CASE, CASE.policy)


@given(
    whole=st.decimals("0.01", "10000000", places=2),
    down=st.decimals("0", "10000000", places=2),
    payments=st.integers(1, 60),
    every=st.sampled_from(PERIODS),
)
def test_payments_add_up_and_their_days_ascend(whole: Decimal, down: Decimal, payments: int, every: str) -> None:
    plan = worked(payments, every, total=whole, down=down).instalments
    assert total(plan) == whole
    assert len(plan) == payments
    days = [line.date for line in plan if line.date]
    assert days[0] == FIRST
    assert days == sorted(set(days))


def test_the_down_payment_comes_first_and_the_rest_is_equal() -> None:
    first, *rest = worked(4, total=Decimal(1000), down=Decimal(100)).instalments
    assert first.amount == 100
    assert {line.amount for line in rest} == {Decimal(300)}


@pytest.mark.parametrize(
    ("different", "limit"),
    [
        ({"payments": 60}, "max_instalments"),
        ({"first": CASE.on + timedelta(days=300)}, "max_extension_days"),
        ({"total": CASE.account.balance / 2}, "max_discount_pct"),
    ],
)
def test_a_limit_that_is_overstepped_is_named(different: dict[str, object], limit: str) -> None:
    assert worked().beyond == ()
    assert limit in worked(**different).beyond  # type: ignore[arg-type]


def test_what_the_supervisor_granted_counts() -> None:
    assert policy_in_force(CASE, state(authority_raised=True)) == raised(CASE.policy)
    assert policy_in_force(CASE, None) == CASE.policy


def test_leaving_out_the_late_fees_is_no_discount() -> None:
    less = worked(total=CASE.account.balance - CASE.account.late_fees)
    assert less.waived
    assert less.forgiven_pct == 0
    assert "max_discount_pct" not in less.beyond


def test_the_verdict_knows_nothing_of_the_hidden_budget() -> None:
    broke = CASE.budget.model_copy(update={"income": Decimal(0), "savings": Decimal(0)})
    terms = Terms(total=CASE.account.balance, payments=3, first=FIRST)
    other = CASE.model_copy(update={"budget": broke})
    assert work_out(terms, CASE, CASE.policy) == work_out(terms, other, CASE.policy)


@pytest.mark.parametrize(("country", "language"), [("MX", "es"), ("CL", "es"), ("ES", "es"), ("US", "en")])
@pytest.mark.parametrize(("payments", "down"), [(1, 0), (2, 0), (4, 0), (3, 500)])
def test_the_sentence_reads_back_as_the_same_payments(country: str, language: str, payments: int, down: int) -> None:
    drawn = case(country=country, language=language)
    terms = Terms(total=drawn.account.balance, down=Decimal(down), payments=payments, first=FIRST)
    plan = work_out(terms, drawn, drawn.policy)
    offers = read(sentence(terms, plan, drawn), reading_context(drawn, "")).offers
    wanted = [(line.amount, line.date) for line in plan.instalments]
    assert wanted in [[(line.amount, line.date) for line in offer.instalments] for offer in offers]


@pytest.mark.parametrize("every", ["week", "fortnight", "quincena", "month"])
def test_a_long_plan_is_told_in_a_line_that_reads_back(every: str) -> None:
    terms = Terms.model_validate({"total": CASE.account.balance, "payments": 8, "every": every, "first": FIRST})
    plan = work_out(terms, CASE, CASE.policy)
    said = sentence(terms, plan, CASE)
    assert len(said) < 100
    read_back = read(said, reading_context(CASE, "")).offers[0].instalments
    assert len(read_back) == 8
    for line, heard in zip(plan.instalments, read_back, strict=True):
        assert line.amount and heard.amount and abs(line.amount - heard.amount) < Decimal("0.1")
        assert line.date and heard.date and abs((line.date - heard.date).days) <= 1


def test_the_first_day_offered_is_one_on_which_offices_work() -> None:
    before_sunday = CASE.model_copy(update={"on": date(2026, 11, 22)})
    assert first_day(before_sunday) == date(2026, 11, 30)


def test_twice_a_month_is_the_fifteenth_and_the_last_day() -> None:
    assert dates(date(2026, 11, 30), 4, "quincena") == (
        date(2026, 11, 30), date(2026, 12, 15), date(2026, 12, 31), date(2027, 1, 15),
    )  # fmt: skip

"""Before sending: what is empty for this result, and what the figures say; never what the talk would have had."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.wrap_checks import remarks, still_empty
from tests.simulator.engine import case

CASE = case()
TOMORROW = CASE.on + timedelta(days=1)


def lines(*payments: tuple[int | None, date | None]) -> FollowUp:
    instalments = tuple(AgreedInstalment(amount=None if a is None else Decimal(a), date=d) for a, d in payments)
    return FollowUp(disposition=Disposition.PLAN, instalments=instalments)


def whats(form: FollowUp) -> list[str]:
    return [one.what for one in remarks(form, CASE)]


def test_an_empty_form_lacks_its_result_first() -> None:
    assert still_empty(FollowUp(), CASE) == ("disposition", "note")


@pytest.mark.parametrize(
    ("result", "wanted", "unwanted"),
    [
        (Disposition.PLAN, {"payments", "method", "next_date"}, {"evidence", "hold_until"}),
        (Disposition.DISPUTE, {"evidence", "hold_until", "next_date"}, {"payments", "method"}),
        (Disposition.WRONG_NUMBER, {"next_action"}, {"reason", "payments", "next_date"}),
        (Disposition.CALLBACK, {"next_date", "reason"}, {"payments"}),
    ],
)
def test_each_result_asks_for_its_own(result: Disposition, wanted: set[str], unwanted: set[str]) -> None:
    empty = set(still_empty(FollowUp(disposition=result), CASE))
    assert wanted <= empty
    assert not unwanted & empty


def test_the_reason_is_not_asked_for_where_it_may_not_be_asked() -> None:
    colombia = CASE.model_copy(update={"country": "CO"})
    assert "reason" in still_empty(FollowUp(disposition=Disposition.PLAN), CASE)
    assert "reason" not in still_empty(FollowUp(disposition=Disposition.PLAN), colombia)


def test_a_whole_follow_up_lacks_nothing() -> None:
    whole = lines((100, TOMORROW)).model_copy(update={
        "method": "SPEI", "reason": "desempleo", "next_action": "llamar", "owner": "Ana", "next_date": TOMORROW,
        "note": "Paga 100.",
    })  # fmt: skip
    assert still_empty(whole, CASE) == ()


def test_a_sum_that_differs_from_the_balance_is_a_plain_fact() -> None:
    (one,) = remarks(lines((4500, TOMORROW)), CASE)
    assert (one.what, one.total, one.balance) == ("sum", Decimal(4500), CASE.account.balance)
    exact = FollowUp(instalments=(AgreedInstalment(amount=CASE.account.balance, date=TOMORROW),))
    assert remarks(exact, CASE) == ()


def test_days_gone_by_half_lines_and_a_wrong_order_are_seen() -> None:
    yesterday = CASE.on - timedelta(days=1)
    assert whats(lines((None, yesterday))) == ["no_amount", "past"]
    assert whats(lines((10, None))) == ["sum", "no_date"]
    assert whats(lines((10, TOMORROW), (10, CASE.on))) == ["sum", "order"]
    assert whats(FollowUp(next_date=yesterday)) == ["next_in_the_past"]


def test_the_checks_are_blind_to_the_hidden_budget() -> None:
    other = CASE.model_copy(update={"budget": CASE.budget.model_copy(update={"income": Decimal(1)})})
    form = lines((10, TOMORROW))
    assert still_empty(form, CASE) == still_empty(form, other)
    assert remarks(form, CASE) == remarks(form, other)

"""The account on a later day: money is conserved, days go forward, and what was promised is counted once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.case import Case
from scenarios.disposition import DISPUTES, Disposition
from scenarios.load import load_scenario
from scoring.transcript import FollowUp
from simulator.account_later import later
from simulator.earlier import Coming, Earlier
from simulator.next_contact import Ended, next_contact
from tests.simulator.engine import ON, case, job_loss

DAYS = st.integers(0, 90)
SHARES = st.decimals(0, 1, places=2)


@st.composite
def comings(draw: st.DrawFn) -> tuple[Coming, ...]:
    promised = draw(st.lists(st.tuples(DAYS, SHARES, SHARES, st.integers(0, 14)), max_size=4))
    balance = case().account.balance
    return tuple(
        Coming(
            date=ON + timedelta(days=day), amount=(amount := (balance * share).quantize(Decimal("0.01"))),
            came=(amount * came).quantize(Decimal("0.01")), arrives=ON + timedelta(days=day + late),
        )
        for day, share, came, late in sorted(promised)
    )  # fmt: skip


def owed(of: Case) -> Decimal:
    return sum((line.amount - line.paid for line in of.account.history), of.account.late_fees)


@settings(max_examples=60)
@given(comings(), DAYS)
def test_the_balance_is_what_the_lines_and_the_fees_add_up_to(coming: tuple[Coming, ...], days: int) -> None:
    moved = later(job_loss(), case(), coming, ON + timedelta(days=days))
    assert moved.account.balance == owed(moved)
    assert all(0 <= line.paid <= line.amount for line in moved.account.history)
    assert moved.account.late_fees >= 0


@settings(max_examples=60)
@given(comings(), DAYS)
def test_paying_never_makes_the_balance_grow(coming: tuple[Coming, ...], days: int) -> None:
    on = ON + timedelta(days=days)
    unpaid = tuple(c.model_copy(update={"came": c.came * 0}) for c in coming)
    paid, broken = later(job_loss(), case(), coming, on), later(job_loss(), case(), unpaid, on)
    assert paid.account.balance <= broken.account.balance
    kept = tuple(c.model_copy(update={"came": c.amount, "arrives": c.date}) for c in coming)
    assert later(job_loss(), case(), kept, on).account.balance <= case().account.balance


@settings(max_examples=40)
@given(comings(), DAYS, DAYS)
def test_money_comes_in_once_whether_one_looks_in_between_or_not(
    coming: tuple[Coming, ...], first: int, more: int
) -> None:
    there, beyond = ON + timedelta(days=first), ON + timedelta(days=first + more)
    halfway = later(job_loss(), case(), coming, there)
    rest = tuple(still for c in coming if (still := c.after(there)))
    twice, once = later(job_loss(), halfway, rest, beyond), later(job_loss(), case(), coming, beyond)
    assert [line.paid for line in twice.account.history] == [line.paid for line in once.account.history]
    assert twice.account.balance == owed(twice)
    assert twice.budget.paydays == once.budget.paydays


def test_days_and_paydays_move_on_and_the_oldest_open_line_says_since_when() -> None:
    moved = later(job_loss(), case(), (), ON + timedelta(days=20))
    assert moved.on == ON + timedelta(days=20)
    assert moved.account.days_past_due == case().account.days_past_due + 20
    assert all(day > moved.on for day in moved.budget.paydays)
    assert set(case().budget.paydays) & set(moved.budget.paydays)


def test_money_goes_to_the_oldest_open_line_first() -> None:
    line = next(line for line in case().account.history if line.paid < line.amount)
    half = ((line.amount - line.paid) / 2).quantize(Decimal("0.01"))
    coming = (Coming(date=ON + timedelta(days=2), amount=half, came=half, arrives=ON + timedelta(days=2)),)
    moved = later(job_loss(), case(), coming, ON + timedelta(days=3))
    assert next(x for x in moved.account.history if x.due == line.due).paid == line.paid + half
    assert moved.account.balance == case().account.balance - half
    assert moved.account.broken_promises == case().account.broken_promises
    assert moved.account.due_date == line.due


def test_a_broken_promise_counts_once_and_costs_a_fee_once() -> None:
    due = ON + timedelta(days=2)
    broken = (Coming(date=due, amount=Decimal(1000), came=Decimal(0), arrives=due),)
    moved = later(job_loss(), case(), broken, due + timedelta(days=1))
    assert moved.account.broken_promises == case().account.broken_promises + 1
    assert moved.account.balance == case().account.balance + Decimal(30)
    assert [c for c in broken if c.after(moved.on)] == []


def test_a_day_that_is_past_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        later(job_loss(), case(), (), date(2026, 1, 1))


def test_a_reminder_made_after_the_day_finds_the_promise_kept_or_broken() -> None:
    due = ON + timedelta(days=5)
    came = Coming(date=due, amount=Decimal(500), came=Decimal(500), arrives=due)
    known = Earlier(contact=2, promise="due", anger=20, trust=50, commitment=60, coming=(came,))
    assert known.on(due).promise == "due"
    assert known.on(due + timedelta(days=1)).promise == "kept"
    late = known.model_copy(update={"coming": (came.model_copy(update={"arrives": due + timedelta(days=4)}),)})
    moved = late.on(due + timedelta(days=1))
    assert moved.promise == "broken"
    assert [c.date for c in moved.coming] == [due + timedelta(days=4)]


@pytest.mark.parametrize("disposition", sorted(DISPUTES))
def test_a_disputed_account_rests_until_the_day_that_the_note_says(disposition: Disposition) -> None:
    note = FollowUp(hold_until=ON + timedelta(days=20), next_date=ON + timedelta(days=2))
    ended = Ended(number=1, on=ON, disposition=disposition, follow_up=note)
    found = next_contact(load_scenario("disputed_charge"), "MX", ended, ())
    assert found.on is not None
    assert found.on > ON + timedelta(days=20)
    assert found.why == "review"

"""Cleared for live contacts: the rules, and what must hold of them whatever the calls are."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.certifying import Clearance, Definition, Outcome, Sat, add_months, clearance

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
THREE = Definition()


def sat(scenario: str, day: int, outcome: Outcome = "passed", **more: object) -> Sat:
    """A call of half an hour, so many days after the first Monday."""
    at = NOON + timedelta(days=day)
    began = {"began_at": at - timedelta(minutes=30), "closed_at": at}
    return Sat.model_validate({
        "attempt_id": f"{scenario}-{day}", "scenario": scenario, "outcome": outcome, **began, **more
    })  # fmt: skip


def on(day: float, *calls: Sat, of: Definition = THREE) -> Clearance:
    return clearance(of, calls, NOON + timedelta(days=day, minutes=1))


CLEAN = (sat("a", 0), sat("b", 1), sat("c", 2))


def test_three_clean_calls_of_three_scenarios_clear_for_a_year() -> None:
    assert not on(1, *CLEAN).cleared
    found = on(2, *CLEAN)
    assert (found.cleared, found.missing) == (True, "")
    assert (found.since, found.until) == (date(2026, 3, 4), date(2027, 3, 4))
    gone = on(367, *CLEAN)
    assert (gone.cleared, gone.missing) == (False, "expired")


def test_the_same_scenario_three_times_is_one_and_a_case_met_before_is_none() -> None:
    assert on(9, sat("a", 0), sat("a", 1), sat("a", 2)).have == 1
    assert on(9, sat("a", 0), sat("b", 1), sat("c", 2, seen_before=True)).have == 2


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_one_gate_is_enough_whenever_it_falls(place: int) -> None:
    calls = [*CLEAN]
    calls.insert(place, sat("g", place, "gate"))
    assert not on(3.5, *calls).cleared


def test_after_a_gate_three_clean_calls_are_asked_for_anew() -> None:
    calls = (*CLEAN, sat("d", 5, "gate"))
    assert on(5.5, *calls).missing == "gate"
    assert on(7, *calls).have == 0
    assert not on(8, *calls, sat("a", 7), sat("b", 8)).cleared
    assert on(9, *calls, sat("a", 7), sat("b", 8), sat("c", 9)).cleared


def test_after_a_call_not_passed_a_day_goes_by_before_one_counts() -> None:
    failed = sat("a", 0, "failed")
    soon = sat("b", 0.5)  # type: ignore[arg-type]
    assert on(0.1, failed).missing == "rest"
    assert on(0.6, failed, soon).have == 0
    assert on(2, failed, sat("b", 2)).have == 1


def test_a_possible_breach_waits_for_a_person_and_is_no_accusation() -> None:
    found = on(3, *CLEAN[:2], sat("c", 2, "waits"))
    assert (found.cleared, found.missing, found.have) == (False, "waits", 2)
    assert on(4, *CLEAN, sat("d", 3, "waits")).cleared


def test_other_rules_void_what_was_earned_under_the_old_ones() -> None:
    old = [s.model_copy(update={"rules_hold": False}) for s in CLEAN]
    assert (on(3, *old).cleared, on(3, *old).missing) == (False, "rules_changed")


def test_calls_too_far_apart_do_not_come_to_a_certificate() -> None:
    assert not on(200, sat("a", 0), sat("b", 50), sat("c", 100)).cleared
    assert on(200, sat("a", 0), sat("b", 40), sat("c", 80)).cleared


OUTCOMES = st.sampled_from(["passed", "failed", "gate", "waits"])
CALLS = st.lists(
    st.builds(
        sat, st.sampled_from("abcde"), st.integers(0, 400), OUTCOMES, seen_before=st.booleans(),
        rules_hold=st.booleans(),
    ), max_size=12, unique_by=lambda s: s.attempt_id,
)  # fmt: skip
DAYS = st.integers(0, 900)


@given(CALLS, DAYS, st.sampled_from("abcdef"), st.integers(0, 400))
def test_one_more_clean_call_never_takes_a_clearance_away(calls: list[Sat], day: int, of: str, when: int) -> None:
    if on(day, *calls).cleared:
        assert on(day, *calls, sat(of, when).model_copy(update={"attempt_id": "more"})).cleared


@given(CALLS, DAYS)
def test_a_gate_today_ends_every_clearance(calls: list[Sat], day: int) -> None:
    assert not on(day, *calls, sat("z", day, "gate")).cleared


@given(CALLS, DAYS)
def test_what_comes_later_does_not_count_before(calls: list[Sat], day: int) -> None:
    past = [s for s in calls if s.closed_at <= NOON + timedelta(days=day, minutes=1)]
    assert on(day, *calls) == on(day, *past)


@given(CALLS, DAYS)
def test_nobody_is_cleared_for_longer_than_the_certificate_holds(calls: list[Sat], day: int) -> None:
    found = on(day, *calls)
    if found.cleared:
        assert found.since is not None
        assert found.since <= (NOON + timedelta(days=day)).date() < add_months(found.since, THREE.months)
    assert found.cleared == (found.missing == "")


@given(CALLS, DAYS)
def test_without_rules_that_hold_nobody_is_cleared(calls: list[Sat], day: int) -> None:
    assert not on(day, *(s.model_copy(update={"rules_hold": False}) for s in calls)).cleared


@given(CALLS, DAYS, st.integers(1, 3))
def test_who_is_cleared_with_more_asked_is_cleared_with_less(calls: list[Sat], day: int, fewer: int) -> None:
    if on(day, *calls).cleared:
        assert on(day, *calls, of=Definition(cases=fewer)).cleared


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 60))
def test_months_are_added_to_the_same_day_or_the_last_of_a_short_month(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day

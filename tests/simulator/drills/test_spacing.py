"""The laws of the boxes: what is missed comes back tomorrow, what is passed ever later, and at last not at all."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.drills.spacing import INTERVALS, Tried, returning

FIRST = date(2026, 11, 2)


def tried(day: int, *, passed: bool, kind: str = "anger") -> Tried:
    return Tried(criterion="empathy", kind=kind, day=FIRST + timedelta(days=day), passed=passed)


histories = st.lists(
    st.builds(tried, st.integers(0, 60), passed=st.booleans(), kind=st.sampled_from(["anger", "fear"]))
)


def test_what_was_never_missed_does_not_come_back() -> None:
    assert returning([tried(0, passed=True)]) == ()


def test_a_miss_comes_back_after_1_3_7_and_16_days_and_then_rests() -> None:
    tries, waited = [tried(0, passed=False)], []
    while back := returning(tries):
        waited.append((back[0].due - back[0].tried).days)
        tries.append(tried((back[0].due - FIRST).days, passed=True))
    assert waited == [1, 3, 7, 16]


def test_a_miss_on_the_way_begins_anew() -> None:
    (back,) = returning([tried(0, passed=False), tried(1, passed=True), tried(4, passed=False)])
    assert (back.box, back.due, back.passed) == (0, FIRST + timedelta(days=5), False)


def test_practising_before_it_is_due_moves_nothing() -> None:
    before = returning([tried(0, passed=False), tried(1, passed=True)])
    assert returning([tried(0, passed=False), tried(1, passed=True), tried(2, passed=True)]) == before


def test_trying_again_on_the_same_day_does_not_unmiss_it() -> None:
    assert returning([tried(0, passed=False), tried(0, passed=True)]) == returning([tried(0, passed=False)])


@given(histories)
def test_it_is_due_after_it_was_tried_and_by_the_length_of_its_box(history: list[Tried]) -> None:
    for back in returning(history):
        assert (back.due - back.tried).days == INTERVALS[back.box]


@given(histories, st.integers(61, 90))
def test_whatever_came_before_a_miss_is_due_the_next_day(history: list[Tried], day: int) -> None:
    found = {r.kind: r.due for r in returning([*history, tried(day, passed=False)])}
    assert found["anger"] == FIRST + timedelta(days=day + 1)


@given(histories)
def test_one_weakness_stands_in_one_box_and_the_soonest_is_first(history: list[Tried]) -> None:
    found = returning(history)
    assert len({r.kind for r in found}) == len(found)
    assert [r.due for r in found] == sorted(r.due for r in found)

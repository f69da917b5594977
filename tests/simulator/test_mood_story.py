"""The debtor's mood over a call: every shift is told once with its main cause."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.mood_story import LEVELS, shifts, turning_points
from simulator.state import Change, Said, State, Step


def step(number: int, levels: tuple[int, int, int], *changes: tuple[str, int, str]) -> Step:
    anger, trust, commitment = levels
    return Step(
        number=number, said=Said(text="x"), reading=None, words="y",
        state=State(anger=anger, trust=trust, commitment=commitment),
        changes=tuple(Change(what=what, by=by, cause=cause) for what, by, cause in changes),
    )  # fmt: skip


CALL = (
    step(0, (50, 30, 40)),
    step(1, (68, 30, 40), ("anger", 14, "presionó"), ("anger", 8, "interrumpió"), ("anger", -4, "saludó")),
    step(2, (68, 35, 40), ("trust", 5, "escuchó"), ("trust", 2, "agradeció"), ("trust", -2, "fue vago")),
    step(3, (60, 17, 38), ("trust", -18, "pasó por alto la muerte de su padre"), ("anger", -8, "ofreció ayuda")),
)


def test_a_shift_is_what_moved_in_all_with_the_largest_cause_that_moved_the_same_way() -> None:
    told = {(s.turn, s.level): (s.by, s.cause) for s in shifts(CALL)}
    assert told == {
        (1, "anger"): (18, "presionó"),
        (2, "trust"): (5, "escuchó"),
        (3, "anger"): (-8, "ofreció ayuda"),
        (3, "trust"): (-18, "pasó por alto la muerte de su padre"),
        (3, "commitment"): (-2, ""),
    }


def test_what_counted_most_comes_in_the_order_of_the_call_one_a_turn() -> None:
    assert [(s.turn, s.level) for s in turning_points(CALL)] == [(1, "anger"), (2, "trust"), (3, "trust")]
    assert [(s.turn, s.level) for s in turning_points(CALL, most=1)] == [(1, "anger")]
    assert turning_points(CALL[:1]) == ()


levels = st.tuples(*[st.integers(0, 100)] * 3)


@given(st.lists(levels, min_size=1, max_size=12))
def test_the_shifts_add_up_to_the_whole_way(found: list[tuple[int, int, int]]) -> None:
    steps = [step(n, each) for n, each in enumerate(found)]
    told = shifts(steps)
    for level in LEVELS:
        way = getattr(steps[-1].state, level) - getattr(steps[0].state, level)
        assert sum(s.by for s in told if s.level == level) == way
    assert all(s.by for s in told)

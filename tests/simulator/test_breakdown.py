"""Totals by kind: one rubric version at a time, few calls marked as few, the latest score of each call."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.breakdown import best, by, newest, segment
from simulator.kept import Scored

START = datetime(2026, 11, 23, tzinfo=UTC)


def scored(attempt: str, at: int, total: float | None, **changed: object) -> Scored:
    given = {
        "attempt_id": attempt, "scenario_id": "job_loss", "mode": "practice", "difficulty": 2, "rubric": "default",
        "rubric_version": 2, "total": total, "marks": (), "scored_at": START + timedelta(hours=at), "willing": True,
        "able": False, **changed,
    }  # fmt: skip
    return Scored.model_validate(given)


def test_versions_of_a_rubric_are_never_mixed() -> None:
    old, new = scored("a", 1, 90, rubric_version=1), scored("b", 2, 50)
    assert newest((new, old)) == (new,)
    assert best((old, new)) == new


def test_a_call_scored_again_counts_once_by_its_latest_score() -> None:
    cards = (scored("a", 1, 40), scored("a", 3, 60), scored("b", 2, 80))
    (group,) = by(cards, lambda card: card.difficulty).values()
    assert (group.calls, group.mean, group.best, group.few) == (2, 70, 80, True)


def test_an_old_call_scored_again_by_another_rubric_does_not_turn_the_figures_over() -> None:
    cards = (scored("a", 1, 40), scored("b", 2, 80), scored("a", 3, 99, rubric_version=3))
    assert [c.attempt_id for c in newest(cards)] == ["a", "b"]


def test_what_is_not_assessed_or_not_known_is_left_out() -> None:
    cards = (scored("a", 1, None), scored("b", 2, 50, willing=None), scored("c", 3, 60))
    assert {k: g.calls for k, g in by(cards, segment).items()} == {(True, False): 1}
    assert newest(()) == ()
    assert best((cards[0],)) is None


def test_of_equal_totals_the_harder_is_the_best() -> None:
    easy, hard = scored("a", 1, 80), scored("b", 2, 80, difficulty=4)
    assert best((easy, hard)) == hard


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 100), st.integers(1, 5)), max_size=20))
def test_every_call_is_in_one_group_and_means_lie_between(found: list[tuple[int, float, int]]) -> None:
    cards = [scored(str(a), n, total, difficulty=d) for n, (a, total, d) in enumerate(found)]
    groups = by(cards, lambda card: card.difficulty)
    assert sum(g.calls for g in groups.values()) == len({a for a, _, _ in found})
    assert all(0 <= g.mean <= g.best + 1e-9 for g in groups.values())

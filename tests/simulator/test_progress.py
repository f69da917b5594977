"""Progress: series that never mix rubrics, strong and weak sides with enough behind them, a next call with a reason."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.scenario import Scenario
from simulator.kept import Mark, Scored
from simulator.progress import ENOUGH, RECENT, progress
from simulator.suggestion import suggest

START = datetime(2026, 11, 1, tzinfo=UTC)


def a_score(
    day: int, scenario: str = "job_loss", version: int = 1, difficulty: int = 2, **levels: float | None
) -> Scored:
    marks = tuple(
        Mark(criterion=c, level=None if v is None else int(v + 0.5), score=v)
        for c, v in (levels or {"calm": 2.0}).items()
    )
    assessed = [m.score for m in marks if m.score is not None]
    return Scored(
        attempt_id=f"a{day}", scenario_id=scenario, mode="practice", difficulty=difficulty, rubric="default",
        rubric_version=version, total=25 * sum(assessed) / len(assessed) if assessed else None, marks=marks,
        scored_at=START + timedelta(days=day),
    )  # fmt: skip


def a_scenario(scenario_id: str, difficulty: int, *skills: str) -> Any:
    return Scenario.model_construct(id=scenario_id, difficulty=difficulty, skills=skills)


def test_no_attempts_make_no_series_and_no_judgement() -> None:
    found = progress(())
    assert (found.attempts, found.series, found.totals, found.strongest, found.weakest) == (0, (), (), None, None)


def test_a_series_runs_from_the_oldest_on_whatever_the_order_given() -> None:
    found = progress([a_score(2, calm=3.0), a_score(1, calm=1.0)])
    assert [p.score for p in found.series[0].points] == [1.0, 3.0]
    assert [t.total for t in found.totals] == [25.0, 75.0]


def test_not_assessed_is_a_gap_and_never_a_zero() -> None:
    cards = [a_score(day, calm=2.0, empathy=None) for day in range(ENOUGH)]
    found = progress([*cards, a_score(9, calm=2.0, empathy=1.0)])
    empathy = next(s for s in found.series if s.criterion == "empathy")
    assert [p.score for p in empathy.points] == [None, None, None, 1.0]
    assert empathy.lately == (1.0,)
    assert found.weakest is None, "one assessed attempt is too little to call a criterion weak"


def test_strong_and_weak_need_enough_attempts_and_a_difference() -> None:
    cards = [a_score(day, calm=3.0, empathy=1.0) for day in range(ENOUGH)]
    assert (progress(cards[:-1]).strongest, progress(cards[:-1]).weakest) == (None, None)
    assert (progress(cards).strongest, progress(cards).weakest) == ("calm", "empathy")
    equal = progress([a_score(day, calm=2.0, empathy=2.0) for day in range(ENOUGH)])
    assert (equal.strongest, equal.weakest) == (None, None)


def test_only_the_latest_attempts_say_what_is_weak_now() -> None:
    early = [a_score(day, calm=0.0, empathy=4.0) for day in range(10)]
    late = [a_score(10 + day, calm=4.0, empathy=2.0) for day in range(RECENT)]
    assert progress(early + late).weakest == "empathy"


def test_versions_of_a_rubric_never_meet() -> None:
    old = [a_score(day, calm=0.0, empathy=4.0) for day in range(5)]
    new = [a_score(5 + day, version=2, calm=4.0, empathy=1.0) for day in range(ENOUGH)]
    found = progress(old + new)
    assert {(s.criterion, s.rubric_version, len(s.points)) for s in found.series} == {
        ("calm", 1, 5), ("empathy", 1, 5), ("calm", 2, 3), ("empathy", 2, 3),
    }  # fmt: skip
    assert found.weakest == "empathy"
    assert progress(old + new[:1]).weakest is None, "one attempt under the new version is too little"


def test_a_call_scored_again_counts_once_with_its_later_score() -> None:
    first = a_score(1, calm=1.0)
    again = first.model_copy(update={"scored_at": START + timedelta(days=3), "marks": a_score(1, calm=3.0).marks})
    found = progress([again, first])
    assert found.attempts == 1
    assert [p.score for p in found.series[0].points] == [3.0]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 3), st.floats(0, 4) | st.none()), max_size=30))
def test_every_point_stands_in_the_series_of_its_own_version(rows: list[tuple[int, int, float | None]]) -> None:
    cards = [a_score(day, version=version, calm=score) for day, version, score in rows]
    found = progress(cards)
    for series in found.series:
        of_version = {
            (c.attempt_id, m.score) for c in cards if c.rubric_version == series.rubric_version for m in c.marks
        }
        assert {(p.attempt_id, p.score) for p in series.points} <= of_version
        assert [p.at for p in series.points] == sorted(p.at for p in series.points)
    assert sum(len(s.points) for s in found.series) == len({(day, version) for day, version, _ in rows})


LIBRARY = [
    a_scenario("easy", 1, "calm"),
    a_scenario("listen", 2, "empathy"),
    a_scenario("listen_hard", 4, "empathy", "negotiation"),
    a_scenario("write", 2, "documented_follow_up"),
]


def test_a_beginner_gets_the_easiest() -> None:
    found = suggest((), LIBRARY)
    assert found is not None
    assert (found.scenario_id, found.criterion) == ("easy", None)
    assert found.reason["es"] == "Es un buen caso para empezar."


def test_the_weakest_criterion_is_trained_and_named() -> None:
    found = suggest([a_score(day, "easy", calm=3.0, empathy=2.0) for day in range(ENOUGH)], LIBRARY)
    assert found is not None
    assert (found.scenario_id, found.criterion) == ("listen", "empathy")
    assert "empatía" in found.reason["es"]
    assert "empathy" in found.reason["en"]


def test_what_was_just_played_is_not_suggested_again() -> None:
    cards = [a_score(day, "listen", calm=3.0, empathy=2.0) for day in range(ENOUGH)]
    found = suggest(cards, LIBRARY)
    assert found is not None
    assert found.scenario_id == "listen_hard"


def test_where_all_there_is_was_just_played_it_is_still_suggested() -> None:
    found = suggest([a_score(1, "easy")], LIBRARY[:1])
    assert found is not None
    assert found.scenario_id == "easy"
    assert found.reason["en"] == "With other facts it is another call."


@pytest.mark.parametrize(("level", "expected"), [(4.0, 3), (2.5, 2), (0.5, 1)])
def test_the_difficulty_follows_the_recent_level(level: float, expected: int) -> None:
    cards = [a_score(day, "other", difficulty=2, calm=level) for day in range(ENOUGH)]
    found = suggest(cards, [a_scenario(f"d{n}", n, "calm") for n in range(1, 6)])
    assert found is not None
    assert found.difficulty == expected


def test_one_good_call_does_not_make_the_next_harder() -> None:
    found = suggest(
        [a_score(1, "other", difficulty=2, calm=4.0)], [a_scenario(f"d{n}", n, "calm") for n in range(1, 6)]
    )
    assert found is not None
    assert found.difficulty == 2


def test_an_empty_library_suggests_nothing() -> None:
    assert suggest([a_score(1)], ()) is None

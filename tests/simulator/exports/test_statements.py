"""Statements and answers: what is told, once, in order; what an answer means; how long to wait."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.exports.xapi.answers import LONGEST_WAIT, Answer, wait_after
from simulator.exports.xapi.statements import agrees, statement
from simulator.exports.xapi.told import Call, Told, anew
from simulator.figures import Figures, LevelFigures

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
BASE = "https://acuerdo.example.com"
CALL = Call(
    attempt="0b0c7b1e-4b0f-4a56-9d1c-1c5b1f6f3d11", trainee="p-1234", scenario="job_loss", scenario_version=3,
    title={"es": "Perdió el empleo"}, difficulty=2, language="es", country="MX", disposition="plan",
    began_at=AT, ended_at=AT + timedelta(minutes=7, seconds=3), closed_at=AT + timedelta(minutes=9),
)  # fmt: skip


def figures(total: float | None = 70.0, result: str = "passed", effective: float | None = None) -> Figures:
    level = LevelFigures(criterion="calm", level=3, score=2.8, effective_level=3, effective_score=2.8)
    return Figures(
        scorecard_id="c1", scored_at=AT, rubric="default", rubric_version=2, total=total, result="passed",
        effective_total=total if effective is None else effective, effective_result=result, levels=(level,),
    )  # fmt: skip


def test_a_passed_call_is_told_in_four_statements() -> None:
    told = anew(CALL, figures(), (), AT)
    assert [one.verb for one in told] == ["initialized", "completed", "scored", "passed"]
    assert [one.place for one in told] == [0, 1, 2, 3]
    made = [statement(one, BASE) for one in told]
    assert made[1]["result"] == {
        "completion": True, "duration": "PT423S", "extensions": {f"{BASE}/xapi/disposition": "plan"},
    }  # fmt: skip
    assert made[2]["result"]["score"] == {"scaled": 0.7, "raw": 70.0, "min": 0, "max": 100}
    assert made[3]["result"]["success"] is True
    assert made[0]["actor"]["account"] == {"homePage": BASE, "name": "p-1234"}
    assert {UUID(one["id"]).version for one in made} == {5}


@pytest.mark.parametrize(
    ("total", "result", "verbs"),
    [
        (40.0, "failed", ["initialized", "completed", "scored", "failed"]),
        (40.0, "review", ["initialized", "completed", "scored"]),
        (None, "not_assessed", ["initialized", "completed"]),
    ],
)
def test_what_nobody_decided_is_neither_passed_nor_failed(total: float | None, result: str, verbs: list[str]) -> None:
    assert [one.verb for one in anew(CALL, figures(total, result), (), AT)] == verbs


def test_a_review_is_told_with_both_figures_and_nothing_is_told_twice() -> None:
    before = anew(CALL, figures(), (), AT)
    assert anew(CALL, figures(), before, AT + timedelta(days=1)) == ()
    after = anew(CALL, figures(result="failed", effective=50.0), before, AT + timedelta(days=1))
    assert [(one.verb, one.edition) for one in after] == [("scored", 1), ("failed", 1)]
    shown = statement(after[0], BASE)["result"]["extensions"]
    assert (shown[f"{BASE}/xapi/program"]["total"], shown[f"{BASE}/xapi/person"]["total"]) == (70.0, 50.0)
    assert f"{BASE}/xapi/person" not in statement(before[2], BASE)["result"]["extensions"]


@given(st.lists(st.tuples(st.sampled_from([None, 10.0, 50.0, 90.0]), st.sampled_from(["passed", "failed", "review"]))))
def test_however_often_a_call_is_reviewed_no_id_and_no_place_comes_twice(reviews: list[tuple[float, str]]) -> None:
    told: tuple[Told, ...] = ()
    for total, result in reviews:
        more = anew(CALL, figures(total, result), told, AT)
        assert anew(CALL, figures(total, result), (*told, *more), AT) == ()
        told += more
    assert len({one.id for one in told}) == len(told)
    assert [one.place for one in told] == list(range(len(told)))
    assert sum(one.verb in ("initialized", "completed") for one in told) <= 2


@given(st.text(max_size=20), st.integers(1, 60))
def test_waiting_grows_up_to_an_hour_and_is_the_same_again(name: str, tries: int) -> None:
    wait = wait_after(name, tries)
    assert timedelta(seconds=5) <= wait <= LONGEST_WAIT
    assert wait == wait_after(name, tries)
    assert wait_after(name, tries + 3) > wait or tries > 6


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, "taken"), (204, "taken"), (0, "later"), (408, "later"), (429, "later"), (500, "later"), (503, "later"),
        (400, "refused"), (413, "refused"), (409, "differs"), (401, "stop"), (403, "stop"), (404, "stop"),
        (301, "stop"), (308, "stop"),
    ],
)  # fmt: skip
def test_what_an_answer_means(status: int, verdict: str) -> None:
    assert Answer(status=status).verdict == verdict


def test_the_words_of_an_answer_are_shown_short_and_on_one_line() -> None:
    shown = Answer(status=400, words="<p>\nactor\x00 is\twrong</p>" + "x" * 5000).shown
    assert shown.startswith("400 <p> actor is wrong</p>")
    assert len(shown) < 320


def test_a_store_may_add_and_write_instants_its_own_way_but_not_change() -> None:
    ours = statement(anew(CALL, figures(), (), AT)[2], BASE)
    theirs = ours | {
        "stored": "2026-11-24T00:00:00Z",
        "timestamp": "2026-11-23T16:00:00+01:00",
        "id": ours["id"].upper(),
    }
    assert agrees(ours, theirs)
    assert not agrees(ours, theirs | {"result": ours["result"] | {"score": {"raw": 71}}})
    assert not agrees(ours, {})
    assert not agrees(ours, [])

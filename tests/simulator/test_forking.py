"""A call tried differently: copied exactly, played on, scored, and no part of the progress."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.disposition import Disposition
from scenarios.load import parse_scenario
from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import NotNow
from simulator.comparing import compare, first_line
from simulator.forking import MOST, AssessedStays, NoSuchTurn, TooManyForks
from simulator.kept import Role
from simulator.practice import Practice
from simulator.progress import progress
from simulator.store import Store
from simulator.suggestion import suggest
from tests.fresh import fresh
from tests.simulator.branches import REPLIES, Clock, closed, finished, said, somebody, talked

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
HONEST = FollowUp(
    disposition=Disposition.NO_AGREEMENT, next_action="Volver a llamar", next_date=date(2026, 11, 30), owner="Ana",
    note="Se habló con la titular y no hubo acuerdo. Vuelve a llamar Ana el 30 de noviembre.",
)  # fmt: skip
OTHER = "Con razón está molesta. Cuénteme qué pasó, por favor."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@given(turn=st.integers(-2, 9), over=st.booleans())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_fork_holds_the_stored_turns_before_it_to_the_letter(
    practice: Practice, store: Store, turn: int, over: bool
) -> None:
    ana = somebody(store, "Ana")
    call = closed(practice, ana) if over else talked(practice, ana)
    turns = store.attempts.turns(call.id)
    if not 1 <= turn < len(turns):
        with pytest.raises(NoSuchTurn):
            practice.forks.start(ana, call.id, turn)
        return
    fork = practice.forks.start(ana, call.id, turn)
    assert store.attempts.turns(fork.id) == turns[:turn]
    assert (fork.phase, fork.next_number, fork.case) == ("talk", turn, call.case)
    assert (fork.forked_from, fork.forked_turn) == (call.id, turn)
    assert practice.open(ana, call.id) == call, "the call it parts from stays as it was"
    assert practice.open(ana, fork.id) == fork


def test_the_same_words_lead_where_the_first_call_went(practice: Practice, ana: Actor) -> None:
    call = closed(practice, ana)
    fork = practice.forks.start(ana, call.id, 2)
    again = said(practice, ana, fork, tuple(s.said.text for s in call.steps[2:4]))
    assert again.steps == call.steps[:4]


def test_a_fork_is_played_on_and_scored_and_never_enters_the_figures(
    practice: Practice, ana: Actor, store: Store
) -> None:
    call = closed(practice, ana)
    before = practice.record(ana).progress
    suggested, met = practice.suggestion(ana, "es"), practice.techniques(ana)
    fork = practice.forks.start(ana, call.id, 2)
    assert [a.id for a in practice.unfinished(ana)] == [fork.id]
    scored = finished(practice, ana, said(practice, ana, fork, (OTHER,)))
    assert scored.scorecard is not None
    assert practice.record(ana).progress == before
    assert practice.suggestion(ana, "es") == suggested
    assert practice.techniques(ana) == met
    assert [a.id for a in practice.recent(ana)] == [call.id]
    assert {a.id for a in practice.recent(ana, forks=True)} == {call.id, fork.id}
    assert [a.id for a in practice.forks.of(ana, call.id)] == [fork.id]
    figures = store.scorecards.of(ana.id)
    assert {f.attempt_id for f in figures} == {call.id}
    assert progress(figures) == before
    assert suggest(figures, ()) is None


def test_both_branches_side_by_side(practice: Practice, ana: Actor) -> None:
    call = closed(practice, ana)
    fork = practice.forks.start(ana, call.id, 2)
    open_yet = compare(call, fork)
    assert (open_yet.fork, open_yet.comparable, open_yet.mood["anger"][1]) == ((), False, None)
    fork = finished(practice, ana, said(practice, ana, fork, (OTHER,)))
    both = compare(call, fork)
    assert both.turn == 2
    assert both.heard == call.steps[1].words == fork.steps[1].words
    assert both.origin[0].said.text != both.fork[0].said.text == OTHER
    judged = [j.criterion for j in call.scorecard.judgements]  # type: ignore[union-attr]
    assert [c.criterion for c in both.criteria] == [c for c in judged if c != "documented_follow_up"]
    moved = fork.steps[2].state.anger - fork.steps[1].state.anger
    assert both.mood["anger"][1] == moved
    assert set(both.better) & set(both.worse) == set()
    assert first_line(call, 2) == 4, "hello, the first reply, its answer"


def test_the_note_is_left_out_of_the_comparison(practice: Practice, ana: Actor) -> None:
    call = talked(practice, ana)
    practice.end_talk(ana, call.id)
    call = practice.finish(ana, call.id, HONEST)
    fork = said(practice, ana, practice.forks.start(ana, call.id, 2), REPLIES[1:])
    practice.end_talk(ana, fork.id)
    fork = practice.finish(ana, fork.id, FollowUp())
    both = compare(call, fork, practice.rubric_of(call.scorecard))  # type: ignore[arg-type]
    assert (both.better, both.worse) == ((), ())
    assert both.talk[0] == both.talk[1]
    assert both.talk[0] is not None
    assert call.scorecard.total > fork.scorecard.total  # type: ignore[operator, union-attr]


def test_a_fork_of_a_fork_goes_with_the_call_it_came_from(practice: Practice, ana: Actor, store: Store) -> None:
    call = closed(practice, ana)
    fork = practice.forks.start(ana, call.id, 2)
    fork = said(practice, ana, fork, (OTHER,))
    deeper = practice.forks.start(ana, fork.id, 1)
    practice.delete_practice(ana, call.id)
    assert [store.attempts.get(one.id) for one in (call, fork, deeper)] == [None] * 3


def test_an_assessed_call_is_played_once(practice: Practice, ana: Actor) -> None:
    call = closed(practice, ana, mode="assessed")
    with pytest.raises(AssessedStays):
        practice.forks.start(ana, call.id, 1)
    with pytest.raises(NotAllowed):
        practice.delete_practice(ana, call.id)


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("mode", ["practice", "assessed"])
def test_nobody_tries_anothers_call_differently(
    practice: Practice, ana: Actor, store: Store, role: Role, mode: str
) -> None:
    call, other = talked(practice, ana, mode=mode), somebody(store, "Luis", role)
    with pytest.raises(NotAllowed):
        practice.forks.start(other, call.id, 1)
    with pytest.raises(NotAllowed):
        practice.forks.of(other, call.id)
    with pytest.raises(NotAllowed):
        practice.forks.start(other, "nothing", 1)


def test_what_might_have_been_is_no_contact_with_the_account(practice: Practice, ana: Actor) -> None:
    call = closed(practice, ana)
    fork = finished(practice, ana, practice.forks.start(ana, call.id, 1))
    assert fork.id not in {one.last.id for one in practice.contacts.waiting(ana)}
    with pytest.raises(NotNow):
        practice.contacts.go_on(ana, fork.id)
    then = practice.contacts.go_on(ana, call.id)
    with pytest.raises(NoSuchTurn):
        practice.forks.start(ana, then.id, 1)
    later = said(practice, ana, practice.begin_talk(ana, then.id), (OTHER,))
    second = practice.forks.start(ana, later.id, 1)
    assert (second.contact, second.earlier, second.thread) == (2, later.earlier, second.id)


def test_a_call_is_tried_differently_so_often_and_no_more(practice: Practice, ana: Actor) -> None:
    call = talked(practice, ana)
    for _ in range(MOST):
        practice.forks.start(ana, call.id, 1)
    with pytest.raises(TooManyForks):
        practice.forks.start(ana, call.id, 1)

"""Sitting beside: never silently, only where one may, and only as long as both sides let it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import StillTalking
from simulator.sharing import NoSuchCoach
from simulator.sitting_beside import Over, SittingBeside
from simulator.store import Store
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.assigned_calls import Floor
from tests.simulator.branches import REPLIES


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with Store.open(fresh(tmp_path)) as store:
        yield Floor(store)


@pytest.fixture
def beside(floor: Floor) -> SittingBeside:
    return SittingBeside(floor.store, floor.clock)


@pytest.fixture
def assessed(floor: Floor) -> AttemptView:
    one = floor.assign(floor.eva, floor.ana, mode="assessed")
    return floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0), REPLIES[:1])


@pytest.fixture
def practice(floor: Floor) -> AttemptView:
    return floor.talk(floor.ana, floor.practice.start(floor.ana, "short_call", "MX", "es", seed=7), REPLIES[:1])


def everybody_else(floor: Floor) -> list[Actor]:
    return [floor.luis, floor.olga, floor.person("Root", "administrator"), floor.person("Otro", "manager")]


def test_nothing_is_heard_before_one_sits_and_the_caller_sees_it_at_once(
    floor: Floor, beside: SittingBeside, assessed: AttemptView
) -> None:
    with pytest.raises(Over):
        beside.listen(floor.marta, assessed.id)
    assert beside.listeners(floor.ana, assessed.id) == ()
    beside.sit(floor.marta, assessed.id)
    (there,) = beside.listeners(floor.ana, assessed.id)
    assert (there.name, there.listening, there.invited) == ("Marta", True, False)
    heard = beside.listen(floor.marta, assessed.id)
    assert (heard.name, [s.said.text for s in heard.steps]) == ("Ana", ["", REPLIES[0]])
    floor.talk(floor.ana, assessed, REPLIES[1:2])
    assert beside.listen(floor.marta, assessed.id).steps[-1].said.text == REPLIES[1]


def test_a_running_call_of_another_is_read_in_no_other_way(floor: Floor, assessed: AttemptView) -> None:
    with pytest.raises(StillTalking):
        floor.practice.open(floor.eva, assessed.id)
    floor.close(floor.ana, assessed)
    assert floor.practice.open(floor.eva, assessed.id).phase == "closed"


def test_only_those_who_may_read_an_assessed_call_sit_beside_it(
    floor: Floor, beside: SittingBeside, assessed: AttemptView, practice: AttemptView
) -> None:
    for who in everybody_else(floor):
        for deed in (beside.sit, beside.listen, beside.leave):
            with pytest.raises(NotAllowed):
                deed(who, assessed.id)
    for who in (*everybody_else(floor), floor.eva, floor.marta):
        with pytest.raises(NotAllowed):
            beside.sit(who, practice.id)
    for nothing in (beside.sit, beside.listen):
        with pytest.raises(NotAllowed):
            nothing(floor.eva, "nothing")


def test_beside_practice_sits_who_was_asked_until_the_caller_ends_it(
    floor: Floor, beside: SittingBeside, practice: AttemptView
) -> None:
    seat = beside.invite(floor.ana, practice.id, floor.eva.id)
    assert beside.invite(floor.ana, practice.id, floor.eva.id).id == seat.id
    assert [(a.attempt_id, a.name) for a in beside.asked(floor.eva)] == [(practice.id, "Ana")]
    assert beside.asked(floor.marta) == ()
    assert [who.listening for who in beside.listeners(floor.ana, practice.id)] == [False]
    beside.sit(floor.eva, practice.id)
    assert beside.listen(floor.eva, practice.id).invited
    assert [who.listening for who in beside.listeners(floor.ana, practice.id)] == [True]
    for who in (floor.marta, floor.luis):
        with pytest.raises(NotAllowed):
            beside.listen(who, practice.id)
    beside.end(floor.ana, practice.id)
    assert beside.listeners(floor.ana, practice.id) == ()
    for deed in (beside.listen, beside.sit):
        with pytest.raises(Over):
            deed(floor.eva, practice.id)
    beside.leave(floor.eva, practice.id)
    with pytest.raises(NotAllowed):
        floor.practice.open(floor.eva, practice.id)


def test_only_the_caller_asks_somebody_in_and_only_a_coach(
    floor: Floor, beside: SittingBeside, practice: AttemptView, assessed: AttemptView
) -> None:
    for who in (floor.luis, floor.eva):
        with pytest.raises(NotAllowed):
            beside.invite(who, practice.id, floor.marta.id)
        with pytest.raises(NotAllowed):
            beside.end(who, practice.id)
        with pytest.raises(NotAllowed):
            beside.listeners(who, practice.id)
    for nobody in (floor.luis.id, floor.ana.id, "nobody"):
        with pytest.raises(NoSuchCoach):
            beside.invite(floor.ana, practice.id, nobody)
    with pytest.raises(NotAllowed):
        beside.invite(floor.ana, assessed.id, floor.eva.id)
    with pytest.raises(NotAllowed):
        beside.end(floor.ana, assessed.id)
    with pytest.raises(NotAllowed):
        beside.asked(floor.luis)


def test_who_went_without_a_word_is_soon_seen_as_gone(
    floor: Floor, beside: SittingBeside, assessed: AttemptView
) -> None:
    beside.sit(floor.eva, assessed.id)
    floor.clock.pass_(seconds=40)
    assert beside.listeners(floor.ana, assessed.id) == ()
    beside.listen(floor.eva, assessed.id)
    assert [who.name for who in beside.listeners(floor.ana, assessed.id)] == ["Eva"]
    beside.leave(floor.eva, assessed.id)
    assert beside.listeners(floor.ana, assessed.id) == ()
    beside.leave(floor.eva, assessed.id)


def test_with_the_call_the_listening_ends(
    floor: Floor, beside: SittingBeside, practice: AttemptView, assessed: AttemptView
) -> None:
    beside.invite(floor.ana, practice.id, floor.eva.id)
    beside.sit(floor.eva, practice.id)
    beside.sit(floor.eva, assessed.id)
    for view in (practice, assessed):
        floor.close(floor.ana, view)
    with pytest.raises(Over):
        beside.listen(floor.eva, practice.id)
    assert beside.listen(floor.eva, assessed.id).over
    with pytest.raises(Over):
        beside.sit(floor.eva, assessed.id)
    with pytest.raises(Over):
        beside.invite(floor.ana, practice.id, floor.marta.id)
    assert beside.asked(floor.eva) == ()


def test_each_sitting_is_in_the_audit_log(floor: Floor, beside: SittingBeside, practice: AttemptView) -> None:
    beside.invite(floor.ana, practice.id, floor.eva.id)
    beside.sit(floor.eva, practice.id)
    beside.sit(floor.eva, practice.id)
    beside.leave(floor.eva, practice.id)
    told = [(line.deed, line.actor) for line in floor.store.audit.lines() if line.deed.startswith("beside")]
    assert told == [
        ("beside_invited", floor.ana.id), ("beside_began", floor.eva.id), ("beside_ended", floor.eva.id),
    ]  # fmt: skip

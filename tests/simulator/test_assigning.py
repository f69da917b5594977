"""Assigning: for whom, until when, how far everybody is; who may; what people and scenarios do meanwhile."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.access.refusals import TooManyTries
from simulator.accounts import Actor, NotAllowed
from simulator.assign_refusals import (
    BadDates,
    CannotBegin,
    CodeNeeded,
    ExamNeedsEnd,
    NobodyChosen,
    NothingChosen,
    NotThere,
    Withdrawn,
)
from simulator.assigned import last_day, seed_for
from simulator.assignment_view import Overview
from simulator.catalogue import NoSuchScenario
from simulator.person_data import PersonData
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.assigned_calls import Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with Store.open(fresh(tmp_path)) as store:
        yield Floor(store)


def names(overview: Overview) -> list[str]:
    return [one.name for one in overview.people]


def test_a_cohort_gets_it_with_whoever_joins_and_without_whoever_leaves(floor: Floor) -> None:
    one = floor.assign(floor.marta, cohorts=frozenset({"early"}))
    assert names(floor.assigning.open(floor.marta, one)) == ["Ana", "Luis"]
    assert [m.assignment.id for m in floor.todo.mine(floor.ana)] == [one]
    assert floor.todo.mine(floor.olga) == ()
    floor.place(floor.olga, "early")
    assert [m.assignment.id for m in floor.todo.mine(floor.olga)] == [one]
    floor.place(floor.luis, "late")
    assert floor.todo.mine(floor.luis) == ()
    assert names(floor.assigning.open(floor.eva, one)) == ["Ana", "Olga"]


def test_who_left_with_a_call_begun_finishes_it_and_is_still_listed(floor: Floor) -> None:
    one = floor.assign(floor.eva, cohorts=frozenset({"early"}))
    begun = floor.talk(floor.luis, floor.todo.start(floor.luis, one, 0))
    floor.place(floor.luis, "late")
    assert [m.assignment.id for m in floor.todo.mine(floor.luis)] == [one]
    floor.close(floor.luis, begun)
    luis = next(p for p in floor.assigning.open(floor.eva, one).people if p.name == "Luis")
    assert (luis.here, luis.standing.complete) == (False, True)


def test_a_manager_assigns_only_to_those_they_lead_and_sees_nobody_else(floor: Floor) -> None:
    assert {p.name for p in floor.assigning.choices(floor.marta).people} == {"Ana", "Luis"}
    assert [c.id for c in floor.assigning.choices(floor.marta).cohorts] == ["early"]
    for wanted in (
        floor.wanted(floor.olga),
        floor.wanted(cohorts=frozenset({"late"})),
        floor.wanted(people=frozenset({"x"})),
    ):
        with pytest.raises(NotAllowed):
            floor.assigning.assign(floor.marta, wanted)
    both = floor.assign(floor.eva, floor.olga, cohorts=frozenset({"early"}))
    assert names(floor.assigning.open(floor.marta, both)) == ["Ana", "Luis"]
    others = floor.assign(floor.eva, floor.olga)
    with pytest.raises(NotAllowed):
        floor.assigning.open(floor.marta, others)
    assert [o.assignment.id for o in floor.assigning.all(floor.marta)] == [both]
    assert [o.assignment.id for o in floor.assigning.all(floor.eva)] == [others, both]


def test_only_trainers_and_whoever_made_it_change_it(floor: Floor) -> None:
    hers = floor.assign(floor.eva, cohorts=frozenset({"early"}))
    deeds: tuple[Callable[[Actor], object], ...] = (
        lambda who: floor.assigning.change_due(who, hers, None),
        lambda who: floor.assigning.renew_code(who, hers),
        lambda who: floor.assigning.withdraw(who, hers),
    )
    for who in (floor.marta, floor.ana, floor.person("Root", "administrator")):
        for deed in deeds:
            with pytest.raises(NotAllowed):
                deed(who)
    assert not floor.assigning.open(floor.marta, hers).mine
    for deed in deeds:
        deed(floor.person("Otra", "trainer"))
    with pytest.raises(Withdrawn):
        deeds[0](floor.eva)


@pytest.mark.parametrize("role", ["trainee", "administrator"])
def test_nobody_else_assigns_or_looks(floor: Floor, role: str) -> None:
    who, one = floor.person("Nadie", role), floor.assign(floor.eva, floor.ana)  # type: ignore[arg-type]
    for deed in (
        lambda: floor.assigning.choices(who),
        lambda: floor.assigning.all(who),
        lambda: floor.assigning.open(who, one),
        lambda: floor.assigning.again(who, one),
        lambda: floor.assigning.preview(who, floor.wanted(floor.ana)),
        lambda: floor.assigning.assign(who, floor.wanted(floor.ana)),
        lambda: floor.fairness.flags(who, one),
        lambda: floor.todo.start(who, one, 0),
        lambda: floor.todo.one(who, one),
    ):
        with pytest.raises(NotAllowed):
            deed()
    with pytest.raises(NotAllowed):
        floor.assigning.open(floor.eva, "nothing")


def test_what_cannot_be_assigned_is_refused_in_words(floor: Floor) -> None:
    today = floor.clock.at.date()
    for refused, more in (
        (NothingChosen, {"scenarios": ()}),
        (NobodyChosen, {"people": frozenset()}),
        (NotThere, {"country": "PE"}),
        (NoSuchScenario, {"scenarios": ("nothing",)}),
        (BadDates, {"due_on": today - timedelta(days=1)}),
        (BadDates, {"opens_on": today + timedelta(days=5), "due_on": today + timedelta(days=4)}),
        (BadDates, {"due_on": today.replace(year=9999)}),
        (ExamNeedsEnd, {"exam": True, "mode": "assessed"}),
        (ExamNeedsEnd, {"exam": True, "due_on": today + timedelta(days=4)}),
    ):
        with pytest.raises(refused):  # type: ignore[arg-type]
            floor.assigning.assign(floor.eva, floor.wanted(floor.ana, **more))
    assert floor.store.assignments.all() == ()


def test_the_preview_says_who_gets_what_and_until_when(floor: Floor) -> None:
    due = floor.clock.at.date() + timedelta(days=3)
    wanted = floor.wanted(floor.olga, cohorts=frozenset({"early"}), due_on=due, path=True,
                          scenarios=("short_call", "other_call"))  # fmt: skip
    preview = floor.assigning.preview(floor.eva, wanted)
    assert preview.names == ("Ana", "Luis", "Olga")
    assert [task.needs for task in preview.tasks] == [(), (0,)]
    assert preview.zone == "America/Mexico_City"
    assert preview.due_at == datetime(2026, 11, 27, 6, tzinfo=UTC), "midnight in Mexico City"
    assert floor.store.assignments.all() == ()


def test_the_last_day_is_told_in_the_cohorts_own_zone(floor: Floor) -> None:
    due = floor.clock.at.date() + timedelta(days=3)
    one, _ = floor.assigning.assign(floor.eva, floor.wanted(cohorts=frozenset({"early"}), due_on=due))
    assert last_day(one, floor.clock()) == due
    assert last_day(one, datetime(2026, 11, 23, tzinfo=UTC)) == due


def test_of_practice_others_learn_only_that_it_was_done(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana)
    begun = floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0))
    before = floor.assigning.open(floor.eva, one)
    floor.close(floor.ana, begun)
    after = floor.assigning.open(floor.eva, one)
    assert begun.id not in before.model_dump_json() + after.model_dump_json()
    assert before.people[0].standing.done == 0
    assert (after.done, after.people[0].results) == (1, ())
    floor.practice.delete_practice(floor.ana, begun.id)
    assert floor.assigning.open(floor.eva, one).done == 1, "deleted practice stays done"


def test_an_assessed_call_is_told_with_its_result(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, mode="assessed")
    made = floor.do(floor.ana, one)
    assert made.mode == "assessed"
    (result,) = floor.assigning.open(floor.eva, one).people[0].results
    assert made.scorecard is not None
    assert (result.attempt_id, result.total, result.result) == (made.id, made.scorecard.total, made.scorecard.result)
    assert floor.practice.open(floor.eva, made.id).scorecard == made.scorecard


def test_a_task_is_begun_once_gone_on_with_and_begun_again_as_often_as_allowed(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, mode="assessed", attempts=2)
    first = floor.todo.start(floor.ana, one, 0)
    assert floor.todo.start(floor.ana, one, 0).id == first.id
    floor.close(floor.ana, floor.talk(floor.ana, first))
    second = floor.do(floor.ana, one)
    assert second.seed != first.seed, "another case"
    with pytest.raises(CannotBegin, match="used the attempts"):
        floor.todo.start(floor.ana, one, 0)
    for nonsense in (-1, 1, 99):
        with pytest.raises(NotAllowed):
            floor.todo.start(floor.ana, one, nonsense)


def test_the_same_case_for_all_or_one_for_each(floor: Floor) -> None:
    for same in (True, False):
        one = floor.assign(floor.eva, floor.ana, floor.luis, same_case=same)
        seeds = {floor.todo.start(who, one, 0).seed for who in (floor.ana, floor.luis)}
        assert len(seeds) == (1 if same else 2)
    kept = floor.store.assignments.get(one)
    assert kept is not None
    assert seed_for(kept, floor.ana.id, 0, 1) in seeds


def test_a_path_is_walked_in_order(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, scenarios=("short_call", "other_call"), path=True)
    with pytest.raises(CannotBegin, match="what comes before"):
        floor.todo.start(floor.ana, one, 1)
    floor.do(floor.ana, one)
    (mine,) = floor.todo.mine(floor.ana)
    assert (mine.standing.done, mine.standing.next and mine.standing.next.number) == (1, 1)
    floor.do(floor.ana, one, 1)
    assert floor.todo.mine(floor.ana)[0].standing.complete


def test_it_opens_on_its_day_and_is_late_after_the_last(floor: Floor) -> None:
    today = floor.clock.at.date()
    one = floor.assign(floor.eva, floor.ana, opens_on=today + timedelta(days=1), due_on=today + timedelta(days=2))
    with pytest.raises(CannotBegin, match="not opened"):
        floor.todo.start(floor.ana, one, 0)
    floor.clock.pass_(days=4)
    assert floor.assigning.open(floor.eva, one).late == 1
    floor.do(floor.ana, one)
    overview = floor.assigning.open(floor.eva, one)
    assert (overview.late, overview.done, overview.people[0].standing.late) == (0, 1, True)
    floor.clock.pass_(days=8)
    assert floor.todo.mine(floor.ana) == ()


def test_withdrawn_nobody_is_asked_and_a_call_begun_is_finished(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, floor.luis, mode="assessed")
    begun = floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0))
    floor.assigning.withdraw(floor.eva, one)
    assert floor.todo.mine(floor.luis) == ()
    with pytest.raises(CannotBegin, match="withdrawn"):
        floor.todo.start(floor.luis, one, 0)
    assert floor.todo.start(floor.ana, one, 0).id == begun.id
    floor.close(floor.ana, begun)
    assert floor.todo.mine(floor.ana) == ()
    ana = next(p for p in floor.assigning.open(floor.eva, one).people if p.name == "Ana")
    assert ana.results[0].closed


def test_a_due_date_moves_and_it_is_assigned_again(floor: Floor) -> None:
    today = floor.clock.at.date()
    one = floor.assign(floor.eva, floor.ana, due_on=today, title="Lunes")
    changed = floor.assigning.change_due(floor.eva, one, today + timedelta(days=9))
    assert last_day(changed, floor.clock()) == today + timedelta(days=9)
    for bad in (today - timedelta(days=1), today.replace(year=9999)):
        with pytest.raises(BadDates):
            floor.assigning.change_due(floor.eva, one, bad)
    again = floor.assigning.again(floor.eva, one)
    assert (again.title, again.people, again.due_on) == ("Lunes", frozenset({floor.ana.id}), None)
    made, _ = floor.assigning.assign(floor.eva, again)
    assert made.seed != changed.seed


def test_a_scenario_that_is_gone_is_asked_of_nobody(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, scenarios=("short_call", "other_call"), path=True)
    floor.shelf = floor.shelf[1:]
    with pytest.raises(CannotBegin, match="no longer in the library"):
        floor.todo.start(floor.ana, one, 0)
    floor.do(floor.ana, one, 1)
    assert floor.assigning.open(floor.eva, one).done == 1


def test_an_erased_person_is_in_no_list_and_what_they_assigned_stays(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, floor.luis, mode="assessed")
    floor.do(floor.ana, one)
    data = PersonData(floor.store, floor.clock)
    data.erase(None, floor.ana.id)
    assert names(floor.assigning.open(floor.eva, one)) == ["Luis"]
    data.erase(None, floor.eva.id)
    (mine,) = floor.todo.mine(floor.luis)
    assert (mine.assignment.by_id, mine.by_name) == (None, "")
    assert floor.todo.start(floor.luis, one, 0).mode == "assessed"


def test_the_invigilators_code_is_asked_once_and_cannot_be_guessed(floor: Floor) -> None:
    assignment, code = floor.assigning.assign(
        floor.eva, floor.wanted(floor.ana, floor.luis, mode="assessed", code=True)
    )
    assert code not in assignment.model_dump_json()
    for wrong in ("", "  ", "AAAAAA", "x" * 500):
        with pytest.raises(CodeNeeded):
            floor.todo.start(floor.ana, assignment.id, 0, wrong)
    begun = floor.todo.start(floor.ana, assignment.id, 0, f" {code.lower()} ")
    assert floor.todo.start(floor.ana, assignment.id, 0).id == begun.id, "one that is open is gone on with"
    new = floor.assigning.renew_code(floor.eva, assignment.id)
    with pytest.raises(CodeNeeded):
        floor.todo.start(floor.luis, assignment.id, 0, code)
    with pytest.raises(TooManyTries):
        for _ in range(20):
            with pytest.raises(CodeNeeded):
                floor.todo.start(floor.luis, assignment.id, 0, "BBBBBB")
    with pytest.raises(TooManyTries):
        floor.todo.start(floor.luis, assignment.id, 0, new)


def test_every_act_is_in_the_audit_log(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana)
    floor.assigning.change_due(floor.eva, one, None)
    floor.assigning.withdraw(floor.eva, one)
    told = [
        (line.deed, line.actor, line.target) for line in floor.store.audit.lines() if line.deed.startswith("assign")
    ]
    assert told == [(deed, floor.eva.id, one) for deed in ("assigned", "assignment_changed", "assignment_withdrawn")]

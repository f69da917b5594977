"""Assignments, what is made for them, and who sits beside a call, in a database of each engine."""

from datetime import timedelta

import pytest
from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from simulator.access.kept import Cohort, Membership
from simulator.assigned import Assignment, Day, Done, Task
from simulator.kept import Profile
from simulator.seats import Seat
from simulator.store import Conflict, Store

ONE = Assignment(
    id="one", by_id="ana", title="Lunes 🌞",
    tasks=(Task(scenario="job_loss", mode="assessed"), Task(scenario="crying")),
    days=(Day(day=1, title={"es": "Llegar"}),), country="MX", language="es", seed=2**31 - 1, opens_at=NOW,
    due_at=NOW + timedelta(days=2), created_at=NOW,
)  # fmt: skip


@pytest.fixture
def floor(store: Store, ana: Profile) -> Store:
    """Ana, Luis and Olga; Luis learns in a cohort."""
    for name in ("luis", "olga"):
        store.profiles.add(ana.model_copy(update={"id": name, "name": name.title()}))
    store.cohorts.add(Cohort(id="early", name="Early"))
    store.cohorts.place("luis", (Membership(cohort_id="early", profile_id="luis", place="trainee"),))
    store.assignments.add(ONE, {"olga"}, {"early"})
    return store


def test_it_comes_back_as_it_was_given_to_whom_it_is_for(floor: Store) -> None:
    assert floor.assignments.get("one") == ONE
    assert floor.assignments.all() == (ONE,)
    assert [len(floor.assignments.of(who)) for who in ("ana", "luis", "olga")] == [0, 1, 1]
    assert floor.assignments.targets("one") == (frozenset({"olga"}), frozenset({"early"}))
    assert floor.assignments.members("one") == {"luis", "olga"}
    floor.cohorts.place("luis", ())
    assert floor.assignments.of("luis") == ()
    for people, cohorts in (({"nobody"}, set[str]()), (set[str](), {"nothing"})):
        with pytest.raises(Conflict):
            floor.assignments.add(ONE.model_copy(update={"id": "two"}), people, cohorts)
    assert floor.assignments.all() == (ONE,), "nothing was half kept"


def test_changes_are_kept_and_of_nothing_refused(floor: Store) -> None:
    floor.assignments.change("one", due_at=None, code_fingerprint="x")
    kept = floor.assignments.get("one")
    assert kept == ONE.model_copy(update={"due_at": None, "code_fingerprint": "x"})
    with pytest.raises(Conflict):
        floor.assignments.change("nothing", due_at=None)


def test_an_attempt_of_a_task_stands_once_and_with_the_figures_in_force(floor: Store) -> None:
    given = {"assignment_id": "one", "task": 0, "task_try": 1, "mode": "assessed", "rules": "r"}
    floor.attempts.add(an_attempt("a1", "olga", **given))
    with pytest.raises(Conflict):
        floor.attempts.add(an_attempt("a2", "olga", **given))
    floor.attempts.add(an_attempt("a3", "luis", **given))
    floor.attempts.add(an_attempt("a4", "olga"))
    floor.attempts.add(an_attempt("a5", "olga"))
    made = floor.attempts.get("a1")
    assert made is not None
    turn = a_turn(0).model_copy(update={"pasted": 41})
    floor.attempts.save(made.model_copy(update={"phase": "closed", "closed_at": NOW}), turn, a_scorecard())
    (olga,) = floor.assignments.made(["one"], "olga")
    assert (olga.attempt_id, olga.task, olga.number, olga.phase) == ("a1", 0, 1, "closed")
    assert olga.total == a_scorecard().total
    assert {m.owner_id for m in floor.assignments.made(["one"])} == {"olga", "luis"}
    assert floor.assignments.replies("one") == (("a1", 0, "Buenas tardes 👋", 41),)
    assert floor.attempts.turns("a1") == (turn,)


def test_what_is_done_is_noted_once(floor: Store) -> None:
    for at in (NOW, NOW + timedelta(days=1)):
        floor.assignments.finish(Done(assignment_id="one", profile_id="olga", task=1, done_at=at))
    (done,) = floor.assignments.done(["one"], "olga")
    assert done.done_at == NOW
    assert floor.assignments.done(["one"], "luis") == ()


def test_the_calls_of_a_certificate_are_found_with_creditor_and_gates(floor: Store) -> None:
    case = {"creditor": {"name": "Banco Ñ"}}
    for name, mode in (("a1", "assessed"), ("a2", "practice")):
        made = an_attempt(name, "olga", mode=mode, case=case, rules="r")
        floor.attempts.add(made)
        floor.attempts.save(made.model_copy(update={"phase": "closed", "closed_at": NOW}), None, a_scorecard())
    (sitting,) = floor.sittings.of(["olga", "luis"])
    assert (sitting.attempt_id, sitting.creditor, sitting.rules) == ("a1", "Banco Ñ", "r")
    assert sitting.breach == any(gate.status == "breach" for gate in a_scorecard().gates)
    assert not sitting.seen_before


def test_a_case_is_seen_before_where_any_earlier_call_was_of_it(floor: Store) -> None:
    for name, mode, owner, days, seed in (
        ("p1", "practice", "olga", 0, 7), ("a1", "assessed", "olga", 1, 7), ("a2", "assessed", "olga", 2, 8),
        ("a3", "assessed", "luis", 3, 7),
    ):  # fmt: skip
        at = NOW + timedelta(days=days)
        made = an_attempt(name, owner, mode=mode, seed=seed, created_at=at)
        floor.attempts.add(made)
        floor.attempts.save(made.model_copy(update={"phase": "closed", "closed_at": at}), None, a_scorecard())
    found = floor.sittings.of(["olga", "luis"])
    assert {one.attempt_id: one.seen_before for one in found} == {"a1": True, "a2": False, "a3": False}


def test_seats_stand_until_they_end(floor: Store) -> None:
    floor.attempts.add(an_attempt("a1", "olga"))
    seat = Seat(id="s1", attempt_id="a1", coach_id="ana", invited=True, asked_at=NOW)
    floor.beside.add(seat)
    assert floor.beside.at("a1") == floor.beside.for_coach("ana") == (seat,)
    floor.beside.mark("s1", began_at=NOW, seen_at=NOW)
    assert floor.beside.at("a1")[0].listens(NOW + timedelta(seconds=5))
    floor.beside.mark("s1", ended_at=NOW)
    assert floor.beside.at("a1") == ()


def test_erased_people_are_in_no_list_and_mentioned_nowhere(floor: Store) -> None:
    floor.assignments.finish(Done(assignment_id="one", profile_id="olga", task=1, done_at=NOW))
    floor.people.erase("olga")
    floor.people.erase("ana")
    kept = floor.assignments.get("one")
    assert kept is not None
    assert kept.by_id is None
    assert floor.assignments.members("one") == {"luis"}
    assert floor.assignments.done(["one"]) == ()

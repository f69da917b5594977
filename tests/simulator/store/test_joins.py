"""Two records of one person made one, on both engines."""

import pytest
from stored_examples import NOW, a_turn, an_attempt

from simulator.access.kept import Account, Cohort, Membership
from simulator.assigned import Assignment, Task
from simulator.kept import Profile
from simulator.store import Conflict, Store

ONE = Assignment(
    id="one", by_id=None, tasks=(Task(scenario="job_loss"),), country="MX", language="es", seed=7, opens_at=NOW,
    created_at=NOW,
)  # fmt: skip


@pytest.fixture
def twice(store: Store, ana: Profile) -> Store:
    store.accounts.open_for(Account(profile_id="ana", created_at=NOW))
    zoe = ana.model_copy(update={"id": "zoe", "name": "Zoe"})
    store.accounts.add(zoe, Account(profile_id="zoe", created_at=NOW))
    for name in ("north", "south"):
        store.cohorts.add(Cohort(id=name, name=name))
    return store


def test_what_hangs_on_the_one_hangs_on_the_other_and_a_place_of_both_is_one(twice: Store) -> None:
    twice.attempts.add(an_attempt("a1", owner_id="zoe"), [a_turn(0)])
    both = Membership(cohort_id="north", profile_id="ana", place="manager")
    twice.cohorts.place("ana", (both,))
    learns = [Membership(cohort_id=name, profile_id="zoe", place="trainee") for name in ("north", "south")]
    twice.cohorts.place("zoe", tuple(learns))
    twice.joins.join("ana", "zoe")
    attempt = twice.attempts.get("a1")
    assert attempt is not None
    assert attempt.owner_id == "ana"
    assert len(twice.attempts.turns("a1")) == 1
    assert set(twice.cohorts.memberships()) == {both, learns[1].model_copy(update={"profile_id": "ana"})}
    assert [one.id for one in twice.profiles.all()] == ["ana"]
    assert [one.profile_id for one in twice.accounts.all()] == ["ana"]


def test_the_same_try_of_the_same_task_is_not_mixed_and_nothing_changes(twice: Store) -> None:
    twice.assignments.add(ONE, {"ana", "zoe"}, set())
    for name, owner in (("a1", "ana"), ("a2", "zoe")):
        twice.attempts.add(an_attempt(name, owner_id=owner, assignment_id="one", task=0, task_try=1))
    with pytest.raises(Conflict):
        twice.joins.join("ana", "zoe")
    assert {one.id for one in twice.profiles.all()} == {"ana", "zoe"}
    assert twice.assignments.targets("one")[0] == {"ana", "zoe"}
    assert [one.owner_id for one in map(twice.attempts.get, ("a1", "a2")) if one] == ["ana", "zoe"]

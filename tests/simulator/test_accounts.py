"""The whole table of who may do what, spelled out here by hand a second time."""

from itertools import product
from typing import get_args

import pytest

from scenarios.values import Frozen
from simulator.accounts import Action, Actor, NotAllowed, Relation, may, relation, require
from simulator.kept import Mode, Role


class Thing(Frozen):
    owner_id: str
    mode: Mode


OBJECTS = {
    Relation.OWN_PRACTICE: Thing(owner_id="me", mode="practice"),
    Relation.OWN_ASSESSED: Thing(owner_id="me", mode="assessed"),
    Relation.FOREIGN_PRACTICE: Thing(owner_id="other", mode="practice"),
    Relation.OWN_COHORT_ASSESSED: Thing(owner_id="led", mode="assessed"),
    Relation.FOREIGN_ASSESSED: Thing(owner_id="other", mode="assessed"),
    Relation.NONE: None,
}

# One letter a role that may: t(rainee), r (trainer), m(anager), a(dministrator).
# Columns: own practice, own assessed, foreign practice, assessed of a cohort one leads, foreign assessed, none.
EXPECTED = """
start_practice         -     -     -  -   -  trma
start_assessed         -     -     -  -   -  trma
continue_attempt       trma  trma  -  -   -  -
read_attempt           trma  trma  -  rm  r  -
read_score             trma  trma  -  rm  r  -
delete_practice        trma  -     -  -   -  -
take_hint              trma  -     -  -   -  -
fork_attempt           trma  -     -  -   -  -
share_practice         trma  -     -  -   -  -
receive_shares         -     -     -  -   -  rma
contest_score          trma  trma  -  -   -  -
export_own_data        -     -     -  -   -  trma
review_attempt         -     -     -  rm  r  -
see_own_progress       -     -     -  -   -  trma
see_team_progress      -     -     -  -   -  rm
coach                  -     -     -  rm  r  -
export_cohort          -     -     -  -   -  rm
assign                 -     -     -  -   -  rm
invite_beside          trma  -     -  -   -  -
sit_beside             -     -     -  rm  r  -
write_scenarios        -     -     -  -   -  r
write_rubrics          -     -     -  -   -  r
manage_profiles        -     -     -  -   -  a
change_installation    -     -     -  -   -  a
change_own_password    -     -     -  -   -  trma
end_own_sessions       -     -     -  -   -  trma
calibrate              -     -     -  -   -  r
rate_blind             -     -     -  -   -  rm
"""
LETTERS = {"trainee": "t", "trainer": "r", "manager": "m", "administrator": "a"}
ROWS = {line.split()[0]: dict(zip(Relation, line.split()[1:], strict=True)) for line in EXPECTED.strip().splitlines()}


def _actor(role: Role) -> Actor:
    return Actor(id="me", role=role, name="Yo", leads=frozenset({"led"}))


def test_the_table_here_has_every_action_and_every_role() -> None:
    assert set(ROWS) == {action.value for action in Action}
    assert set(LETTERS) == set(get_args(Role))


@pytest.mark.parametrize(("role", "action", "to"), [*product(get_args(Role), Action, Relation)])
def test_each_cell_of_the_table(role: Role, action: Action, to: Relation) -> None:
    assert relation(_actor(role), OBJECTS[to]) == to
    allowed = LETTERS[role] in ROWS[action.value][to]
    assert may(_actor(role), action, OBJECTS[to]) == allowed
    if allowed:
        require(_actor(role), action, OBJECTS[to])
    else:
        with pytest.raises(NotAllowed):
            require(_actor(role), action, OBJECTS[to])


@pytest.mark.parametrize(("role", "action"), [*product(get_args(Role), Action)])
def test_nobody_does_anything_with_anothers_practice(role: Role, action: Action) -> None:
    assert not may(_actor(role), action, OBJECTS[Relation.FOREIGN_PRACTICE])


@pytest.mark.parametrize("role", get_args(Role))
def test_practice_of_a_trainee_one_leads_is_as_foreign_as_any(role: Role) -> None:
    assert relation(_actor(role), Thing(owner_id="led", mode="practice")) == Relation.FOREIGN_PRACTICE


def test_an_attempt_that_does_not_exist_is_refused_in_the_words_of_a_foreign_one() -> None:
    refusals = []
    for thing in (None, OBJECTS[Relation.FOREIGN_PRACTICE]):
        with pytest.raises(NotAllowed) as refusal:
            require(_actor("manager"), Action.READ_ATTEMPT, thing)
        refusals.append(refusal.value.texts)
    assert refusals[0] == refusals[1]

"""People and cohorts: arranged by administrators, and nothing of anybody's calls with it."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from simulator.access.kept import Cohort, Membership
from simulator.access.people import SHELL
from simulator.access.refusals import CohortStands, LastAdministrator, NoSuchCohort, NoSuchPerson
from simulator.accounts import Action, Actor, NotAllowed, may, relation
from simulator.kept import Attempt
from simulator.practice import Practice
from tests.simulator.access.conftest import PASSWORD, Floor


def cohort(floor: Floor, name: str = "Mañana 1") -> Cohort:
    return floor.people.add_cohort(SHELL, Cohort(id=str(uuid4()), name=name))


ACTS: dict[str, Callable[[Floor, Actor, str], object]] = {
    "all": lambda f, a, p: f.people.all(a),
    "one": lambda f, a, p: f.people.one(a, p),
    "add": lambda f, a, p: f.people.add(a, "Nadie", "administrator"),
    "set_role": lambda f, a, p: f.people.set_role(a, p, "administrator"),
    "set_team": lambda f, a, p: f.people.set_team(a, p, "x"),
    "disable": lambda f, a, p: f.people.disable(a, p),
    "enable": lambda f, a, p: f.people.enable(a, p),
    "place": lambda f, a, p: f.people.place(a, p, ()),
    "cohorts": lambda f, a, p: f.people.cohorts(a),
    "add_cohort": lambda f, a, p: f.people.add_cohort(a, Cohort(id="c", name="C")),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_asks_for_leave(floor: Floor, act: str) -> None:
    trainee, manager, trainer = floor.hire("Ana"), floor.hire("Luis", "manager"), floor.hire("Rosa", "trainer")
    for actor in (trainee, manager, trainer):
        with pytest.raises(NotAllowed):
            ACTS[act](floor, actor, actor.id)
    before = len(floor.audited)
    ACTS[act](floor, floor.hire("Eva", "administrator"), trainee.id)
    assert len(floor.audited) >= before


@pytest.mark.parametrize("act", ["one", "set_role", "disable", "enable", "place"])
def test_somebody_who_is_not_here_is_said_so(floor: Floor, act: str) -> None:
    with pytest.raises(NoSuchPerson):
        ACTS[act](floor, SHELL, "nobody")


def test_the_last_administrator_can_neither_be_shut_out_nor_given_another_role(floor: Floor) -> None:
    eva = floor.hire("Eva", "administrator")
    floor.people.add(SHELL, "Invited only", "administrator")
    with pytest.raises(LastAdministrator):
        floor.people.disable(eva, eva.id)
    with pytest.raises(LastAdministrator):
        floor.people.set_role(eva, eva.id, "trainee")
    floor.hire("Luis", "administrator")
    floor.people.set_role(eva, eva.id, "trainee")
    assert floor.profiles.actor(eva.id).role == "trainee"


def test_a_role_taken_away_is_gone_at_the_next_click(floor: Floor) -> None:
    floor.hire("Luis", "administrator")
    eva = floor.hire("Eva", "administrator")
    token = floor.signing_in.enter("eva", PASSWORD)
    floor.people.set_role(SHELL, eva.id, "trainee")
    who = floor.sessions.who(token)
    assert who is not None
    assert not may(floor.profiles.actor(who.id), Action.MANAGE_PROFILES)


def test_whoever_is_let_in_again_has_the_password_they_had(floor: Floor) -> None:
    ana = floor.hire("Ana")
    floor.people.disable(SHELL, ana.id)
    floor.people.enable(SHELL, ana.id)
    assert floor.signing_in.enter("ana", PASSWORD)


def test_a_cohort_s_name_stands_once_and_nobody_is_put_into_one_that_is_not_there(floor: Floor) -> None:
    group, ana = cohort(floor), floor.hire("Ana")
    with pytest.raises(CohortStands):
        cohort(floor, "MAÑANA  1")
    with pytest.raises(NoSuchCohort):
        floor.people.place(SHELL, ana.id, (Membership(cohort_id="gone", profile_id=ana.id, place="trainee"),))
    with pytest.raises(NoSuchCohort):
        floor.people.place(SHELL, ana.id, (Membership(cohort_id=group.id, profile_id="luis", place="manager"),))


def test_a_manager_sees_assessed_calls_of_own_cohorts_and_of_no_other(floor: Floor) -> None:
    mine, other = cohort(floor), cohort(floor, "Tarde 2")
    ana, rosa, luis = floor.hire("Ana"), floor.hire("Rosa"), floor.hire("Luis", "manager")
    for person, group, place in ((ana, mine, "trainee"), (rosa, other, "trainee"), (luis, mine, "manager")):
        floor.people.place(SHELL, person.id, (Membership(cohort_id=group.id, profile_id=person.id, place=place),))  # type: ignore[arg-type]
    luis = floor.profiles.actor(luis.id)
    practice = Practice(floor.store, floor.clock)
    called = {
        (who.name, mode): practice.start(who, "job_loss", "MX", "es", seed=7, mode=mode).id  # type: ignore[arg-type]
        for who in (ana, rosa) for mode in ("practice", "assessed")
    }  # fmt: skip
    assert practice.open(luis, called["Ana", "assessed"]).phase == "prepare"
    for hidden in (("Ana", "practice"), ("Rosa", "practice"), ("Rosa", "assessed")):
        with pytest.raises(NotAllowed):
            practice.open(luis, called[hidden])


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager", "administrator"])
def test_an_address_of_anothers_practice_opens_for_nobody_and_says_what_a_made_up_one_says(
    floor: Floor, role: str
) -> None:
    practice, ana = Practice(floor.store, floor.clock), floor.hire("Ana")
    theirs = practice.start(ana, "job_loss", "MX", "es", seed=7)
    other = floor.hire("Luis", role)  # type: ignore[arg-type]
    words = []
    for guessed in (theirs.id, str(uuid4()), "", "' OR 1=1 --"):
        for ask in (practice.open, practice.scorecards, practice.begin_talk, practice.delete_practice):
            with pytest.raises(NotAllowed) as refusal:
                ask(other, guessed)  # type: ignore[operator]
            words.append(refusal.value.in_language("es"))
    assert len(set(words)) == 1
    attempt = floor.store.attempts.get(theirs.id)
    assert isinstance(attempt, Attempt)
    assert relation(other, attempt) == "foreign_practice"

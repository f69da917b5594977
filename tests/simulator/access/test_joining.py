"""Two records of one person made one, and what is refused so that nobody comes by what is somebody else's."""

import pytest

from scenarios.values import Language
from simulator.access.claims import Claimed, ClaimMapping
from simulator.access.joining import Joining
from simulator.access.people import SHELL
from simulator.access.refusals import CannotJoin, LastAdministrator, NotJoinedByOneself, SharedWork, ShutFirst, ShutOut
from simulator.access.single_sign_on import SingleSignOn
from simulator.accounts import Actor, NotAllowed
from simulator.drills.tries import DrillTry
from simulator.kept import Role
from simulator.practice import Practice
from tests.simulator.access.conftest import Floor

ISSUER = "https://company.example"


def comes_by_the_company(floor: Floor, name: str, role: Role = "trainee", language: Language = "es") -> Actor:
    way_in = SingleSignOn(floor.store, floor.clock, ClaimMapping())
    way_in.enter(Claimed(issuer=ISSUER, subject=name, name=name, language=language, role=role, cohorts=()))
    profile = floor.store.identities.of(ISSUER, name)
    assert profile is not None
    return floor.profiles.actor(profile)


def called(floor: Floor, actor: Actor) -> str:
    return Practice(floor.store, floor.clock).start(actor, "job_loss", "MX", "es", 7).id


def a_try(floor: Floor, actor: Actor, name: str) -> None:
    floor.store.drill_tries.add(DrillTry(
        id=name, owner_id=actor.id, drill="d", number=1, scenario="job_loss", criterion="calm", kind="angry",
        language="es", began_at=floor.clock(), heard="",
    ))  # fmt: skip


@pytest.fixture
def joining(floor: Floor) -> Joining:
    return Joining(floor.store, floor.clock)


def test_calls_of_both_are_one_person_s_who_comes_in_by_the_company_with_name_and_cohorts_kept(
    floor: Floor, joining: Joining
) -> None:
    ana, again = floor.hire("Ana Ruiz"), comes_by_the_company(floor, "RUIZ, ANA")
    first, second = called(floor, ana), called(floor, again)
    floor.sessions.open(ana.id, "a browser")
    joining.join(SHELL, ana.id, again.id)
    practice = Practice(floor.store, floor.clock)
    assert {one.id for one in practice.unfinished(ana)} == {first, second}
    assert floor.store.profiles.get(again.id) is None
    assert not floor.store.doors.of(ana.id, floor.clock()), "whoever was in signs in again"
    assert comes_by_the_company(floor, "RUIZ, ANA") == ana
    line = list(floor.store.audit.lines())[-1]
    assert (line.deed, line.target, line.details) == ("persons_joined", ana.id, {"other": again.id})


def test_it_does_not_matter_on_whose_page_it_is_said(floor: Floor, joining: Joining) -> None:
    ana, again = floor.hire("Ana Ruiz"), comes_by_the_company(floor, "RUIZ, ANA")
    call = called(floor, ana)
    joining.join(SHELL, again.id, ana.id)
    assert [one.id for one in Practice(floor.store, floor.clock).unfinished(again)] == [call]
    assert comes_by_the_company(floor, "RUIZ, ANA") == again


def test_work_that_a_person_has_only_once_is_not_mixed_and_nothing_changes(floor: Floor, joining: Joining) -> None:
    ana, again = floor.hire("Ana Ruiz"), comes_by_the_company(floor, "RUIZ, ANA")
    call = called(floor, again)
    a_try(floor, ana, "t1")
    a_try(floor, again, "t2")
    lines = len(list(floor.store.audit.lines()))
    with pytest.raises(SharedWork, match="the same drill"):
        joining.join(SHELL, ana.id, again.id)
    attempt = floor.store.attempts.get(call)
    assert attempt is not None
    assert attempt.owner_id == again.id
    assert floor.store.identities.of(ISSUER, "RUIZ, ANA") == again.id
    assert len(list(floor.store.audit.lines())) == lines


def test_two_who_come_in_alike_are_two_people(floor: Floor, joining: Joining) -> None:
    ana, eva = floor.hire("Ana Ruiz"), floor.hire("Eva Sol")
    one, two = comes_by_the_company(floor, "one"), comes_by_the_company(floor, "two")
    for kept, other in ((ana, eva), (one, two), (ana, ana)):
        with pytest.raises(CannotJoin):
            joining.join(SHELL, kept.id, other.id)


def test_an_administrator_takes_over_nobody_and_only_administrators_join(floor: Floor, joining: Joining) -> None:
    admin, ana = floor.hire("Root One", "administrator"), floor.hire("Ana Ruiz")
    floor.hire("Second Root", "administrator")
    company = comes_by_the_company(floor, "company")
    for kept, other in ((admin, company), (company, admin)):
        with pytest.raises(NotJoinedByOneself):
            joining.join(admin, kept.id, other.id)
    with pytest.raises(NotAllowed):
        joining.join(comes_by_the_company(floor, "lead", "manager"), ana.id, company.id)
    assert admin.id not in {one.profile.id for one in joining.candidates(admin, company.id)}


def test_who_was_shut_out_does_not_come_back_in_by_the_other_record(floor: Floor, joining: Joining) -> None:
    ana, again = floor.hire("Ana Ruiz"), comes_by_the_company(floor, "RUIZ, ANA")
    floor.people.disable(SHELL, ana.id)
    with pytest.raises(ShutFirst):
        joining.join(SHELL, again.id, ana.id)
    assert ana.id not in {one.profile.id for one in joining.candidates(SHELL, again.id)}
    floor.people.disable(SHELL, again.id)
    with pytest.raises(ShutOut):
        comes_by_the_company(floor, "RUIZ, ANA")


def test_the_last_administrator_with_a_password_does_not_go(floor: Floor, joining: Joining) -> None:
    root, company = floor.hire("Root", "administrator"), comes_by_the_company(floor, "r", "administrator")
    with pytest.raises(LastAdministrator):
        joining.join(SHELL, company.id, root.id)

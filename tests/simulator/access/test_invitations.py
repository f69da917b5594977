"""One-time links: used once, by whoever holds them, until they end."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.access.people import SHELL
from simulator.access.refusals import BadSignInName, LinkGone, NotLetIn, WeakPassword
from simulator.accounts import NotAllowed
from simulator.kept import Profile
from simulator.refusals import Refusal
from tests.simulator.access.conftest import PASSWORD, Floor


def invited(floor: Floor, name: str = "Ana Ruiz") -> str:
    return floor.invitations.link_for(SHELL, floor.people.add(SHELL, name, "trainee").id)


def test_a_link_lets_one_choose_name_and_password_once(floor: Floor) -> None:
    link = invited(floor)
    assert floor.invitations.whose(link)[0].name == "Ana Ruiz"
    floor.invitations.accept(link, "ana", PASSWORD)
    floor.signing_in.enter("ana", PASSWORD)
    with pytest.raises(LinkGone):
        floor.invitations.accept(link, "otra", PASSWORD)


def test_two_who_use_a_link_at_the_same_moment_do_not_both_get_in(floor: Floor) -> None:
    link = invited(floor)

    def use(name: str) -> bool:
        try:
            floor.invitations.accept(link, name, f"{PASSWORD} {name}")
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(use, ("uno", "dos", "tres", "cuatro"))) == 1


def test_a_link_ends_after_a_week_by_a_newer_one_and_by_shutting_the_account(floor: Floor) -> None:
    old = invited(floor, "Ana")
    floor.clock.wait(days=7)
    replaced = invited(floor, "Luis")
    luis = floor.invitations.whose(replaced)[0].id
    newer = floor.invitations.link_for(SHELL, luis)
    shut = invited(floor, "Eva")
    floor.people.disable(SHELL, floor.invitations.whose(shut)[0].id)
    for gone in (old, replaced, shut, "", "no such link"):
        with pytest.raises(LinkGone):
            floor.invitations.whose(gone)
    assert floor.invitations.whose(newer)[0].name == "Luis"


@pytest.mark.parametrize(("name", "password", "why"), [
    ("ana", "corta", WeakPassword), ("an", PASSWORD, BadSignInName), ("ana ruiz", PASSWORD, BadSignInName),
    ("ana\r\nx", PASSWORD, BadSignInName), ("<b>ana</b>", PASSWORD, BadSignInName), ("a" * 81, PASSWORD, BadSignInName),
])  # fmt: skip
def test_what_cannot_be_used_leaves_the_link_as_it_was(
    floor: Floor, name: str, password: str, why: type[Refusal]
) -> None:
    link = invited(floor)
    with pytest.raises(why):
        floor.invitations.accept(link, name, password)
    floor.invitations.accept(link, "ana", PASSWORD)


def test_a_sign_in_name_belongs_to_one_however_it_is_capitalised(floor: Floor) -> None:
    floor.hire("Ana")
    with pytest.raises(BadSignInName, match="somebody else's"):
        floor.invitations.accept(invited(floor), "ANA", PASSWORD)


def test_a_reset_keeps_the_name_ends_the_sessions_and_forgives_the_tries(floor: Floor) -> None:
    ana = floor.hire("Ana")
    session = floor.signing_in.enter("ana", PASSWORD)
    for _ in range(5):
        with pytest.raises(NotLetIn):
            floor.signing_in.enter("ana", "not this one")
    link = floor.invitations.link_for(SHELL, ana.id)
    floor.invitations.accept(link, "another", "cuatro perros en tren")
    assert floor.sessions.who(session) is None
    assert floor.signing_in.enter("ana", "cuatro perros en tren")


def test_only_who_manages_people_makes_links(floor: Floor) -> None:
    ana, boss = floor.hire("Ana", "manager"), floor.hire("Eva", "administrator")
    with pytest.raises(NotAllowed):
        floor.invitations.link_for(ana, boss.id)
    assert floor.invitations.link_for(boss, ana.id)


def test_a_person_of_solo_mode_gets_an_account_with_the_first_link(floor: Floor) -> None:
    floor.store.profiles.add(Profile(id="old", name="Rosa", role="trainee", created_at=floor.clock()))
    floor.invitations.accept(floor.invitations.link_for(SHELL, "old"), "rosa", PASSWORD)
    who = floor.sessions.who(floor.signing_in.enter("rosa", PASSWORD))
    assert who is not None
    assert who.id == "old"

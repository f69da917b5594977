"""The pages where people sign in: by session only, and the administrator's page."""

import datetime
from collections.abc import Callable

import pytest
import streamlit as st
from argon2 import PasswordHasher
from streamlit.testing.v1 import AppTest

from simulator.access.invitations import Invitations
from simulator.access.kept import Account, Identity
from simulator.access.passwords import Passwords
from simulator.access.people import SHELL, People
from simulator.access.sessions import Sessions
from simulator.app_pages.people_link import LINK
from simulator.app_pages.visit import CHOSEN, COOKIE
from simulator.kept import Profile, Role
from simulator.store import Store
from simulator.web.asking import SESSION
from tests.simulator.access.conftest import CHEAP, PASSWORD
from tests.simulator.pages.conftest import Visit, shown

XSS = '<img src=x onerror="alert(1)">'


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@pytest.fixture
def sign_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """A person with a session; the browser brings its token from now on."""
    monkeypatch.setenv("ACUERDO_ACCESS", "accounts")
    brought: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: brought))

    def person(name: str, role: Role = "trainee") -> str:
        one = People(store, now).add(SHELL, name, role)
        links = Invitations(store, now, Passwords(PasswordHasher(**CHEAP)))
        links.accept(links.link_for(SHELL, one.id), f"user{len(brought)}{role}", PASSWORD)
        brought[SESSION] = Sessions(store, now).open(one.id, "a browser")
        brought[COOKIE] = one.id
        return one.id

    return person


def test_without_a_session_nothing_is_shown_whatever_the_tab_or_the_profile_cookie_say(
    visit: Visit, sign_in: Callable[..., str], store: Store
) -> None:
    ana = sign_in("Ana Ruiz")
    st.context.cookies.pop(SESSION)  # type: ignore[attr-defined]
    for tab in (visit(), visit(ana), visit(ana, "people"), visit(ana, "progress")):
        assert "Ana Ruiz" not in shown(tab)
        assert 'data-away="./sign-in"' in shown(tab)
        assert not tab.button


def test_a_session_decides_who_is_here_and_not_what_the_tab_remembers(
    visit: Visit, sign_in: Callable[..., str]
) -> None:
    ana = sign_in("Ana Ruiz")
    sign_in("Luis Gil")
    tab = visit(ana)
    assert "Luis Gil" in shown(tab)
    assert "Ana Ruiz" not in shown(tab)


def test_a_revoked_session_loses_the_next_click(visit: Visit, sign_in: Callable[..., str], store: Store) -> None:
    ana = sign_in("Ana Ruiz")
    tab = visit()
    assert "Ana Ruiz" in shown(tab)
    Sessions(store, now).end_all(SHELL, ana)
    assert "Ana Ruiz" not in shown(tab.run())


def test_signing_out_from_the_menu_ends_the_session(visit: Visit, sign_in: Callable[..., str], store: Store) -> None:
    sign_in("Ana Ruiz")
    tab = visit().button(key="sign_out").click().run()
    assert 'data-away="./sign-in"' in shown(tab)
    assert Sessions(store, now).who(st.context.cookies[SESSION]) is None


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager"])
def test_people_are_for_administrators_alone(visit: Visit, sign_in: Callable[..., str], role: Role) -> None:
    sign_in("Ana Ruiz", "administrator")
    sign_in("Luis Gil", role)
    tab = visit("", "people")
    assert "Ana Ruiz" not in shown(tab)
    assert 'role="alert"' in shown(tab)


def invite(tab: AppTest, name: str) -> AppTest:
    tab.text_input(key="invite_name").set_value(name)
    return tab.button(key="invite_go").click().run()


def test_an_administrator_invites_somebody_and_is_shown_the_link_once(
    visit: Visit, sign_in: Callable[..., str], store: Store
) -> None:
    sign_in("Eva Sol", "administrator")
    tab = invite(visit("", "people"), XSS)
    _, name, token = tab.session_state[LINK]
    assert tab.code[0].value.endswith(f"/invitation?token={token}")
    assert name == XSS
    assert "<img" not in shown(tab)
    assert "&lt;img" in shown(tab)
    again = visit("", "people")
    assert not again.code
    person = next(p for p in store.profiles.all() if p.name == XSS)
    one = visit("", "people", person=person.id)
    assert "<img" not in shown(one)


def test_a_name_that_is_none_is_refused_in_words(visit: Visit, sign_in: Callable[..., str]) -> None:
    sign_in("Eva Sol", "administrator")
    tab = invite(visit("", "people"), "   ")
    assert "Escriba un nombre" in shown(tab)


def test_a_cohort_is_added_once_and_what_was_typed_stays_where_it_is_refused(
    visit: Visit, sign_in: Callable[..., str], store: Store
) -> None:
    sign_in("Eva Sol", "administrator")
    tab = visit("", "people")
    for name in ("Mañana 1", "MAÑANA 1"):
        tab.text_input(key="cohort_name").set_value(name)
        tab.button(key="cohort_go").click().run()
    assert [cohort.name for cohort in store.cohorts.all()] == ["Mañana 1"]
    assert "Ya hay un grupo" in shown(tab)
    assert tab.text_input(key="cohort_name").value == "MAÑANA 1"


def test_the_list_is_narrowed_by_what_one_types(visit: Visit, sign_in: Callable[..., str], store: Store) -> None:
    sign_in("Eva Sol", "administrator")
    for name in ("Ana Ruiz", "Luis Gil"):
        People(store, now).add(SHELL, name, "trainee")
    tab = visit("", "people")
    tab.text_input(key="find_people").set_value("luis aprendiz").run()
    assert len([b for b in tab.get("page_link") if "person=" in str(b.proto)]) == 1
    tab.text_input(key="find_people").set_value("zzz").run()
    assert "Nadie coincide" in shown(tab)


def test_shutting_out_ends_the_session_and_the_last_administrator_stays(
    visit: Visit, sign_in: Callable[..., str], store: Store
) -> None:
    luis = sign_in("Luis Gil")
    theirs = st.context.cookies[SESSION]
    eva = sign_in("Eva Sol", "administrator")
    visit("", "people", person=luis).button(key="shut_out").click().run()
    assert Sessions(store, now).who(theirs) is None
    tab = visit("", "people", person=eva).button(key="shut_out").click().run()
    assert "única persona que administra" in shown(tab)


def test_who_stands_here_twice_is_made_one_person_once_somebody_is_chosen(
    visit: Visit, sign_in: Callable[..., str], store: Store
) -> None:
    sign_in("Eva Sol", "administrator")
    ana = People(store, now).add(SHELL, "Ana Ruiz", "trainee")
    assert "join" not in shown(visit("", "people", person=ana.id)), "nobody comes in with the company account"
    again = Profile(id="again", name=XSS, role="trainee", created_at=now())
    named = Identity(issuer="https://company.example", subject="1", profile_id="again")
    store.identities.add(again, Account(profile_id="again", created_at=now()), named)
    tab = visit("", "people", person=ana.id)
    assert tab.button(key="join_go").disabled
    tab.selectbox(key="join_with").set_value("again").run()
    assert "No se puede deshacer" in shown(tab)
    assert "<img" not in shown(tab)
    tab.button(key="join_go").click().run()
    assert "son ahora una sola persona" in shown(tab)
    assert store.profiles.get("again") is None
    assert store.identities.of("https://company.example", "1") == ana.id


def test_in_solo_mode_a_session_cookie_means_nothing(visit: Visit, home: object) -> None:
    tab = visit().button(key="begin").click().run()
    assert tab.session_state[CHOSEN]
    assert "sign_out" not in {button.key for button in tab.button}

"""The start and the menu of whoever works with others' calls."""

from typing import get_args

import pytest

from simulator.accounts import Actor, may
from simulator.app_pages import ways
from simulator.app_pages.opening import now
from simulator.i18n import translator
from simulator.kept import Role
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages.conftest import Visit, shown

ROLES = get_args(Role)


@pytest.mark.parametrize("role", ROLES)
def test_the_start_says_what_waits_to_all_but_trainees(visit: Visit, store: Store, role: Role) -> None:
    one = Profiles(store, now).create("Eva", role=role, language="es")
    page = shown(visit(one.id))
    assert ("Lo que espera por usted" in page) == (role != "trainee")
    assert ("Nada espera una decisión suya." in page) == (role != "trainee")


@pytest.mark.parametrize(("role", "first"), [("trainer", "studio"), ("manager", "team"), ("administrator", "people")])
def test_where_nothing_waits_the_bright_button_leads_to_their_own_desk(
    visit: Visit, store: Store, role: Role, first: str
) -> None:
    one = Profiles(store, now).create("Eva", role=role, language="en")
    tab = visit(one.id)
    assert tab.button(key="to_desk").label == ways.label(translator("en"), first)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_the_menu_has_a_name_in_both_languages(role: Role) -> None:
    for language in ("es", "en"):
        for page in (*ways.EVERY_DAY[role], *ways.NEEDS):
            assert ways.label(translator(language), page)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_goes_every_day_to_a_page_that_their_role_has_not(role: Role) -> None:
    actor = Actor(id="x", role=role, name="X")
    assert all(may(actor, ways.NEEDS[page]) for page in ways.EVERY_DAY[role] if page in ways.NEEDS)

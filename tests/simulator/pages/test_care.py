"""Calls in which care comes first: a way out that leaves no mark, a word afterwards, and the agency's helplines."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def talking(visit: Visit) -> AppTest:
    tab = played.newcomer(visit).button(key="choose_in_despair").click().run()
    tab.button(key="start_in_despair").click().run()
    return tab.button(key="call").click().run()


def test_one_steps_out_of_a_heavy_call_and_nothing_of_it_is_kept(visit: Visit, store: Store) -> None:
    tab = talking(visit)
    person = played.person_of(tab)
    tab.button(key="step_out").click().run()
    assert store.attempts.of(person, ("prepare", "talk", "wrap_up", "closed")) == ()


def test_an_ordinary_call_has_no_such_way_out(visit: Visit) -> None:
    assert not [b for b in played.talking(visit).button if b.key == "step_out"]


def test_the_helplines_that_the_agency_names_are_at_hand_with_the_day_they_were_checked(
    visit: Visit, home: Path
) -> None:
    lines = "[{name: A line, phone: '0000 111 222', as_of: 2026-10-01}]"
    text = "".join(f"{code}: {lines}\n" for code in ("MX", "ES", "GB"))
    (home / "helplines.yaml").write_text(text, encoding="utf-8")
    assert "0000 111 222" in shown(talking(visit))


def test_where_the_agency_names_none_that_is_said(visit: Visit) -> None:
    assert "Su agencia todavía no ha indicado ninguna" in shown(talking(visit))

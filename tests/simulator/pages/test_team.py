"""The manager's desk as the framework draws it: who is named, links, filters in the address, notes, hostile names."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from simulator.accounts import Actor, NotAllowed
from simulator.app_pages import opening, team_cleared
from simulator.app_pages.assign_desk import assign_desk
from simulator.assignment_view import Wanted
from simulator.settings import load_settings
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.team_floor import NOW, Floor, populated

XSS = '<img src=x onerror="alert(1)">'
Everybody = tuple[Floor, Actor, Actor, tuple[Actor, ...]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Actor, ...]]:
    folder = tmp_path_factory.mktemp("made")
    with Store.open(fresh(folder)) as store:
        _, marta, teo, people = populated(store, str(folder))
    return folder, (marta, teo, *people)


@pytest.fixture
def everybody(home: Path, made: tuple[Path, tuple[Actor, ...]], monkeypatch: pytest.MonkeyPatch) -> Everybody:
    folder, (marta, teo, *people) = made
    shutil.copy(folder / "acuerdo.sqlite3", home)
    monkeypatch.setattr(opening, "now", lambda: NOW)
    store = opening.open_store(load_settings({"ACUERDO_HOME": str(home)}).database_url)
    return Floor(store, str(folder)), marta, teo, tuple(people)


def test_a_manager_reads_who_needs_help_and_why(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, people = everybody
    page = shown(visit(marta.id, "team"))
    assert "Carla Díaz" in page
    assert "2 faltas graves" in page
    assert f"./team?trainee={people[2].id}" in page
    assert "Elsa Vega" not in page
    assert page.index("Carla Díaz") < page.index("Beto Lara") < page.index("Darío Soto")


def test_who_is_cleared_is_worked_out_for_a_crowd_only_once_it_is_unfolded(
    visit: Visit, everybody: Everybody, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, marta, _, _ = everybody
    assert "Hoy pueden 0 de 4" in shown(visit(marta.id, "team"))
    monkeypatch.setattr(team_cleared, "AT_ONCE", 3)
    folded = visit(marta.id, "team")
    assert "Hoy pueden" not in shown(folded)
    assert "Cuántas personas y quiénes" in [fold.label for fold in folded.expander]


def test_what_is_chosen_stands_in_the_address(visit: Visit, everybody: Everybody) -> None:
    floor, _, teo, _ = everybody
    tab = visit(teo.id, "team")
    assert "Elsa Vega" in shown(tab)
    morning = next(one.id for one in floor.store.cohorts.all() if one.name == "Mañana")
    tab.selectbox(key="team_cohort").select(morning).run()
    assert "Elsa Vega" not in shown(tab)
    tab.selectbox(key="team_weeks").select(4).run()
    assert tab.query_params["weeks"] in ("4", ["4"])
    assert "Hace 5 semanas" in shown(tab)


@pytest.mark.parametrize(
    "query",
    [
        {"weeks": "999999"}, {"difficulty": "x"}, {"rubric": "default.99999999999"}, {"rubric": "…"},
        {"month": "99-99"}, {"rubric": "nobody.7"}, {"difficulty": "5"},
        {"gate": "x\x00", "country": "'; --"}, {"shown": "-1"},
    ],
)  # fmt: skip
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(
    visit: Visit, everybody: Everybody, query: dict[str, str]
) -> None:
    _, marta, _, _ = everybody
    for page in ("team", "compliance", "report"):
        assert 'role="alert"' not in shown(visit(marta.id, page, **query))


@pytest.mark.parametrize("page", ["team", "compliance", "report"])
def test_a_trainee_and_another_s_cohort_are_turned_away(visit: Visit, everybody: Everybody, page: str) -> None:
    floor, marta, _, people = everybody
    tarde = next(one.id for one in floor.store.cohorts.all() if one.name == "Tarde")
    for tab in (visit(people[0].id, page), visit(marta.id, page, cohort=tarde)):
        assert 'role="alert"' in shown(tab)
        assert "Carla Díaz" not in shown(tab)


def test_one_person_s_page_quotes_what_recurs_and_leads_to_the_line(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, people = everybody
    page = shown(visit(marta.id, "team", trainee=people[2].id))
    assert "cárcel" in page
    assert re.search(r"\./scorecards\?attempt=[0-9a-f-]{36}#line-\d", page)
    turned_away = shown(visit(marta.id, "team", trainee=people[4].id))
    assert "Elsa Vega" not in turned_away


def write(tab: AppTest, text: str, *, shared: bool) -> AppTest:
    tab.text_area(key="note_new").set_value(text)
    tab.toggle(key="note_shared").set_value(shared)
    return tab.button(key="note_go").click().run()


def test_a_shared_note_is_read_by_the_trainee_and_a_kept_one_is_not(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, people = everybody
    tab = write(visit(marta.id, "team", trainee=people[0].id), f"Resumir al final {XSS}", shared=True)
    assert tab.text_area(key="note_new").value == ""
    write(tab, "Solo para nosotros", shared=False)
    start = visit(people[0].id)
    assert "Marta Ríos le escribió" in shown(start)
    start.button(key="note_read").click().run()
    for page in (shown(start), shown(visit(people[0].id, "progress"))):
        assert "Resumir al final &lt;img" in page
        assert "<img" not in page
        assert "Solo para nosotros" not in page
    assert "le escribió" not in shown(visit(people[0].id))


def test_who_has_too_few_calls_to_be_named_is_listed_with_a_way_to_assign_some(
    visit: Visit, everybody: Everybody
) -> None:
    floor, marta, _, _ = everybody
    eva = floor.hire("Eva Paz", "manager")
    ivo = floor.hire("Ivo Recién")
    floor.cohort("Recientes", ivo, lead=eva)
    tab = visit(eva.id, "team")
    page = shown(tab)
    assert "Hay muy pocas llamadas para nombrar a alguien." in page
    assert "1 persona tiene menos de cinco llamadas evaluadas en estas semanas (1 no tiene ninguna)" in page
    assert f"./team?trainee={ivo.id}" in page
    assert "Ivo Recién" not in shown(visit(marta.id, "team"))
    tab.button(key="team_assign").click().run()
    assert tab.segmented_control(key="assign_mode").value == "assessed"


def test_an_empty_note_is_refused_and_a_note_is_changed_and_deleted(visit: Visit, everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    tab = visit(marta.id, "team", trainee=people[0].id)
    assert "La nota está vacía" in shown(write(tab, "  ", shared=False))
    write(tab, "Una", shared=False)
    note = floor.store.coaching_notes.about(people[0].id)[0]
    tab.button(key=f"change_{note.id}").click().run()
    tab.text_area(key="note_edit").set_value("Dos")
    tab.button(key="edit_go").click().run()
    assert [n.text for n in floor.store.coaching_notes.about(people[0].id)] == ["Dos"]
    tab.button(key=f"drop_{note.id}").click().run()
    assert floor.store.coaching_notes.about(people[0].id) == ()


def test_breaches_show_words_rule_source_and_whether_they_are_decided(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    page = shown(visit(marta.id, "compliance"))
    for words in ("Amenaza", "México", "cárcel", "sin lugar a dudas", "espera una decisión", "La misma persona"):
        assert words in page
    only = shown(visit(marta.id, "compliance", status="no_breach"))
    assert "cárcel" not in only


def test_the_month_has_three_things_to_do_and_a_file_to_print(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    tab = visit(marta.id, "report", month="2026-11")
    assert shown(tab).count("<li dir=") >= 3
    assert "noviembre de 2026" in shown(tab)
    assert "versión 2" in shown(tab)


@pytest.mark.parametrize("name", [XSS, "=HYPERLINK(1)", "مريم العربي", "👩‍💼" * 10, "Ñ" * 80])
def test_no_name_breaks_a_page(visit: Visit, everybody: Everybody, name: str) -> None:
    floor, _, teo, people = everybody
    profile = floor.store.profiles.get(people[2].id)
    assert profile is not None
    floor.store.profiles.save(profile.model_copy(update={"name": name}))
    for page, query in (("team", {}), ("team", {"trainee": people[2].id}), ("compliance", {}), ("report", {})):
        drawn = shown(visit(teo.id, page, **query))
        assert "<img" not in drawn
        assert 'role="alert"' not in drawn


def test_without_anybody_the_desk_says_what_to_do(visit: Visit, store: Store, home: Path) -> None:
    floor = Floor(store, str(home))
    manager, trainer = floor.hire("Marta", "manager"), floor.hire("Teo", "trainer")
    assert "no dirige ningún grupo" in shown(visit(manager.id, "team"))
    assert "no hay aprendices" in shown(visit(trainer.id, "team"))
    for page in ("compliance", "report"):
        assert 'role="alert"' not in shown(visit(trainer.id, page))


def test_a_manager_reads_who_is_cleared_and_why_not(visit: Visit, everybody: Everybody) -> None:
    _, marta, _, people = everybody
    told = shown(visit(marta.id, "team")).partition("Quién puede atender contactos reales")[2]
    assert "Hoy pueden 0 de" in told
    assert f"./team?trainee={people[2].id}" in told.partition("</table>")[0]
    assert "Todavía no" in told.partition("</table>")[0]


def test_what_somebody_was_assigned_and_has_not_done_stands_on_their_page(visit: Visit, everybody: Everybody) -> None:
    _, marta, teo, people = everybody
    carla = people[2].id
    assert "ya hizo todo lo que se le asignó" in shown(visit(marta.id, "team", trainee=carla))
    wanted = Wanted(
        scenarios=("job_loss",), people=frozenset({carla}), country="MX", language="es", opens_on=NOW.date(),
        title=f"Repaso {XSS}",
    )  # fmt: skip
    made, _ = assign_desk().assigning.assign(teo, wanted)
    tab = visit(marta.id, "team", trainee=carla)
    assert not tab.exception
    assert "ya hizo todo lo que se le asignó" not in shown(tab)
    assert any(made.id in str(link.proto) for link in tab.get("page_link"))
    with pytest.raises(NotAllowed):
        assign_desk().assigning.undone_of(marta, people[4].id)

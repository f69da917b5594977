"""The workspace and the care of data as an administrator works with them, and what comes of it for everybody."""

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from scenarios.values import Language
from simulator.app_pages import opening
from simulator.app_pages.audit_log import words_of
from simulator.audited import Deed
from simulator.i18n import translator
from simulator.kept import Profile, Role
from simulator.store import Store
from simulator.workspace import WorkspaceDesk, workspace_of
from tests.simulator.pages.conftest import Visit, shown

XSS = '<img src=x onerror="alert(1)">'


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def somebody(store: Store, name: str, role: Role = "trainee") -> str:
    store.profiles.add(Profile(id=name.lower(), name=name, role=role, created_at=now()))
    return name.lower()


@pytest.fixture
def eva(store: Store) -> str:
    opening.look_again()
    return somebody(store, "Eva", "administrator")


def saved(tab: AppTest) -> AppTest:
    return tab.button(key="workspace_save").click().run()


@pytest.mark.parametrize("page", ["workspace", "data_care"])
@pytest.mark.parametrize("role", ["trainee", "trainer", "manager"])
def test_these_pages_are_for_administrators(visit: Visit, store: Store, eva: str, page: str, role: Role) -> None:
    tab = visit(somebody(store, "Luis", role), page, person=eva)
    assert "Esto no está entre lo suyo" in shown(tab)
    assert not [button for button in tab.button if button.key in ("workspace_save", "erase_go", "log_verify")]


def test_what_is_saved_counts_for_everybody_at_once(visit: Visit, store: Store, eva: str) -> None:
    tab = visit(eva, "workspace")
    tab.text_input(key="ws_name").set_value(f"Norte {XSS}")
    tab.multiselect(key="ws_countries").set_value(["CL"])
    tab = saved(tab)
    assert not tab.exception
    assert "Guardado" in shown(tab)
    assert "Ediciones anteriores" in [one.label for one in tab.expander]
    shelf = visit(somebody(store, "Ana"), "practise")
    assert "Norte &lt;img" in shown(shelf)
    assert "<img" not in shown(shelf)
    assert "choose_job_loss" in {button.key for button in shelf.button}
    assert workspace_of(store).countries == ("CL",)


def test_what_somebody_else_saved_meanwhile_is_told_and_nothing_typed_is_lost(
    visit: Visit, store: Store, eva: str
) -> None:
    tab = visit(eva, "workspace")
    tab.text_input(key="ws_name").set_value("Mine")
    actor = opening.practice_and_profiles()[1].actor(eva)
    WorkspaceDesk(store, now).save(actor, 0, {"name": "Theirs"})
    tab = saved(tab)
    assert "Otra persona guardó cambios" in shown(tab)
    assert tab.text_input(key="ws_name").value == "Mine"
    assert workspace_of(store).name == "Theirs"
    assert "Guardado" in shown(saved(tab))
    assert workspace_of(store).name == "Mine"


def test_helplines_that_cannot_be_read_are_refused_and_stay_in_the_box(visit: Visit, store: Store, eva: str) -> None:
    tab = visit(eva, "workspace")
    tab.text_area(key="ws_helplines").set_value("MX: [{name: Línea}]")
    tab = saved(tab)
    assert "no se pudieron leer las líneas de ayuda" in shown(tab)
    assert tab.text_area(key="ws_helplines").value == "MX: [{name: Línea}]"
    tab.text_area(key="ws_helplines").set_value("MX: [{name: Línea, phone: '1', as_of: 2026-10-01}]")
    saved(tab)
    assert opening.helplines()["MX"][0].name == "Línea"


def test_a_role_taken_away_holds_at_the_very_next_click(visit: Visit, store: Store, eva: str) -> None:
    tab = visit(eva, "workspace")
    tab.text_area(key="notice_es").set_value("Mañana no hay sistema")
    store.accounts.set_role(eva, "trainee")
    tab = tab.button(key="notice_go").click().run()
    assert store.notices.standing(now().date()) == ()
    assert "Esto no está entre lo suyo" in shown(tab)
    assert not [button for button in tab.button if button.key == "notice_go"]


def test_a_notice_is_read_by_everybody_and_put_away_by_each(visit: Visit, store: Store, eva: str) -> None:
    tab = visit(eva, "workspace")
    tab.text_area(key="notice_es").set_value(f"El viernes {XSS}")
    tab = tab.button(key="notice_go").click().run()
    (notice,) = store.notices.standing(now().date())
    ana = somebody(store, "Ana")
    read = visit(ana)
    assert "El viernes &lt;img" in shown(read)
    assert "<img" not in shown(read)
    read = read.button(key=f"put_away_{notice.id}").click().run()
    assert "El viernes" not in shown(read)
    assert "El viernes" not in shown(visit(ana, "practise"))
    assert "El viernes" in shown(visit(eva))
    tab = visit(eva, "workspace").button(key=f"take_down_{notice.id}").click().run()
    assert "El viernes" not in shown(tab)


def test_an_erasure_is_meant(visit: Visit, store: Store, eva: str) -> None:
    ana = somebody(store, "Ana")
    tab = visit(eva, "data_care", person=ana)
    tab.text_input(key="erase_typed").set_value("Luis")
    tab = tab.button(key="erase_go").click().run()
    assert "escriba el nombre" in shown(tab)
    assert store.profiles.get(ana) is not None
    tab.text_input(key="erase_typed").set_value("Ana")
    tab.button(key="erase_go").click().run()
    assert store.profiles.get(ana) is None
    assert [line.deed for line in store.audit.lines()][-1] == "person_erased"


def test_the_log_is_narrowed_in_the_address_and_verified_when_asked(visit: Visit, store: Store, eva: str) -> None:
    store.audit.note("signed_in", now(), eva, eva)
    store.audit.note(XSS[:40], now(), "", XSS)
    tab = visit(eva, "data_care")
    assert "entró" in shown(tab)
    assert "<img" not in shown(tab)
    tab = tab.button(key="log_verify").click().run()
    assert "Íntegro: 2 líneas" in shown(tab)
    narrow = visit(eva, "data_care", who=eva, deed="signed_in", **{"from": "nonsense", "before": "-1"})
    assert "entró" in shown(narrow)
    assert "&lt;img" not in shown(narrow)
    assert "Ninguna línea" in shown(visit(eva, "data_care", deed="restored"))


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_deed_of_the_log_has_words_in_both_languages(language: Language) -> None:
    words = words_of(translator(language))
    assert set(Deed) <= set(words)
    assert all(words.values())
    assert not [deed for deed in Deed if language == "es" and words[deed] == words_of(translator("en"))[deed]]

"""A calibration round on the pages: made, rated by two, closed, talked over, and seen beside the scores."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator.accounts import Actor
from simulator.practice import Practice
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.branches import NOTE, NOW, Clock, said, somebody
from tests.simulator.pages.conftest import Visit, shown

SAID = "Buenas tardes, soy Ana Ruiz. ¿Hablo con el titular?"


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, Clock())


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana Ruiz")


@pytest.fixture
def raters(store: Store) -> tuple[Actor, Actor]:
    return somebody(store, "Eva", "trainer"), somebody(store, "Luz", "manager")


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    view = practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date(), mode="assessed")
    view = said(practice, ana, practice.begin_talk(ana, view.id), (SAID, "Lamento lo que le pasó. ¿Cómo está?"))
    practice.end_talk(ana, view.id)
    return practice.finish(ana, view.id, NOTE)


def clean(tab: AppTest) -> str:
    assert not tab.exception
    text = shown(tab)
    assert "no se puede mostrar" not in text, text
    return text


def test_from_a_new_round_to_its_figures(
    visit: Visit, store: Store, ana: Actor, raters: tuple[Actor, Actor], call: AttemptView
) -> None:
    eva, luz = raters
    tab = visit(eva.id, "calibrate")
    tab.text_input(key="round_name").set_value("Noviembre")
    tab.button(key="make_round").click().run()
    assert "Invite al menos a dos personas" in clean(tab)
    assert tab.text_input(key="round_name").value == "Noviembre", "nothing is lost"
    tab.multiselect(key="round_raters").set_value([eva.id, luz.id])
    tab.multiselect(key="round_criteria").set_value(["calm"])
    tab.button(key="make_round").click().run()
    (found,) = store.calibration.all()
    (item,) = store.calibration.items(found.id)
    assert "Le espera una ronda" in clean(visit(luz.id))
    for rater, level in ((eva, 3), (luz, 4)):
        sheet = visit(rater.id, "calibrate", round=found.id)
        page = clean(sheet)
        assert "soy ▒▒▒ ▒▒▒" in page
        assert "Ruiz" not in page
        sheet.radio(key=f"rate_{item.id}_calm").set_value(level)
        sheet.button(key="save_sheet").click().run()
        assert "Ya calificó todas las llamadas" in clean(sheet)
    over = visit(eva.id, "calibrate", round=found.id)
    over.button(key="close_round").click().run()
    assert "Acuerdo entre personas" in clean(over)
    over.radio(key=f"settle_{item.id}_calm").set_value(4)
    over.text_area(key=f"said_{item.id}_calm").set_value("Nos convenció la pausa.")
    over.button(key=f"keep_{item.id}_calm").click().run()
    assert "acordado: 4" in str([fold.label for fold in over.expander])
    assert "Calificado a ciegas por 2 personas, 1 llamada" in clean(visit(ana.id, "attempt", attempt=call.id))
    assert "Personas, a ciegas" in clean(visit(ana.id, "calibration"))
    assert "no se puede mostrar" in shown(visit(ana.id, "calibrate"))
    assert "no se puede mostrar" in shown(visit(ana.id, "calibrate", round=found.id))

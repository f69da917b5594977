"""The studio's pages: from a copy to a published scenario that a trainee starts."""

from simulator.app_pages.opening import now
from simulator.app_pages.studio_write import box
from simulator.kept import Profile
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages.conftest import Visit, shown


def trainer(store: Store) -> Profile:
    return Profiles(store, now).create("Tere", role="trainer", language="es")


def test_a_trainer_copies_edits_publishes_and_a_trainee_starts_it(visit: Visit, store: Store) -> None:
    tere = trainer(store)
    tab = visit(tere.id, "studio", **{"from": "first_call"})
    tab.button(key="new_copy").click().run()
    (own,) = store.scenarios.all()
    assert own.name == "first_call_2"

    text = own.text.replace("La primera llamada", "Mi primera llamada")
    tab.text_area(key=box(own.id)).set_value(text).run()
    assert store.scenarios.get(own.id).title["es"] == "Mi primera llamada"
    tab.text_area(key=box(own.id)).set_value(text.replace("difficulty: 1", "difficulty: 9")).run()
    assert "debe ser 5 o menos" in shown(tab)
    assert tab.button(key="publish").disabled
    tab.text_area(key=box(own.id)).set_value(text).run()
    tab.button(key="publish").click().run()
    assert store.scenarios.get(own.id).status == "published"

    ana = Profiles(store, now).create("Ana", language="es")
    choosing = visit(ana.id, "practise", scenario="first_call_2")
    assert "Mi primera llamada" in shown(choosing)
    choosing.button(key="start_first_call_2").click().run()
    assert not choosing.exception
    assert [a.scenario_id for a in store.attempts.of(ana.id, ("prepare",))] == ["first_call_2"]

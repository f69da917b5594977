"""The studio's pages: from a copy to a published scenario that a trainee starts."""

from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.opening import authoring, explorations, now, publishing
from simulator.app_pages.studio_write import box
from simulator.assignment_view import Wanted
from simulator.kept import Profile
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.branches import NOTE
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


def test_a_shipped_scenario_is_played_and_not_recorded_and_its_copy_is_ones_own(visit: Visit, store: Store) -> None:
    tere = trainer(store)
    tab = visit(tere.id, "studio", scenario="first_call", view="play")
    tab.chat_input[0].set_value("Buenas tardes, soy Laura Gómez, de Servicios Puente.").run()
    tab.button(key="try_end").click().run()
    assert not tab.exception
    assert "En una copia suya sí se puede" in shown(tab)
    assert "try_record" not in [button.key for button in tab.button]
    again = visit(tere.id, "studio", scenario="first_call", view="play")
    assert "Laura Gómez" in shown(again), "what was tried is there after a refresh"
    again.button(key="shipped_copy").click().run()
    assert [own.name for own in store.scenarios.all()] == ["first_call_2"]


def test_nothing_to_publish_leaves_the_button_out_of_reach(visit: Visit, store: Store) -> None:
    tere = trainer(store)
    visit(tere.id, "studio", **{"from": "first_call"}).button(key="new_copy").click().run()
    (own,) = store.scenarios.all()
    tab = visit(tere.id, "studio", scenario=own.id)
    tab.button(key="publish").click().run()
    assert tab.button(key="publish").disabled
    assert "tal como está aquí" in shown(tab)
    tab.text_area(key=box(own.id)).set_value(own.text + "# nota\n").run()
    assert not tab.button(key="publish").disabled


def test_calls_of_an_own_scenario_go_by_its_title_and_are_looked_back_at_after_it_is_withdrawn(
    visit: Visit, store: Store
) -> None:
    tere, ana = trainer(store), Profiles(store, now).create("Ana", language="es")
    coach, agent = Profiles(store, now).actor(tere.id), Profiles(store, now).actor(ana.id)
    text = authoring().text_of(coach, "first_call").replace("La primera llamada", "La del taller")
    own = publishing().publish(coach, authoring().make(coach, text).id)
    wanted = Wanted(
        scenarios=(own.name,), people=frozenset({ana.id}), country="MX", language="es", opens_on=now().date(),
        mode="assessed",
    )  # fmt: skip
    (made, _) = assign_desk().assigning.assign(coach, wanted)
    home = shown(visit(ana.id))
    assert "La del taller" in home
    assert own.name not in home

    practice = Practice(store, now)
    view = assign_desk().todo.start(agent, made.id, 0)
    practice.end_talk(agent, practice.begin_talk(agent, view.id).id)
    practice.finish(agent, view.id, NOTE)
    publishing().withdraw(coach, own.id)
    assert "La del taller" in shown(visit(tere.id, "assignments", assignment=made.id))
    looked = shown(visit(tere.id, "improve", scenario=own.name))
    assert "La del taller" in looked
    assert "1 llamada evaluada" in looked


def test_plays_that_were_begun_are_found_when_the_page_looks_again(visit: Visit, store: Store) -> None:
    tere = trainer(store)
    tab = visit(tere.id, "studio", scenario="first_call")
    tab.button(key="explore_go").click().run()
    begun = explorations().of("first_call")
    assert begun is not None
    tab.button(key="explore_stop").click().run()
    assert begun.stop.is_set()
    assert not tab.exception


def test_texts_are_named_in_words(visit: Visit, store: Store) -> None:
    tere = trainer(store)
    visit(tere.id, "studio", **{"from": "first_call"}).button(key="new_copy").click().run()
    (own,) = store.scenarios.all()
    tab = visit(tere.id, "studio", scenario=own.id, view="texts")
    assert "Lo que lee quien practica antes de llamar" in shown(tab)
    tab.segmented_control(key="text_group").set_value("facts").run()
    assert "· lo que dice" in shown(tab)
    assert "].say" not in shown(tab)

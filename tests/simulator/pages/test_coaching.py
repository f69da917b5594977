from streamlit.testing.v1 import AppTest

from scoring.coaching.practise import technique, techniques
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import again, attempt_of, say, talking

HARSH = (
    "Le hablo por su deuda. <b>Ya le dije</b> que tiene que pagar hoy sin falta.",
    "Eso no es mi problema. Pague ya.",
)


def closed(visit: Visit) -> AppTest:
    tab = talking(visit)
    for reply in HARSH:
        say(tab, reply)
    tab.button(key="deed_end").click().run().button(key="end_yes").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area(key=f"note_{attempt_of(tab)}").set_value("No quiso pagar.").run()
    return tab.button(key="finish").click().run()


def test_the_scorecard_shows_how_the_weakest_moments_might_sound(visit: Visit) -> None:
    tab = closed(visit)
    page = shown(tab)
    assert "Así podría sonar" in [fold.label for fold in tab.expander]
    assert "Podría sonar así:" in page
    assert page.count('class="coached"') == 2


def test_what_was_typed_is_shown_as_it_was_and_never_as_markup(visit: Visit) -> None:
    page = shown(closed(visit))
    assert "&lt;b&gt;Ya le dije&lt;/b&gt;" in page
    assert "<b>Ya le dije</b>" not in page


def test_the_next_step_is_one_technique(visit: Visit) -> None:
    tab = closed(visit)
    known = [technique(name, "es").name for name in techniques()]
    assert sum(name in shown(tab) for name in known) == 1
    assert tab.button(key="again")


def test_the_words_stay_the_same_in_another_tab(visit: Visit) -> None:
    tab = closed(visit)
    first = [line for line in shown(tab).split("<p ") if 'class="better"' in line]
    second = [line for line in shown(again(visit, tab)).split("<p ") if 'class="better"' in line]
    assert first == second

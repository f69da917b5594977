"""What happened next, on the scorecard page."""

import re

from streamlit.testing.v1 import AppTest

from simulator.aftermath.assumptions import assumptions
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import again, finished

SECTION = "Qué pasó después"


def opened(tab: AppTest, label: str) -> bool:
    return any(expander.label == label for expander in tab.expander)


def test_the_scorecard_tells_what_happened_next_apart_from_skill(visit: Visit) -> None:
    tab = finished(visit)
    assert opened(tab, SECTION)
    skill, _, later = shown(tab).partition('class="timeline" lang="es"')
    assert "Su habilidad" in skill
    for words in ("Recuperado", "Por pagar", "Costo del contacto", "Relación", "No da ni quita puntos"):
        assert words in later


def test_the_spread_has_a_finding_and_a_table_and_every_assumption_is_shown(visit: Visit) -> None:
    tab = finished(visit)
    page = shown(tab)
    assert re.search(r"En \d+ de cada 100 historias de esta llamada no entra nada\.", page)
    assert page.count('data-head="Historias de 1000"') == 12
    assert opened(tab, "De dónde sale esto")
    assert "Nada de esto predice lo que harán personas reales." in page
    for group in assumptions().groups:
        assert group.es in page
        assert all(one.sentence("es", ".") in page for one in group.numbers), "decimals as Mexico writes them"


def test_the_story_is_the_same_in_another_tab(visit: Visit) -> None:
    tab = finished(visit)
    story = shown(tab).partition('class="timeline"')[2].partition("</ol>")[0]
    assert story
    assert story in shown(again(visit, tab))

"""The calibration page: figures as measured, always said to be model-rated, in both languages."""

import pytest

from scoring import calibrated
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.store.stored_examples import NOW


def links(tab) -> list[str]:
    return [link.proto.label for link in tab.get("page_link")]


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager", "administrator"])
def test_trainers_and_managers_find_it_in_the_menu(visit: Visit, store: Store, role: str) -> None:
    person = Profiles(store, lambda: NOW).create("Ana", role).id
    assert ("Calibración" in links(visit(person))) == (role in ("trainer", "manager"))


def test_everybody_finds_it_from_the_page_about_the_scores(visit: Visit) -> None:
    assert "Ver cuánto coincide la calificación con quienes valoran" in links(visit(page="scores"))


def test_every_figure_is_said_to_be_model_rated(visit: Visit) -> None:
    page = visit(page="calibration")
    kept = calibrated.load()
    assert kept is not None
    assert not page.exception
    assert page.get("html")
    words = shown(page).lower()
    apart = words.count("de qué se compone la calificación</caption>")
    figures = words.count("<table") - apart + words.count('class="chart-title"') + words.count("<article")
    assert words.count("valorado por un modelo") > figures
    for row in kept.of("turn", "es"):
        assert f"n {row.assessed}" in words
        assert f"{row.spearman:.2f} ({row.low:.2f}\u2060–\u2060{row.high:.2f})" in words


@pytest.mark.parametrize(("unit", "words"), [("note", "Lo acordado"), ("call", "La llamada"), ("turn", "La respuesta")])
def test_what_is_rated_is_chosen_and_read(visit: Visit, unit: str, words: str) -> None:
    page = visit(page="calibration")
    page.radio(key="calibration_unit_es").set_value(unit).run()
    page.radio(key="calibration_language_es").set_value("en").run()
    assert not page.exception
    assert words in shown(page)


def test_other_weights_than_those_measured_are_said(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = calibrated.load()
    assert kept is not None
    older = kept.model_copy(update={"versions": {"es": kept.versions["es"] | {"levels": "older"}}})
    monkeypatch.setattr(calibrated, "load", lambda: older)
    assert "otros pesos que los que están en uso (Español)" in shown(visit(page="calibration"))


def test_without_figures_the_page_says_how_to_measure(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrated, "load", lambda: None)
    assert "acuerdo calibrate --write" in shown(visit(page="calibration"))


def test_a_call_scored_again_shows_both_scorecards(visit: Visit, store: Store) -> None:
    tab = played.finished(visit)
    attempt = played.attempt_of(tab)
    (first,) = store.scorecards.all(attempt)
    other = first.scorecard.model_copy(update={"total": 12.0, "rubric_version": 7})
    store.scorecards.add(attempt, other, first.scored_at.replace(year=first.scored_at.year + 1))
    newest = played.again(visit, tab)
    assert "Esta llamada se calificó de nuevo" in shown(newest)
    assert any("Ficha anterior" in label for label in links(newest))
    earlier = played.again(visit, tab, card=first.id)
    assert "Está leyendo una ficha anterior" in shown(earlier)
    assert any("Ficha más reciente: 12 de 100" in label.replace("\\", "") for label in links(earlier))

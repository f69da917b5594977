"""The pages around the call: welcome, progress, settings, the scores explained, and what cannot be shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scenarios.load import load_scenario
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def test_a_name_is_not_needed_and_a_given_one_is_used(visit: Visit) -> None:
    assert "Aprendiz" in shown(visit(played.person_of(played.newcomer(visit))))
    tab = visit()
    tab.text_input(key="new_name").set_value("Ana <b> $x$").run()
    tab.button(key="begin").click().run()
    assert "Hola, Ana &lt;b&gt; $x$" in shown(visit(played.person_of(tab)))


def test_a_second_person_on_the_machine_chooses_a_profile(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit().button(key=f"be_{person}").click().run()
    assert "Hola, Aprendiz" in shown(tab)


def test_every_page_speaks_the_language_one_switches_to(visit: Visit) -> None:
    tab = played.newcomer(visit)
    tab.button(key="switch_language").click().run()
    assert "Choose a call" in shown(tab)
    assert tab.button(key="choose_job_loss").label == "Lost the job"
    for page, words in (("home", "Hello"), ("progress", "Your progress"), ("scores", "About the scores")):
        assert words in shown(visit(played.person_of(tab), page))
    assert 'data-language="en"' in shown(tab)


def test_an_unfinished_call_waits_on_the_start_page(visit: Visit) -> None:
    tab = played.talking(visit)
    start = visit(played.person_of(tab))
    assert "Donde se quedó" in shown(start)
    start.button(key="resume").click().run()
    assert start.chat_input


def test_progress_begins_empty_and_then_shows_each_criterion(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    assert "Después de su primera llamada" in shown(visit(person, "progress"))
    tab = played.finished(visit)
    progress = visit(played.person_of(tab), "progress")
    assert "Nivel en cada intento" in shown(progress)
    assert "Perdió el empleo" in str([link.proto.label for link in progress.get("page_link")])
    assert not progress.exception


def test_settings_are_kept(visit: Visit) -> None:
    tab = played.newcomer(visit)
    settings = visit(played.person_of(tab), "settings")
    settings.text_input(key="my_name").set_value("Laura").run()
    settings.radio(key="my_theme").set_value("dark").run()
    again = visit(played.person_of(tab), "settings")
    assert again.text_input(key="my_name").value == "Laura"
    assert 'data-theme="dark"' in shown(again)
    settings.text_input(key="my_name").set_value("  ").run()
    assert 'role="alert"' in shown(settings)


def test_one_can_leave_the_machine_to_somebody_else(visit: Visit) -> None:
    settings = visit(played.person_of(played.newcomer(visit)), "settings")
    settings.button(key="leave").click().run()
    assert "Es mi primera vez aquí" in shown(settings)


def test_the_cards_behind_the_scores_are_there_for_everybody(visit: Visit) -> None:
    page = shown(visit(page="scores"))
    assert "Cómo se califica" in page
    assert page.count('class="knowledge"') > 10


@pytest.mark.parametrize("attempt", ["nothing", "../../etc/passwd", "a" * 3000])
def test_an_unknown_attempt_is_said_in_a_friendly_way(visit: Visit, attempt: str) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit(person, "attempt", attempt=attempt)
    assert "Esto no está entre lo suyo" in shown(tab)
    assert not tab.exception


def test_somebody_elses_attempt_is_not_shown(visit: Visit) -> None:
    theirs = played.say(played.talking(visit), played.REPLIES[0])
    mine = played.person_of(played.newcomer(visit))
    tab = visit(mine, "attempt", attempt=played.attempt_of(theirs))
    assert "Esto no está entre lo suyo" in shown(tab)
    assert played.REPLIES[0] not in shown(tab)


def test_no_attempt_and_nobody_are_friendly_pages_too(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    assert "No hay ninguna llamada abierta" in shown(visit(person, "attempt"))
    assert "Primero, ¿quién es usted?" in shown(visit(page="progress"))


def test_a_database_of_a_newer_version_is_said_in_both_languages(
    visit: Visit, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    newer = f"sqlite:///{tmp_path / 'newer.sqlite3'}"
    Store.open(newer).close()
    with closing(sqlite3.connect(tmp_path / "newer.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    monkeypatch.setenv("ACUERDO_DATABASE_URL", newer)
    tab = visit()
    assert "versión más nueva" in shown(tab)
    assert "newer version" in shown(tab)


def test_the_shelf_is_narrowed_and_comes_back_whole(visit: Visit) -> None:
    tab = played.newcomer(visit)
    whole = [b for b in tab.button if b.key.startswith("choose_")]
    tab.selectbox(key="shelf_kind").set_value("business").run()
    business = [b for b in tab.button if b.key.startswith("choose_")]
    assert 0 < len(business) < len(whole)
    tab.selectbox(key="shelf_kind").set_value(None).run()
    assert len([b for b in tab.button if b.key.startswith("choose_")]) == len(whole)


def test_a_surprise_is_one_of_the_scenarios_and_the_shelf_is_one_step_back(visit: Visit) -> None:
    tab = played.newcomer(visit).button(key="surprise").click().run()
    assert any(b.key.startswith("start_") for b in tab.button)
    tab.button(key="all_scenarios").click().run()
    assert any(b.key == "choose_job_loss" for b in tab.button)


def test_the_debtor_can_be_set_harder_and_the_attempt_keeps_it(visit: Visit, store: Store) -> None:
    tab = played.choosing(visit)
    tab.session_state["dial_job_loss"] = "harder"
    tab.button(key="start_job_loss").click().run()
    kept = store.attempts.of(played.person_of(tab), ("prepare",))
    assert [attempt.difficulty for attempt in kept] == [load_scenario("job_loss").difficulty + 1]

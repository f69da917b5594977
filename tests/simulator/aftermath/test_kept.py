"""The story is kept with the attempt as it was told; attempts from before it was kept still open."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command

from scoring.transcript import FollowUp
from simulator.accounts import Actor
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.store.engine import connect
from simulator.store.upgrade import configuration
from simulator.view import AttemptView
from tests.simulator.engine import ON

NOTE = FollowUp(note="No hubo acuerdo.", next_date=ON.replace(day=30))


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'acuerdo.sqlite3'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


def now() -> datetime:
    return datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def closed(store: Store) -> tuple[Actor, AttemptView]:
    practice, profiles = Practice(store, now), Profiles(store, now)
    actor = profiles.actor(profiles.create("Ana").id)
    attempt = practice.start(actor, "job_loss", "MX", "es", 7, ON).id
    practice.begin_talk(actor, attempt)
    practice.say(actor, attempt, Said(text="Buenas tardes, ¿hablo con el titular?"), "one", 1)
    practice.end_talk(actor, attempt)
    return actor, practice.finish(actor, attempt, NOTE)


def test_closing_a_call_keeps_what_happened_next(store: Store) -> None:
    actor, view = closed(store)
    assert view.aftermath is not None
    assert view.aftermath.next_contact == NOTE.next_date
    assert Practice(store, now).open(actor, view.id).aftermath == view.aftermath


def test_a_story_in_a_form_that_is_not_known_is_told_anew(store: Store) -> None:
    actor, view = closed(store)
    attempt = store.attempts.get(view.id)
    assert attempt is not None
    store.attempts.save(attempt.model_copy(update={"aftermath": {"assumptions": 99}}))
    assert Practice(store, now).open(actor, view.id).aftermath is None


def test_attempts_closed_before_stories_were_kept_still_open(url: str) -> None:
    with Store.open(url) as store:
        actor, view = closed(store)
    engine = connect(url)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")  # as the upgrade does: tables are rebuilt
        with connection.begin():
            command.downgrade(configuration(connection), "0002")
    engine.dispose()
    with Store.open(url) as store:
        again = Practice(store, now).open(actor, view.id)
    assert again.aftermath is None
    assert again.model_copy(update={"aftermath": view.aftermath}) == view

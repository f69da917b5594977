"""Scenarios as they stood: kept once, given back to the letter, and taken over from older databases."""

import json

from sqlalchemy import func, select
from stored_examples import an_attempt

from simulator.kept import Profile
from simulator.store import Store
from simulator.store.engine import connect
from simulator.store.played_tables import PlayedScenarioRow
from simulator.store.upgrade import upgrade

CONTENT = {"id": "job_loss", "archetype": "worker", "segment": {"willing": True, "able": False}, "z": 1, "a": "ñ"}
OLD = """
INSERT INTO attempt (id, owner_id, mode, scenario_id, scenario_version, content_hash, content, title, difficulty,
  skills, country, language, seed, on_day, case_file, reader, phase, rubric, rubric_version, plan, created_at,
  updated_at, version)
VALUES ('{id}', 'ana', 'practice', 'job_loss', 3, 'c0ffee', '{content}', '{{}}', 2, '[]', 'MX',
  'es', 7, '2026-11-23', '{{}}', '', 'prepare', 'default', 1, '{{}}', '2026-11-23 15:00:00', '2026-11-23 15:00:00', 1)
"""
WHO = """
INSERT INTO profile (id, name, role, language, theme, created_at, settings)
VALUES ('ana', 'Ana', 'trainee', 'es', 'system', '2026-11-23 15:00:00', '{}')
"""


def test_a_scenario_is_kept_once_for_all_its_calls(store: Store, ana: Profile) -> None:
    for name in ("a1", "a2", "a3"):
        store.attempts.add(an_attempt(name, content=CONTENT))
    with store.sessions.reading() as session:
        assert session.scalar(select(func.count()).select_from(PlayedScenarioRow)) == 1
    kept = store.attempts.get("a3")
    assert kept is not None
    assert list(kept.content.items()) == list(CONTENT.items())


def test_another_content_is_another_scenario_kept(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt("a1", content=CONTENT))
    store.attempts.add(an_attempt("a2", content=CONTENT | {"z": 2}, content_hash="decaf"))
    found = [store.attempts.get(name) for name in ("a1", "a2", "a1")]
    assert [one.content["z"] for one in found if one] == [1, 2, 1]


def test_an_older_database_keeps_what_each_call_was_about(url: str) -> None:
    engine = connect(url)
    upgrade(engine, "0011")
    with engine.begin() as connection:
        connection.exec_driver_sql(WHO)
        for name in ("a1", "a2"):
            connection.exec_driver_sql(OLD.format(id=name, content=json.dumps(CONTENT)))
    engine.dispose()
    with Store.open(url) as store, store.sessions.reading() as session:
        kept = [store.attempts.get(name) for name in ("a1", "a2")]
        assert [one.content for one in kept if one] == [CONTENT, CONTENT]
        edition = session.scalars(select(PlayedScenarioRow)).one()
        assert (edition.archetype, edition.willing, edition.able) == ("worker", True, False)

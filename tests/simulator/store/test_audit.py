"""The audit log: written with the deed or not at all, and every change of it is found."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError
from stored_examples import NOW, an_attempt

from simulator.audited import Deed, Head
from simulator.kept import Profile
from simulator.store import Conflict, Store
from simulator.store.engine import connect

LINES = 5
UNLOCK = {
    "sqlite": ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"],
    "postgresql": ["ALTER TABLE audit DISABLE TRIGGER USER"],
}


def execute(url: str, *statements: str) -> None:
    engine = connect(url)
    try:
        with engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


@pytest.fixture
def written(store: Store) -> Store:
    for number in range(LINES):
        at = NOW + timedelta(minutes=number, microseconds=number)
        store.audit.note(Deed.ATTEMPT_STARTED, at, "ana", f"a{number}", {"scenario": "job_loss", "ñ": number})
    return store


def test_the_lines_come_back_as_written_and_the_chain_holds(written: Store) -> None:
    lines = list(written.audit.lines())
    assert [(line.number, line.actor, line.target) for line in lines] == [(n + 1, "ana", f"a{n}") for n in range(LINES)]
    assert lines[1].at == NOW + timedelta(minutes=1, microseconds=1)
    assert [line.number for line in written.audit.lines(after=2, limit=2)] == [3, 4]
    verdict = written.audit.verify()
    assert verdict.fault == ""
    assert verdict.head == Head(number=LINES, hash=lines[-1].hash)


def test_an_empty_log_is_sound(store: Store) -> None:
    assert store.audit.verify().fault == ""


@pytest.mark.parametrize("change", ["UPDATE audit SET actor = 'luis' WHERE number = 3", "DELETE FROM audit"])
def test_the_database_itself_refuses_a_change(written: Store, url: str, change: str) -> None:
    with pytest.raises(DBAPIError, match="audit only grows"):
        execute(url, change)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE audit SET actor = 'luis' WHERE number = 3", "line 3 was changed"),
        ("UPDATE audit SET at = '2026-11-23 15:00:00' WHERE number = 2", "line 2 was changed"),
        ("UPDATE audit SET details = '{}' WHERE number = 5", "line 5 was changed"),
        ("UPDATE audit SET deed = 'tidied' WHERE number = 1", "line 1 was changed"),
        ("DELETE FROM audit WHERE number = 1", "line 1 is missing"),
        ("DELETE FROM audit WHERE number = 4", "line 4 is missing"),
        ("DELETE FROM audit WHERE number = 5", "ends at line 4, but 5 were written"),
        ("UPDATE audit SET number = 6 WHERE number = 5", "line 5 is missing"),
        ("UPDATE audit_head SET number = 4", "ends at line 5, but 4 were written"),
        ("DELETE FROM audit_head", "ends at line 5, but 0 were written"),
    ],
)
def test_a_changed_or_removed_line_is_found_and_told(
    written: Store, url: str, engine_name: str, change: str, told: str
) -> None:
    execute(url, *UNLOCK[engine_name], change)
    assert told in written.audit.verify().fault


def test_a_log_rewritten_from_its_beginning_is_told_from_the_noted_one(written: Store, url: str, store: Store,
                                                                       engine_name: str) -> None:  # fmt: skip
    noted = written.audit.head()
    execute(url, *UNLOCK[engine_name], "DELETE FROM audit", f"UPDATE audit_head SET number = 0, hash = '{'0' * 64}'")
    assert "before the noted line 5" in store.audit.verify(noted).fault
    for _ in range(LINES + 1):
        store.audit.note(Deed.ATTEMPT_STARTED, NOW, "luis")
    assert store.audit.verify().fault == "", "the forged chain holds together by itself"
    assert "line 5 is not the one that was noted" in store.audit.verify(noted).fault


def test_a_deed_and_its_line_are_saved_together(store: Store, ana: Profile) -> None:
    with store.acting(Deed.ATTEMPT_STARTED, NOW, "ana", "a1"):
        store.attempts.add(an_attempt())
        assert store.attempts.get("a1") is not None, "what is written in the block is seen in it"
    assert store.attempts.get("a1") == an_attempt()
    assert [line.target for line in store.audit.lines()] == ["a1"]


def test_a_deed_that_fails_leaves_no_line_and_nothing_else(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    with pytest.raises(Conflict), store.acting(Deed.ATTEMPT_STARTED, NOW, "ana", "a2"):
        store.attempts.add(an_attempt("a2"))
        store.attempts.add(an_attempt())
    assert store.attempts.get("a2") is None
    assert list(store.audit.lines()) == []
    store.attempts.add(an_attempt("a2"))


def test_many_write_at_once_and_the_chain_holds(store: Store, ana: Profile) -> None:
    people, deeds = 12, 8
    start = threading.Barrier(people)

    def act(person: int) -> None:
        start.wait(timeout=60)
        for number in range(deeds):
            with store.acting(Deed.ATTEMPT_STARTED, NOW, f"p{person}", f"{person}-{number}"):
                store.attempts.add(an_attempt(f"{person}-{number}"))

    with ThreadPoolExecutor(people) as pool:
        list(pool.map(act, range(people)))
    assert store.audit.verify().fault == ""
    targets = [line.target for line in store.audit.lines()]
    assert sorted(targets) == sorted(f"{p}-{n}" for p in range(people) for n in range(deeds))
    for person in range(people):
        own = [target for target in targets if target.startswith(f"{person}-")]
        assert own == [f"{person}-{n}" for n in range(deeds)], "one person's deeds stand in their order"

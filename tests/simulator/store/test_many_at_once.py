"""Many people at once, two windows on one attempt, locks, full disks, and processes and servers that die."""

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from stored_examples import NOW, a_turn, an_attempt

from simulator.kept import Profile
from simulator.store import Conflict, Store, StoreError
from simulator.store.engine import connect
from simulator.store.ready import Readiness
from tests.postgres import Postgres
from tests.storms import killed_often, lost_or_doubled, talked

PEOPLE, TURNS = 50, 6
KILLS = 10
only_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
only_postgresql = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)


def test_fifty_people_talk_at_once_and_every_turn_is_there_once(store: Store) -> None:
    assert len(talked(store, PEOPLE, TURNS)) == PEOPLE * TURNS
    assert lost_or_doubled(store, PEOPLE, TURNS) == []


def test_of_two_windows_at_the_same_number_one_is_told(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    attempt, told = an_attempt(), []
    for number in range(TURNS):
        both = threading.Barrier(2)

        def say(window: str, number: int = number, both: threading.Barrier = both) -> str | None:
            both.wait(timeout=60)
            try:
                store.attempts.save(attempt, a_turn(number, f"{window}-{number}"))  # noqa: B023
            except Conflict:
                return window
            return None

        with ThreadPoolExecutor(2) as pool:
            told += [window for window in pool.map(say, ("left", "right")) if window]
        again = store.attempts.get("a1")
        assert again is not None
        attempt = again
    assert len(told) == TURNS
    assert [turn.step.number for turn in store.attempts.turns("a1")] == list(range(TURNS))


def test_two_programs_may_open_a_new_database_at_once(url: str) -> None:
    start = threading.Barrier(4)

    def open_it(_: int) -> int:
        start.wait(timeout=60)
        with Store.open(url) as store:
            return len(store.profiles.all())

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_it, range(4))) == [0, 0, 0, 0]


def test_what_was_acknowledged_survives_processes_killed_at_any_moment(store: Store, url: str) -> None:
    assert killed_often(url, KILLS, seed=7) >= KILLS
    assert store.audit.verify().fault == ""
    readiness = Readiness(url)
    assert readiness.unsound() == ""
    readiness.close()


def test_who_meets_a_lock_waits_and_is_served(store: Store, ana: Profile, url: str) -> None:
    store.attempts.add(an_attempt())
    holding, engine = threading.Event(), connect(url)

    def hold() -> None:
        with engine.connect().execution_options(acuerdo_writes=True) as connection, connection.begin():
            connection.exec_driver_sql("UPDATE attempt SET difficulty = 3 WHERE id = 'a1'")
            holding.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    assert holding.wait(timeout=30)
    store.attempts.save(an_attempt(), a_turn(0))
    holder.join()
    engine.dispose()
    kept = store.attempts.get("a1")
    assert kept is not None
    assert (kept.version, kept.difficulty) == (2, 3), "neither lost the other's change"


@only_sqlite
def test_a_full_disk_is_told_in_words_and_what_was_saved_stays(store: Store, ana: Profile, url: str) -> None:
    store.attempts.add(an_attempt())
    saved = store.attempts.save(an_attempt(), a_turn(0))
    engine = store.attempts._sessions._reading
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full") as refusal:
        store.attempts.save(saved, a_turn(1, text="á" * 50_000))
    assert "Lo anterior sigue guardado" in refusal.value.in_language("es")
    assert len(store.attempts.turns("a1")) == 1
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    store.attempts.save(saved, a_turn(1, text="á" * 50_000))
    assert len(store.attempts.turns("a1")) == 2, "once there is room, the same reply is saved"


@only_sqlite
def test_a_database_locked_for_too_long_is_told_in_words(store: Store, ana: Profile, url: str) -> None:
    store.attempts.add(an_attempt())
    with store.attempts._sessions._reading.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="did not answer"):
        store.attempts.save(an_attempt(), a_turn(0))
    other.execute("ROLLBACK")
    other.close()
    store.attempts.save(an_attempt(), a_turn(0))


@only_postgresql
def test_after_the_server_was_restarted_the_same_store_goes_on(
    store: Store, ana: Profile, url: str, postgres: Postgres
) -> None:
    store.attempts.add(an_attempt())
    saved = store.attempts.save(an_attempt(), a_turn(0))
    postgres.restart()
    assert len(store.attempts.turns("a1")) == 1
    store.attempts.save(saved.model_copy(update={"updated_at": NOW}), a_turn(1))
    assert len(store.attempts.turns("a1")) == 2


@only_postgresql
def test_a_connection_cut_in_the_middle_of_a_write_saves_nothing_of_it(store: Store, ana: Profile, url: str) -> None:
    store.attempts.add(an_attempt())
    engine = connect(url)
    with pytest.raises(StoreError, match="The database did not answer"), store.sessions.together():
        store.attempts.save(an_attempt(), a_turn(0))
        with engine.begin() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        store.attempts.turns("a1")
    engine.dispose()
    assert store.attempts.turns("a1") == ()
    store.attempts.save(an_attempt(), a_turn(0))
    assert len(store.attempts.turns("a1")) == 1

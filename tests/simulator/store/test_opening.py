"""Opening a database: brought up to date, or refused with words and left alone."""

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from stored_examples import an_attempt

from simulator.kept import Profile
from simulator.store import Store, StoreError
from simulator.store.engine import connect
from simulator.store.sessions import Sessions
from simulator.store.tables import Base
from simulator.store.upgrade import configuration, upgrade

only_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
BROKEN = {
    "sqlite": ["CREATE TRIGGER full BEFORE INSERT ON attempt BEGIN SELECT RAISE(ROLLBACK, 'x') FROM nowhere; END"],
    "postgresql": [
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON attempt EXECUTE FUNCTION full_disk()",
    ],
}
"""What makes every insertion fail, as a full disk would."""


def _execute(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = connect(url)
    try:
        with engine.begin() as connection:
            answer = connection.exec_driver_sql(statement)
            return [tuple(row) for row in answer] if answer.returns_rows else []
    finally:
        engine.dispose()


def _tables(url: str) -> set[str]:
    engine = connect(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def test_the_migrations_make_exactly_the_tables_of_the_program(store: Store, url: str) -> None:
    engine = connect(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_constraint_of_the_program_stands_in_the_database(
    store: Store, url: str, ana: Profile, engine_name: str
) -> None:
    asked = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'table'",
        "postgresql": "SELECT conname FROM pg_constraint",
    }
    made = " ".join(str(row[0]) for row in _execute(url, asked[engine_name]))
    for table in Base.metadata.sorted_tables:
        for constraint in table.constraints:
            assert str(constraint.name) in made


def test_opening_again_keeps_what_stands(url: str) -> None:
    with Store.open(url) as store:
        assert store.profiles.all() == ()
    with Store.open(url) as store:
        assert store.profiles.all() == ()


def test_a_database_of_a_newer_program_is_refused_and_not_touched(url: str) -> None:
    Store.open(url).close()
    _execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer version") as refusal:
        Store.open(url)
    assert "Actualice" in refusal.value.in_language("es")
    assert _execute(url, "SELECT version_num FROM alembic_version") == [("9999",)]


def test_a_database_with_a_foreign_table_of_our_name_is_refused_and_not_touched(url: str) -> None:
    _execute(url, "CREATE TABLE attempt (what TEXT)")
    with pytest.raises(StoreError, match="'attempt'"):
        Store.open(url)
    assert _tables(url) == {"attempt"}


def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "acuerdo.sqlite3"
    file.write_bytes(b"these are somebody's notes\n" * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store.open(f"sqlite:///{file}")
    assert file.read_bytes() == b"these are somebody's notes\n" * 100


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "nonsense",
        "oracle9://u:secret@h/d",
        "mysql://u:secret@localhost/d",
        "://:secret@",
    ],
)
def test_a_url_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as refusal:
        Store.open(url)
    assert "ACUERDO_DATABASE_URL" in str(refusal.value)
    assert "secret" not in str(refusal.value) + refusal.value.in_language("es")


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    Store.open(f"sqlite:///{tmp_path / 'new' / 'folder' / 'a.sqlite3'}").close()
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o077 == 0


@only_sqlite
def test_sqlite_is_told_what_it_needs(store: Store, url: str) -> None:
    engine = connect(url)
    with engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        stands = {pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in asked}
    engine.dispose()
    assert stands == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 30_000,
                      "secure_delete": 1}  # fmt: skip


def test_a_failed_write_is_told_in_words_without_what_was_typed(
    store: Store, url: str, ana: Profile, engine_name: str
) -> None:
    for statement in BROKEN[engine_name]:
        _execute(url, statement)
    with pytest.raises(StoreError) as refusal:
        store.attempts.add(an_attempt(plan={"goal": "mi secreto"}))
    assert "could not be saved" in str(refusal.value)
    assert "secreto" not in f"{refusal.value.__cause__}"


@only_sqlite
def test_a_writing_transaction_takes_its_lock_at_once(store: Store, url: str, ana: Profile) -> None:
    engine = connect(url)
    other = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=0, isolation_level=None)
    with Sessions(engine).writing() as session:
        session.connection()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT id FROM profile").fetchall() == [("ana",)], "readers do not wait"
    other.close()
    engine.dispose()


def test_the_migrations_lead_back_to_nothing(store: Store, url: str) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
    assert _tables(url) == {"alembic_version"}
    upgrade(engine)
    engine.dispose()
    with Store.open(url) as again:
        assert again.profiles.all() == ()


def test_the_migrations_travel_with_the_package() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert len(scripts.get_heads()) == 1

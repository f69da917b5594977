"""Bringing a database up to date when it is opened, or refusing it with words."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from simulator.store.engine import WRITES
from simulator.store.errors import foreign, newer, unusable
from simulator.store.tables import Base

_LOCK = 1_148_216_611
"""Any fixed number: the name under which PostgreSQL lets one process upgrade at a time."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration of the migrations shipped in this package."""
    config = Config()
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@cache
def _shipped() -> ScriptDirectory:
    """The migrations of this program, read once: they do not change while it runs."""
    return ScriptDirectory.from_config(configuration())


def known_revisions() -> frozenset[str]:
    """The revisions that this program knows."""
    return frozenset(script.revision for script in _shipped().walk_revisions())


def newest_revision() -> str:
    """The revision that this program brings a database to."""
    return str(_shipped().get_current_head())


def upgrade(engine: Engine, to: str = "head") -> None:
    """Migrate to the newest revision, or to an older one that a backup is of.

    Raises ``StoreError`` and changes nothing where that cannot be.
    """
    where = engine.url.render_as_string(hide_password=True)
    try:
        with engine.connect().execution_options(**WRITES) as connection:
            _upgrade(connection, where, to)
    except DBAPIError as error:
        raise unusable(where, str(error.orig)) from None


def _upgrade(connection: Connection, where: str, to: str) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # SQLite alters a table by making it anew; with foreign keys on, dropping the old one would delete its turns.
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            _migrate(connection, where, to)
    finally:
        if sqlite:
            connection.connection.cursor().execute("PRAGMA foreign_keys = ON")


def _migrate(connection: Connection, where: str, to: str) -> None:
    stands = MigrationContext.configure(connection).get_current_heads()
    for revision in stands:
        if revision not in known_revisions():
            raise newer(where, revision)
    if stands == tuple(_shipped().get_heads()):
        return
    if not stands:
        for table in inspect(connection).get_table_names():
            if table in Base.metadata.tables:
                raise foreign(where, table)
    command.upgrade(configuration(connection), to)

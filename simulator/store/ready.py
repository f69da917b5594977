"""Whether the database can be worked with now: it answers, takes writes, and is of this program's version."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, delete, inspect, text
from sqlalchemy.exc import DBAPIError

from simulator.store.backup import revision_of
from simulator.store.engine import WRITES, connect
from simulator.store.errors import StoreError
from simulator.store.tables import ProfileRow
from simulator.store.upgrade import newest_revision


class Readiness:
    """Asks one database again and again; opens it once. Answers are words, empty where all is well."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None

    def fault(self) -> str:
        """Whether this program can serve from the database: reachable, and migrated to this version."""
        with _told() as told, self._connected().connect() as connection:
            stands = revision_of(connection)
            if stands != newest_revision():
                told.append(f"it stands at revision {stands or 'none'}, not at {newest_revision()}")
        return "; ".join(told)

    def cannot_write(self) -> str:
        """Whether a write would be taken; nothing is changed."""
        with _told() as told, self._connected().connect().execution_options(**WRITES) as connection:
            if inspect(connection).has_table(ProfileRow.__tablename__):
                connection.execute(delete(ProfileRow).where(ProfileRow.id == ""))
            connection.rollback()
        return "; ".join(told)

    def unsound(self) -> str:
        """What SQLite's own check of its file finds; PostgreSQL looks after itself."""
        with _told() as told, self._connected().connect() as connection:
            told.extend(_quick_check(connection))
        return "; ".join(told)

    def close(self) -> None:
        """Let the connections go."""
        if self._engine is not None:
            self._engine.dispose()

    def _connected(self) -> Engine:
        if self._engine is None:
            self._engine = connect(self._url)
        return self._engine


def _quick_check(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.execute(text("PRAGMA quick_check(3)"))]
    return [] if found == ["ok"] else found


@contextmanager
def _told() -> Iterator[list[str]]:
    told: list[str] = []
    try:
        yield told
    except StoreError as error:
        told.append(str(error))
    except DBAPIError as error:
        told.append(str(error.orig).strip().splitlines()[0])

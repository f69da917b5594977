"""The connection to the database: what SQLite needs said to it, and nothing that only SQLite has."""

import json
import time
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from simulator.store.errors import unusable
from simulator.store.turnstile import Turnstile

WRITES = {"acuerdo_writes": True}
"""Execution option of connections that will write."""
PATIENCE = 30.0
"""Seconds that a write waits for others."""
CONNECTIONS, MORE, WRITERS = 20, 10, 16
"""For PostgreSQL: connections that a process keeps, and opens besides where these are taken; those that write at once,
so that some are left for whoever only looks."""
TRIES, PAUSE = 200, 0.05
"""How often, and after how many seconds, the switch to a write-ahead log is tried while another program opens."""


def connect(url: str, *, json_as_text: bool = False) -> Engine:
    """An engine for the URL. Makes a SQLite file's folder. Raises ``StoreError``.

    ``json_as_text``: JSON comes and goes as the text it is, for who only passes it on.
    """
    parsed = _parsed(url)
    where = parsed.render_as_string(hide_password=True)
    options: dict[str, Any] = {"hide_parameters": True, "json_serializer": _as_json}
    if json_as_text:
        options |= {"json_serializer": _as_it_is, "json_deserializer": _as_it_is}
    if parsed.get_backend_name() == "sqlite":
        _prepare_file(parsed, where)
        options |= {"connect_args": {"timeout": PATIENCE}, "pool_size": 10, "max_overflow": 40}
    else:
        options |= {
            "connect_args": {"connect_timeout": 10}, "pool_size": CONNECTIONS, "max_overflow": MORE,
            "pool_pre_ping": True,  # a server may have gone away meanwhile; a file does not
        }  # fmt: skip
    try:
        engine = create_engine(parsed, **options)
    except (ImportError, NoSuchModuleError, ArgumentError, TypeError) as error:
        raise unusable(where, f"{error}; for PostgreSQL install acuerdo[postgresql]") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def absent(url: str) -> bool:
    """Whether the URL names a SQLite file that does not exist; connecting would make it. Raises ``StoreError``."""
    parsed = _parsed(url)
    return parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists()


_QUEUES: WeakValueDictionary[str, Turnstile] = WeakValueDictionary()
_MAKING = Lock()


def queue_of(engine: Engine) -> Turnstile:
    """Where the writers of this process queue for a database: one at a time for a SQLite file."""
    if engine.dialect.name == "sqlite":
        name, places = str(Path(str(engine.url.database)).absolute()), 1
    else:
        name, places = engine.url.render_as_string(hide_password=True), WRITERS
    with _MAKING:
        return _QUEUES.setdefault(name, Turnstile(places))


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The URL itself may hold a password, so it is not repeated.
        raise unusable("", "the URL cannot be read; write it as in sqlite:///folder/acuerdo.sqlite3") from None
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def _prepare_file(url: URL, where: str) -> None:
    if url.database in (None, "", ":memory:"):
        raise unusable(where, "a database in memory would lose every attempt; name a file")
    folder = Path(str(url.database)).parent
    try:
        if not folder.exists():
            folder.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise unusable(where, str(error.strerror)) from None


def _set_up_sqlite(connection: SqliteConnection, _: object) -> None:
    connection.isolation_level = None  # BEGIN is ours to say, below
    _keep_a_log(connection)
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):  # what is erased is gone
        connection.execute(f"PRAGMA {pragma}").close()


def _keep_a_log(connection: SqliteConnection) -> None:
    """Write-ahead logging. The switch, made once in a file's life, does not wait for others: it is tried again."""
    for _ in range(TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(PAUSE)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL").close()


def _begin_sqlite(connection: Connection) -> None:
    """A write takes its lock at once: with a deferred BEGIN, two that read first and then write cannot both go on."""
    writes = connection.get_execution_options().get("acuerdo_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _as_it_is(text: str | bytes) -> str:
    return text.decode() if isinstance(text, bytes) else text


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

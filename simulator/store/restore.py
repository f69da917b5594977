"""Restoring a backup into an empty database, of whichever engine, verified row by row before it counts."""

import datetime
import hashlib
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Table, delete, inspect, select
from sqlalchemy.exc import DBAPIError

from simulator.audited import Head, Line
from simulator.store import archive as archived
from simulator.store.archive import Content, Manifest, Row
from simulator.store.archive_errors import damaged, later_format, not_alike, not_empty
from simulator.store.audit import followed
from simulator.store.backup import read_back, revision_of
from simulator.store.engine import WRITES, connect
from simulator.store.errors import unusable
from simulator.store.rows import AT_A_TIME, Links, dumped, loaded, tables
from simulator.store.tables import Base
from simulator.store.upgrade import known_revisions, upgrade

MADE_WITH_THE_TABLES = {"audit_head", "alembic_version"}
"""What is not empty in an empty database."""
WAYS_IN = {"session", "invitation"}


def restore(path: Path, url: str) -> Manifest:
    """Bring the backup at ``path`` into the empty database ``url``, then up to this program's version.

    The archive is read to its end before anything is written; then all rows are written in one transaction, read
    again and compared, or nothing is. Raises ``StoreError``.
    """
    manifest = read_back(path)
    if manifest.revision not in known_revisions():
        raise later_format(path, f"revision {manifest.revision}")
    if unknown := set(manifest.tables) - set(Base.metadata.tables):
        raise damaged(path, f"it names a table that is not Acuerdo's: {min(unknown)!r}")
    _require_sound_audit(path, manifest)
    engine = connect(url)
    where = engine.url.render_as_string(hide_password=True)
    try:
        _require_empty(engine, where)
        upgrade(engine, manifest.revision)
        with archived.open_archive(path) as archive:
            _bring_in(archive, engine, manifest)
        upgrade(engine)
    except DBAPIError as error:
        raise unusable(where, str(error.orig)) from None
    finally:
        engine.dispose()
    return manifest


def _require_sound_audit(path: Path, manifest: Manifest) -> None:
    if "audit" not in manifest.tables:
        return
    head = Head.read(manifest.audit)
    with archived.open_archive(path) as archive:
        lines = map(_audit_line, archived.read_table(archive, "audit", manifest.tables["audit"]))
        fault = followed(lines, head).fault if head else "its head cannot be read"
    if fault:
        raise damaged(path, f"its audit log is not sound: {fault}")


def _audit_line(row: Row) -> Line:
    try:
        line = Line.model_validate(row)
    except ValidationError:
        raise ValueError("not a line of the audit log") from None
    return line.model_copy(update={"at": line.at.replace(tzinfo=datetime.UTC)})


def occupied(connection: Connection) -> str | None:
    """A table because of which the database is not empty; ``None`` where nothing stands in it."""
    names = set(inspect(connection).get_table_names())
    strangers = names - set(Base.metadata.tables) - MADE_WITH_THE_TABLES
    if strangers:
        return min(strangers)
    for table in tables(connection):
        if table.name in MADE_WITH_THE_TABLES:
            continue
        if connection.execute(select(*table.primary_key.columns).limit(1)).first() is not None:
            return table.name
    return None


def _require_empty(engine: Engine, where: str) -> None:
    with engine.connect() as connection:
        table = occupied(connection)
    if table is not None:
        raise not_empty(where, table)


def _bring_in(archive: zipfile.ZipFile, engine: Engine, manifest: Manifest) -> None:
    path = Path(str(archive.filename))
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        stands = {table.name: table for table in tables(connection)}
        if stands.keys() != manifest.tables.keys():
            raise damaged(path, f"its tables are not those of revision {manifest.revision}")
        if revision_of(connection) != manifest.revision:
            raise damaged(path, "the database is further than the backup; name a new one")
        for name, table in stands.items():
            if name in MADE_WITH_THE_TABLES:
                connection.execute(delete(table))
            _insert(connection, table, archived.read_table(archive, name, manifest.tables[name]), path)
        for name, table in stands.items():
            if _content(connection, table) != manifest.tables[name]:
                raise not_alike(path, name)
        _end_ways_in(connection, stands)


def _end_ways_in(connection: Connection, stands: dict[str, Table]) -> None:
    """Who was signed in when the backup was made is not signed in again by it, nor does an old link open anything:
    what was ended, used or stolen since would otherwise come back to life."""
    for name in WAYS_IN & stands.keys():
        table = stands[name]
        ended = table.update().where(table.c.revoked_at.is_(None)).values(revoked_at=table.c.created_at)
        connection.execute(ended)


def _insert(connection: Connection, table: Table, rows: Iterator[Row], path: Path) -> None:
    """Every row. Which row of its own table one speaks of is written last: rows come by id, not by age."""
    number, links = 0, Links(table)
    try:
        while batch := list(islice(rows, AT_A_TIME)):
            ready = []
            for row in batch:
                number += 1
                try:
                    ready.append(links.taken_off(loaded(row, table)))
                except (ValueError, OverflowError) as error:
                    raise damaged(path, f"row {number} of table {table.name}: {error}") from None
            connection.execute(table.insert(), ready)
        links.put_on(connection)
    except DBAPIError:
        raise damaged(path, f"table {table.name} has rows that contradict each other") from None


def _content(connection: Connection, table: Table) -> Content:
    digest, count = hashlib.sha256(), 0
    for row in dumped(connection, table):
        digest.update(archived.line_of(row))
        count += 1
    return Content(rows=count, sha256=digest.hexdigest())

"""Backing up a database that is in use: one view of all its tables, into a file that is whole or is not there."""

import datetime
import os
import zipfile
from importlib.metadata import version
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, make_url, select
from sqlalchemy.exc import DBAPIError

from simulator.audited import Head
from simulator.store import archive as archived
from simulator.store.archive import FORMAT, Manifest
from simulator.store.archive_errors import exists_already, not_written
from simulator.store.engine import absent, connect
from simulator.store.errors import newer, unusable
from simulator.store.rows import dumped, tables
from simulator.store.upgrade import known_revisions


def back_up(url: str, path: Path, at: datetime.datetime) -> Manifest:
    """Write every row to ``path`` while others go on writing, read it back, and say what it holds.

    The database is not changed, nor brought up to date. Raises ``StoreError``; then no file is left.
    """
    if path.exists():
        raise exists_already(path)
    if absent(url):
        raise unusable(make_url(url).render_as_string(hide_password=True), "there is no such file")
    engine = connect(url)
    part = path.with_name(path.name + ".part")
    try:
        manifest = _write(engine, part, at)
        read_back(part)
        _publish(part, path)
    except OSError as error:
        raise not_written(path, str(error.strerror or error)) from None
    finally:
        engine.dispose()
        part.unlink(missing_ok=True)
    return manifest


def read_back(path: Path) -> Manifest:
    """Read an archive from end to end. Raises ``StoreError`` where anything is not as its manifest says."""
    with archived.open_archive(path) as archive:
        manifest = archived.read_manifest(archive)
        for name, content in manifest.tables.items():
            for _ in archived.read_table(archive, name, content):
                pass
    return manifest


def revision_of(connection: Connection) -> str:
    """The revision of the migrations that the database stands at; empty where it is none of ours."""
    return next(iter(MigrationContext.configure(connection).get_current_heads()), "")


def _write(engine: Engine, part: Path, at: datetime.datetime) -> Manifest:
    where = engine.url.render_as_string(hide_password=True)
    one_view = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    try:
        with (
            engine.execution_options(**one_view).connect() as connection,
            os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            return _fill(archive, connection, where, at)
    except DBAPIError as error:
        raise unusable(where, str(error.orig)) from None


def _fill(archive: zipfile.ZipFile, connection: Connection, where: str, at: datetime.datetime) -> Manifest:
    revision = revision_of(connection)
    if revision not in known_revisions():
        raise newer(where, revision) if revision else unusable(where, "it holds nothing of Acuerdo's")
    stands = tables(connection)
    written = {table.name: archived.write_table(archive, table.name, dumped(connection, table)) for table in stands}
    head = next((table for table in stands if table.name == "audit_head"), None)
    row = None if head is None else connection.execute(select(head.c.number, head.c.hash)).one_or_none()
    manifest = Manifest(
        format=FORMAT, program=version("acuerdo"), revision=revision, made_at=at.isoformat(), tables=written,
        audit=str(Head() if row is None else Head(number=row[0], hash=row[1])),
    )  # fmt: skip
    archived.write_manifest(archive, manifest)
    return manifest


def _publish(part: Path, path: Path) -> None:
    """From the disk's cache to the disk, and only then under its name, which nobody else took meanwhile."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        raise exists_already(path) from None

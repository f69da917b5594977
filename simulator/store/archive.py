"""The archive of a backup: a ZIP of one file of JSON lines a table, and a manifest that says what must be in it.

The same on every engine. What is read here may come from anybody: names are compared and never used as paths, and
memory stays bounded whatever the archive claims.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Literal

from pydantic import Field, ValidationError

from scenarios.values import Frozen
from simulator.store.archive_errors import damaged, later_format

FORMAT = 1
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 1 << 20
LONGEST_ROW = 32 << 20
"""Bytes. The largest row is a portfolio or a call with its case: well under a mebibyte."""
_UNREADABLE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, KeyError)
"""What the ZIP reader raises for a broken, encrypted or cut file."""

Row = dict[str, Any]


class Content(Frozen):
    """What a table's file must hold."""

    rows: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class Manifest(Frozen):
    """What the archive is. ``revision`` is that of the database's migrations, ``audit`` the audit log's head."""

    format: int = Field(ge=1)
    kind: Literal["acuerdo-backup"] = "acuerdo-backup"
    program: str = Field(max_length=40)
    revision: str = Field(max_length=32)
    made_at: str = Field(max_length=40)
    audit: str = Field(max_length=90)
    tables: dict[str, Content]


def line_of(row: Row) -> bytes:
    """A row as a line of its file. Keys in the row's own order, so that content comes back to the letter."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def write_table(archive: zipfile.ZipFile, name: str, rows: Iterable[Row]) -> Content:
    """Write the rows as they come; what was written."""
    digest, count = hashlib.sha256(), 0
    with archive.open(_member(name), "w", force_zip64=True) as file:
        for row in rows:
            line = line_of(row)
            digest.update(line)
            count += 1
            file.write(line)
    return Content(rows=count, sha256=digest.hexdigest())


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """The last thing that is written."""
    archive.writestr(MANIFEST, manifest.model_dump_json(indent=2))


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive. Raises ``StoreError`` where the file is none or holds anything but what a backup holds."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise damaged(path, f"it cannot be read as a ZIP file ({error})") from None
    return archive


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """What the archive says that it is, compared with what it holds."""
    path = Path(str(archive.filename))
    members = archive.infolist()
    if MANIFEST not in (one.filename for one in members):
        raise damaged(path, f"it has no {MANIFEST}")
    try:
        with archive.open(MANIFEST) as file:
            raw = file.read(LARGEST_MANIFEST + 1)
        if len(raw) > LARGEST_MANIFEST:
            raise damaged(path, f"{MANIFEST} is too long")
        if isinstance(stated := json.loads(raw), dict) and stated.get("format") != FORMAT:
            raise later_format(path, str(stated.get("format"))[:20])
        manifest = Manifest.model_validate(stated)
    except (ValueError, RecursionError, ValidationError, *_UNREADABLE):
        raise damaged(path, f"{MANIFEST} cannot be read") from None
    expected = sorted([MANIFEST, *map(_member, manifest.tables)])
    if sorted(one.filename for one in members) != expected:
        raise damaged(path, "it holds other files than its manifest names")
    return manifest


def read_table(archive: zipfile.ZipFile, name: str, content: Content) -> Iterator[Row]:
    """The rows of a table; at the end their count and their hash are compared. Raises ``StoreError``."""
    path, digest, count = Path(str(archive.filename)), hashlib.sha256(), 0
    try:
        with archive.open(_member(name)) as file:
            for line in _lines(file, path, name):
                digest.update(line)
                count += 1
                if count > content.rows:
                    raise damaged(path, f"table {name} has more rows than its manifest names")
                yield _row(line, path, name, count)
    except _UNREADABLE as error:
        raise damaged(path, f"table {name} cannot be read ({type(error).__name__})") from None
    if count != content.rows or digest.hexdigest() != content.sha256:
        raise damaged(path, f"table {name} is not what was saved")


def _lines(file: IO[bytes], path: Path, name: str) -> Iterator[bytes]:
    while line := file.readline(LONGEST_ROW + 1):
        if len(line) > LONGEST_ROW:
            raise damaged(path, f"table {name} has a row that is too long")
        yield line


def _row(line: bytes, path: Path, name: str, number: int) -> Row:
    try:
        row = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise damaged(path, f"row {number} of table {name} cannot be read") from None
    if not isinstance(row, dict):
        raise damaged(path, f"row {number} of table {name} is no row")
    return row


def _no_number(text: str) -> None:
    raise ValueError(text)


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"

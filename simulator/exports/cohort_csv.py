"""A cohort's calls as CSV: one file a table, and one that says what the columns hold, together in a ZIP."""

import csv
import datetime
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from typing import IO, Any

from simulator.exports.cells import guarded, instant
from simulator.exports.cohort_call import CohortCall, CohortHead
from simulator.exports.cohort_tables import Cell, tables
from simulator.i18n import translator

IN_MEMORY = 4 * 1024 * 1024
"""Bytes of a table that stay in memory; beyond them it goes to the disk."""


def write(file: IO[bytes], head: CohortHead, calls: Iterable[CohortCall], language: str) -> int:
    """Write the ZIP; how many calls are in it. A text that a spreadsheet would run has a quote before it."""
    made = tables(translator(language))
    count = 0
    with ExitStack() as stack:
        parts = [stack.enter_context(_Part(table.key, [c.key for c in table.columns])) for table in made]
        for call in calls:
            count += 1
            for table, part in zip(made, parts, strict=True):
                part.add(table.rows(call))
        columns = stack.enter_context(_Part("columns", ["table", "column", "holds"]))
        columns.add((table.key, column.key, column.note) for table in made for column in table.columns)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in (*parts, columns):
                part.into(archive, head.made_at)
    return count


class _Part:
    """One CSV on its way into the archive."""

    def __init__(self, key: str, heads: list[str]) -> None:
        self._key = key
        self._raw = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by ``__exit__``
        self._text = io.TextIOWrapper(self._raw, encoding="utf-8-sig", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(heads)

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        self._rows.writerows([_cell(cell) for cell in row] for row in rows)

    def into(self, archive: zipfile.ZipFile, made_at: datetime.datetime) -> None:
        self._text.flush()
        self._raw.seek(0)
        entry = zipfile.ZipInfo(f"{self._key}.csv", instant(made_at).timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as target:
            shutil.copyfileobj(self._raw, target)

    def __enter__(self) -> "_Part":
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()


def _cell(cell: Cell) -> Any:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.datetime):
        return f"{instant(cell).isoformat()}Z"
    return cell.isoformat() if isinstance(cell, datetime.date) else cell

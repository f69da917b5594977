"""A cohort's calls as a workbook. No text becomes a formula or a link; rows go to the disk as they come."""

import datetime
from collections.abc import Iterable
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from simulator.exports.cells import clean, instant
from simulator.exports.cohort_call import CohortCall, CohortHead
from simulator.exports.cohort_tables import Cell, Row, Table, tables
from simulator.i18n import Translator, translator

ROWS = 1_048_576
"""Rows that a sheet can hold."""
SAFE = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}  # fmt: skip
WIDTHS = {"attempt": 38, "trainee": 16, "name": 26, "title": 28, "closed_at": 18, "day": 12, "quote": 48, "reason": 48,
          "better": 48, "source": 48, "indicator": 26, "why_not": 32, "scenario": 22, "disposition": 18}  # fmt: skip


class Sheet:
    """A table in the workbook; where a sheet is full, it goes on in another."""

    def __init__(self, book: Workbook, table: Table, formats: dict[str, Any], limit: int = ROWS) -> None:
        self._book, self._table, self._formats, self._limit = book, table, formats, limit
        self._sheets = 0
        self._sheet = self._next()

    def add(self, row: Row) -> None:
        """Write a row under those that stand."""
        if self._at >= self._limit:
            self._sheet = self._next()
        for place, cell in enumerate(row):
            _put(self._sheet, self._at, place, cell, self._formats)
        self._at += 1

    def _next(self) -> Worksheet:
        self._sheets += 1
        sheet = self._book.add_worksheet(self._table.name + (f" {self._sheets}" if self._sheets > 1 else ""))
        for place, column in enumerate(self._table.columns):
            sheet.set_column(place, place, WIDTHS.get(column.key, 14))
            sheet.write_string(0, place, column.key, self._formats["head"])
        sheet.freeze_panes(1, 0)
        self._at = 1
        return sheet


def write(file: IO[bytes], head: CohortHead, calls: Iterable[CohortCall], language: str, limit: int = ROWS) -> int:
    """Write the workbook; how many calls are in it. ``limit`` is how many rows a sheet may have."""
    _ = translator(language)
    book = Workbook(file, SAFE)
    book.set_properties({"title": clean(head.cohort), "author": "Acuerdo", "created": instant(head.made_at)})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}), "wrap": book.add_format({"text_wrap": True}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "instant": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }  # fmt: skip
    made = tables(_)
    _explained(_, book, head, made, formats)
    sheets = [(table, Sheet(book, table, formats, limit)) for table in made]
    count = 0
    for call in calls:
        count += 1
        for table, sheet in sheets:
            for row in table.rows(call):
                sheet.add(row)
    book.close()
    return count


def _explained(_: Translator, book: Workbook, head: CohortHead, made: tuple[Table, ...], formats: Any) -> None:
    """The first sheet: what is in the file, and what each column holds."""
    sheet = book.add_worksheet(_("Columns"))
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 2, 90)
    lines: list[Row] = [
        (_("Cohort"), head.cohort), (_("Made on"), f"{instant(head.made_at)} UTC"),
        (_("Contents"), _("Assessed calls that are over. Practice is never in it.")), (),
        *((table.name, column.key, column.note) for table in made for column in table.columns),
    ]  # fmt: skip
    for at, line in enumerate(lines):
        for place, cell in enumerate(line):
            _put(sheet, at, place, cell, formats)


def _put(sheet: Worksheet, row: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    """Text as text whatever it begins with; nothing for ``None``."""
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, place, clean(cell))
    elif isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, datetime.datetime):
        sheet.write_datetime(row, place, instant(cell), formats["instant"])
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(row, place, cell, formats["day"])
    elif cell is not None:
        sheet.write_number(row, place, cell)

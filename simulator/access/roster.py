"""A roster: up to a thousand people as CSV. Read row by row, with every fault named by its row; written for a sheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import get_args

from scenarios.values import Frozen
from simulator.installed import zones
from simulator.kept import Role
from simulator.profiles import MAX_NAME, NameNeeded, name_of
from simulator.refusals import Refusal, nearest
from simulator.typed import storable

COLUMNS = ("name", "role", "cohort", "site", "team", "shift", "time_zone", "leaver")
LARGEST, MOST_ROWS, LONGEST_CELL = 512 * 1024, 1_000, 80
ROLES: dict[str, Role] = {
    **{role: role for role in get_args(Role)},
    "": "trainee", "aprendiz": "trainee", "agente": "trainee", "agent": "trainee", "capacitador": "trainer",
    "capacitadora": "trainer", "gerente": "manager", "supervisor": "manager", "supervisora": "manager",
    "administrador": "administrator", "administradora": "administrator",
}  # fmt: skip
YES = frozenset({"yes", "y", "si", "sí", "x", "1", "true"})
NO = frozenset({"", "no", "n", "0", "false"})


class Row(Frozen):
    """One person of a roster. ``line`` is the row of the sheet, the heading being 1."""

    line: int
    name: str
    role: Role
    cohort: str = ""
    site: str = ""
    team: str = ""
    shift: str = ""
    time_zone: str = ""
    leaver: bool = False


class Fault(Frozen):
    """What is wrong in a row, in both languages."""

    line: int
    es: str
    en: str


class Roster(Frozen):
    """What a file says: the rows that can be used, and the faults of those that cannot."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


class BadRoster(Refusal):
    """The file as a whole cannot be used."""


def read_roster(raw: bytes) -> Roster:
    """The rows and the faults of a CSV file (UTF-8; comma, semicolon or tab). Raises ``BadRoster``."""
    if len(raw) > LARGEST:
        raise BadRoster(
            es=f"El archivo pesa más de {LARGEST // 1024} KiB. Divídalo en varios.",
            en=f"The file is larger than {LARGEST // 1024} KiB. Split it into several.",
        )
    lines = _lines(raw)
    columns = _columns(lines[0])
    filled = [(n, line) for n, line in enumerate(lines[1:], 2) if any(cell.strip() for cell in line)]
    if len(filled) > MOST_ROWS:
        raise BadRoster(
            es=f"El archivo tiene {len(filled):,} personas; caben {MOST_ROWS:,} por vez. Divídalo en varios.",
            en=f"The file holds {len(filled):,} people; {MOST_ROWS:,} fit at a time. Split it into several.",
        )
    read = [_row(n, dict(zip(columns, line, strict=False))) for n, line in filled]
    rows = tuple(row for row, _ in read if row)
    faults = [fault for _, found in read for fault in found]
    return Roster(rows=rows, faults=tuple(sorted([*faults, *_twice(rows)], key=lambda fault: fault.line)))


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table for a spreadsheet, UTF-8 with its mark; no cell can be taken for a formula."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerows([cell_as_text(cell) for cell in row] for row in (heads, *rows))
    return written.getvalue().encode("utf-8-sig")


def cell_as_text(cell: str) -> str:
    """A leading quote where a spreadsheet would calculate."""
    return f"'{cell}" if cell.lstrip(" ")[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else cell


def _lines(raw: bytes) -> list[list[str]]:
    try:
        text = raw.decode("utf-8-sig")
        heading = text.partition("\n")[0]
        mark = max(",;\t", key=heading.count)
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadRoster(
            es=f"El archivo no se puede leer como CSV en UTF-8 ({error}). Guárdelo como «CSV UTF-8».",
            en=f"The file cannot be read as CSV in UTF-8 ({error}). Save it as “CSV UTF-8”.",
        ) from None
    if not lines:
        raise BadRoster(es="El archivo está vacío.", en="The file is empty.")
    return lines


def _columns(heading: list[str]) -> list[str]:
    found = [cell.strip().lower().replace(" ", "_") for cell in heading]
    for name in found:
        if name not in COLUMNS:
            near = nearest(name, COLUMNS) or ", ".join(COLUMNS)
            raise BadRoster(
                es=f"No existe la columna {name[:40]!r}. Pruebe con: {near}.",
                en=f"There is no column {name[:40]!r}. Try: {near}.",
            )
    if "name" not in found or len(set(found)) != len(found):
        raise BadRoster(
            es="Hace falta una columna name, y cada columna una sola vez.",
            en="A column called name is needed, and each column only once.",
        )
    return found


def _row(line: int, cells: dict[str, str]) -> tuple[Row | None, list[Fault]]:
    plain = {name: " ".join(storable(cell).split()) for name, cell in cells.items()}
    faults = [fault for fault in (_wrong(line, name, cell) for name, cell in plain.items()) if fault]
    if "name" not in plain:
        faults.append(Fault(line=line, es="falta el nombre", en="the name is missing"))
    if faults:
        return None, faults
    told = {"role": ROLES[plain.pop("role", "").casefold()], "leaver": plain.pop("leaver", "").casefold() in YES}
    return Row.model_validate({"line": line, **plain, **told}), []


def _wrong(line: int, column: str, cell: str) -> Fault | None:
    """What is wrong with a cell; ``None`` where nothing is."""
    if column == "name":
        try:
            name_of(cell)
        except NameNeeded as refusal:
            return Fault(line=line, **refusal.texts)
    if column != "name" and len(cell) > LONGEST_CELL:
        return _fault(line, column, cell, f"{LONGEST_CELL} caracteres", f"{LONGEST_CELL} characters")
    if column == "role" and cell.casefold() not in ROLES:
        known = ", ".join(get_args(Role))
        return _fault(line, column, cell, known, known)
    if column == "leaver" and cell.casefold() not in YES | NO:
        return _fault(line, column, cell, "sí, no", "yes, no")
    if column == "time_zone" and cell and cell not in zones():
        near = nearest(cell, zones()) or "America/Mexico_City"
        return _fault(line, column, cell, near, near)
    return None


def _fault(line: int, column: str, cell: str, es: str, en: str) -> Fault:
    shown = cell[:40]
    return Fault(line=line, es=f"{column}: {shown!r} no sirve; pruebe con: {es}", en=f"{column}: {shown!r}; try: {en}")


def _twice(rows: tuple[Row, ...]) -> list[Fault]:
    """A name that stands twice could mean two people; the same person is not written twice."""
    first: dict[str, int] = {}
    faults = []
    for row in rows:
        stood = first.setdefault(row.name.casefold(), row.line)
        if stood != row.line:
            shown = row.name[:MAX_NAME]
            faults.append(Fault(
                line=row.line, es=f"{shown} ya está en la fila {stood}; distíngalos con el segundo nombre",
                en=f"{shown} stands in row {stood} already; tell them apart by a second name",
            ))  # fmt: skip
    return faults

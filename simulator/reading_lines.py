"""Reading many lines: JSON objects in, the same objects with their reading out, in the same order."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from scenarios.problem import Problem, ScenarioError
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext, reading_as_dict

KNOWN = {"country": ("MX", "CL", "AR", "CO", "PE", "ES", "US", "GB"), "language": ("es", "en")}


def read_one(row: Mapping[str, Any], defaults: Mapping[str, str], file: str = "-", line: int = 1) -> dict[str, Any]:
    """One object with ``text`` and, where given, ``language``, ``country``, ``on``; extra keys are kept.

    Also understood where given: ``before`` (what the other said), ``by`` (``agent`` or ``debtor``), ``balance`` and
    ``currency`` (of the case: fractions become amounts, and implausible readings fall away).
    Raises ``ScenarioError`` naming file, line and key for what cannot be used.
    """
    text = row.get("text")
    if isinstance(text, str) and not text.isprintable():
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    if not isinstance(text, str):
        raise ScenarioError([Problem(file, line, "text", "must be a text", 'Write {"text": "…"} on each line')])
    language = _one_of(row, defaults, "language", (file, line))
    country = _one_of(row, defaults, "country", (file, line))
    context = ReadingContext(
        language=language, country=country, on=_day(row, defaults, file, line), **_known_of_the_case(row, file, line)
    )
    return {**row, "text": text, **reading_as_dict(read(text, context))}


def read_lines(lines: Iterable[str], file: str, defaults: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Each line of JSON read; blank lines are passed over."""
    for number, line in enumerate(_decoded(lines, file), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise ScenarioError([Problem(file, number, "", "is not a JSON object", 'Write {"text": "…"} on one line')])
        yield read_one(row, defaults, file, number)


def _decoded(lines: Iterable[str], file: str) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError:
        raise ScenarioError([Problem(file, 1, "", "is not UTF-8 text", "Save it again with UTF-8 encoding")]) from None


def _one_of(row: Mapping[str, Any], defaults: Mapping[str, str], key: str, place: tuple[str, int]) -> str:
    value, known = row.get(key) or defaults[key], KNOWN[key]
    if value not in known:
        raise ScenarioError([Problem(*place, key, f"{value!r} is not known", f"Use one of: {', '.join(known)}")])
    return str(value)


_OF_THE_CASE: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "before": (lambda v: isinstance(v, str), "Write the other's words as a text"),
    "by": (lambda v: v in ("agent", "debtor"), 'Write "agent" or "debtor"'),
    "currency": (lambda v: isinstance(v, str) and len(v) == 3, "Write a code such as MXN"),
    "balance": (lambda v: isinstance(v, int | float) and 0 < v < 1e15, "Write a number without quotes"),
}


def _known_of_the_case(row: Mapping[str, Any], file: str, line: int) -> dict[str, Any]:
    """What else of the context a row says; a key that is absent or null says nothing."""
    found: dict[str, Any] = {}
    for key, (usable, remedy) in _OF_THE_CASE.items():
        value = row.get(key)
        if value is None:
            continue
        if not usable(value):
            raise ScenarioError([Problem(file, line, key, f"{value!r} cannot be used", remedy)])
        found[key] = Decimal(str(value)) if key == "balance" else value
    return found


def _day(row: Mapping[str, Any], defaults: Mapping[str, str], file: str, line: int) -> date:
    value = row.get("on") or defaults["on"]
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ScenarioError([Problem(file, line, "on", f"{value!r} is not a date", "Write it as 2026-11-23")]) from None

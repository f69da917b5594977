"""The text of rated or exported material → plain objects with their line. The input is hostile: sizes are bounded."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from scenarios.problem import Problem, ScenarioError
from scenarios.source import Node, Scalar

MAX_LINE, MAX_LINES = 2_000_000, 20_000
MAX_BYTES = 200_000_000
_HALF = re.compile("[\ud800-\udfff]")


class RatedError(ScenarioError):
    """A file that cannot be used; ``problems`` says everything that was found: file, line, field, remedy."""


@dataclass(frozen=True, slots=True)
class Line:
    """One object of the file, and where it stands."""

    data: dict[str, Any]
    file: str
    number: int

    def problem(self, field: str, message: str, remedy: str) -> Problem:
        """Something to mend in it."""
        return Problem(self.file, self.number, field, message, remedy)

    def refuse(self, field: str, message: str, remedy: str) -> NoReturn:
        """Raise it as the one problem of this line."""
        raise RatedError([self.problem(field, message, remedy)])

    def nodes(self, value: Any) -> Node:
        """A value made from this line as nodes, for complaints that name its fields."""
        return _nodes(value, self.file, self.number)


def lines_of(path: Path) -> Iterator[Line | Problem]:
    """The objects of a file: one a line, or one document over many lines. What is none comes as its problem."""
    text = _text(path)
    whole = _document(text)
    if whole is not None:
        yield from (_object(one, path, 1) for one in whole)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > MAX_LINE or number > MAX_LINES:
            limits = f"at most {MAX_LINES:,} lines of {MAX_LINE:,} characters can be read"
            yield Problem(str(path), number, "", f"too long: {limits}", "Split the file")
            return
        yield _parsed(line, path, number)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RatedError([Problem(str(path), 1, "", f"larger than {MAX_BYTES:,} bytes", "Split the file")])
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        raise RatedError([Problem(str(path), 1, "", message, "Check the path and its permissions")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RatedError([Problem(str(path), line, "", "not UTF-8 text", "Save it again as UTF-8")]) from None


def _document(text: str) -> list[Any] | None:
    """The objects of a text that is one JSON document over several lines; ``None`` where it is lines of their own."""
    if not re.match(r"\s*(\[|\{[ \t\r]*\n)", text) or len(text) > MAX_BYTES:
        return None
    try:
        found = json.loads(text, parse_constant=_nothing)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else [found]


def _parsed(line: str, path: Path, number: int) -> Line | Problem:
    try:
        return _object(json.loads(line, parse_constant=_nothing), path, number)
    except (ValueError, RecursionError) as error:
        return Problem(str(path), number, "", f"not JSON ({error})", "Write one object a line")


def _object(value: Any, path: Path, number: int) -> Line | Problem:
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Problem(str(path), number, "", f"an object in braces is needed, not {kind}", "Write {...}")
    if _HALF.search(json.dumps(value, ensure_ascii=False)):
        return Problem(str(path), number, "", "holds half a character (\\ud800 to \\udfff)", "Write the whole one")
    return Line(value, str(path), number)


def _nothing(_: str) -> None:
    """NaN and infinities are no values."""


def _nodes(value: Any, file: str, line: int) -> Node:
    if isinstance(value, dict):
        return Node({str(k): _nodes(v, file, line) for k, v in value.items()}, file, line, dict.fromkeys(value, line))
    if isinstance(value, list | tuple):
        return Node([_nodes(v, file, line) for v in value], file, line)
    scalar: Scalar = value if isinstance(value, str | int | float | bool) else None
    return Node(scalar, file, line)

"""YAML text → nodes that remember their line. The input is hostile: size, depth, aliases and tags are bounded.

Scalars are read as YAML 1.2 does (``no`` and ``on`` are texts, only ``true`` and ``false`` are truths),
so that a country code or a key named ``on`` means what its author wrote. Dates stay texts; the model reads them.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn

import yaml

from scenarios.problem import Problem, ScenarioError

MAX_BYTES, MAX_DEPTH = 256 * 1024, 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_TRUTHS = {"true": True, "True": True, "false": False, "False": False}
_NOTHING = {"", "~", "null", "Null"}

Scalar = str | int | float | bool | None


class Node(NamedTuple):
    """A value of the file with its place; ``value`` is a scalar, a list of nodes or nodes by key.

    A named tuple because there are sixty thousand in the library, and a frozen dataclass takes four times as long.
    """

    value: "Scalar | list[Node] | dict[str, Node]"
    file: str
    line: int
    key_lines: Mapping[str, int] = MappingProxyType({})

    def plain(self) -> Any:
        """The value alone: scalars, lists and dicts."""
        value = self.value
        if value.__class__ is dict:
            return {key: node.plain() for key, node in value.items()}
        if value.__class__ is list:
            return [node.plain() for node in value]
        return value

    def entry(self, key: str) -> "Node | None":
        """The node under a key, ``None`` where there is none."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def place(self, path: Sequence[str | int]) -> tuple[str, int]:
        """File and line of what a path points at, or of the nearest that exists above it."""
        node, line = self, self.line
        for part in path:
            if isinstance(node.value, dict) and isinstance(part, str) and part in node.value:
                node, line = node.value[part], node.key_lines[part]
            elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                line = node.line
            else:
                break
        return node.file, line


def read_text(path: Path) -> str:
    """The text of a file, at most 256 KiB of UTF-8. Raises ``ScenarioError``."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        return data.decode("utf-8-sig") if len(data) <= MAX_BYTES else _refuse(path.name, 1, *_TOO_LARGE)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        _refuse(path.name, line, "the file is not UTF-8 text", "Save it again as UTF-8")
    except OSError as error:
        _refuse(path.name, 1, f"the file cannot be read ({error.strerror})", "Check the path and its permissions")


def read_nodes(text: str, name: str) -> Node:
    """The document of a text. Raises ``ScenarioError`` with the line where it stops being usable."""
    try:
        if len(text.encode("utf-8")) > MAX_BYTES:
            _refuse(name, 1, *_TOO_LARGE)
        return _Builder(_LOADER(text), name).document()
    except yaml.MarkedYAMLError as error:
        line = _line_of(error)
        if any(_TAB.match(row) for row in text.split("\n")[line - 1 : line]):
            _refuse(name, line, "a tab stands before the text, and only spaces may", _SPACES)
        _refuse(name, line, f"this is not YAML ({error.problem or error.context})", _QUOTES)
    except (yaml.YAMLError, UnicodeError):
        _refuse(name, _bad_line(text), "the text holds a character that YAML does not allow", "Delete it")


_TOO_LARGE = (f"the file is larger than {MAX_BYTES // 1024} KiB", "Split what it holds over packs")
_TAB = re.compile(r" *\t")
_SPACES = "Delete everything before the first letter of the line, and put spaces there"
_QUOTES = "Check the indentation; a text that holds ': ', '#', '{' or starts with a sign needs quotes"


def _refuse(file: str, line: int, message: str, remedy: str) -> NoReturn:
    raise ScenarioError([Problem(file, line, "", message, remedy)])


def _line_of(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return int(getattr(mark, "line", 0)) + 1


def _bad_line(text: str) -> int:
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return text.count("\n", 0, bad.start()) + 1 if bad else 1


class _Builder:
    """Turns the parser's events into nodes, and stops at the first that is not plain data.

    Events come straight from the parser, and the frequent kinds are told apart by their class: a library of a
    million and a half characters is read while somebody waits.
    """

    def __init__(self, parser: Any, file: str) -> None:
        self.next, self.file = parser.get_event, file

    def document(self) -> Node:
        self.next()  # the stream
        if not isinstance(self.next(), yaml.DocumentStartEvent):
            _refuse(self.file, 1, "the file is empty", "Start it with 'format: 1'")
        root = self.node(self.next(), 0)
        self.next()  # the end of the document
        follows = self.next()
        if not isinstance(follows, yaml.StreamEndEvent):
            self.refuse(follows, "a second document starts here", "Keep one document per file; delete the '---' line")
        if not isinstance(root.value, dict):
            _refuse(self.file, root.line, "the file must be a block of keys", "Start it with 'format: 1'")
        return root

    def refuse(self, event: Any, message: str, remedy: str) -> NoReturn:
        _refuse(self.file, _start(event), message, remedy)

    def node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            self.only_plain(event)
        line = event.start_mark.line + 1
        if kind is yaml.ScalarEvent:
            value = _scalar(event.value) if event.implicit[0] and not event.style else event.value
            return Node(value, self.file, line)
        if depth >= MAX_DEPTH:
            self.refuse(event, f"nested deeper than {MAX_DEPTH} levels", "Flatten it")
        if kind is yaml.SequenceStartEvent:
            return Node(self.items(depth), self.file, line)
        return self.mapping(line, depth)

    def only_plain(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self.refuse(event, "anchors (&) and aliases (*) are not allowed", "Write it out, quote it, or use a pack")
        if event.tag:
            self.refuse(event, f"tags are not allowed ({str(event.tag)[:40]})", "Delete the tag, or quote the text")

    def items(self, depth: int) -> list[Node]:
        found, following, node = [], self.next, self.node
        while (event := following()).__class__ is not yaml.SequenceEndEvent:
            found.append(node(event, depth + 1))
        return found

    def mapping(self, line: int, depth: int) -> Node:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        following, node = self.next, self.node
        while (event := following()).__class__ is not yaml.MappingEndEvent:
            if event.__class__ is not yaml.ScalarEvent or event.anchor or event.tag:
                self.only_key(event)
            key = event.value
            if key in entries:
                self.refuse(event, f"the key '{key}' stands twice (first in line {lines[key]})", "Keep one of them")
            lines[key] = event.start_mark.line + 1
            entries[key] = node(following(), depth + 1)
        return Node(entries, self.file, line, lines)

    def only_key(self, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            self.refuse(event, "a key must be a plain word", "Write 'key: value'; quote texts that hold '{' or '['")
        self.only_plain(event)


def _start(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(text: str) -> Scalar:
    if text in _TRUTHS:
        return _TRUTHS[text]
    if text in _NOTHING:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text

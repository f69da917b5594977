"""A value set or added in a YAML text, everything else left as its author wrote it: comments, order, line breaks.

What comes out is read again and compared, so that a text is either changed as asked or not at all.
"""

import json
from collections.abc import Sequence
from typing import Any

import yaml

from scenarios.problem import ScenarioError
from scenarios.source import read_nodes
from simulator.refusals import Refusal

Path = tuple[str | int, ...]
Plain = str | int | float | bool | Sequence[Any] | dict[str, Any]
FILE = "scenario.yaml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CannotRewrite(Refusal):
    """The text is written in a way that leaves no safe place for the change."""

    def __init__(self, path: Path) -> None:
        place = ".".join(str(part) for part in path)
        super().__init__(
            es=f"No se pudo escribir «{place}» sin tocar lo demás. Hágalo en el texto, en «Escribir».",
            en=f"'{place}' could not be written without touching the rest. Do it in the text, under Write.",
        )


def written(text: str, path: Path, value: Plain) -> str:
    """The text with the value at the path, added where it is missing. Raises ``CannotRewrite``."""
    try:
        before = read_nodes(text, FILE).plain()
        changed = _placed(text, yaml.compose(text, _LOADER), path, value)
        after = read_nodes(changed, FILE).plain()
    except (ScenarioError, yaml.YAMLError, LookupError):
        raise CannotRewrite(path) from None
    if after != _expected(before, path, _as_read(value)):
        raise CannotRewrite(path)
    return changed


def appended(text: str, key: str, entry: Sequence[str]) -> str:
    """The text with one more entry in a list of the file's own level, given as the lines of a block without its dash.

    Raises ``CannotRewrite``.
    """
    try:
        before = read_nodes(text, FILE).plain()
        changed = _with_entry(text, yaml.compose(text, _LOADER), key, entry)
        after = read_nodes(changed, FILE).plain()
    except (ScenarioError, yaml.YAMLError, LookupError):
        raise CannotRewrite((key,)) from None
    if {**after, key: (after[key] or [])[:-1]} != {**before, key: before.get(key) or []}:
        raise CannotRewrite((key,))
    return changed


def without_entry(text: str, key: str, at: int) -> str:
    """The text without one entry of a block list of the file's own level. Raises ``CannotRewrite``."""
    try:
        before = read_nodes(text, FILE).plain()
        root: Any = yaml.compose(text, _LOADER)
        listed = next(one for name, one in root.value if name.value == key)
        entry = listed.value[at]
        start = text.rindex("\n", 0, entry.start_mark.index) + 1
        stop = text.find("\n", _end(text, entry))
        changed = text[:start] + (text[stop + 1 :] if stop >= 0 else "")
        changed = changed if len(listed.value) > 1 else changed.replace(f"\n{key}:", f"\n{key}: []", 1)
        after = read_nodes(changed, FILE).plain()
    except (ScenarioError, yaml.YAMLError, LookupError, ValueError, StopIteration):
        raise CannotRewrite((key, at)) from None
    if after != {**before, key: [one for n, one in enumerate(before[key]) if n != at]}:
        raise CannotRewrite((key, at))
    return changed


def quoted(text: str) -> str:
    """A text in double quotes, as YAML reads it back."""
    return "".join(_escaped(c) for c in json.dumps(text, ensure_ascii=False))


class Word(str):
    """A text that needs no quotes, as a name does not."""


def flow(value: Any) -> str:
    """A plain value on one line."""
    if isinstance(value, Word):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return str(value)


def _escaped(c: str) -> str:
    if c.isprintable():
        return c
    return f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"


def _placed(text: str, root: Any, path: Path, value: Plain) -> str:
    """The text with the value in its place; the nearest part of the path that exists is gone down to."""
    node, key_end = root, 0
    for at, part in enumerate(path):
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node, key_end = node.value[part], 0
            continue
        if not isinstance(node, yaml.MappingNode) or not isinstance(part, str):
            raise LookupError(part)
        found = next(((key, one) for key, one in node.value if key.value == part), None)
        if found is None:
            nested: Any = value
            for name in reversed(path[at + 1 :]):
                nested = {str(name): nested}
            return _added(text, node, part, nested)
        key_end, node = found[0].end_mark.index, found[1]
    return _replaced(text, node, key_end, flow(value))


def _replaced(text: str, node: Any, key_end: int, words: str) -> str:
    start, end = node.start_mark.index, _end(text, node)
    if start == end or (key_end and not text[key_end:start].strip(" \n\t:")):
        start = text.index(":", key_end) + 1 if key_end else start
        return f"{text[:start]} {words}{text[max(end, start) :]}"
    return f"{text[:start]}{words}{text[end:]}"


def _added(text: str, node: Any, key: str, value: Any) -> str:
    if node.flow_style:
        close = node.end_mark.index - 1
        head = text[:close].rstrip(" ")
        return f"{head}{', ' if node.value else ''}{key}: {flow(value)}{text[close:]}"
    indent = " " * node.value[0][0].start_mark.column
    return _line_below(text, _end(text, node), f"{indent}{key}: {flow(value)}")


def _with_entry(text: str, root: Any, key: str, entry: Sequence[str]) -> str:
    node = next((one for name, one in root.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        indent = " " * node.start_mark.column
        return _line_below(text, _end(text, node), _block(entry, indent))
    block = f"{key}:\n{_block(entry, '  ')}\n"
    if node is None:
        return f"{text.rstrip()}\n{block}"
    name = next(name for name, one in root.value if one is node)
    return f"{text[: name.start_mark.index]}{block.rstrip()}{text[_end(text, node) :].removeprefix(':')}"


def _block(entry: Sequence[str], indent: str) -> str:
    first, *rest = entry
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)])


def _line_below(text: str, end: int, line: str) -> str:
    """The line put below the one in which ``end`` stands."""
    stop = text.find("\n", end)
    return f"{text}\n{line}\n" if stop < 0 else f"{text[:stop]}\n{line}{text[stop:]}"


def _end(text: str, node: Any) -> int:
    """Where a node's own words end; a block's mark stands behind the comments that follow it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        return start + len(text[start:end].rstrip()) if end > start else end
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _expected(before: Any, path: Path, value: Any) -> Any:
    """The plain data with the value at the path."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(before, list) and isinstance(first, int):
        return [_expected(one, rest, value) if at == first else one for at, one in enumerate(before)]
    inside = before if isinstance(before, dict) else {}
    return {**inside, first: _expected(inside.get(first), rest, value)}


def _as_read(value: Any) -> Any:
    """A value as reading gives it back: sequences as lists."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    return value if isinstance(value, str) or not isinstance(value, Sequence) else [_as_read(one) for one in value]

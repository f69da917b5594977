"""Shared packs of rules, beats and endings, merged into the scenario that includes them.

The scenario's own entries come first and win over a pack's entry of the same id; a pack may include others.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from scenarios.complaints import nearest
from scenarios.problem import Problem, ScenarioError
from scenarios.source import Node, read_nodes, read_text

PACKS = Path(__file__).parent / "packs"
SHARED = ("rules", "beats", "endings")
_KEYS = ("format", "id", "about", "include", *SHARED)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_PACKS = 16


def with_packs(root: Node, folder: Path = PACKS) -> Node:
    """The scenario's nodes with those of its packs behind its own. Raises ``ScenarioError``."""
    packs = list(_included(root, folder, (), set()))
    if not packs or not isinstance(root.value, dict):
        return root
    entries, lines = dict(root.value), dict(root.key_lines)
    for key in SHARED:
        merged = _merged(key, [root, *packs])
        if merged is not None:
            entries[key] = merged
            lines.setdefault(key, root.line)
    return Node(entries, root.file, root.line, lines)


def files_with_entries(root: Node, folder: Path = PACKS) -> frozenset[str]:
    """The files of the packs that the scenario includes and that hold rules, beats or endings of their own."""
    packs = _included(root, folder, (), set())
    return frozenset(pack.file for pack in packs if any(pack.entry(key) for key in SHARED))


@lru_cache(maxsize=64)
def _nodes(path: Path, _changed_at: int) -> Node:
    """The nodes of a pack's file as it is since it was changed; many scenarios read it, and nobody changes a node."""
    return read_nodes(read_text(path), f"packs/{path.name}")


def _included(node: Node, folder: Path, chain: tuple[str, ...], seen: set[str]) -> Iterator[Node]:
    """Packs in the order of their weight; each once. ``chain`` is the way that led here."""
    for name, place in _names(node):
        if name in chain:
            circle = " → ".join([*chain, name])
            _refuse(place, f"the packs include each other in a circle: {circle}", "Remove one include")
        if name in seen:
            continue
        seen.add(name)
        if len(seen) > MOST_PACKS:
            _refuse(place, f"more than {MOST_PACKS} packs are included", "Join some of them")
        pack = _read_pack(name, place, folder)
        yield pack
        yield from _included(pack, folder, (*chain, name), seen)


def _names(node: Node) -> Iterator[tuple[str, Node]]:
    include = node.entry("include")
    if include is None or include.value is None:
        return
    if not isinstance(include.value, list):
        _refuse(include, "must be a list", "Write include: [courtesy]")
    for item in include.value:
        if not isinstance(item.value, str) or not _NAME.fullmatch(item.value):
            _refuse(item, "a pack's name has only lower-case letters, digits and _", "Write its name, not a path")
        yield item.value, item


def _read_pack(name: str, place: Node, folder: Path) -> Node:
    path = folder / f"{name}.yaml"
    try:
        pack = _nodes(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        known = [other.stem for other in sorted(folder.glob("*.yaml"))]
        _refuse(place, f"there is no pack '{name}'", nearest(name, known))
    assert isinstance(pack.value, dict)
    for key in pack.value:
        if key not in _KEYS:
            _refuse(pack, f"unknown key '{key}'", nearest(key, _KEYS), pack.key_lines[key], field="")
    for key in SHARED:
        entry = pack.entry(key)
        if entry is not None and not isinstance(entry.value, list):
            _refuse(entry, "must be a list", "Write one '- id: …' per entry", field=key)
    return pack


def _merged(key: str, sources: list[Node]) -> Node | None:
    """The entries under a key over all sources, the first of each id from another file winning."""
    lists = [entry for source in sources if (entry := source.entry(key)) and isinstance(entry.value, list)]
    if not lists:
        return None
    items: list[Node] = []
    taken: set[object] = set()
    for entry in lists:
        assert isinstance(entry.value, list)
        fresh = [item for item in entry.value if _id_of(item) is None or _id_of(item) not in taken]
        taken |= {_id_of(item) for item in fresh}
        items += fresh
    return Node(items, lists[0].file, lists[0].line)


def _id_of(item: Node) -> object:
    entry = item.entry("id")
    return entry.value if entry and isinstance(entry.value, str) else None


def _refuse(node: Node, message: str, remedy: str, line: int | None = None, field: str = "include") -> NoReturn:
    raise ScenarioError([Problem(node.file, line or node.line, field, message, remedy)])

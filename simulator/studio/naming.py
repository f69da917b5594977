"""A scenario's own id: made from its title, unique, and set in its text."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from scenarios.problem import ScenarioError
from scenarios.source import Node, read_nodes

_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ID_LINE = re.compile(r"^id:.*$", re.M)


def name_from(title: str, taken: Collection[str]) -> str:
    """As in ``se_mudo`` for "Se mudó"; with a number where the name is taken."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:36].strip("_") or "scenario"
    candidates = [words, *(f"{words}_{n}" for n in range(2, len(taken) + 3))]
    return next(name for name in candidates if name not in taken)


def renamed(text: str, name: str) -> str:
    """The text with this id; where it has no line for it, one is put below the format's."""
    if _ID_LINE.search(text):
        return _ID_LINE.sub(f"id: {name}", text, count=1)
    return re.sub(r"^(format:.*)$", rf"\1\nid: {name}", text, count=1, flags=re.M)


def written_name(text: str) -> str | None:
    """The id that stands in a text; ``None`` where it holds none that could be one."""
    node = _root(text)
    entry = node.entry("id") if node else None
    value = entry.value if entry else None
    return value if isinstance(value, str) and _IDENTIFIER.fullmatch(value) else None


def written_title(text: str) -> dict[str, str]:
    """The title by language as far as the text can be read."""
    node = _root(text)
    entry = node.entry("title") if node else None
    plain = entry.plain() if entry else None
    if not isinstance(plain, Mapping):
        return {}
    return {key[:8]: value[:200] for key, value in plain.items() if isinstance(value, str)}


def _root(text: str) -> Node | None:
    try:
        return read_nodes(text, "scenario.yaml")
    except ScenarioError:
        return None

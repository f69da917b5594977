"""What the editor completes with, as plain values: the schema with meanings, the words of conditions and lines."""

from functools import lru_cache
from typing import Any

from scenarios.expressions import FUNCTIONS, NAMES
from scenarios.packs import PACKS
from scenarios.reference import meanings
from scenarios.schema import schema
from scenarios.source import read_nodes, read_text
from scenarios.text import KNOWN


@lru_cache(maxsize=1)
def editor_words() -> dict[str, Any]:
    """JSON values: ``schema`` (draft 2020-12, each key described), ``acts``, ``names``, ``functions``, ``packs`` by
    name with their meaning, ``placeholders`` as a list."""
    return {
        "schema": _explained(),
        "acts": meanings()["acts"],
        "names": NAMES,
        "functions": FUNCTIONS,
        "packs": {path.stem: _about(path.stem) for path in sorted(PACKS.glob("*.yaml"))},
        "placeholders": sorted(KNOWN),
    }


def _explained() -> dict[str, Any]:
    """The schema, each key with what it means."""
    whole = schema()
    keys = meanings()["keys"]
    for name, block in {"Scenario": whole, **whole["$defs"]}.items():
        for key, given in block.get("properties", {}).items():
            given.setdefault("description", keys.get(name, {}).get(key, ""))
    return whole


def _about(pack: str) -> str:
    entry = read_nodes(read_text(PACKS / f"{pack}.yaml"), pack).entry("about")
    about = entry.plain() if entry else ""
    return about if isinstance(about, str) else str(about.get("en", "")) if isinstance(about, dict) else ""

"""What the editor completes with, as plain values: the schema with meanings, the words of conditions and lines."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from scenarios.disposition import Disposition
from scenarios.expressions import FUNCTIONS, NAMES
from scenarios.packs import PACKS
from scenarios.reference import meanings
from scenarios.scenario import Moment
from scenarios.schema import schema
from scenarios.source import read_nodes, read_text
from scenarios.text import KNOWN
from simulator.app_pages.names import disposition
from simulator.i18n import Translator, translator

SPANISH = Path(__file__).with_suffix(".es.yaml")


@lru_cache(maxsize=2)
def editor_words(language: str = "en") -> dict[str, Any]:
    """JSON values: ``schema`` (draft 2020-12, each key described), ``acts``, ``names``, ``functions``, ``packs`` by
    name, ``placeholders`` as a list. What they mean is said in the language; ``meant`` explains a list's values."""
    said = _spanish() if language == "es" else {**meanings(), "names": NAMES, "functions": FUNCTIONS}
    return {
        "schema": _explained(said, translator("es" if language == "es" else "en")),
        "acts": said["acts"],
        "names": said["names"],
        "functions": said["functions"],
        "packs": {path.stem: "" for path in sorted(PACKS.glob("*.yaml"))},
        "placeholders": sorted(KNOWN),
    }


@lru_cache(maxsize=1)
def _spanish() -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_nodes(read_text(SPANISH), SPANISH.name).plain()
    return found


def _explained(said: Mapping[str, Any], _: Translator) -> dict[str, Any]:
    """The schema, each key with what it means, and each value that is chosen from a list."""
    whole = schema()
    for name, block in {"Scenario": whole, **whole["$defs"]}.items():
        for key, given in block.get("properties", {}).items():
            given["description"] = said["keys"].get(name, {}).get(key) or given.get("description", "")
            if given.get("enum") == list(get_args(Moment)):
                given["meant"] = said["moments"]
    whole["$defs"]["DialogueAct"]["meant"] = said["acts"]
    whole["$defs"]["Disposition"]["meant"] = {one.value: disposition(_, one) for one in Disposition}
    return whole

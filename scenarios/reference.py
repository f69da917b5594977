"""The lists of the trainer's guide, written from the code: ``python -m scenarios.reference``.

A guide holds ``<!-- list: NAME -->`` … ``<!-- end -->``; what stands between is replaced by the list of that name.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from scenarios.acts import DialogueAct
from scenarios.disposition import Disposition
from scenarios.expressions import FUNCTIONS, NAMES
from scenarios.lint import RULES, card
from scenarios.scenario import Moment
from scenarios.schema import schema
from scenarios.source import read_nodes, read_text
from scenarios.text import DRAWN, KNOWN, OF_THE_TALK

GUIDE = Path(__file__).parents[1] / "docs" / "scenarios.md"
MEANINGS = Path(__file__).with_suffix(".yaml")
_LIST = re.compile(r"(<!-- list: (\w+) -->\n).*?(<!-- end -->)", re.S)


def written(guide: str) -> str:
    """The guide with every list brought up to date. Raises ``KeyError`` for a list that there is not."""
    made = lists()
    return _LIST.sub(lambda match: f"{match[1]}{made[match[2]]}{match[3]}", guide)


def lists() -> dict[str, str]:
    """Every list by its name, as Markdown tables: one per block of the format, and one per vocabulary."""
    return {model.removesuffix("Spec"): _keys(model, block) for model, block in models().items()} | {
        "moments": _table(("moment", "when the debtor speaks it"), moments().items()),
        "names": _table(("name", "what it is"), NAMES.items()),
        "functions": _table(("function", "true where"), FUNCTIONS.items()),
        "acts": _table(("act", "the agent"), _meanings("acts", [act.value for act in DialogueAct])),
        "placeholders": _table(("placeholder", "what stands there"), _placeholders().items()),
        "dispositions": "\n" + ", ".join(f"`{each.value}`" for each in Disposition) + "\n\n",
        "rules": _table(("rule", "finds that"), ((rule.id, card(rule.id).what["en"]) for rule in RULES)),
    }


def models() -> dict[str, dict[str, Any]]:
    """The blocks of the format by name, as the schema describes them: the file itself first, then its parts."""
    whole = schema()
    parts = {name: part for name, part in whole["$defs"].items() if "properties" in part}
    return {"Scenario": whole} | parts


def moments() -> dict[str, str]:
    """The moments with their meanings."""
    return dict(_meanings("moments", get_args(Moment)))


def _placeholders() -> dict[str, str]:
    explained = DRAWN | OF_THE_TALK
    rest = dict(_meanings("placeholders", sorted(KNOWN - explained.keys())))
    return {f"{{{name}}}": meaning for name, meaning in sorted((rest | explained).items())}


def _meanings(group: str, names: Iterable[str]) -> Iterable[tuple[str, str]]:
    known = meanings()[group]
    return [(name, known[name]) for name in names]


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, Any]:
    """The words of ``reference.yaml``: keys by block, moments, placeholders, acts."""
    found: Mapping[str, Any] = read_nodes(read_text(MEANINGS), MEANINGS.name).plain()
    return found


def _keys(model: str, block: Mapping[str, Any]) -> str:
    """One row a key: its name, what stands there, what counts where it is left out, and what it means."""
    required = frozenset(block.get("required", ()))
    rows = []
    for key, given in block["properties"].items():
        meaning = given.get("description") or meanings()["keys"][model][key]
        left_out = "needed" if key in required else _default(given)
        rows.append((key, _kind(key, given), left_out, meaning))
    return _table(("key", "holds", "left out", "meaning"), rows)


def _default(given: Mapping[str, Any]) -> str:
    value = given.get("default")
    if value in (None, [], {}, "") or isinstance(value, dict):
        return "–"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _kind(key: str, given: Mapping[str, Any]) -> str:
    """What a key holds, in words: a schema's property as an author thinks of it."""
    if "anyOf" in given:
        return _kind(key, next(choice for choice in given["anyOf"] if choice.get("type") != "null"))
    if "$ref" in given:
        return _named(given["$ref"].rpartition("/")[2])
    if "enum" in given:
        return ", ".join(f"`{value}`" for value in given["enum"])
    if given["type"] == "array":
        return "[from, to]" if "prefixItems" in given else f"list: {_kind(key, given['items'])}"
    if given["type"] == "object":
        return "a text a field" if key == "plan" else _by_language(given["additionalProperties"])
    if given["type"] == "string":
        return _text(key, given)
    return {"boolean": "`true`, `false`"}.get(given["type"]) or _bounds(given)


def _named(block: str) -> str:
    """A block by the heading under which the guide explains it: ``FollowUpSpec`` is "follow up"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", block.removesuffix("Spec")).lower()
    return {"DialogueAct": "act", "Disposition": "disposition"}.get(block) or f"[{words}](#{words.replace(' ', '-')})"


def _by_language(texts: Mapping[str, Any] | bool) -> str:
    if isinstance(texts, bool):
        return "keys and values"
    return "a text a language" if texts.get("type") == "string" else "lines a language"


def _text(key: str, given: Mapping[str, Any]) -> str:
    if key.endswith("when"):
        return "condition"
    return "name" if "pattern" in given else "date" if given.get("format") == "date" else "text"


def _bounds(given: Mapping[str, Any]) -> str:
    least = given.get("minimum", given.get("exclusiveMinimum"))
    if "const" in given or least is None:
        return str(given.get("const", "whole number"))
    return f"{least} to {given['maximum']}" if "maximum" in given else f"{least} or more"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table whose first column is code."""
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join([f"`{name}`", *(cell.replace("|", "\\|") for cell in rest)]) for name, *rest in rows]
    return "\n" + "".join(f"| {line} |\n" for line in lines) + "\n"


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")

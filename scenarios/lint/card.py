"""A rule's card: what, why and how to mend in both languages, with a wrong and a right example."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_SECTION = re.compile(r"^## (.+)$", re.M)
_FENCED = re.compile(r"```yaml\n(.*?)```", re.S)
_HEADINGS = {"es": ("Qué", "Por qué", "Remedio"), "en": ("What", "Why", "Remedy")}


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is shown. ``wrong`` and ``right`` are YAML fragments that replace keys of a sound scenario."""

    rule: str
    what: dict[str, str]
    why: dict[str, str]
    remedy: dict[str, str]
    wrong: str
    right: str


def card_names(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Names of all cards of a folder, which are those of its rules."""
    return tuple(sorted(path.stem for path in folder.glob("*.md")))


@lru_cache(maxsize=64)
def card(rule: str, folder: Path = _FOLDER) -> Card:
    """The card of a rule. Raises ``KeyError`` where there is none or where a section is missing."""
    if rule not in card_names(folder):
        raise KeyError(f"no lint card '{rule}'; there are: {', '.join(card_names(folder))}")
    parts = _SECTION.split((folder / f"{rule}.md").read_text(encoding="utf-8"))
    sections = {title.strip(): body.strip() for title, body in zip(parts[1::2], parts[2::2], strict=True)}
    what, why, remedy = ({language: sections[names[i]] for language, names in _HEADINGS.items()} for i in range(3))
    return Card(rule, what, why, remedy, _yaml(sections["Mal / Wrong"]), _yaml(sections["Bien / Right"]))


def _yaml(section: str) -> str:
    found = _FENCED.search(section)
    return found[1] if found else section

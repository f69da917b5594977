"""What a new scenario may start from: short scenarios of frequent kinds, explained line by line in both languages.

A template writes each language on lines of its own, and its comments as ``#es`` and ``#en``, so that one language can
be taken out whole.
"""

import re
from functools import lru_cache
from pathlib import Path

import scenarios
from scenarios.source import read_text
from scenarios.values import Frozen, Language
from simulator.studio.naming import written_title

TEMPLATES = Path(scenarios.__file__).parent / "templates"
_ABOUT = re.compile(r"^#(es|en) (.*)$", re.M)


class Template(Frozen):
    """A template by its file's name: its title, and what it is for, by language."""

    name: str
    title: dict[str, str]
    about: dict[str, str]
    text: str


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """All of them, the easiest first."""
    found = [_read(path) for path in sorted(TEMPLATES.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda t: (_difficulty(t.text), t.name)))


def in_one_language(text: str, language: Language) -> str:
    """A template's text with the words and the comments of one language alone, and without its recorded calls."""
    other = "en" if language == "es" else "es"
    kept = [
        line.replace(f"#{language} ", "# ", 1) if line.startswith(f"#{language} ") else line
        for line in text.splitlines()
        if not re.match(rf"\s+{other}(-[A-Z]{{2}})?:|#{other} ", line)
    ]
    return without_recordings("\n".join(kept) + "\n")


def without_recordings(text: str) -> str:
    """The text without its recorded calls, where they stand at its end with nothing behind them."""
    head, found, tail = text.partition("\nplaythroughs:")
    if not found or re.search(r"^[a-z]", tail.partition("\n")[2], re.M):
        return text
    lines = head.rstrip().splitlines()
    while lines and lines[-1].startswith("#"):
        lines.pop()
    return "\n".join(lines) + "\n"


def _read(path: Path) -> Template:
    text = read_text(path)
    first = dict(list(_ABOUT.findall(text))[:2])
    return Template(name=path.stem, title=written_title(text), about=first, text=text)


def _difficulty(text: str) -> int:
    found = re.search(r"^difficulty: (\d)", text, re.M)
    return int(found[1]) if found else 9

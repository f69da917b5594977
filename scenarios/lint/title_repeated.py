"""A trainee can tell two scenarios apart by their titles."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.load import library
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_nodes, read_text

_TITLE = re.compile(r"^title:.*\n(?:[ \t]+.*\n)*", re.M)


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each title that another scenario of the library bears in the same language."""
    for name, path in library().items():
        if name == draft.scenario.id:
            continue
        theirs = _titles(path, path.stat().st_mtime_ns)
        for language, title in draft.scenario.title.items():
            if title.strip().casefold() == theirs.get(language):
                message = f"'{title[:60]}' is the title of '{name}' too"
                yield draft.problem(("title", language), message, "Give one of them another title", RULE.id, "warning")


@lru_cache(maxsize=512)
def _titles(path: Path, changed: int) -> dict[str, str]:
    """The titles of a file by language, read from their own lines alone; none where they cannot be read."""
    try:
        found = _TITLE.search(read_text(path))
        title = read_nodes(found[0], path.name).plain()["title"] if found else {}
    except ScenarioError:
        return {}
    items = title.items() if isinstance(title, dict) else ()
    return {language: str(text).strip().casefold() for language, text in items}


RULE = LintRule("title_repeated", check, whole=True)

"""A text stands in no language and for no country that the scenario does not play in."""

from collections import Counter
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import languages_of
from scenarios.problem import Problem
from scenarios.references import LANGUAGES, Path, texts


def check(draft: Draft) -> Iterator[Problem]:
    """One warning for each key of the scenario's own texts that no call reads, at the first place it stands.

    Packs speak for every country and are left alone.
    """
    found: Counter[str] = Counter()
    first: dict[str, Path] = {}
    for path, by_language in texts(draft):
        for key in by_language:
            if key in LANGUAGES and _unheard(draft, key) and draft.file_of(path) == draft.root.file:
                found[key] += 1
                first.setdefault(key, (*path, key))
    for key, count in found.items():
        yield draft.problem(first[key], *_said(key, key in draft.scenario.title, count), RULE.id, "warning")


def _unheard(draft: Draft, key: str) -> bool:
    language, _, country = key.partition("-")
    if not country:
        spoken = [languages_of(code) for code in draft.scenario.countries]
        nobody = bool(spoken) and all(each and language not in each for each in spoken)
        return language not in draft.scenario.languages or nobody
    there = languages_of(country)
    return country not in draft.scenario.countries or bool(there and language not in there)


def _said(key: str, declared: bool, count: int) -> tuple[str, str]:
    language, _, country = key.partition("-")
    those = "one text" if count == 1 else f"{count} texts"
    if country:
        return f"{those} in '{key}', which no call speaks", f"Add {country} to countries, or delete them"
    if declared:
        return f"{those} in '{key}', which no country of the scenario speaks", "Add a country, or delete them"
    return f"{those} in '{key}', which the title lacks", f"Translate the title into '{language}', or delete them"


RULE = LintRule("orphan_translation", check)

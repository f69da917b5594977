"""The languages of a text name the same values."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import texts
from scenarios.text import placeholders


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each text that names a value in one declared language and not in the other."""
    for path, by_language in texts(draft):
        named = {
            language: _values(by_language[language]) for language in draft.scenario.languages if language in by_language
        }
        everything = frozenset().union(*named.values())
        for language, names in named.items():
            missing = ", ".join(f"{{{name}}}" for name in sorted(everything - names))
            if missing:
                message = f"'{language}' never says {missing}, which the other language says"
                remedy = "Say it in both, or in neither"
                yield draft.problem((*path, language), message, remedy, RULE.id, "warning")


def _values(said: str | tuple[str, ...]) -> frozenset[str]:
    """The values a text names; forms such as {debtor:o|a} are grammar and do not count."""
    lines = (said,) if isinstance(said, str) else said
    return frozenset(name for line in lines for name in placeholders(line, forms=False))


RULE = LintRule("placeholder_mismatch", check)

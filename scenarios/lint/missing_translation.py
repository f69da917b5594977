"""Every text stands in every language that the title declares, and each country has one of its languages."""

from collections.abc import Iterator

from scenarios.country import countries, load_country
from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import texts


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for each text without a declared language, and for each country that could not speak."""
    declared = draft.scenario.languages
    for path, by_language in texts(draft):
        for language in declared:
            if language not in by_language:
                message = f"has no text in '{language}', which the title declares"
                remedy = f"Write '{language}:' here, or take '{language}' out of the title"
                yield draft.problem(path, message, remedy, RULE.id)
    for code in draft.scenario.countries:
        if code in countries() and not set(load_country(code).languages) & set(declared):
            spoken = " or ".join(load_country(code).languages)
            message = f"{code} speaks {spoken}, which the title does not declare"
            yield draft.problem(("countries",), message, f"Translate the scenario, or take {code} out", RULE.id)


RULE = LintRule("missing_translation", check)

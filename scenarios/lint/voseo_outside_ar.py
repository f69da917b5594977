"""Voseo belongs to Argentina's texts (``es-AR``); elsewhere a debtor says usted."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import listed, words_of
from scenarios.problem import Problem
from scenarios.references import lines


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each line in Spanish of other countries that addresses the agent as vos."""
    if set(draft.scenario.countries) == {"AR"}:
        return
    for path, language, line in lines(draft):
        heard = words_of(line) if language.startswith("es") and language != "es-AR" else ()
        found = next((word for word in heard if word in listed("voseo")), None)
        if found:
            message = f"'{found}' is voseo, in a text for '{language}'"
            remedy = "Move the line under 'es-AR:', or write it with usted"
            yield draft.problem(path, message, remedy, RULE.id, "warning")


RULE = LintRule("voseo_outside_ar", check)

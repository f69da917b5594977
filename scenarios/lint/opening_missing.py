"""Somebody answers the telephone."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import silent_languages
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each declared language in which no beat speaks on 'opening'."""
    for language in silent_languages(draft.scenario, "opening"):
        message = f"nobody picks up in '{language}': no beat on 'opening' speaks it"
        yield draft.problem(("beats",), message, "Write one, or include a pack that has it", RULE.id, "warning")


RULE = LintRule("opening_missing", check, whole=True)

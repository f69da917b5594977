"""Where the debtor can agree, they have words for it."""

from collections.abc import Iterator

from scenarios.disposition import AGREEMENTS
from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import silent_languages
from scenarios.problem import Problem
from scenarios.scenario import Moment

MOMENTS: tuple[Moment, ...] = ("accept", "counter", "closing")
"""The debtor takes the offer, proposes another, and winds the call down."""


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each such moment without a line in a declared language, where an ending is an agreement."""
    if not any(ending.disposition in AGREEMENTS for ending in draft.scenario.endings):
        return
    for moment in MOMENTS:
        for language in silent_languages(draft.scenario, moment):
            message = f"no beat on '{moment}' speaks '{language}', though the debtor can agree"
            yield draft.problem(("beats",), message, "Write one, or include a pack that has it", RULE.id, "warning")


RULE = LintRule("no_words_after_agreement", check, whole=True)

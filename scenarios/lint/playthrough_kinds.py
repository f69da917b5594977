"""Recorded calls show the whole scale: a good, a mixed and a bad one."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem

KINDS = ("good", "mixed", "bad")
"""How the name of a playthrough begins."""


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for kinds that no language has, and for declared languages without any recorded call."""
    played = draft.scenario.playthroughs
    if not played:
        return
    languages = draft.scenario.languages
    lacking = {
        language: [k for k in KINDS if not any(p.name.startswith(k) and p.language == language for p in played)]
        for language in languages
    }
    least = min(lacking.values(), key=len, default=[])
    if least:
        message = f"no language has all of {', '.join(KINDS)}; the fullest lacks {', '.join(least)}"
        remedy = "Record such a call, and let its name begin so"
        yield draft.problem(("playthroughs",), message, remedy, RULE.id, "warning")
    for language in languages:
        if not any(p.language == language for p in played):
            remedy = "Record at least one call in it"
            yield draft.problem(("playthroughs",), f"nobody plays it in '{language}'", remedy, RULE.id, "warning")


RULE = LintRule("playthrough_kinds", check, whole=True)

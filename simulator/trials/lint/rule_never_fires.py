"""Played rule: rule never fires, whatever the players do."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.lint.never_reached import problems_of
from simulator.trials.lint.rule import PlayedRule
from simulator.trials.report import Report

SAID = (
    "in {plays} plays it never fired",
    "Loosen its condition, or remove it",
    "rule_never_fires",
)


def check(found: Draft, report: Report) -> Iterator[Problem]:
    """One for each of the scenario's own that the plays missed."""
    yield from problems_of(found, report, "rules", ("rules",), SAID)


RULE = PlayedRule("rule_never_fires", check)

"""Played rule: ending never reached, whatever the players do."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.lint.never_reached import problems_of
from simulator.trials.lint.rule import PlayedRule
from simulator.trials.report import Report

SAID = (
    "in {plays} plays no call came to it",
    "Loosen its condition, or put it before the ending that always comes first",
    "ending_never_reached",
)


def check(found: Draft, report: Report) -> Iterator[Problem]:
    """One for each of the scenario's own that the plays missed."""
    yield from problems_of(found, report, "endings", ("endings",), SAID)


RULE = PlayedRule("ending_never_reached", check)

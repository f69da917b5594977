"""Played rule: beat never spoken, whatever the players do."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.lint.never_reached import problems_of
from simulator.trials.lint.rule import PlayedRule
from simulator.trials.report import Report

SAID = (
    "in {plays} plays it was never spoken",
    "Loosen its condition, or tell it apart from a beat that always comes first",
    "beat_never_spoken",
)


def check(found: Draft, report: Report) -> Iterator[Problem]:
    """One for each of the scenario's own that the plays missed."""
    yield from problems_of(found, report, "beats", ("own_beats",), SAID)


RULE = PlayedRule("beat_never_spoken", check)

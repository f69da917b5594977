"""The common part of three rules: entries of a kind that no play reached."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.lint.rule import in_own_file, place_of
from simulator.trials.report import Report


def problems_of(
    found: Draft, report: Report, key: str, shares: tuple[str, ...], said: tuple[str, str, str]
) -> Iterator[Problem]:
    """A problem for each missed entry of the scenario's own; ``said``: message, remedy, rule."""
    message, remedy, rule = said
    for share in shares:
        for name in report.shares[share].missed:
            if in_own_file(found, key, name):
                told = message.format(plays=report.plays)
                yield found.problem(place_of(found, key, name), told, remedy, rule, "warning")

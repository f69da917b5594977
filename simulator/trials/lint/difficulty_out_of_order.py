"""Played rule: the difficulty that the file declares is far from the one that the players meet."""

from bisect import bisect_right
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.lint.rule import PlayedRule
from simulator.trials.report import Report

STEPS = (0.12, 0.3, 0.55, 0.8)
"""Measured difficulty from which a call counts as 2, 3, 4, 5. Ours, set on the first scenarios of the library."""
APART = 2
"""Difficulties nearer than this are one judgement."""


def check(found: Draft, report: Report) -> Iterator[Problem]:
    """One where declared and measured difficulty are two steps apart or more."""
    met = bisect_right(STEPS, report.measured) + 1
    if abs(met - report.declared) >= APART:
        rates = ", ".join(f"{s.style} {s.rate:.0%}" for s in report.successes)
        message = f"declared {report.declared}, played as {met}: of the players succeed {rates}"
        yield found.problem(
            ("difficulty",), message, f"Write difficulty: {met}, or change the debtor", RULE.id, "warning"
        )


RULE = PlayedRule("difficulty_out_of_order", check)

"""Played rule: the debtor says the same line twice within a brief call."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.faults import BRIEF, Fault
from simulator.trials.lint.rule import PlayedRule, place_of
from simulator.trials.report import Report

MOST = 20


def check(found: Draft, report: Report) -> Iterator[Problem]:
    """One for each beat, with a line and the play that shows it."""
    shown: set[tuple[str | int, ...]] = set()
    for fault in report.faults:
        path = _place(found, fault)
        if fault.kind in ("repetition", "stuck") and path not in shown and len(shown) < MOST:
            shown.add(path)
            message = f"«{fault.what[:60]}» was said twice within {BRIEF} turns ({fault.where}, turn {fault.turn})"
            yield found.problem(path, message, "Give the beat more lines, or make it once: true", RULE.id, "warning")


def _place(found: Draft, fault: Fault) -> tuple[str | int, ...]:
    """The beat or fact that holds the line; the beats as a whole where it came from elsewhere."""
    for key in ("beats", "facts", "endings"):
        for entry in getattr(found.scenario, key):
            if any(fault.what in lines for lines in entry.say.values()):
                return place_of(found, key, entry.id)
    return ("beats",)


RULE = PlayedRule("repeats_itself", check)

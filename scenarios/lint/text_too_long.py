"""A debtor speaks in short breaths, and a briefing is read in a minute."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import spoken_length
from scenarios.problem import Problem
from scenarios.references import lines

LONGEST = {"briefing": 600, "goals": 160}
LONGEST_LINE = 220


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each text that is longer than anybody says or reads at once."""
    for path, _, line in lines(draft):
        most = LONGEST.get(str(path[0]), LONGEST_LINE)
        length = spoken_length(line) if len(line) > most else 0
        if length > most:
            message = f"is about {length} characters long; {most} is enough"
            yield draft.problem(path, message, "Shorten it, or share it out over several lines", RULE.id, "warning")


RULE = LintRule("text_too_long", check)

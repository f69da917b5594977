"""A call can end: there is an ending that can hold, and one that is not a slammed phone."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """One problem where no ending can be reached, or only immediate ones."""
    patience = Patience()
    reachable = [ending for ending in draft.scenario.endings if patience.can_hold(ending.when)]
    if not reachable:
        remedy = "Add an ending whose condition can hold, or include the pack of endings"
        yield draft.problem(("endings",), "no ending can be reached", remedy, RULE.id)
    elif all(ending.immediate for ending in reachable):
        remedy = "Add one without 'immediate', as for an agreement"
        yield draft.problem(("endings",), "every ending cuts the call off", remedy, RULE.id, "warning")


RULE = LintRule("dead_end", check, whole=True)

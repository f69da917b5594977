"""An ending is not hidden behind an earlier one, and can hold in this scenario."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import of_scenario
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each ending that an earlier one always forestalls, or that this scenario cannot bring about.

    A pack's ending behind one of the scenario's own is left alone: the scenario chose so.
    """
    endings, standing, patience = draft.scenario.endings, of_scenario(draft.scenario), Patience()
    for i, ending in enumerate(endings):
        if not patience.can_hold(ending.when):
            continue  # never_holds says it
        file = draft.file_of(("endings", i))
        if file == draft.root.file and not patience.can_hold(ending.when, standing):
            message = f"'{ending.when.text}' never holds in this scenario"
            remedy = "Check the country or the fact that it waits for"
            yield draft.problem(("endings", i, "when"), message, remedy, RULE.id, "warning")
        before = (earlier for j, earlier in enumerate(endings[:i]) if draft.file_of(("endings", j)) == file)
        hiding = next((earlier for earlier in before if patience.implies(ending.when, earlier.when)), None)
        if hiding:
            message = f"whenever it holds, '{hiding.id}' holds before it"
            remedy = f"Move it above '{hiding.id}', or narrow that one"
            yield draft.problem(("endings", i), message, remedy, RULE.id, "warning")


RULE = LintRule("unreachable_ending", check)

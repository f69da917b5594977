"""An ending is not hidden behind an earlier one, and can hold in this scenario."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import can_hold, implies
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import of_scenario
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each ending that an earlier one always forestalls, or that this scenario cannot bring about.

    A pack's ending behind one of the scenario's own is left alone: the scenario chose so.
    """
    endings, standing = draft.scenario.endings, of_scenario(draft.scenario)
    for i, ending in enumerate(endings):
        file = draft.file_of(("endings", i))
        if file == draft.root.file and can_hold(ending.when) and not can_hold(ending.when, standing):
            message = f"'{ending.when.text}' never holds in this scenario"
            remedy = "Check the country or the fact that it waits for"
            yield draft.problem(("endings", i, "when"), message, remedy, RULE.id, "warning")
        for j, earlier in enumerate(endings[:i]):
            if draft.file_of(("endings", j)) == file and can_hold(ending.when) and implies(ending.when, earlier.when):
                message = f"whenever it holds, '{earlier.id}' holds before it"
                remedy = f"Move it above '{earlier.id}', or narrow that one"
                yield draft.problem(("endings", i), message, remedy, RULE.id, "warning")
                break


RULE = LintRule("unreachable_ending", check)

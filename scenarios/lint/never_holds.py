"""A condition that no state fulfils makes its rule, beat or ending dead weight."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import conditions


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each rule, beat or ending whose condition can never hold."""
    patience = Patience()
    for path, condition in conditions(draft):
        if path[0] in ("rules", "beats", "endings") and not patience.can_hold(condition):
            message = f"'{condition.text}' can never hold"
            yield draft.problem(path, message, "Loosen it, or delete the entry", RULE.id, "warning")


RULE = LintRule("never_holds", check)

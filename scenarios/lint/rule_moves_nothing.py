"""A rule moves the debtor, and the trainee can read why."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each rule of the file whose effect is nothing at all."""
    for i, rule in enumerate(draft.scenario.rules):
        if not (rule.do.anger or rule.do.trust or rule.do.commitment):
            message = "moves neither anger nor trust nor commitment"
            remedy = "Say how much under do, or delete the rule"
            yield draft.problem(("rules", i, "do"), message, remedy, RULE.id, "warning")


RULE = LintRule("rule_moves_nothing", check)

"""A purse that somebody could have: shares of one income, and something left where a plan is to be found."""

from collections.abc import Iterator

from scenarios.disposition import AGREEMENTS
from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem

_SHARES = ("essentials_share", "priority_debts_share")


def check(draft: Draft) -> Iterator[Problem]:
    """An error for a share above the whole; a warning where an unlucky draw leaves nothing to agree on."""
    budget = draft.scenario.budget
    beyond = [name for name in _SHARES if getattr(budget, name)[1] > 1]
    for name in beyond:
        message = f"{getattr(budget, name)[1]:g} is more than the whole income"
        yield draft.problem(("budget", name), message, "Write shares from 0 to 1, as in [0.5, 0.6]", RULE.id)
    spent = sum(getattr(budget, name)[1] for name in _SHARES)
    agrees = any(ending.disposition in AGREEMENTS for ending in draft.scenario.endings)
    if not beyond and agrees and spent + 0.005 >= 1 and not budget.savings_share[0]:
        message = f"essentials and priority debts may take {spent:.0%} of the income, which leaves nothing to agree on"
        yield draft.problem(("budget",), message, "Lower the upper ends of the shares", RULE.id, "warning")


RULE = LintRule("implausible_budget", check, whole=True)

"""Where a plan is among the endings, the most that the debtor can pay meets the least that the policy asks."""

from collections.abc import Iterator

from scenarios.disposition import AGREEMENTS
from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.scenario import Scenario


def check(draft: Draft) -> Iterator[Problem]:
    """A warning where even the luckiest draw of balance and budget leaves no plan that fits."""
    scenario = draft.scenario
    if not any(ending.disposition in AGREEMENTS for ending in scenario.endings):
        return
    asked, affordable = _least_asked(scenario), _most_affordable(scenario)
    if asked > affordable:
        message = (
            f"the easiest plan asks {asked:.2f} monthly minimum wages a month"
            f" and the debtor has at most {affordable:.2f}"
        )
        remedy = "Lower the balance, allow more instalments, or leave more of the income free"
        yield draft.problem(("policy",), message, remedy, RULE.id, "warning")


def _least_asked(scenario: Scenario) -> float:
    """The smallest monthly payment that the policy allows, in minimum wages."""
    balance = scenario.account.balance.times_minimum_wage[0]
    return balance * (1 - scenario.policy.max_discount_pct / 100) / scenario.policy.max_instalments


def _most_affordable(scenario: Scenario) -> float:
    """The largest monthly sum that may be free, savings spread over the plan, in minimum wages."""
    budget = scenario.budget
    free = max(1 - budget.essentials_share[0] - budget.priority_debts_share[0], 0)
    return budget.income.times_minimum_wage[1] * (free + budget.savings_share[1] / scenario.policy.max_instalments)


RULE = LintRule("policy_budget_impossible", check, whole=True)

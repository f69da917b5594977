"""A beat's condition and its moment can come together."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import WORDLESS, of_beat, of_scenario
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each beat that no call of this scenario could ever speak."""
    scenario, patience = of_scenario(draft.scenario), Patience()
    for i, beat in enumerate(draft.scenario.beats):
        if beat.acts_any and beat.on in WORDLESS:
            message = f"on '{beat.on}' the agent has just said nothing, so no act of acts_any is done"
            yield draft.problem(("beats", i, "acts_any"), message, "Delete acts_any", RULE.id, "warning")
        elif patience.can_hold(beat.when) and not patience.can_hold(beat.when, of_beat(draft, i, scenario)):
            message = f"'{beat.when.text}' never holds on '{beat.on}' in this scenario"
            remedy = "Move the beat to the moment, country or fact it is meant for, or loosen the condition"
            yield draft.problem(("beats", i, "when"), message, remedy, RULE.id, "warning")


RULE = LintRule("unreachable_beat", check)

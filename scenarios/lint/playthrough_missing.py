"""A scenario carries recorded calls that must go on behaving as they did."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for a scenario without a playthrough, or with one in which nobody speaks."""
    scenario = draft.scenario
    if not scenario.playthroughs:
        remedy = "Play the scenario once and paste the replies under 'playthroughs:'"
        yield draft.problem(("playthroughs",), "there is no playthrough", remedy, RULE.id, "warning")
    for i, played in enumerate(scenario.playthroughs):
        if not any(turn.say for turn in played.turns):
            remedy = "Add its replies under 'turns:'"
            yield draft.problem(("playthroughs", i), "nobody says a word", remedy, RULE.id, "warning")


RULE = LintRule("playthrough_missing", check, whole=True)

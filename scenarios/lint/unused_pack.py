"""What a scenario includes, it uses."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.lint.standing import of_scenario
from scenarios.packs import SHARED
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each included pack of which nothing is left, or nothing can ever be said or felt here.

    A pack that only includes others has no entries of its own, and stands for what it brings in.
    """
    useful = _useful_files(draft)
    for i, name in enumerate(draft.scenario.include):
        file = f"packs/{name}.yaml"
        twice = name in draft.scenario.include[:i]
        if twice or (file in draft.packs and file not in useful):
            why = (
                "it stands here twice" if twice else "its entries are overridden, or wait for another place or channel"
            )
            message = f"nothing of '{name}' is used: {why}"
            yield draft.problem(("include", i), message, "Take it out of include", RULE.id, "warning")


def _useful_files(draft: Draft) -> frozenset[str]:
    """Files of which some entry can be said or felt in this scenario."""
    standing, patience = of_scenario(draft.scenario), Patience()
    useful: set[str] = set()
    for key in SHARED:
        for i, entry in enumerate(getattr(draft.scenario, key)):
            file = draft.file_of((key, i))
            if file not in useful and patience.can_hold(entry.when, standing):
                useful.add(file)
    return frozenset(useful)


RULE = LintRule("unused_pack", check, whole=True)

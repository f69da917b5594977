"""A fact can come out: no circle of ``after``, some act asks for it, and its condition can hold."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Patience
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for each fact that no call could ever bring out."""
    patience = Patience()
    after = {fact.id: fact.after for fact in draft.scenario.facts}
    for i, fact in enumerate(draft.scenario.facts):
        if _comes_after_itself(fact.id, after):
            remedy = "Take one link out of the circle"
            yield draft.problem(("facts", i, "after"), "comes after itself", remedy, RULE.id)
        if not fact.reveal.acts_any:
            remedy = "Name at least one act in acts_any"
            yield draft.problem(("facts", i, "reveal"), "no act brings it out", remedy, RULE.id)
        if not patience.can_hold(fact.reveal.when) or ("fact", fact.id) in fact.reveal.when.used:
            remedy = "Loosen the condition; it may not ask for the fact itself"
            yield draft.problem(("facts", i, "reveal", "when"), "the condition can never hold", remedy, RULE.id)


def _comes_after_itself(fact: str, after: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = list(after[fact])
    while waiting:
        earlier = waiting.pop()
        if earlier == fact:
            return True
        if earlier not in seen:
            seen.add(earlier)
            waiting += after.get(earlier, ())
    return False


RULE = LintRule("unreachable_fact", check)

"""What only a negotiation knows is said only where there is one."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import Path
from scenarios.text import placeholders

_OFFER, _COUNTER = frozenset({"offer"}), frozenset({"counter"})
_ON_THE_TABLE = {
    "accept": _OFFER,
    "counter": _OFFER | _COUNTER,
    "propose": _COUNTER,
    "refuse_means": _OFFER,
    "refuse_will": _OFFER,
}
"""What is sure to be known at a moment; where terms are still open, nothing is."""


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for each line that names an offer at a moment that may have none."""
    for path, allowed, line in _lines(draft):
        for name in sorted(placeholders(line)):
            value = name.partition(".")[0]
            if value in ("offer", "counter") and value not in allowed:
                message = f"{{{name}}} may have no value here"
                remedy = "Say it on counter or accept, or where the ending asks for 'agreement'"
                yield draft.problem(path, message, remedy, RULE.id)


def _lines(draft: Draft) -> Iterator[tuple[Path, frozenset[str], str]]:
    """Lines with the values that are sure to stand when they are spoken."""
    scenario = draft.scenario
    for i, fact in enumerate(scenario.facts):
        yield from _of(("facts", i), frozenset(), fact.say)
    for i, beat in enumerate(scenario.beats):
        yield from _of(("beats", i), _ON_THE_TABLE.get(beat.on, frozenset()), beat.say)
    for i, ending in enumerate(scenario.endings):
        agreed = _OFFER if ("name", "agreement") in ending.when.used else frozenset()
        yield from _of(("endings", i), agreed, ending.say)


def _of(
    path: Path, allowed: frozenset[str], say: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Path, frozenset[str], str]]:
    for language, said in say.items():
        for i, line in enumerate(said):
            yield (*path, "say", language, i), allowed, line


RULE = LintRule("talk_value_out_of_place", check)

"""Two beats of a file do not wait for exactly the same."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each beat that repeats the moment, acts and condition of an earlier one in its file."""
    first: dict[tuple[object, ...], str] = {}
    for i, beat in enumerate(draft.scenario.beats):
        key = (draft.file_of(("beats", i)), beat.on, frozenset(beat.acts_any), beat.when)
        if key in first:
            message = f"waits for exactly the same as '{first[key]}'"
            remedy = "Join their lines in one beat, or tell their conditions apart"
            yield draft.problem(("beats", i), message, remedy, RULE.id, "warning")
        first.setdefault(key, beat.id)


RULE = LintRule("tie", check)

"""The moments that come back in a call have enough lines not to repeat themselves."""

from collections import defaultdict
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import Path

RECURRING = {"reply": 3, "unclear": 2, "repeated": 2, "refuse_means": 2, "refuse_will": 2, "ask_terms": 2}
"""Moments that may come several times in one call, with the lines they need at least."""


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each recurring moment and declared language with too few lines."""
    spoken: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    place: dict[str, Path] = {}
    for i, beat in enumerate(draft.scenario.beats):
        place.setdefault(beat.on, ("beats", i))
        for language, said in beat.say.items():
            spoken[beat.on][language] += len(said)
    for moment, least in RECURRING.items():
        for language in draft.scenario.languages:
            count = spoken[moment][language]
            if count < least:
                message = f"'{moment}' has {count} of at least {least} lines in '{language}'"
                path = place.get(moment, ("beats",))
                yield draft.problem(path, message, "Write more, or include the pack of courtesy", RULE.id, "warning")


RULE = LintRule("too_little_text", check, whole=True)

"""What a note must record can be recognised in it."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each fact of ``must_record`` without ``words`` in a declared language."""
    required = draft.scenario.follow_up.must_record
    for i, fact in enumerate(draft.scenario.facts):
        for language in draft.scenario.languages if fact.id in required else ():
            if not fact.words.get(language):
                message = f"a note must record it, and no words say how one in '{language}' would"
                remedy = "Write beginnings of words, as in words: {es: [despid, desemple], en: [laid off, let go]}"
                yield draft.problem(("facts", i, "words"), message, remedy, RULE.id, "warning")


RULE = LintRule("fact_without_words", check, whole=True)

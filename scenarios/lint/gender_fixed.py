"""Where the debtor may be a woman or a man, no line says which."""

import re
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import own_words
from scenarios.problem import Problem
from scenarios.references import spoken

_STATES = r"(?:\w{2,}(?:ad|id)|hart|enferm|viud|sol|list|tranquil|solter|content|abuel)[oa]"
_OF_ONESELF = re.compile(
    r"\b(?:estoy|ando|quedé|me siento|me sentí|me quedé|me quedo|soy)"
    rf"(?: (?:muy|tan|bien|ya|más|medio|un poco|demasiado|todavía))* ({_STATES})\b",
    re.IGNORECASE,
)
_NO_PERSON = frozenset({"nada", "cada", "sido", "comunicado", "comunicada", "vida", "ida"})


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each Spanish line in which a debtor of either gender speaks of themself as one of them."""
    if draft.scenario.debtor.gender != "any":
        return
    for path, by_language in spoken(draft):
        for language, said in by_language.items():
            for i, line in enumerate(said if language.startswith("es") else ()):
                found = _OF_ONESELF.search(own_words(line)) if "{debtor:" not in line else None
                if found and found[1].lower() not in _NO_PERSON:
                    stem = found[1][:-1]
                    message, remedy = f"'{found[1]}' fits one gender only", f"Write {stem}{{debtor:o|a}}"
                    yield draft.problem((*path, language, i), message, remedy, RULE.id, "warning")


RULE = LintRule("gender_fixed", check)

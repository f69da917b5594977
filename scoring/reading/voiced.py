"""What a speaker lets be heard of themself: feelings, situations, and the direct questions they put."""

import re
from typing import Literal, cast

from scoring.reading.values import Voiced
from scoring.reading.view import View

_QUESTION = re.compile(r"¿[^¿?\n]{2,300}\?|[^.!?¿¡;\n]{3,300}\?")
_ALWAYS = frozenset(
    {"emotion.despair", "emotion.confusion", "emotion.distrust", "emotion.anger", "situation.debt_spiral"}
)
"""Topics whose phrases stay true where a negation stands before them ("ya no puedo más")."""


def find_voiced(view: View) -> tuple[Voiced, ...]:
    """Feelings and situations from curated phrases, questions from their marks; in the order of the text."""
    found = [*_phrases(view), *_questions(view)]
    return tuple(sorted(found, key=lambda v: (v.start, v.end, v.kind, v.topic)))


def _phrases(view: View) -> list[Voiced]:
    found: dict[str, Voiced] = {}
    for hit in view.named("voiced"):
        name = hit.cue.name.partition(":")[2]
        if name in found or (hit.muted and name not in _ALWAYS):
            continue
        kind, _, topic = name.partition(".")
        start, end = view.folded.span(hit.start, hit.end)
        found[name] = Voiced(cast(Literal["emotion", "situation"], kind), topic, start, end)
    return list(found.values())


def _questions(view: View) -> list[Voiced]:
    found = []
    for match in _QUESTION.finditer(view.folded.text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Voiced("question", "direct", *view.folded.span(start, match.end())))
    return found

"""Stretches that name no day: "next week", "a principios de diciembre", "a mediados de mes"; a deadline makes them one.

A note may tell a day so roughly; in a reply nobody can be held to it.
"""

import re
from collections.abc import Sequence

from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.values import DateMention

_WEEK = 5
"""Readings of a week: its working days."""
_EDGES = frozenset({
    "principios", "inicios", "comienzos", "mediados", "mitad", "start", "beginning", "middle", "mid",
})  # fmt: skip
_ANY = re.compile(r"week|semana|mid|start|beginning|princip|inici|comienz|mediad|mitad", re.IGNORECASE)
"""Without any of these there is nothing rough: most texts are left alone at once."""
_HOLDS = frozenset({
    "para", "pa", "hasta", "antes", "desde", "partir", "by", "before", "until", "till", "til", "from", "starting",
    "empezando", "arrancando",
})  # fmt: skip
_LED = 3


def definite(text: str, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The days without mere stretches of time; "para principios de mes" and "by the middle of May" are held to."""
    if not dates or not _ANY.search(text):
        return tuple(dates)
    tokens = tokenise(text)
    return tuple(day for day in dates if not _rough(tokens, day))


def _rough(tokens: Tokens, day: DateMention) -> bool:
    if day.every or not day.iso:
        return False
    first = tokens.at(day.start)
    edge = any(tokens.text(at) in _EDGES for at in (first, first + 1))
    if not edge and len(day.iso) < _WEEK:
        return False
    return not any(tokens.text(first - step) in _HOLDS for step in range(1, _LED + 1))

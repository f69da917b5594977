"""Periods named by an adjective or a rate, with no day beside them: "pagos mensuales", "50 a week"."""

import re

from scoring.reading.date_page import Every
from scoring.reading.normalise import fold

_NAMED: tuple[tuple[Every, re.Pattern[str]], ...] = (
    ("quincena", re.compile(r"\b(quincenal(es|mente)?|(por|cada|a la) quincena)\b")),
    ("fortnight", re.compile(r"\b(bi-?weekly|fortnightly|every (two|2|other) weeks?|cada (dos|2) semanas)\b")),
    ("week", re.compile(r"\b(semanal(es|mente)?|(por|cada|a la) semana|weekly|(a|per|each|every) week)\b")),
    (
        "month",
        re.compile(r"\b(mensual(es|mente)?|mensualidades?|(al|por|cada) mes|monthly|(a|per|each|every) month)\b"),
    ),
)


def period_named(text: str) -> Every | None:
    """The first period of the table that the text names, ``None`` where it names none."""
    folded = fold(text).text
    return next((every for every, pattern in _NAMED if pattern.search(folded)), None)

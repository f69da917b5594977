"""Whether a note is written in the other language than the call: then its fields cannot be read, and none is judged."""

import re

from scoring.criteria.cues import fold
from scoring.reading.language import language_of

FEWEST = 6
"""Words from which a note can be told to be in another language; shorter ones are abbreviations as often as not."""
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+")


def other_language(note: str, language: str) -> str | None:
    """``es`` or ``en`` where the note is plainly not in the call's language; ``None`` otherwise."""
    plain = _QUOTED.sub(" ", note).replace("'", "").replace("’", "")
    words = _WORD.findall(fold(plain))
    if len(words) < FEWEST:
        return None
    heard = language_of(words, language)
    return heard if heard != language and language_of(words, heard) == heard else None

"""The way of paying: whether one was chosen in the talk, and whether two names are of the same one."""

import re

from scoring.criteria.cues import Span, clause_around, find_cue, fold
from scoring.followup.noted import WORDS, Noted
from scoring.transcript import CallRecord

METHODS = ("method_cash", "method_transfer", "method_card", "method_direct", "method_paper")
_OR = {"es": r"\b(?:o|u|ya sea)\b", "en": r"\b(?:or|either)\b"}


def chosen(way: str, call: CallRecord) -> bool:
    """Whether the debtor named it, or the agent named it alone; an option in a list is no choice.

    Where the talk is not there to be read, what came of it is believed.
    """
    turns = call.transcript.turns
    if not turns:
        return True
    return any(_names(t.text, way) and (t.who == "debtor" or _alone(t.text, way, call)) for t in turns)


def ways_of(words: str, language: str) -> tuple[str, ...]:
    """The cues of the ways of paying that these words name."""
    return tuple(m for m in METHODS if find_cue(m, words, language, WORDS))


def another_way(agreed: str, noted: Noted) -> Span | None:
    """Where the note has it paid in a way that is plainly another; nowhere if the agreed one is of no known kind."""
    kinds = ways_of(agreed, noted.language)
    for kind in METHODS if kinds else ():
        plain = find_cue(f"by_{kind}", noted.text, noted.language, WORDS) if kind not in kinds else ()
        if span := next((s for s in plain if s.start < noted.turns), None):
            return clause_around(noted.text, span)
    return None


def same_way(agreed: str, noted: str, language: str) -> bool:
    """Whether both may be the same: a word or a kind shared, or a name of no known kind."""
    kinds = ways_of(noted, language)
    return not kinds or bool({*kinds} & {*ways_of(agreed, language)}) or bool(_stems(agreed) & _stems(noted))


def _names(text: str, way: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(way))}(?!\w)", fold(text)) is not None


def _alone(text: str, way: str, call: CallRecord) -> bool:
    others = call.case.creditor.channels if call.case else ()
    if any(other != way and _names(text, other) for other in others):
        return False
    beside = (
        rf"(?:{_OR[call.language]}[^.;?!]{{0,25}}{re.escape(fold(way))}|{re.escape(fold(way))},? {_OR[call.language]})"
    )
    return re.search(beside, fold(text)) is None


def _stems(words: str) -> set[str]:
    return {w[:5] for w in re.findall(r"\w+", fold(words)) if len(w) > 3}

"""The way of paying: whether one was chosen in the talk, and whether two names are of the same one."""

import re

from scoring.criteria.cues import Span, clause_around, find_cue, fold, trimmed
from scoring.followup.noted import WORDS, Noted
from scoring.transcript import CallRecord

METHODS = ("method_cash", "method_transfer", "method_card", "method_direct", "method_paper")
_LOOSE = frozenset({
    "bank", "debit", "credit", "online", "office", "desk", "app", "check", "checks", "checking", "so", "wages",
    "banco", "cuenta", "debito", "credito", "recibo", "cargo",
})  # fmt: skip
"""Words of a way of paying that stand in notes for other things as well."""
_COMMON = frozenset({
    "call", "with", "again", "refus", "from", "that", "they", "have", "will", "when", "about", "after", "until", "says",
    "para", "pero", "sobre", "hasta", "cuand", "desde", "entre", "dice", "tiene", "llama",
})  # fmt: skip
"""Beginnings of words that stand in any note, whatever it tells."""
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
        if span := next((s for s in plain if s.start < noted.turns and not _turned_away(s, noted)), None):
            return clause_around(noted.text, span)
    return None


def _turned_away(span: Span, noted: Noted) -> bool:
    """Whether this way was refused: "declined autopay", "no quiso domiciliar"."""
    return _REFUSED.search(fold(noted.text[max(0, span.start - _BEFORE) : span.start])) is not None


_REFUSED = re.compile(
    r"(?:declin\w+|refus\w+|no|not|without|instead of|didn'?t want|no quiso|rechaz\w+|sin|en vez de)\s+(?:\w+\s+)?$"
)
_BEFORE = 30
"""Characters before a way of paying in which it may be refused."""


def agreed_way(agreed: str, noted: Noted) -> tuple[Span | None, bool]:
    """Where the note names the agreed way, by its kind (by its words where that is unknown), and whether plainly.

    "bank" and "debit" stand in notes for many things: alone they do not hold against another way that is told in full.
    """
    kinds = ways_of(agreed, noted.language)
    if not kinds:
        return same_words(agreed, noted), True
    found = sorted(span for kind in kinds for span in find_cue(kind, noted.text, noted.language, WORDS))
    plain = [s for s in found if fold(noted.text[slice(*s)]) not in _LOOSE]
    own = next(iter(plain), None) or same_words(" ".join(w for w in fold(agreed).split() if w not in _LOOSE), noted)
    return own or next(iter(found), None), own is not None


def same_words(told: str, noted: Noted) -> Span | None:
    """The first telling word that the note shares, by its first five letters."""
    stems = {w[:5] for w in fold(told).replace("/", " ").replace("-", " ").split() if len(w) > 3} - _COMMON
    at = 0
    for word in noted.text.split():
        start = noted.text.index(word, at)
        at = start + len(word)
        if fold(word).strip(".,;:()")[:5] in stems and len(word) > 3:
            return trimmed(noted.text, Span(start, at))
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

"""Whom the note says one spoke to: somebody else's name in the place of the debtor's."""

import re

from scoring.criteria.cues import Span, find_cue, fold
from scoring.followup.claims import HERE
from scoring.followup.noted import Noted
from scoring.transcript import CallRecord

_LEADS = (
    r"(?i:(?:spoke|spoken|talked|speaking) (?:to|with)|spk w/|habl(?:é|e|o|ado) con|convers(?:é|e|o|amos|a) con"
    r"|acuerdo con|acordado con|acuerda con|gestión con|contacto con|con (?:el|la) titular,?|rpc w(?:/|ith))"
)
_TITLE = r"(?i:mr|mrs|ms|miss|mx|sr|sra|srta|señora?)\b\.? ?"
_NAME = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ'’-][\w'’-]*"
_SPOKEN_TO = re.compile(
    rf"(?:{_LEADS}|(?i:verified|titular,?|cust(?:omer)?|client[ea]?|rpc)|^)[ .,:–-]*"
    rf"{_TITLE}(?P<titled>{_NAME}(?: {_NAME}){{0,3}})"
    rf"|{_LEADS} (?:(?i:don|doña|d|dña)\b\.? ?)?(?P<full>{_NAME}(?: {_NAME}){{1,3}})"
)
_FIRM = re.compile(
    r"\b(?:ltd|limited|llc|inc|llp|plc|corp|co|company|sa|sas|sac|srl|spa|sl|slu|eirl|cia|hnos|hermanos|brothers|sons|group"
    r"|grupo|comercial|distribuidora|transportes|farms?|motors|services|servicios|supply|stores?|restaurante|taller)\b"
)
_OF_THE_HOUSE = re.compile(
    r"\b(?:supervis\w+|jef[ea]|gerente|encargad[oa]|companer[oa]|abogad[oa]|asesora?|manager|mgr|team lead\w*|tl"
    r"|colleague|lawyer|attorney|solicitor|advis[eo]r|representative)\b"
)
_SHORTEST, _ALIKE = 3, 4
"""Letters of a part of a name that counts; letters at its beginning by which a misspelt one is known."""


def another_person(call: CallRecord, noted: Noted) -> Span | None:
    """The name in the note of whom one spoke to, where it is nobody's of the case and the debtor's is nowhere."""
    name = call.case.debtor.full_name if call.case else call.debtor
    parts = _parts(call)
    business = (call.case.market == "business") if call.case else bool(_FIRM.search(fold(name)))
    said = set(re.findall(r"\w+", fold(noted.text)))
    if not parts or business or any(_is(word, part) for word in said for part in parts):
        return None
    return _spoken_to(noted)


def the_debtor(call: CallRecord, noted: Noted) -> Span | None:
    """The debtor's own name in the note as that of whom one spoke to, where no relative or other person is named."""
    told = _spoken_to(noted)
    if told is None or find_cue("relative", noted.text, noted.language, HERE):
        return None
    named = re.findall(r"\w+", fold(noted.text[slice(*told)]))
    return told if all(any(_is(word, part) for part in _parts(call)) for word in named) else None


def _spoken_to(noted: Noted) -> Span | None:
    """The name of whom one spoke to; not of somebody of one's own house, or of whoever speaks for the debtor."""
    told = _SPOKEN_TO.search(noted.text[: noted.turns])
    if told is None:
        return None
    name = Span(*told.span("titled" if told["titled"] else "full"))
    return None if _OF_THE_HOUSE.search(fold(noted.text[slice(*noted.sentence(name))])) else name


def _parts(call: CallRecord) -> list[str]:
    name = call.case.debtor.full_name if call.case else call.debtor
    return [p for p in re.findall(r"\w+", fold(name)) if len(p) >= _SHORTEST]


def _is(word: str, part: str) -> bool:
    return word == part or (len(word) >= _ALIKE and word[:_ALIKE] == part[:_ALIKE])

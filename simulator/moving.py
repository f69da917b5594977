"""Another day for a payment that was agreed: "better Monday 14", "and if we move the second to January 15?".

The sums stay. Where the payment would fall behind the next one, those after it move by as many days.
"""

import re
from datetime import date

from scenarios.acts import DialogueAct
from scoring.criteria.cues import fold
from scoring.reading.values import DateMention
from scoring.transcript import AgreedInstalment
from simulator.state import Proposal
from simulator.turn import Talk

MOVES = frozenset({DialogueAct.OFFER_EXTENSION, DialogueAct.ASK_COMMITMENT})
"""What the reader hears in a reply that puts a payment on another day."""
FOR_SOMETHING_ELSE = frozenset({DialogueAct.SCHEDULE_FOLLOWUP, DialogueAct.SEND_DOCUMENT})
"""A day named in these is the next call's, or a letter's."""
_ENDS = ".?!;¿¡"
_MOVES = re.compile(
    r"\b(?:mejor|en (?:vez|lugar) del?|pasamos|pasemos|paso|cambiamos|cambiemos|cambio|movemos|movamos|muevo|corremos"
    r"|corramos|corro|recorremos|recorramos|recorro|dejamos|dejemos|ponemos|pongamos"
    r"|(?:pasar|cambiar|mover|correr|recorrer|dejar|poner)(?:l[oa]s?)?"
    r"|better|instead|rather|move|moved|push|pushed|change|switch|make it)\b"
)
_ORDINALS = (
    r"\b(?:primer[oa]?|first)\b", r"\b(?:segund[oa]|second)\b", r"\b(?:tercer[oa]?|third)\b",
    r"\b(?:cuart[oa]|fourth)\b", r"\b(?:quint[oa]|fifth)\b", r"\b(?:sext[oa]|sixth)\b",
)  # fmt: skip
_LAST = re.compile(r"\b(?:ultim[oa]|last)\b")
_NO_DAY = re.compile(r"^(?:el |al |del |the )?(?:primero|first)$")
"""Read as the first of the month, and beside another day it is the first payment."""


def moved(talk: Talk) -> Proposal | None:
    """The agreement with a payment on the day that the reply puts it on; ``None`` where it moves none.

    Other sums than that payment's are another offer, and no move.
    """
    agreed, reading, text = talk.state.agreement, talk.reading, fold(talk.said.text)
    if agreed is None or reading is None or not talk.scene.acts & MOVES or not _MOVES.search(text):
        return None
    at = _which(text, len(agreed.instalments))
    day = _new_day(talk, {i.date for i in agreed.instalments})
    if at is None or day is None or {a.value for a in reading.amounts} - {agreed.instalments[at].amount}:
        return None
    return agreed.model_copy(update={"by": "agent", "instalments": _shifted(agreed.instalments, at, day)})


def _which(text: str, count: int) -> int | None:
    """The place of the payment that is named; the first where none is, ``None`` where there are not so many."""
    if _LAST.search(text):
        return count - 1
    named = next((at for at, words in enumerate(_ORDINALS) if re.search(words, text)), 0)
    return named if named < count else None


def _new_day(talk: Talk, agreed: set[date | None]) -> date | None:
    """The first day to come in a sentence that moves something, if it was not agreed already."""
    if talk.reading is None:
        return None
    taken = [act for act in talk.reading.acts if act.act in FOR_SOMETHING_ELSE]
    free = [d for d in talk.reading.dates if not any(act.start <= d.start < act.end for act in taken)]
    named = [d for d in free if _MOVES.search(fold(_sentence(talk.said.text, d.start))) and _is_day(d, talk.said.text)]
    new = [d for d in named if not agreed & set(d.iso)]
    return next((d.iso[0] for d in new if d.iso[0] > talk.case.on), None)


def _sentence(text: str, at: int) -> str:
    """The sentence around a place of the text."""
    before = max((text.rfind(mark, 0, at) for mark in _ENDS), default=-1)
    after = min((found for mark in _ENDS if (found := text.find(mark, at)) >= 0), default=len(text))
    return text[before + 1 : after]


def _is_day(mention: DateMention, text: str) -> bool:
    return bool(mention.iso) and not mention.past and not _NO_DAY.match(fold(text[mention.start : mention.end]).strip())


def _shifted(instalments: tuple[AgreedInstalment, ...], at: int, day: date) -> tuple[AgreedInstalment, ...]:
    before = instalments[at].date
    after = instalments[at + 1].date if at + 1 < len(instalments) else None
    behind = after is not None and before is not None and day >= after
    later = day - before if before is not None and behind else None
    return tuple(
        one.model_copy(
            update={"date": day if n == at else one.date + later if later and n > at and one.date else one.date}
        )
        for n, one in enumerate(instalments)
    )

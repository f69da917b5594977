"""Coaching after a call in which care came before collecting: nothing in it asks for money. Pure."""

from scenarios.acts import OFFERS, DialogueAct
from scenarios.case import Case
from scoring.coaching.practise import technique
from scoring.coaching.values import Coached, Coaching, ToPractise
from scoring.reading.reader import read
from simulator.conversation import reading_context

CARING = frozenset({
    "listen_first", "take_it_seriously", "stay_steady", "one_thing_at_a_time", "write_it_down", "know_who_is_there",
    "keep_to_the_rules",
})  # fmt: skip
"""Techniques that speak of no payment."""
INSTEAD = "take_it_seriously"
_ASKS = frozenset({
    *OFFERS, DialogueAct.ASK_CAPACITY, DialogueAct.ASK_COMMITMENT, DialogueAct.STATE_DEBT, DialogueAct.APPEAL_INTEREST,
})  # fmt: skip
_PUT_FIRST = frozenset({"crisis", "death"})
"""Situations whose wordings name the account only to set it aside."""


def gentle(coaching: Coaching, case: Case) -> Coaching:
    """The coaching without the moments whose model asks for money, and with a technique that fits."""
    moments = tuple(moment for moment in coaching.moments if not _asks_for_money(moment, case))
    practise = caring(coaching.practise, case.language) if coaching.practise else None
    return coaching.model_copy(update={"moments": moments, "practise": practise})


def caring(practise: ToPractise, language: str) -> ToPractise:
    """The technique itself where it speaks of no payment, else the one about taking things seriously."""
    return practise if practise.technique in CARING else technique(INSTEAD, language)


def _asks_for_money(moment: Coached, case: Case) -> bool:
    if moment.situation in _PUT_FIRST:
        return False
    reading = read(moment.model, reading_context(case, moment.heard))
    return bool(reading.offers or reading.amounts) or any(act.act in _ASKS for act in reading.acts)

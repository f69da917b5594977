"""Whether the agent takes what the debtor proposed: a plain yes, their own figures given back, or a yes that goes on.

"Perfecto. Le mando la confirmación hoy", right after a proposal, is a yes to it, though nothing in it says so.
"""

import re

from scenarios.acts import OFFERS, DialogueAct
from scenarios.country import format_money
from scoring.criteria.cues import fold
from simulator.state import Proposal
from simulator.turn import Talk

_YES = re.compile(
    r"^[\s¡!]*(?:muy bien|perfecto|listo|de acuerdo|excelente|hecho|trato hecho|dale|barbaro|va|vale|sale|ok|okay|okey"
    r"|me parece(?: bien| perfecto)?|esta bien|great|perfect|lovely|brilliant|deal|done|agreed|sounds good|that works"
    r"|that'?s fine|wonderful|excellent|very well|all right|alright)\b[\s,]*(?:[\w. ]{0,60})[.!]"
)
_BUT = re.compile(r"\b(?:pero|aunque|sin embargo|but|however|although|instead|en vez)\b")


def takes(talk: Talk, standing: Proposal) -> bool:
    """Whether the reply agrees to the debtor's standing proposal, and says nothing against it."""
    acts = talk.scene.acts
    if DialogueAct.DECLINE_PROPOSAL in acts:
        return False
    return DialogueAct.ACCEPT_PROPOSAL in acts or _gives_back(talk, standing) or _goes_on_from_a_yes(talk, standing)


def _gives_back(talk: Talk, standing: Proposal) -> bool:
    """A summary with their amount, or with their day and no other amount."""
    if DialogueAct.RECAP not in talk.scene.acts or talk.reading is None:
        return False
    amounts, theirs = {a.value for a in talk.reading.amounts}, {i.amount for i in standing.instalments}
    return bool(amounts & theirs) or (_same_days(talk, standing) and not amounts)


def _same_days(talk: Talk, standing: Proposal) -> bool:
    """Whether days are named, and all of them are theirs."""
    named = talk.reading.dates if talk.reading else ()
    days = {day for one in named if not one.past for day in one.iso[:1]}
    return bool(days) and days <= {i.date for i in standing.instalments}


def _goes_on_from_a_yes(talk: Talk, standing: Proposal) -> bool:
    """A yes as the first sentence, right after the proposal was said, with no terms of one's own behind it."""
    said, first = fold(talk.said.text), standing.instalments[0].amount if standing.instalments else None
    if first is None or format_money(first, talk.case.country) not in talk.state.last_words:
        return False
    terms = talk.scene.acts & (OFFERS | {DialogueAct.ASK_CAPACITY})
    if terms == {DialogueAct.OFFER_EXTENSION} and _same_days(talk, standing):
        terms = frozenset()  # "listo, entonces queda para el 30": their own day
    if not _YES.match(said) or _BUT.search(said) or terms:
        return False
    named = {a.value for a in talk.reading.amounts} if talk.reading else set()
    return named <= {i.amount for i in standing.instalments}

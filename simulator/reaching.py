"""Who answers a contact that the trainee chose: the debtor, somebody else, or nobody. Drawn from the seed.

The chances are assumptions of ours, so that a poor moment is felt; nothing here forecasts real people. One draw serves
all moments of a contact: a better moment never reaches less.
"""

import datetime

from scenarios.case import Case
from scenarios.country import is_business_day
from scoring.criteria.good_moments import poor_moment
from scoring.transcript import Answered, Contact
from simulator.debtor import stream

POOR, FAIR, GOOD = 0.30, 0.65, 0.85
"""Chances that the person looked for answers, by the moment."""
IN_WRITING = 0.80
ANOTHER = 0.35
"""Of the calls that do not reach a consumer, the share that somebody of the house takes."""
EVENING = datetime.time(17, 30)


def reached(case: Case, contact: Contact, number: int) -> Contact:
    """The contact with who answered it; ``number`` counts the contacts of the thread."""
    rng = stream(case.seed, "reached", number)
    first, second = rng.random(), rng.random()
    return contact.model_copy(update={"answered": _answered(case, contact, first, second)})


def chance(case: Case, contact: Contact) -> float:
    """How likely the one who is looked for answers, 0 to 1."""
    if contact.channel != "call":
        return IN_WRITING
    if poor_moment(case, contact):
        return POOR
    at_home = contact.at >= EVENING or not is_business_day(contact.on, case.country)
    return GOOD if case.market == "business" or at_home else FAIR


def _answered(case: Case, contact: Contact, first: float, second: float) -> Answered:
    if contact.who != "debtor":
        return "somebody_else" if first < GOOD else "voicemail"
    if first < chance(case, contact):
        return "debtor"
    takes_it = contact.channel == "call" and case.market == "consumer" and second < ANOTHER
    return "somebody_else" if takes_it else "voicemail"

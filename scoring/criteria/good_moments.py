"""Moments at which a contact is lawful and yet poor: few are reached then, and those reached have no mind for it. Pure.

After common practice and to our best knowledge; no law says so.
"""

import datetime
from typing import Literal

from scenarios.case import Case
from scenarios.country import is_business_day
from scoring.transcript import Contact

Poor = Literal["monday_early", "friday_late", "closed", "early", "late"]
MONDAY, FRIDAY = 1, 5
OPENS, CLOSES = datetime.time(9), datetime.time(18)
SETTLED_IN, WINDING_DOWN = datetime.time(10), datetime.time(16)
UP, TO_BED = datetime.time(9), datetime.time(20, 30)


def poor_moment(case: Case, contact: Contact) -> Poor | None:
    """Why the moment is a poor one; ``None`` where it is fair. What is written waits until it is read."""
    if contact.channel != "call":
        return None
    return _company(case, contact) if case.market == "business" else _at_home(contact)


def _company(case: Case, contact: Contact) -> Poor | None:
    weekday, at = contact.on.isoweekday(), contact.at
    if not is_business_day(contact.on, case.country) or not OPENS <= at < CLOSES:
        return "closed" if not (weekday == MONDAY and at < OPENS) else "monday_early"
    if weekday == MONDAY and at < SETTLED_IN:
        return "monday_early"
    return "friday_late" if weekday == FRIDAY and at >= WINDING_DOWN else None


def _at_home(contact: Contact) -> Poor | None:
    return "early" if contact.at < UP else "late" if contact.at >= TO_BED else None

"""When the account is due again, and why: after a promise, a day that was named, a dispute, a receiver put down.

Days are the first on which the country's rules let one contact: an hour is the agent's to choose. The waits are
assumptions of ours.
"""

from datetime import date, time, timedelta
from typing import Literal

from pydantic import Field

from scenarios.case import Channel
from scenarios.disposition import AGREEMENTS, DISPUTES, Disposition
from scenarios.scenario import Scenario
from scenarios.values import Frozen, Promise
from scoring.criteria.contact_rules import Sought, counted
from scoring.criteria.country_rules import hours_rule
from scoring.transcript import AgreedInstalment, Contact, EarlierContact, FollowUp, Outcome
from simulator.earlier import Coming

MOST_CONTACTS = 4
NOON = time(12)
FARTHEST = 120
"""Days ahead that a day named in the call or in the note may lie."""
Why = Literal[
    "kept", "part", "broken", "reminder", "named", "nobody", "somebody_else", "review", "hung_up", "hardship",
    "escalated", "withdrawn", "nothing_agreed", "settled", "handed_on", "enough",
]  # fmt: skip
"""``settled``, ``handed_on`` and ``enough`` (``MOST_CONTACTS`` were made): the account does not go on."""

_WAITS: dict[Disposition, tuple[int, Why]] = {
    Disposition.NO_CONTACT: (2, "nobody"), Disposition.THIRD_PARTY: (2, "somebody_else"),
    Disposition.DISPUTE: (30, "review"), Disposition.ALREADY_PAID: (15, "review"),
    Disposition.FRAUD_CLAIM: (30, "review"), Disposition.HUNG_UP: (7, "hung_up"),
    Disposition.HARDSHIP: (30, "hardship"), Disposition.ESCALATED: (5, "escalated"),
    Disposition.CALLBACK: (3, "named"),
}  # fmt: skip
_NOTHING_AGREED = 7
_WITHDRAWN = 4
_HANDED_ON = frozenset({
    Disposition.VULNERABLE, Disposition.DECEASED, Disposition.WRONG_NUMBER, Disposition.REPRESENTATIVE,
})  # fmt: skip


class Next(Frozen):
    """The next contact. ``on`` is missing where there is none; ``promise`` is what will have become of ``promised``."""

    on: date | None
    why: Why
    promise: Promise = "none"
    promised: AgreedInstalment | None = None
    number: int = Field(default=2, ge=2)
    wished: date | None = Field(default=None, description="the day it would be, were it not for the rules of contact")


class Ended(Frozen):
    """A contact as it was left: what the next one follows from. ``coming`` is what was promised in it, or before it."""

    number: int = Field(ge=1)
    on: date
    disposition: Disposition
    withdrawn: bool = False
    settles: bool = Field(default=False, description="all that was promised, kept, ends the debt")
    coming: tuple[Coming, ...] = ()
    outcome: Outcome | None = None
    follow_up: FollowUp | None = None


def next_contact(scenario: Scenario, country: str, ended: Ended, earlier: tuple[EarlierContact, ...]) -> Next:
    """When, and why. ``earlier`` are the contacts so far, this one included."""
    found = _wished(ended)
    if found.on is None:
        return found
    if ended.number >= MOST_CONTACTS:
        return Next(on=None, why="enough", promise=found.promise, promised=found.promised)
    day = first_allowed(country, max(found.on, ended.on + timedelta(days=1)), earlier, scenario.channel)
    return found.model_copy(update={"on": day, "number": ended.number + 1, "wished": found.on})


def _wished(ended: Ended) -> Next:
    if ended.disposition in _HANDED_ON:
        return Next(on=None, why="handed_on")
    if ended.withdrawn:
        return Next(on=ended.on + timedelta(days=_WITHDRAWN), why="withdrawn")
    if ended.coming and ended.disposition in AGREEMENTS | {Disposition.NO_CONTACT, Disposition.THIRD_PARTY}:
        return _after_a_promise(ended)
    if ended.disposition == Disposition.PAID_IN_FULL:
        return Next(on=None, why="settled")
    if (held := _held(ended)) is not None:
        return Next(on=held, why="review")
    wait, why = _WAITS.get(ended.disposition, (_NOTHING_AGREED, "nothing_agreed"))
    named = _named(ended)
    if named is not None and why not in ("hung_up", "nobody"):
        return Next(on=named, why="named")
    return Next(on=ended.on + timedelta(days=wait), why=why)


def _held(ended: Ended) -> date | None:
    """The day after a hold that the note put on a disputed account: until then nobody calls."""
    until = ended.follow_up.hold_until if ended.follow_up and ended.disposition in DISPUTES else None
    if until is None or not 0 < (until - ended.on).days <= FARTHEST:
        return None
    return until + timedelta(days=1)


def _after_a_promise(ended: Ended) -> Next:
    """The day after the first payment that does not come whole, else after the last; a reminder where one was noted."""
    missed = next((c for c in ended.coming if c.by(c.date + timedelta(days=1)) < c.amount), None)
    about = missed or ended.coming[-1]
    promised, first = AgreedInstalment(amount=about.amount, date=about.date), ended.coming[0]
    named = ended.follow_up.next_date if ended.follow_up else None
    if named is not None and ended.on < named < first.date:
        soon = AgreedInstalment(amount=first.amount, date=first.date)
        return Next(on=named, why="reminder", promise="due", promised=soon)
    if missed is None and ended.settles:
        return Next(on=None, why="settled", promise="kept", promised=promised)
    came = about.by(about.date + timedelta(days=1))
    what: Literal["kept", "part", "broken"] = "kept" if missed is None else "part" if came else "broken"
    return Next(on=about.date + timedelta(days=1), why=what, promise=what, promised=promised)


def _named(ended: Ended) -> date | None:
    """The day that was named for the next contact, in the call or else in the note; none that is past or far off."""
    said = ended.outcome.next_date if ended.outcome else None
    noted = ended.follow_up.next_date if ended.follow_up else None
    days = (day for day in (said, noted) if day is not None)
    return next((day for day in days if 0 < (day - ended.on).days <= FARTHEST), None)


def first_allowed(country: str, day: date, earlier: tuple[EarlierContact, ...], channel: Channel) -> date:
    """The first day from ``day`` on which no rule of the country on days or on frequency speaks against a contact."""
    while hours_rule(country, "es", day, None) or not _within_caps(country, day, earlier, channel):
        day += timedelta(days=1)
    return day


def _within_caps(country: str, day: date, earlier: tuple[EarlierContact, ...], channel: Channel) -> bool:
    contact = Contact(on=day, at=NOON, channel=channel)
    return all(s.kind == "lawful" for s in counted(Sought(country, "es", contact, earlier)))

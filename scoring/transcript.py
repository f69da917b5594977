"""A call as it was: turns, outcome and follow-up. What scoring judges, whoever made it."""

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scenarios.case import Case, Channel
from scenarios.disposition import Disposition
from scenarios.scenario import Whom
from scenarios.values import Country, Frozen, Language, Money, Promise

Who = Literal["agent", "debtor"]
Answered = Literal["debtor", "somebody_else", "voicemail"]
"""Who was there: the person looked for, another one, or only a machine (a message left unanswered counts as one)."""


class Turn(Frozen):
    """One utterance. ``number`` counts utterances from 1 over both speakers."""

    number: int = Field(ge=1)
    who: Who
    text: str


class Transcript(Frozen):
    """Who said what, in order."""

    turns: tuple[Turn, ...] = ()

    def before(self, number: int) -> Turn | None:
        """What the debtor last said before utterance ``number``; ``None`` where nothing was said."""
        heard = [t for t in self.turns if t.who == "debtor" and t.number < number]
        return heard[-1] if heard else None

    @property
    def agent_turns(self) -> tuple[Turn, ...]:
        """The trainee's utterances."""
        return tuple(t for t in self.turns if t.who == "agent")


class AgreedInstalment(Frozen):
    """One dated payment, as agreed or as noted. ``None`` where it was left out."""

    amount: Money | None = None
    date: datetime.date | None = None


class Outcome(Frozen):
    """What came of the talk, from the talk itself: the yardstick for the note."""

    type: Disposition
    total: Money | None = None
    instalments: tuple[AgreedInstalment, ...] = ()
    method: str | None = None
    reason: str | None = None
    next_action: str | None = None
    next_date: datetime.date | None = None
    days_named: tuple[datetime.date, ...] = Field(default=(), description="days to come that the agent named")
    beyond_authority: bool = False


class FollowUp(Frozen):
    """The wrap-up form and the free note. Empty where the trainee left it empty."""

    disposition: Disposition | None = None
    instalments: tuple[AgreedInstalment, ...] = ()
    method: str = ""
    reason: str = ""
    next_action: str = ""
    owner: str = ""
    next_date: datetime.date | None = None
    reference: str = Field(default="", description="of a dispute")
    evidence: str = Field(default="", description="what was asked for, of a dispute, and of whom")
    hold_until: datetime.date | None = Field(default=None, description="until when nobody contacts the debtor")
    note: str = ""


class MustRecord(Frozen):
    """A fact that came out in the call and belongs in the note, with words that show it there."""

    id: str
    label: str
    words: tuple[str, ...] = ()


class Contact(Frozen):
    """How the agent set out to reach somebody, chosen before the call: whom, when (local time), by which channel."""

    who: Whom = "debtor"
    on: datetime.date
    at: datetime.time
    channel: Channel = "call"
    answered: Answered = "debtor"


class EarlierContact(Frozen):
    """A contact before this one with the same debtor: how it ended, what was promised, what became of that."""

    number: int = Field(ge=1)
    on: datetime.date
    at: datetime.time | None = None
    who: Whom = "debtor"
    channel: Channel = "call"
    answered: Answered = "debtor"
    disposition: Disposition
    promised: tuple[AgreedInstalment, ...] = ()
    promise: Promise = "none"
    paid: Money = Field(default=Decimal(0), description="what had come in by the contact after it")
    note: str = ""


class CallRecord(Frozen):
    """Everything a score rests on. ``case`` may be missing for rated material; what needs it is then not assessed."""

    language: Language
    country: Country
    on: datetime.date
    at: datetime.time | None = Field(default=None, description="local time of the contact, where the agent chose it")
    case: Case | None = None
    situation: str = ""
    transcript: Transcript = Transcript()
    outcome: Outcome | None = None
    must_record: tuple[MustRecord, ...] = ()
    follow_up: FollowUp | None = None
    plan: dict[str, str] = Field(default_factory=dict)
    events: tuple[str, ...] = ()
    balance: Money | None = None
    currency: str | None = None
    debtor: str = Field(default="", description="the debtor's name, where there is no case to hold it")
    hints: int = 0
    contact: Contact | None = Field(default=None, description="where the agent chose whom to reach, when and how")
    earlier: tuple[EarlierContact, ...] = Field(default=(), description="the contacts before this one, the first first")

    @property
    def answered(self) -> Answered:
        """Who was there; the debtor, where nothing else is known."""
        return self.contact.answered if self.contact else "debtor"

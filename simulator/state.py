"""Where a call stands: the debtor's state, what changed and why, one step of the talk. Plain values, JSON both ways."""

from typing import Any, Literal

from pydantic import Field

from scenarios.disposition import Disposition
from scenarios.scenario import Phase
from scenarios.values import Frozen, Money
from scoring.transcript import AgreedInstalment

Event = Literal["", "hold", "supervisor", "end", "wait", "send_document"]


class Said(Frozen):
    """What the agent did: words, or an event in their place."""

    text: str = ""
    event: Event = ""


class Change(Frozen):
    """One movement of the debtor's state. ``by`` is signed points, or a name such as a fact's or an ending's."""

    what: str
    by: int | str
    cause: str


class Proposal(Frozen):
    """An offer on the table, as dated amounts. ``by`` made it; ``discount_pct`` of the balance is forgiven."""

    by: Literal["agent", "debtor"]
    kind: str
    instalments: tuple[AgreedInstalment, ...]
    discount_pct: float = 0.0
    condition: str | None = None
    open: tuple[str, ...] = ()
    waived: bool = Field(default=False, description="without the late fees")


class State(Frozen):
    """The debtor between two replies. Levels are 0 to 100."""

    anger: int = Field(ge=0, le=100)
    trust: int = Field(ge=0, le=100)
    commitment: int = Field(ge=0, le=100)
    phase: Phase = "open"
    turn: int = 0
    facts: tuple[str, ...] = ()
    fired: dict[str, int] = Field(default_factory=dict)
    beats: tuple[str, ...] = Field(default=(), description="ids of the beats spoken, in order")
    lines: tuple[str, ...] = Field(default=(), description="every line spoken, before its placeholders were filled")
    last_words: str = ""
    acts: dict[str, int] = Field(default_factory=dict, description="how often the agent has done each act")
    texts: tuple[str, ...] = Field(default=(), description="the agent's replies so far")
    unclear: int = 0
    silences: int = Field(default=0, description="how many times in a row the agent said nothing")
    after_minutes: int = Field(default=0, ge=0, description="until the last answer came, in a written channel")
    left_on_read: bool = Field(default=False, description="the last message was seen and left unanswered")
    window_closed: bool = Field(
        default=False, description="a day without a word of the debtor: only an approved template is delivered"
    )
    asked: str | None = Field(default=None, description="the act that would answer what the debtor just asked")
    told_balance: Money | None = Field(default=None, description="the balance as the agent last told it")
    offers: int = 0
    refusals: int = 0
    concessions: int = Field(default=0, description="how often the agent asked less, or gave more, than before")
    last_offer: Proposal | None = None
    fees_waived: bool = Field(default=False, description="the agent let the late fees go")
    standing: Proposal | None = Field(default=None, description="the last proposal not yet answered")
    agreement: Proposal | None = None
    beyond_authority: tuple[str, ...] = ()
    authority_raised: bool = False
    settled: str | None = Field(default=None, description="the ending that is settled while the call is closing")
    closing_turns: int = 0
    contact: int = Field(default=1, description="which contact with this debtor it is")
    promise: str = Field(default="none", description="what became of the promise of an earlier contact")
    promised: AgreedInstalment | None = None
    ended: str | None = None
    disposition: Disposition | None = None


class Step(Frozen):
    """One exchange: what the agent did, how it was read, what moved, what the debtor answered."""

    number: int = Field(ge=0, description="0 is the debtor's opening")
    said: Said
    reading: dict[str, Any] | None
    words: str
    state: State
    changes: tuple[Change, ...] = ()
    revealed: tuple[str, ...] = ()
    negotiation: str | None = None

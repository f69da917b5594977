"""Recorded calls that a scenario must go on playing as it did; with the contacts before and after them."""

from datetime import date
from typing import Literal

from pydantic import Field

from scenarios.acts import DialogueAct
from scenarios.values import Country, Frozen, Identifier, Language, Level, Promise


class Expectation(Frozen):
    """What a played turn must show."""

    acts: tuple[DialogueAct, ...] = ()
    anger: str | None = None
    trust: str | None = None
    commitment: str | None = None
    reveals: tuple[Identifier, ...] | None = None
    negotiation: str | None = None
    speaks: tuple[Identifier, ...] = Field(default=(), description="beats that must be among what the debtor says")


class PlayedTurn(Frozen):
    """One reply of a playthrough (or an event in its place), and what must come of it."""

    say: str | None = None
    event: Literal["hold", "supervisor", "end", "wait", "send_document"] | None = None
    expect: Expectation = Expectation()


class EarlierCall(Frozen):
    """What the debtor brings along from contacts before this call; levels as the last contact left them."""

    contact: int = Field(default=2, ge=2, le=4, description="which contact this call is")
    promise: Promise = Field(default="none", description="what became of the promise: none, due, kept, part, broken")
    facts: tuple[Identifier, ...] = Field(default=(), description="what the debtor has told already")
    said: tuple[DialogueAct, ...] = Field(
        default=(), description="what the agent did that still stands: offer_review, register_dispute"
    )
    anger: Level | None = Field(default=None, description="as the last contact left it; else the scenario's")
    trust: Level | None = Field(default=None, description="the same")
    commitment: Level | None = Field(default=None, description="the same")


class LaterCall(Frozen):
    """The next contact with the same debtor, on the day that the program sets, with what both remember."""

    on: date | None = Field(default=None, description="the day that it must come to")
    why: str | None = Field(
        default=None, description="why the account is due again: broken, part, kept, reminder, named, review, …"
    )
    promise: Promise | None = Field(default=None, description="what must have become of the promise")
    plan: dict[str, str] = Field(default_factory=dict, description="the call plan, by field")
    opens: Identifier | None = Field(default=None, description="the beat with which the debtor picks up")
    turns: tuple[PlayedTurn, ...]
    ending: Identifier
    follow_up: dict[str, object] = Field(default_factory=dict)


class Playthrough(Frozen):
    """A recorded call that must go on behaving as it did."""

    name: Identifier
    language: Language
    country: Country
    seed: int
    on: date
    plan: dict[str, str] = Field(default_factory=dict, description="the call plan, by field, as in goal or fallback")
    earlier: EarlierCall | None = Field(default=None, description="contacts before this call that the debtor remembers")
    opens: Identifier | None = Field(default=None, description="the beat with which the debtor picks up")
    turns: tuple[PlayedTurn, ...]
    ending: Identifier
    follow_up: dict[str, object] = Field(default_factory=dict)
    then: tuple[LaterCall, ...] = Field(default=(), max_length=3, description="contacts after it, played in turn")

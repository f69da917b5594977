"""The scenario format: a difficult debtor, scripted. Frozen pydantic models of one YAML file."""

from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from scenarios.acts import DialogueAct
from scenarios.case import Channel, Market, Policy
from scenarios.disposition import Disposition
from scenarios.expressions import Condition
from scenarios.playthrough import Playthrough
from scenarios.values import Country, Frozen, Identifier, Language, Level

Texts = dict[str, str]
"""One text per language, country overrides as ``es-AR``."""


def _as_lists(value: object) -> object:
    if isinstance(value, dict):
        return {k: v if isinstance(v, list | tuple) else [v] for k, v in value.items()}
    return value


Number = TypeVar("Number", int, float)


def _ascending(bounds: tuple[Number, Number]) -> tuple[Number, Number]:
    if bounds[0] > bounds[1]:
        raise ValueError(f"the range runs backwards: {bounds[0]} is more than {bounds[1]}")
    return bounds


Lines = Annotated[
    dict[str, tuple[str, ...]],
    BeforeValidator(_as_lists),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
            },
        }
    ),
]
"""Alternative lines per language; the debtor takes the least recently used."""

Delta = Annotated[int, Field(ge=-100, le=100)]
_Share = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Range = Annotated[tuple[_Share, _Share], AfterValidator(_ascending)]
"""From, to: a draw between the two, both included."""
_Days = Annotated[int, Field(ge=0, le=3650)]
_Age = Annotated[int, Field(ge=18, le=100)]

Phase = Literal["open", "talk", "closing"]
"""``open``: identity not yet settled; ``talk``: the negotiation; ``closing``: an outcome stands."""

Moment = Literal[
    "opening",  # the debtor's first words
    "reply",  # a reaction to what the agent's acts did
    "unclear",  # the reading was unsure
    "repeated",  # the agent said the same again
    "unknown",  # asked for something the scenario does not know
    "accept",  # negotiation: takes the offer
    "propose",  # asked what is possible, says it
    "counter",  # negotiation: proposes something else
    "refuse_means",  # negotiation: cannot
    "refuse_will",  # negotiation: does not want to (yet)
    "ask_terms",  # negotiation: amount or date still open
    "closing",  # an outcome stands, the call winds down
    "contradicted",  # the agent tells another balance than before
    "interrupt",  # the debtor cuts a long speech short
    "insist",  # the agent passed over what the debtor asked
    "silence",  # the agent said nothing
    "hold",  # the agent put the call on hold
    "supervisor",  # the agent asked the supervisor
    "undelivered",  # the platform kept the message back
]
"""When a beat may be spoken."""


class Segment(Frozen):
    """Willing × able."""

    willing: bool
    able: bool


class History(Frozen):
    """The pattern of the payment history, and promises broken before."""

    pattern: Literal["good_then_stopped", "always_late", "erratic", "never_paid", "good_one_open"]
    broken_promises: int = Field(default=0, ge=0, le=6)


class Scaled(Frozen):
    """An amount drawn as a multiple of the country's monthly minimum wage."""

    times_minimum_wage: Range


class AccountSpec(Frozen):
    """From what the account is drawn."""

    product: Literal["personal_loan", "credit_card", "store_credit", "telecom", "utility", "supplier_invoice"]
    balance: Scaled
    days_past_due: Annotated[tuple[_Days, _Days], AfterValidator(_ascending)]
    history: History


class BudgetSpec(Frozen):
    """From what the hidden budget is drawn; shares are of the income."""

    income: Scaled
    essentials_share: Range
    priority_debts_share: Range = (0.0, 0.0)
    savings_share: Range = (0.0, 0.0)
    paydays: Literal["country", "monthly", "weekly"] = "country"


class Want(Frozen):
    """Something that counts beside money: where it is given, the debtor stretches by a share of what is affordable."""

    id: Identifier
    when: Condition
    gives: float = Field(gt=0, le=0.5)
    why: Texts = Field(default_factory=dict, description="what it is, for the trainer and the scorecard")


class DebtorSpec(Frozen):
    """The debtor's mood as the call begins, and how quickly it moves."""

    anger: Level
    trust: Level
    commitment: Level
    irritability: float = Field(default=0.5, ge=0, le=1, description="scales how strongly anger moves")
    reservation: float = Field(
        default=0.9, ge=0.1, le=1, description="share of what is affordable that is accepted at most"
    )
    aspiration: float | None = Field(
        default=None, ge=0.05, le=1,
        description="share of what is affordable that a bargainer names first; the reservation where left out",
    )  # fmt: skip
    moved_by: tuple["Want", ...] = Field(default=(), description="what counts for them beside money")
    gender: Literal["female", "male", "any"] = "any"
    age: Annotated[tuple[_Age, _Age], AfterValidator(_ascending)] = (25, 65)
    occupation: Texts = Field(default_factory=dict, description="what they live on; drawn for each case where left out")
    names: Texts = Field(
        default_factory=dict, description="a list in names/ for who came from elsewhere; the country's where left out"
    )
    role: Literal["debtor", "gatekeeper"] = "debtor"
    accepts_when: Condition = Field(
        default=Condition("commitment >= 40 and anger < 65"), description="willing to take an offer that is affordable"
    )
    counters_when: Condition = Field(
        default=Condition("trust >= 30 and anger < 75"), description="willing to say what would be affordable"
    )


class Reveal(Frozen):
    """What brings a fact out: any of the acts in this turn, and the condition."""

    acts_any: tuple[DialogueAct, ...]
    when: Condition = Condition("true")


class Fact(Frozen):
    """Something hidden that the debtor says only when asked well."""

    id: Identifier
    label: Texts = Field(description="what it is, for the trainer and the scorecard")
    after: tuple[Identifier, ...] = ()
    reveal: Reveal
    say: Lines
    words: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="words per language by which a note can be seen to record it"
    )


class Effect(Frozen):
    """How a rule moves the debtor."""

    anger: Delta = 0
    trust: Delta = 0
    commitment: Delta = 0


class Rule(Frozen):
    """When the agent does this, the debtor feels that, at most so many times in a call."""

    id: Identifier
    acts_any: tuple[DialogueAct, ...] = ()
    when: Condition = Condition("true")
    do: Effect
    at_most: int = Field(default=3, ge=1, le=50)
    why: Texts = Field(default_factory=dict, description="the cause as the trainee reads it; default: the act's name")

    @model_validator(mode="after")
    def _fires_on_something(self) -> "Rule":
        if not self.acts_any and self.when == Condition("true"):
            raise ValueError("a rule needs acts_any or when, else it fires at every turn")
        return self


class Beat(Frozen):
    """Something the debtor may say at a moment; the most specific that holds is spoken, least recently used first."""

    id: Identifier
    on: Moment = "reply"
    acts_any: tuple[DialogueAct, ...] = ()
    when: Condition = Condition("true")
    once: bool = False
    ask: DialogueAct | None = Field(default=None, description="what the beat asks the agent to answer")
    say: Lines


class Ending(Frozen):
    """A way the call ends; the first whose condition holds."""

    id: Identifier
    when: Condition
    immediate: bool = False
    disposition: Disposition
    say: Lines


class FollowUpSpec(Frozen):
    """What a complete note records in this scenario."""

    must_record: tuple[Identifier, ...] = ()
    next_action_within_days: int = Field(default=7, ge=0, le=90)


Whom = Literal["debtor", "relative", "employer", "reference"]
"""Whom one may try to reach."""
Hour = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class ContactSpec(Frozen):
    """What the trainee chooses before the call: whom to reach, when within the next days, by which channel.

    Hours are local, as in "18:30"; some may be unlawful or poor: the choice is judged, never blocked.
    """

    who: tuple[Whom, ...] = Field(default=("debtor",), min_length=1)
    moments: tuple[Hour, ...] = Field(
        default=("07:30", "09:30", "12:30", "16:00", "18:30", "21:30"), min_length=1, max_length=12
    )
    channels: tuple[Channel, ...] = Field(default=("call",), min_length=1)
    within_days: int = Field(default=6, ge=0, le=14, description="how many days after the case's day one may choose")


class Scenario(Frozen):
    """One file, one difficult debtor. Packs it includes are already merged in."""

    format: Literal[1]
    id: Identifier
    version: int = Field(ge=1)
    title: Texts
    archetype: Identifier
    segment: Segment
    difficulty: int = Field(ge=1, le=5)
    market: Market
    channel: Channel = "call"
    minutes: int = Field(default=12, ge=2, le=60)
    skills: tuple[str, ...]
    countries: tuple[Country, ...]
    briefing: Texts
    goals: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    include: tuple[str, ...] = ()
    account: AccountSpec
    policy: Policy
    budget: BudgetSpec
    debtor: DebtorSpec
    facts: tuple[Fact, ...] = ()
    rules: tuple[Rule, ...]
    beats: tuple[Beat, ...]
    endings: tuple[Ending, ...]
    follow_up: FollowUpSpec = FollowUpSpec()
    creditor: Identifier | None = Field(default=None, description="whose script and offices; else the product's")
    care: Texts = Field(
        default_factory=dict,
        description="a word of support to the trainee; where it stands, nothing is judged on recovery",
    )
    contact: ContactSpec | None = Field(
        default=None, description="where it stands, the trainee chooses whom to reach, when and how before the call"
    )
    templates: Lines = Field(
        default_factory=dict,
        description="approved messages: on WhatsApp, once a day has passed in silence or in a later contact, "
        "nothing else is delivered until the debtor answers one",
    )
    rubric: Identifier = Field(default="default", description="what a call is scored by: default, or full")
    exam_only: bool = Field(
        default=False, description="kept for exams: on no shelf, and begun only where it was assigned"
    )
    playthroughs: tuple[Playthrough, ...] = ()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages the scenario is written in: those of its title."""
        return tuple(language for language in get_args(Language) if language in self.title)

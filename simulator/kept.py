"""What is kept: profiles, attempts, turns, scores. Frozen values; how they are stored is the store's affair."""

import datetime
from datetime import date
from typing import Any, Literal

from pydantic import Field

from scenarios.disposition import Disposition
from scenarios.values import Country, Frozen, Language
from scoring.scorecard import Scorecard
from simulator.state import Step

Role = Literal["trainee", "trainer", "manager", "administrator"]
Mode = Literal["practice", "assessed"]
Stage = Literal["prepare", "talk", "wrap_up", "closed"]
"""Where an attempt stands. (A talk has phases of its own: see ``scenarios.scenario.Phase``.)"""


class Profile(Frozen):
    """A person who uses the application. ``settings`` are the pages' own choices."""

    id: str
    name: str = Field(min_length=1, max_length=80)
    role: Role
    language: Language = "es"
    theme: Literal["light", "dark", "system"] = "system"
    created_at: datetime.datetime
    settings: dict[str, Any] = Field(default_factory=dict)


class HintTaken(Frozen):
    """A hint asked for before reply ``turn`` (the first is 1): 1 what is going on, 2 what would help, 3 an example."""

    turn: int = Field(ge=1)
    step: int = Field(ge=1, le=3)


class Attempt(Frozen):
    """One call from preparation to score, with the scenario as it was that day. Instants are UTC.

    ``version`` counts its changes: whoever saves must have seen the latest. ``outcome`` is what came of the talk,
    ``aftermath`` the story of the weeks after it as it was told when the call was closed.
    ``contact`` counts the contacts with this debtor; later ones name the first one's id in ``thread_id`` and hold in
    ``earlier`` what came before. ``approach`` is whom the agent chose to reach, when and how, where that was asked.
    A call tried differently names in ``forked_from`` the call it parts from, and in ``forked_turn`` its first step
    that is its own. One made for an assignment names it, which ``task`` of it, and which try (from 1). ``rules`` is the
    fingerprint of the rules in force when an assessed call began (see ``simulator.rules_in_force``).
    """

    id: str
    owner_id: str
    mode: Mode = "practice"
    scenario_id: str
    scenario_version: int
    content_hash: str
    content: dict[str, Any]
    title: dict[str, str]
    difficulty: int
    skills: tuple[str, ...]
    country: Country
    language: Language
    seed: int
    on: date
    case: dict[str, Any]
    reader: str = ""
    phase: Stage = "prepare"
    rubric: str
    rubric_version: int
    plan: dict[str, str] = Field(default_factory=dict)
    draft: dict[str, Any] | None = None
    follow_up: dict[str, Any] | None = None
    outcome: dict[str, Any] | None = None
    aftermath: dict[str, Any] | None = None
    ending: str | None = None
    disposition: Disposition | None = None
    created_at: datetime.datetime
    talk_began_at: datetime.datetime | None = None
    talk_ended_at: datetime.datetime | None = None
    closed_at: datetime.datetime | None = None
    updated_at: datetime.datetime
    version: int = 1
    thread_id: str | None = None
    contact: int = 1
    earlier: dict[str, Any] | None = None
    approach: dict[str, Any] | None = None
    hints: tuple[HintTaken, ...] = ()
    forked_from: str | None = None
    forked_turn: int | None = None
    assignment_id: str | None = None
    task: int | None = None
    task_try: int | None = None
    rules: str = ""


class StoredTurn(Frozen):
    """One step of a talk as saved. ``client_key`` is the sender's own name for it, so that a resend is harmless.

    ``pasted`` is how many characters of an assessed reply the browser saw pasted: a fact for a person, never scored.
    """

    step: Step
    client_key: str
    saved_at: datetime.datetime
    pasted: int = Field(default=0, ge=0)


class AttemptSummary(Frozen):
    """A line of a list of attempts: no words of the talk."""

    id: str
    owner_id: str
    mode: Mode
    scenario_id: str
    title: dict[str, str]
    difficulty: int
    country: Country
    language: Language
    on: date
    phase: Stage
    disposition: Disposition | None
    total: float | None
    created_at: datetime.datetime
    updated_at: datetime.datetime
    closed_at: datetime.datetime | None = None
    thread_id: str | None = None
    contact: int = 1
    forked_from: str | None = None
    forked_turn: int | None = None
    assignment_id: str | None = None


class KeptScorecard(Frozen):
    """One judgement of a call as stored; a call scored again has several.

    ``scorecard`` is the program's; ``in_force`` the same with a person's decisions in the place of the program's.
    """

    id: str
    scored_at: datetime.datetime
    scorecard: Scorecard
    in_force: Scorecard


class Mark(Frozen):
    """A criterion's level in force (0 to 4) and finer score; ``None`` where it was not assessed.

    ``machine`` is the program's own level: another one where ``by_person`` says that a person put this in its place.
    """

    criterion: str
    level: int | None
    score: float | None
    machine: int | None = None
    by_person: bool = False


class Scored(Frozen):
    """A scorecard's figures in force, for charts: which attempt, under which rubric, how far on each criterion."""

    attempt_id: str
    scenario_id: str
    mode: Mode
    difficulty: int
    rubric: str
    rubric_version: int
    total: float | None
    marks: tuple[Mark, ...]
    scored_at: datetime.datetime
    archetype: str = ""
    willing: bool | None = Field(default=None, description="of the debtor, by the scenario's segment")
    able: bool | None = None


class Met(Frozen):
    """One indicator in one scored call, and whether it was met there at least once."""

    attempt_id: str
    criterion: str
    indicator: str
    met: bool


class Share(Frozen):
    """What is shared with whom. ``turn`` is the step whose reply is shared; the whole call where it is ``None``.

    ``named``: the coach sees whose it is. Once ``revoked_at`` stands, nobody reads it any more.
    """

    id: str
    attempt_id: str
    turn: int | None = None
    to_id: str
    note: str = ""
    named: bool = False
    created_at: datetime.datetime
    revoked_at: datetime.datetime | None = None


ContestKind = Literal["criterion", "finding", "gate"]


class Contest(Frozen):
    """A judgement that its owner finds wrong, with the level (0 to 4) they would give; it waits for a person.

    ``about`` is a criterion, ``criterion/indicator`` or a gate's id; ``place`` the utterance it rests on, else 0.
    """

    id: str
    attempt_id: str
    kind: ContestKind
    about: str = Field(max_length=200)
    place: int = 0
    level: int | None = Field(default=None, ge=0, le=4)
    text: str
    created_at: datetime.datetime

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


class StoredTurn(Frozen):
    """One step of a talk as saved. ``client_key`` is the sender's own name for it, so that a resend is harmless."""

    step: Step
    client_key: str
    saved_at: datetime.datetime


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
    thread_id: str | None = None
    contact: int = 1


class KeptScorecard(Frozen):
    """One judgement of a call as stored; a call scored again has several."""

    id: str
    scored_at: datetime.datetime
    scorecard: Scorecard


class Mark(Frozen):
    """A criterion's level (0 to 4) and finer score; ``None`` where it was not assessed."""

    criterion: str
    level: int | None
    score: float | None


class Scored(Frozen):
    """A scorecard's figures for charts: which attempt, under which rubric, how far on each criterion."""

    attempt_id: str
    scenario_id: str
    mode: Mode
    difficulty: int
    rubric: str
    rubric_version: int
    total: float | None
    marks: tuple[Mark, ...]
    scored_at: datetime.datetime

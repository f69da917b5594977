"""What the studio keeps: a scenario as it is being written, its history, and what is being tried with it."""

import datetime
from datetime import date
from typing import Any, Literal

from pydantic import Field

from scenarios.scenario import Phase
from scenarios.values import Country, Frozen, Identifier, Language, Level
from simulator.state import Event

Status = Literal["draft", "published", "withdrawn"]
EditionKind = Literal["made", "kept", "aside", "published", "withdrawn", "restored"]
"""Why an edition stands in the history; ``aside`` is a text that came too late, kept so that nothing is lost."""


MOST_MOVES = 60
"""Things done in one trial."""


class OwnScenario(Frozen):
    """A trainer's scenario with the text as it is being written.

    ``name`` is the scenario's own id, unique in the installation and settled once it was published; ``version`` counts
    the changes: whoever saves must have seen the latest. ``offered`` is the number of the edition that trainees get.
    """

    id: str
    name: str = Field(max_length=40)
    title: dict[str, str] = Field(default_factory=dict)
    text: str
    status: Status = "draft"
    version: int = 1
    offered: int | None = None
    measured: float | None = Field(default=None, description="difficulty as plays found it, 0 to 1")
    created_at: datetime.datetime
    updated_at: datetime.datetime
    updated_by: str | None = None


class Looked(Frozen):
    """A scenario as it is seen and tried, whoever wrote it. ``id`` is a trainer's own, or the name of a shipped one."""

    id: str
    title: dict[str, str]
    text: str
    measured: float | None = None
    own: OwnScenario | None = Field(default=None, description="where a trainer wrote it")


class EditionLine(Frozen):
    """One entry of the history, without its text. ``content_hash`` is empty where the text is no scenario yet."""

    scenario_id: str
    number: int = Field(ge=1)
    kind: EditionKind
    content_hash: str = ""
    checked_with: str = Field(default="", description="versions of reader and rules that it was published under")
    at: datetime.datetime
    by: str | None = None


class Edition(EditionLine):
    """An entry with its text; ``content`` is the whole scenario, packs included, of one that was published."""

    text: str
    content: dict[str, Any] | None = None


class StateSet(Frozen):
    """The debtor's state as a trainer sets it; what is ``None`` stays as it is."""

    anger: Level | None = None
    trust: Level | None = None
    commitment: Level | None = None
    phase: Phase | None = None
    facts: tuple[Identifier, ...] | None = None


class TriedMove(Frozen):
    """One thing done while trying: words, a deed, or the state set by hand."""

    say: str = Field(default="", max_length=4000)
    event: Event = ""
    set: StateSet | None = None


class Tried(Frozen):
    """A scenario being played by its author: what case, and what was done so far. Steps are made anew from it."""

    country: Country
    language: Language
    seed: int = Field(default=7, ge=0)
    on: date
    moves: tuple[TriedMove, ...] = Field(default=(), max_length=MOST_MOVES)


class Use(Frozen):
    """How much a scenario was played, and the mean level (0 to 4) by criterion; ``levels`` are of assessed calls."""

    practice: int = 0
    assessed: int = 0
    levels: dict[str, float] = Field(default_factory=dict)

    @property
    def calls(self) -> int:
        """All calls."""
        return self.practice + self.assessed

"""An assessed call as it leaves the application: every figure beside the one in force, and the words that were said.

``schema.json`` is made of these values; see docs/exports.md. ``python -m simulator.exports.schema`` writes it.
"""

import datetime
from datetime import date
from typing import Literal

from pydantic import Field

from scenarios.disposition import Disposition
from scenarios.values import Country, Frozen, Language
from scoring.criterion import Finding, Gate
from scoring.scorecard import FieldCheck
from scoring.transcript import FollowUp

FORMAT: Literal["acuerdo-cohort-1"] = "acuerdo-cohort-1"


class ExportedLevel(Frozen):
    """A criterion. Levels run from 0 to 4; ``null`` where it was not assessed, and ``why_not`` says why."""

    criterion: str
    level: int | None = Field(description="the program's")
    score: float | None = Field(description="the finer figure under the program's level, 0.0 to 4.0")
    effective_level: int | None = Field(description="in force: a person's where one reviewed it, else the program's")
    effective_score: float | None
    why_not: str = ""


class Said(Frozen):
    """One utterance, numbered as the findings number them. ``event`` is what was done in place of speaking."""

    line: int | None = None
    who: Literal["agent", "debtor"]
    text: str
    event: str = ""


class CohortCall(Frozen):
    """One assessed call that is over and was scored. Instants are UTC; totals run from 0 to 100."""

    attempt: str
    trainee: str = Field(description="a pseudonym: the same person, the same word")
    name: str = Field(default="", description="the person's name; empty unless names were asked for")
    scenario: str
    scenario_version: int
    title: dict[str, str]
    difficulty: int = Field(ge=1, le=5)
    country: Country
    language: Language
    seed: int
    day: date = Field(description="the day on which the case takes place")
    began_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    closed_at: datetime.datetime
    contact: int
    hints: int
    disposition: Disposition | None
    rubric: str
    rubric_version: int
    rubric_hash: str
    reader: str
    versions: dict[str, str]
    scored_at: datetime.datetime
    total: float | None = Field(description="the program's")
    effective_total: float | None = Field(description="in force")
    result: str = Field(description="the program's: passed, failed, review or not_assessed")
    effective_result: str = Field(description="in force")
    reviewed: bool = Field(description="whether a person changed anything")
    levels: tuple[ExportedLevel, ...]
    findings: tuple[Finding, ...]
    gates: tuple[Gate, ...]
    note_checks: tuple[FieldCheck, ...]
    follow_up: FollowUp | None
    talk: tuple[Said, ...] = ()

    @property
    def minutes(self) -> float | None:
        """How long the talk took; ``None`` where that is not known."""
        if self.began_at is None or self.ended_at is None:
            return None
        return round((self.ended_at - self.began_at).total_seconds() / 60, 1)


class CohortHead(Frozen):
    """What is said once of all the calls."""

    format: Literal["acuerdo-cohort-1"] = FORMAT
    cohort: str
    made_at: datetime.datetime
    named: bool


class CohortFile(CohortHead):
    """The whole document."""

    calls: tuple[CohortCall, ...]

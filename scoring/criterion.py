"""What a judgement is made of: evidence, findings, levels."""

from typing import Literal

from pydantic import Field

from scenarios.values import Frozen


class Evidence(Frozen):
    """The words a finding rests on. ``turn`` is the utterance's number, 0 for the note; code points, end exclusive.

    Where the words stand in the plan made before the call, ``plan`` names its field, and ``turn`` is 0.
    """

    turn: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    plan: str = ""


class Finding(Frozen):
    """One thing seen (or missed) in the call. ``better`` is wording in the case's language that would have helped."""

    criterion: str
    indicator: str
    met: bool
    evidence: Evidence | None
    reason: str
    better: str = ""
    weight: float = Field(default=0.0, description="what it adds to or takes from the level, in levels")


class Term(Frozen):
    """One addend of a level, as shown under "why this level"."""

    name: str
    value: float


class Judgement(Frozen):
    """A criterion's result. ``level`` and ``score`` are ``None`` where nothing could be judged; ``why_not`` says so."""

    criterion: str
    level: int | None = Field(default=None, ge=0, le=4)
    score: float | None = Field(default=None, ge=0, le=4)
    findings: tuple[Finding, ...] = ()
    terms: tuple[Term, ...] = ()
    capped_by: str | None = None
    why_not: str | None = None


class Gate(Frozen):
    """Something that fails a call apart from points, or waits for a person to decide."""

    id: str
    status: Literal["breach", "possible_breach"]
    evidence: Evidence | None
    reason: str
    source: str = ""

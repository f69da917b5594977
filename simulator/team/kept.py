"""What the desk counts with: rows as the database adds them up, and what is asked for. All of assessed calls only.

``week`` is the place of a week in the window asked for, 0 being the first; ``difficulty`` is 1 to 5.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import Field

from scenarios.values import Frozen
from simulator.access.kept import Cohort


class Cell(NamedTuple):
    """The effective levels (0 to 4) of one person on one criterion: how many, their sum and the sum of squares."""

    owner: str
    week: int
    difficulty: int
    rubric: str
    version: int
    criterion: str
    n: int
    total: int
    squares: int


class Calls(NamedTuple):
    """Closed calls of one person by result: ``n`` of them, of which ``scored`` have a total (0 to 100)."""

    owner: str
    week: int
    difficulty: int
    rubric: str
    version: int
    result: str
    n: int
    scored: int
    total: float
    squares: float


class GateCount(NamedTuple):
    """Gates of one person; ``status`` is breach, possible_breach or no_breach, the last two by or for a person."""

    owner: str
    week: int
    gate: str
    status: str
    n: int


class GateRows(NamedTuple):
    """Gates of one person in one country: what the program held each to be, what is in force, how many."""

    owner: str
    gate: str
    country: str
    status: str
    effective: str
    n: int


class Promises(NamedTuple):
    """Payments agreed in calls, and what became of them in the stories told after."""

    due: int = 0
    kept: int = 0
    late: int = 0
    part: int = 0
    broken: int = 0


class Member(Frozen):
    """A trainee; ``left`` where the account is shut."""

    id: str
    name: str
    left: bool = False


class RubricVersion(NamedTuple):
    """A version of a rubric."""

    rubric: str
    version: int


class Scope(Frozen):
    """Whose calls: the trainees of these cohorts, or every trainee where ``cohorts`` is ``None``."""

    cohorts: tuple[str, ...] | None


class Window(Frozen):
    """Weeks as instants: each begins at its edge, the last edge is the end. Mondays of the desk's time zone."""

    edges: tuple[datetime.datetime, ...] = Field(min_length=2)

    @property
    def weeks(self) -> int:
        """How many."""
        return len(self.edges) - 1

    def starts(self) -> tuple[datetime.date, ...]:
        """The days on which the weeks begin."""
        return tuple(edge.date() for edge in self.edges[:-1])


class Asked(Frozen):
    """What a page asks for, as its address says it; nothing chosen is ``None``."""

    cohort: str | None = None
    weeks: int = 8
    difficulty: int | None = None
    rubric: RubricVersion | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """All that the overview is worked out from. ``last`` is each person's latest assessed call.

    Cells without an owner (``""``) are of all people together. No model: hundreds of thousands of rows that the
    database just made are not looked at one by one.
    """

    members: tuple[Member, ...]
    cells: tuple[Cell, ...]
    calls: tuple[Calls, ...]
    gates: tuple[GateCount, ...]
    promises: Promises
    last: Mapping[str, datetime.datetime]


class GateLine(Frozen):
    """One gate of one call, with what it rests on. ``turn`` is the line of the call, 0 where there is none."""

    attempt_id: str
    owner_id: str
    gate: str
    status: str
    effective_status: str
    country: str
    difficulty: int
    title: dict[str, str]
    closed_at: datetime.datetime
    quote: str = ""
    turn: int = 0
    reason: str = ""
    source: str = ""


class Judged(NamedTuple):
    """The judgements of one assessed call, as its current scorecard holds them."""

    attempt_id: str
    title: dict[str, str]
    closed_at: datetime.datetime
    judgements: list[dict[str, Any]]


class CoachingNote(Frozen):
    """What a coach noted about a trainee. ``version`` counts its changes: who changes it must have seen the latest.

    ``read_at`` is when the trainee last had it before their eyes.
    """

    id: str
    profile_id: str
    author_id: str | None
    text: str
    shared: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int = 1
    read_at: datetime.datetime | None = None

    @property
    def unread(self) -> bool:
        """Whether the trainee has not seen it as it stands now."""
        return self.shared and (self.read_at is None or self.read_at < self.updated_at)


class Desk(Frozen):
    """The cohorts that somebody may look at."""

    cohorts: tuple[Cohort, ...]
    everyone: bool = Field(description="whether trainees outside of these, too")

"""The values of the list of assessed calls: which are wanted, a line, a page and where the next one begins."""

import datetime
import re
from typing import Literal

from pydantic import Field

from scenarios.values import Country, Frozen

ReviewedOr = Literal["", "no", "yes", "differ"]
Outcome = Literal["", "passed", "failed", "review", "not_assessed"]
_AFTER = re.compile(r"^([012])~([0-9T:.+-]{19,32})~([0-9a-zA-Z-]{1,36})$")


class Wanted(Frozen):
    """Which calls: by cohort, person, scenario, a criterion's level in force, gate, result, and so on; empty for all.

    ``weeks`` counts back from now; 0 for all.
    """

    cohort: str = ""
    person: str = ""
    scenario: str = ""
    criterion: str = ""
    level: int | None = Field(default=None, ge=0, le=4)
    gate: str = ""
    result: Outcome = ""
    contested: bool = False
    reviewed: ReviewedOr = ""
    weeks: int = Field(default=0, ge=0, le=520)


class After(Frozen):
    """Where a page ends: 0 possible breaches, 1 contests that wait, 2 the rest; then the instant, then the id."""

    rank: int
    at: datetime.datetime
    id: str

    def __str__(self) -> str:
        return f"{self.rank}~{self.at.astimezone(datetime.UTC).replace(tzinfo=None).isoformat()}~{self.id}"

    @classmethod
    def read(cls, text: str) -> "After | None":
        """From an address; ``None`` where it is none."""
        found = _AFTER.match(text)
        try:
            at = datetime.datetime.fromisoformat(found[2]).replace(tzinfo=datetime.UTC) if found else None
        except ValueError:
            return None
        return cls(rank=int(found[1]), at=at, id=found[3]) if found and at else None


class Line(Frozen):
    """A call in the list, with what is in force. ``waiting`` counts its contests without an answer."""

    attempt_id: str
    scorecard_id: str
    rank: int
    owner_id: str
    owner: str
    scenario_id: str
    title: dict[str, str]
    country: Country
    closed_at: datetime.datetime
    total: float | None
    result: str
    gates: tuple[str, ...] = ()
    waiting: int = 0
    contested: int = 0
    reviewed: int = 0
    late: bool = False


class ListPage(Frozen):
    """A page of the list, and where the next one begins."""

    lines: tuple[Line, ...]
    after: After | None


class Choices(Frozen):
    """What can be chosen among: cohorts and people by id, each with its name, by name."""

    cohorts: dict[str, str]
    people: dict[str, str]

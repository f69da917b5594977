"""What trainees really wrote, as trainers meet it: replies with what came before them, and where debtors were lost.

Nobody's name is in any of it.
"""

from datetime import date

from pydantic import Field

from scenarios.values import Country, Frozen, Language
from scoring.reading.values import ReadingContext


class HeardReply(Frozen):
    """One reply as it was read. ``acts`` by name with their confidence; ``asked_back``: the debtor did not follow.

    ``before`` is what the debtor had just said. ``shared`` replies are practice that its trainee shared with the
    reader of this; ``contested`` is what a trainee wrote against a finding in it.
    """

    attempt_id: str
    scenario_id: str
    number: int
    text: str
    before: str
    language: Language
    country: Country
    on: date
    acts: tuple[tuple[str, float], ...] = ()
    unsure: bool = False
    asked_back: bool = False
    shared: bool = False
    contested: str = ""

    @property
    def context(self) -> ReadingContext:
        """What the reader may know of it."""
        return ReadingContext(language=self.language, country=self.country, on=self.on, before=self.before)


class Spot(Frozen):
    """A place in the calls of a scenario: the reply of this number while the talk stood in this phase.

    ``n`` calls came there; on average trust fell and anger rose by so many points (of 100).
    """

    phase: str
    number: int
    n: int = Field(ge=0)
    trust_lost: float
    anger_gained: float

    @property
    def lost(self) -> float:
        """How badly the debtor is lost here, in points."""
        return self.trust_lost + self.anger_gained


class LostAt(Frozen):
    """One reply at such a place, what it answered, and by how much trust and anger moved."""

    attempt_id: str
    text: str
    before: str
    trust: int
    anger: int


class Reached(Frozen):
    """What the calls of a scenario came to: how many, and in how many each fact came out and each ending was met."""

    calls: int = 0
    facts: dict[str, int] = Field(default_factory=dict)
    endings: dict[str, int] = Field(default_factory=dict)

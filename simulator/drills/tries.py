"""A try at a drill, as it is kept: what was said, what the debtor answered, what it showed."""

import datetime
from datetime import date, tzinfo
from typing import Literal

from pydantic import Field

from scenarios.values import Frozen, Language
from scoring.coaching.values import Coached
from scoring.criterion import Judgement
from simulator.drills.drill import REPLIES
from simulator.state import Step


class TryLine(Frozen):
    """A try without its words. ``number`` counts the tries of one drill from 1; instants are UTC.

    ``passed`` and ``level`` (of the trained criterion, 0 to 4) are ``None`` until it is finished; ``level`` stays so
    where two replies give none.
    """

    id: str
    owner_id: str
    mode: Literal["practice"] = "practice"
    drill: str
    number: int = Field(ge=1)
    scenario: str
    criterion: str
    kind: str
    language: Language
    level: int | None = None
    passed: bool | None = None
    began_at: datetime.datetime
    finished_at: datetime.datetime | None = None

    @property
    def weakness(self) -> tuple[str, str]:
        """What it tried: the criterion, and the kind of moment."""
        return self.criterion, self.kind

    def day(self, zone: tzinfo | None) -> date:
        """The day on which it began, where the trainee is."""
        return self.began_at.astimezone(zone).date()


class DrillTry(TryLine):
    """A whole try. ``heard`` is what was to be answered; ``steps`` are the trainee's replies with the answers."""

    heard: str
    steps: tuple[Step, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    grave: tuple[str, ...] = ()
    coached: tuple[Coached, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether both replies are said, or the call ended before."""
        return len(self.steps) >= REPLIES or bool(self.steps and self.steps[-1].state.ended)

    @property
    def trained(self) -> Judgement | None:
        """The judgement of the criterion that the drill trains, once it is judged."""
        return next((j for j in self.judgements if j.criterion == self.criterion), None)

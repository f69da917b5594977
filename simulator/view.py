"""An attempt as a page needs it: one frozen value, read from what is stored and never replayed."""

import datetime
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import Field, ValidationError

from scenarios.case import Case
from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from scenarios.values import Country, Frozen, Language
from scoring.scorecard import Scorecard
from scoring.transcript import CallRecord, Contact, FollowUp, Outcome
from simulator.aftermath import Aftermath
from simulator.answered import as_spoken
from simulator.earlier import Earlier
from simulator.kept import Attempt, HintTaken, Mode, Stage, StoredTurn
from simulator.record import call_record
from simulator.refusals import Refusal
from simulator.state import State, Step


class AttemptView(Frozen):
    """Everything about one attempt. ``steps`` begin with the debtor's opening; ``next_number`` is the next reply's."""

    id: str
    owner_id: str
    mode: Mode
    phase: Stage
    scenario: Scenario
    case: Case
    country: Country
    language: Language
    seed: int
    on: date
    steps: tuple[Step, ...] = ()
    plan: dict[str, str] = Field(default_factory=dict)
    draft: FollowUp | None = None
    follow_up: FollowUp | None = None
    outcome: Outcome | None = None
    aftermath: Aftermath | None = Field(default=None, description="as told when the call was closed; none before that")
    ending: str | None = None
    disposition: Disposition | None = None
    scorecard: Scorecard | None = None
    created_at: datetime.datetime
    talk_began_at: datetime.datetime | None
    talk_ended_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    thread_id: str | None = None
    contact: int = 1
    earlier: Earlier | None = None
    approach: Contact | None = None
    hints: tuple[HintTaken, ...] = ()
    forked_from: str | None = None
    forked_turn: int | None = None
    assignment_id: str | None = None
    sealed: bool = Field(default=False, description="in an exam whose window is open: no number, no model wording")

    @property
    def thread(self) -> str:
        """The id of the thread: that of its first contact."""
        return self.thread_id or self.id

    @property
    def with_debtor(self) -> bool:
        """Whether the debtor answered, as far as is known."""
        return self.approach is None or self.approach.answered == "debtor"

    @property
    def played(self) -> Scenario:
        """The scenario as it is spoken: another's words where not the debtor answered, later ones with memory."""
        return as_spoken(self.scenario, self.approach, again=self.contact > 1)

    @property
    def state(self) -> State | None:
        """Where the debtor stands; ``None`` before the talk."""
        return self.steps[-1].state if self.steps else None

    def record(self, follow_up: FollowUp | None, *more: Step) -> CallRecord:
        """What scoring judges of it, with ``more`` steps where they are not saved yet."""
        made = {"at": self.approach.at, "contact": self.approach} if self.approach else {}
        before = {"earlier": self.earlier.contacts} if self.earlier else {}
        record = call_record(self.played, self.case, (*self.steps, *more), follow_up, self.plan)
        return record.model_copy(update={**made, **before, "hints": len(self.hints)})

    @property
    def next_number(self) -> int:
        """The number that the next reply will bear."""
        return len(self.steps)


class Unreadable(Refusal):
    """An attempt stored in a form that this version of the program does not know."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            es=f"El intento {attempt_id} se guardó con otra versión del programa y esta no puede mostrarlo. "
            "Sigue guardado; ábralo con la versión con que se hizo.",
            en=f"Attempt {attempt_id} was saved by another version of the program and this one cannot show it. "
            "It is still stored; open it with the version that made it.",
        )


def view_of(attempt: Attempt, turns: tuple[StoredTurn, ...], scorecard: Scorecard | None) -> AttemptView:
    """The view of a stored attempt. Raises ``Unreadable``."""
    same = {name: getattr(attempt, name) for name in AttemptView.model_fields if name in Attempt.model_fields}
    played = {"steps": tuple(t.step for t in turns), "scorecard": scorecard, "aftermath": _told(attempt)}
    try:
        scenario = _parsed(_Edition(attempt.content_hash, attempt.content))
        return AttemptView.model_validate({**same, **played, "scenario": scenario})
    except ValidationError as error:
        raise Unreadable(attempt.id) from error


def _told(attempt: Attempt) -> Aftermath | None:
    """The story kept with the attempt; one in a form that this version does not know is told anew."""
    try:
        return Aftermath.model_validate(attempt.aftermath) if attempt.aftermath else None
    except ValidationError:
        return None


@dataclass(frozen=True)
class _Edition:
    content_hash: str
    content: dict[str, Any] = field(hash=False)


@lru_cache(maxsize=64)
def _parsed(edition: _Edition) -> Scenario:
    """A scenario is far larger than the turns around it, and many attempts share one."""
    return Scenario.model_validate(edition.content)

"""An assessed call with its scorecard in force, as questions over many calls need it."""

import datetime

from pydantic import Field

from scenarios.values import Frozen
from scoring.criterion import Gate


class ScoredCall(Frozen):
    """``levels``, ``total`` and ``result`` are those in force, ``machine`` and ``result_by_machine`` the program's."""

    attempt_id: str
    title: dict[str, str]
    closed_at: datetime.datetime
    rubric_hash: str = ""
    levels: dict[str, int | None] = Field(default_factory=dict)
    machine: dict[str, int | None] = Field(default_factory=dict)
    total: float | None = None
    result: str
    result_by_machine: str
    gates: tuple[Gate, ...] = ()

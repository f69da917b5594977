"""The assessed calls that certificates rest on, in the database."""

import datetime
from collections.abc import Collection

from sqlalchemy import and_, select

from scenarios.values import Country, Frozen
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ScorecardRow

CaseKey = tuple[str, str, int]
"""Scenario, country and seed: who has met it knows the case."""


class Sitting(Frozen):
    """A finished assessed call as stored. ``total`` and ``result`` are those in force; ``breach``: the machine is sure
    of one. ``creditor`` is its name in the country, ``rules`` the fingerprint of those it was begun under.
    """

    attempt_id: str
    owner_id: str
    scenario: str
    country: Country
    seed: int
    creditor: str
    rubric: str
    rules: str
    began_at: datetime.datetime
    closed_at: datetime.datetime
    total: float | None
    result: str
    breach: bool
    gates: int

    @property
    def case(self) -> CaseKey:
        """What makes the case this one."""
        return self.scenario, self.country, self.seed


class Sittings:
    """Finished assessed calls, and which cases people had met."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def of(self, owner_ids: Collection[str]) -> tuple[Sitting, ...]:
        """Those of these people, oldest first."""
        current = and_(ScorecardRow.attempt_id == AttemptRow.id, ScorecardRow.current)
        question = (
            select(
                AttemptRow.id, AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.country, AttemptRow.seed,
                AttemptRow.case_file["creditor"]["name"].as_string(), AttemptRow.rubric, AttemptRow.rules,
                AttemptRow.created_at, AttemptRow.closed_at,
                ScorecardRow.effective_total, ScorecardRow.effective_result, ScorecardRow.content["gates"],
            )
            .join(ScorecardRow, current)
            .where(
                AttemptRow.owner_id.in_(list(owner_ids)), AttemptRow.mode == "assessed", AttemptRow.phase == "closed",
                AttemptRow.closed_at.is_not(None),
            )
            .order_by(AttemptRow.closed_at, AttemptRow.id)
        )  # fmt: skip
        names = [name for name in Sitting.model_fields if name not in ("breach", "gates")]
        with self._sessions.reading() as session:
            return tuple(
                Sitting.model_validate({
                    **dict(zip(names, row[:-1], strict=True)), "creditor": row[5] or "", "gates": len(row[-1] or ()),
                    "breach": any(gate["status"] == "breach" for gate in row[-1] or ()),
                })
                for row in session.execute(question)
            )  # fmt: skip

    def met(self, owner_ids: Collection[str]) -> dict[str, dict[CaseKey, datetime.datetime]]:
        """For each of these people, when they first began each case, in whichever kind of call."""
        question = (
            select(
                AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.country, AttemptRow.seed, AttemptRow.created_at
            )
            .where(AttemptRow.owner_id.in_(list(owner_ids)))
            .order_by(AttemptRow.created_at)
        )
        first: dict[str, dict[CaseKey, datetime.datetime]] = {}
        with self._sessions.reading() as session:
            for owner, scenario, country, seed, at in session.execute(question):
                first.setdefault(owner, {}).setdefault((scenario, country, seed), at)
        return first

"""The assessed calls that certificates rest on, in the database."""

import datetime
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from scenarios.values import Country, Frozen
from simulator.store.gate_table import CardGateRow
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
        current = and_(ScorecardRow.attempt_id == AttemptRow.id, ScorecardRow.current.is_not(False))
        question = (
            select(
                AttemptRow.id, AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.country, AttemptRow.seed,
                AttemptRow.creditor, AttemptRow.rubric, AttemptRow.rules, AttemptRow.created_at, AttemptRow.closed_at,
                ScorecardRow.effective_total, ScorecardRow.effective_result,
                ScorecardRow.id.label("card"),
            )
            .join(ScorecardRow, current)
            .where(*_over(owner_ids))
            .order_by(AttemptRow.closed_at, AttemptRow.id)
        )  # fmt: skip
        names = [name for name in Sitting.model_fields if name not in ("breach", "gates")]
        with self._sessions.reading() as session:
            gates = _gates(session, owner_ids)
            return tuple(
                Sitting.model_validate({
                    **dict(zip(names, row[:-1], strict=True)), "gates": len(gates.get(row.card, ())),
                    "breach": "breach" in gates.get(row.card, ()),
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


def _over(owner_ids: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """The finished assessed calls of these people, so written that ``ix_attempt_sat`` answers it alone."""
    return (AttemptRow.owner_id.in_(list(owner_ids)), AttemptRow.mode == "assessed", AttemptRow.closed_at.is_not(None))


def _gates(session: Session, owner_ids: Collection[str]) -> dict[str, list[str]]:
    """What the program saw, by scorecard: a status for each gate."""
    question = (
        select(CardGateRow.scorecard_id, CardGateRow.status)
        .join(ScorecardRow, ScorecardRow.id == CardGateRow.scorecard_id)
        .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
        .where(*_over(owner_ids), CardGateRow.status != "")
    )
    found: dict[str, list[str]] = {}
    for card, status in session.execute(question):
        found.setdefault(card, []).append(status)
    return found

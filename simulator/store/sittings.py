"""The assessed calls that certificates rest on, in the database."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session, aliased

from scenarios.values import Country
from simulator.store.gate_table import CardGateRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ScorecardRow


@dataclass(frozen=True, slots=True)
class Sitting:
    """A finished assessed call as stored. ``result`` is the one in force. ``breach``: one stands, be it that the
    program is sure or that a person decided so. ``creditor`` is its name in the country, ``rules`` the fingerprint of
    those it was begun under. ``seen_before``: the person had begun the very same case already, in any kind of call.

    No model: ten thousand rows that the database just gave are not looked at one by one.
    """

    attempt_id: str
    owner_id: str
    scenario: str
    country: Country
    creditor: str
    rubric: str
    rules: str
    began_at: datetime.datetime
    closed_at: datetime.datetime
    result: str
    seen_before: bool
    breach: bool


_EARLIER = aliased(AttemptRow)
_SEEN = exists().where(
    _EARLIER.owner_id == AttemptRow.owner_id, _EARLIER.scenario_id == AttemptRow.scenario_id,
    _EARLIER.country == AttemptRow.country, _EARLIER.seed == AttemptRow.seed,
    _EARLIER.created_at < AttemptRow.created_at,
)  # fmt: skip
"""Scenario, country and seed make the case: who has met it knows it."""


class Sittings:
    """Finished assessed calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def of(self, owner_ids: Collection[str]) -> tuple[Sitting, ...]:
        """Those of these people, oldest first."""
        current = and_(ScorecardRow.attempt_id == AttemptRow.id, ScorecardRow.current.is_not(False))
        question = (
            select(
                AttemptRow.id, AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.country,
                AttemptRow.creditor, AttemptRow.rubric, AttemptRow.rules, AttemptRow.created_at, AttemptRow.closed_at,
                ScorecardRow.effective_result, _SEEN, ScorecardRow.id,
            )
            .join(ScorecardRow, current)
            .where(*_over(owner_ids))
            .order_by(AttemptRow.closed_at, AttemptRow.id)
        )  # fmt: skip
        with self._sessions.reading() as session:
            breaches, found = _breaches(session, owner_ids), list[Sitting]()
            for *columns, card in cast("Iterable[tuple[Any, ...]]", session.execute(question)):
                values: tuple[Any, ...] = (*columns, card in breaches)
                found.append(Sitting(*values))
            return tuple(found)


def _over(owner_ids: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """The finished assessed calls of these people, so written that ``ix_attempt_sat`` answers it alone."""
    return (AttemptRow.owner_id.in_(list(owner_ids)), AttemptRow.mode == "assessed", AttemptRow.closed_at.is_not(None))


def _breaches(session: Session, owner_ids: Collection[str]) -> frozenset[str]:
    """The scorecards on which a breach is in force."""
    question = (
        select(CardGateRow.scorecard_id)
        .join(ScorecardRow, ScorecardRow.id == CardGateRow.scorecard_id)
        .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
        .where(*_over(owner_ids), CardGateRow.effective == "breach")
    )
    return frozenset(session.scalars(question))

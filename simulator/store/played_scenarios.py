"""Scenarios as they were played, in the database: by the hash of their content, which never changes.

A scenario is forty times as large as an exchange, and a floor's calls share a few dozen: each is kept once, and once
read it stays in memory.
"""

from threading import Lock
from typing import Any

from sqlalchemy import ScalarSelect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from simulator.kept import Attempt
from simulator.store.played_tables import PlayedScenarioRow
from simulator.store.tables import AttemptRow

MOST = 128
"""Scenarios that are kept in memory; one more, and all are forgotten."""


class PlayedScenarios:
    """What was read of them. Whoever is given a content leaves it as it is."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}
        self._lock = Lock()

    def content(self, session: Session, content_hash: str) -> dict[str, Any]:
        """The scenario of this content, in the caller's transaction."""
        found = self._known.get(content_hash)
        if found is None:
            found = session.scalars(
                select(PlayedScenarioRow.content).where(PlayedScenarioRow.content_hash == content_hash)
            ).one()
            with self._lock:
                if len(self._known) >= MOST:
                    self._known.clear()
                self._known[content_hash] = found
        return found


def keep_played(session: Session, attempt: Attempt) -> None:
    """Keep the scenario of a new attempt, in the caller's transaction; a second time changes nothing."""
    stands = select(PlayedScenarioRow.content_hash).where(PlayedScenarioRow.content_hash == attempt.content_hash)
    if session.scalar(stands) is not None:
        return
    segment = attempt.content.get("segment") or {}
    row = PlayedScenarioRow(
        scenario_id=attempt.scenario_id, scenario_version=attempt.scenario_version, content_hash=attempt.content_hash,
        archetype=attempt.content.get("archetype") or "", willing=segment.get("willing"), able=segment.get("able"),
        content=attempt.content,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return  # somebody else kept the very same in the meantime


def of_played(column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    """A column of the scenario that an attempt was played with, as a part of a larger question."""
    return select(column).where(PlayedScenarioRow.content_hash == AttemptRow.content_hash).scalar_subquery()

"""What is written beside a scorecard and an attempt, so that many of them can be counted without opening any."""

from collections import Counter
from typing import Any

from sqlalchemy.orm import Session

from scoring.scorecard import Scorecard
from simulator.store.gate_table import CardGateRow
from simulator.store.team_tables import PromiseRow

OUTCOMES = ("kept", "late", "part", "broken")


def keep_gates(session: Session, scorecard_id: str, scorecard: Scorecard) -> None:
    """The gates of a new scorecard, in the caller's transaction; of a gate twice on it, the first."""
    first = {gate.id: (place, gate.status) for place, gate in reversed(tuple(enumerate(scorecard.gates)))}
    session.add_all(
        CardGateRow(scorecard_id=scorecard_id, gate=gate, place=place, status=status, effective=status)
        for gate, (place, status) in first.items()
    )


def keep_promises(session: Session, attempt_id: str, aftermath: dict[str, Any] | None) -> None:
    """What became of the payments agreed in a call, in the caller's transaction; no row where none was agreed."""
    counts = Counter(one["outcome"] for one in (aftermath or {}).get("instalments", []))
    if counts:
        each = {name: counts[name] for name in OUTCOMES}
        session.merge(PromiseRow(attempt_id=attempt_id, due=sum(each.values()), **each))

"""Tries at drills in the database."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import load_only

from simulator.drills.tries import DrillTry, TryLine
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.tables import DrillTryRow

_LISTED = tuple(name for name in TryLine.model_fields if name != "mode")
_CONTENT = tuple(name for name in DrillTry.model_fields if name not in TryLine.model_fields)


class DrillTries:
    """The tries of everybody; each reads only one's own."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, tried: DrillTry) -> None:
        """Keep a new try. ``Conflict`` where that number of the drill stands already, or there is no such owner."""
        with self._sessions.writing() as session:
            session.add(DrillTryRow(**_columns(tried)))

    def save(self, tried: DrillTry) -> None:
        """Save a try with one reply more than it had. ``Conflict`` where another window was quicker, or it is gone."""
        before = (DrillTryRow.id == tried.id) & (DrillTryRow.replies == len(tried.steps) - 1)
        statement: Any = update(DrillTryRow).where(before).values(**_columns(tried))
        with self._sessions.writing() as session:
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict

    def get(self, try_id: str) -> DrillTry | None:
        """The try; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(DrillTryRow, try_id)
            return None if row is None else _try(row)

    def at(self, owner_id: str, drill: str) -> tuple[DrillTry, ...]:
        """A person's tries at one drill, the first first."""
        question = select(DrillTryRow).where(DrillTryRow.owner_id == owner_id, DrillTryRow.drill == drill)
        with self._sessions.reading() as session:
            return tuple(_try(row) for row in session.scalars(question.order_by(DrillTryRow.number)))

    def of(self, owner_id: str) -> tuple[TryLine, ...]:
        """A person's tries without their words, the first first."""
        question = (
            select(DrillTryRow)
            .options(load_only(*(getattr(DrillTryRow, name) for name in _LISTED)))
            .where(DrillTryRow.owner_id == owner_id)
            .order_by(DrillTryRow.began_at, DrillTryRow.id)
        )
        with self._sessions.reading() as session:
            return tuple(
                TryLine.model_validate({n: getattr(row, n) for n in _LISTED}) for row in session.scalars(question)
            )

    def delete(self, try_id: str) -> None:
        """Delete one try with all that was typed in it."""
        with self._sessions.writing() as session:
            session.execute(delete(DrillTryRow).where(DrillTryRow.id == try_id))

    def delete_all(self, owner_id: str) -> None:
        """Delete every try of a person."""
        with self._sessions.writing() as session:
            session.execute(delete(DrillTryRow).where(DrillTryRow.owner_id == owner_id))


def _columns(tried: DrillTry) -> dict[str, Any]:
    content = tried.model_dump(mode="json", include=set(_CONTENT))
    return {**{name: getattr(tried, name) for name in _LISTED}, "replies": len(tried.steps), "content": content}


def _try(row: DrillTryRow) -> DrillTry:
    return DrillTry.model_validate({**{name: getattr(row, name) for name in _LISTED}, **row.content})

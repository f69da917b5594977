"""Who sits beside which call, in the database."""

import datetime

from sqlalchemy import ColumnElement, select, update

from simulator.seats import Seat
from simulator.store.assign_tables import BesideRow
from simulator.store.sessions import Sessions

_STANDS = BesideRow.ended_at.is_(None)


class Beside:
    """Coaches beside calls, asked in or there."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, seat: Seat) -> None:
        """Keep a new seat. ``Conflict`` where the attempt or the person does not exist."""
        with self._sessions.writing() as session:
            session.add(BesideRow(**seat.model_dump()))

    def at(self, attempt_id: str) -> tuple[Seat, ...]:
        """The seats that stand beside a call, the first asked first."""
        return self._found(BesideRow.attempt_id == attempt_id, _STANDS)

    def was_at(self, attempt_id: str, coach_id: str) -> bool:
        """Whether a coach had a seat beside a call that has ended."""
        mine = (BesideRow.attempt_id == attempt_id) & (BesideRow.coach_id == coach_id)
        return bool(self._found(mine, BesideRow.ended_at.is_not(None)))

    def for_coach(self, coach_id: str) -> tuple[Seat, ...]:
        """The seats that stand for a coach, the first asked first."""
        return self._found(BesideRow.coach_id == coach_id, _STANDS)

    def mark(self, seat_id: str, **instants: datetime.datetime) -> None:
        """When it began, was last used, or ended; nothing changes once it has ended."""
        with self._sessions.writing() as session:
            session.execute(update(BesideRow).where(BesideRow.id == seat_id, _STANDS).values(**instants))

    def _found(self, *which: ColumnElement[bool]) -> tuple[Seat, ...]:
        question = select(BesideRow).where(*which).order_by(BesideRow.asked_at, BesideRow.id)
        with self._sessions.reading() as session:
            return tuple(_seat(row) for row in session.scalars(question))


def _seat(row: BesideRow) -> Seat:
    return Seat.model_validate({name: getattr(row, name) for name in Seat.model_fields})

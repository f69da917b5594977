"""The notes of coaches in the database."""

import datetime
from typing import Any

from sqlalchemy import CursorResult, delete, select, update

from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.team_tables import CoachingNoteRow
from simulator.team.kept import CoachingNote


class CoachingNotes:
    """What coaches noted about trainees."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, note: CoachingNote) -> None:
        """Keep a new note. ``Conflict`` where its id stands already or the trainee does not exist."""
        with self._sessions.writing() as session:
            session.add(CoachingNoteRow(**note.model_dump()))

    def get(self, note_id: str) -> CoachingNote | None:
        """The note; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(CoachingNoteRow, note_id)
            return None if row is None else _note(row)

    def about(self, profile_id: str, *, only_shared: bool = False) -> tuple[CoachingNote, ...]:
        """The notes about a trainee, the latest first."""
        question = select(CoachingNoteRow).where(CoachingNoteRow.profile_id == profile_id)
        if only_shared:
            question = question.where(CoachingNoteRow.shared)
        with self._sessions.reading() as session:
            rows = session.scalars(question.order_by(CoachingNoteRow.created_at.desc(), CoachingNoteRow.id))
            return tuple(_note(row) for row in rows)

    def mark_read(self, profile_id: str, at: datetime.datetime) -> None:
        """The trainee has read what is shared with them."""
        theirs = (CoachingNoteRow.profile_id == profile_id) & CoachingNoteRow.shared
        with self._sessions.writing() as session:
            session.execute(update(CoachingNoteRow).where(theirs).values(read_at=at))

    def save(self, note: CoachingNote) -> None:
        """Save a changed note under its next version. ``Conflict`` where it changed since it was read, or is gone."""
        seen = (CoachingNoteRow.id == note.id) & (CoachingNoteRow.version == note.version)
        values = note.model_dump(include={"text", "shared", "updated_at"}) | {"version": note.version + 1}
        with self._sessions.writing() as session:
            changed: CursorResult[Any] = session.connection().execute(
                update(CoachingNoteRow).where(seen).values(**values)
            )
            if changed.rowcount != 1:
                raise Conflict

    def delete(self, note_id: str) -> None:
        """Delete the note; where there is none, nothing happens."""
        with self._sessions.writing() as session:
            session.execute(delete(CoachingNoteRow).where(CoachingNoteRow.id == note_id))


def _note(row: CoachingNoteRow) -> CoachingNote:
    return CoachingNote.model_validate({name: getattr(row, name) for name in CoachingNote.model_fields})

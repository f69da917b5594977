"""Contested judgements in the database."""

from sqlalchemy import ColumnElement, delete, select

from simulator.kept import Contest
from simulator.store.review_tables import ReviewRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ContestRow


class Contests:
    """What people find wrong on their scorecards."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def put(self, contest: Contest) -> None:
        """Keep it, in place of one about the same thing. ``Conflict`` where there is no such attempt."""
        same = (
            (ContestRow.attempt_id == contest.attempt_id) & (ContestRow.kind == contest.kind)
            & (ContestRow.about == contest.about) & (ContestRow.place == contest.place)
        )  # fmt: skip
        with self._sessions.writing() as session:
            session.execute(delete(ContestRow).where(same))
            session.add(ContestRow(**contest.model_dump()))

    def get(self, contest_id: str) -> Contest | None:
        """The contest; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(ContestRow, contest_id)
            return None if row is None else _contest(row)

    def of_attempt(self, attempt_id: str) -> tuple[Contest, ...]:
        """What stands against the scores of an attempt, the oldest first."""
        return self._found(ContestRow.attempt_id == attempt_id)

    def of_assessed(self) -> tuple[Contest, ...]:
        """What waits for an answer of the scores of assessed attempts, whoever made them, the oldest first."""
        assessed = select(AttemptRow.id).where(AttemptRow.mode == "assessed")
        answered = select(ReviewRow.contest_id).where(ReviewRow.contest_id.is_not(None))
        return self._found(ContestRow.attempt_id.in_(assessed) & ContestRow.id.not_in(answered))

    def delete(self, contest_id: str) -> None:
        """Take it back."""
        with self._sessions.writing() as session:
            session.execute(delete(ContestRow).where(ContestRow.id == contest_id))

    def _found(self, which: ColumnElement[bool]) -> tuple[Contest, ...]:
        question = select(ContestRow).where(which).order_by(ContestRow.created_at, ContestRow.id)
        with self._sessions.reading() as session:
            return tuple(_contest(row) for row in session.scalars(question))


def _contest(row: ContestRow) -> Contest:
    return Contest.model_validate({name: getattr(row, name) for name in Contest.model_fields})

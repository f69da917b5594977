"""Reviews in the database: only ever added."""

import datetime

from sqlalchemy import ColumnElement, select

from simulator.reviews import Review
from simulator.store.review_tables import AnswerReadRow, ReviewRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow


class Reviews:
    """What persons decided about scorecards."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, review: Review) -> None:
        """Keep a decision. ``Conflict`` where the decision of that number about the same thing stands already."""
        with self._sessions.writing() as session:
            session.add(ReviewRow(**review.model_dump()))

    def of_attempt(self, attempt_id: str) -> tuple[Review, ...]:
        """Every decision about a call, the oldest first."""
        return self._found(ReviewRow.attempt_id == attempt_id)

    def of_criteria(self, limit: int) -> tuple[Review, ...]:
        """The latest decisions about criteria, whoever's calls, at most ``limit``, the oldest first."""
        question = select(ReviewRow).where(ReviewRow.kind == "criterion", ReviewRow.machine.is_not(None))
        latest = question.order_by(ReviewRow.created_at.desc(), ReviewRow.id).limit(limit)
        with self._sessions.reading() as session:
            return tuple(reversed([_review(row) for row in session.scalars(latest)]))

    def unread(self, owner_id: str) -> tuple[Review, ...]:
        """The answers to contests of a person that they have not read yet, the oldest first."""
        read = select(AnswerReadRow.review_id)
        mine = select(AttemptRow.id).where(AttemptRow.owner_id == owner_id, AttemptRow.mode == "assessed")
        return self._found(ReviewRow.attempt_id.in_(mine), ReviewRow.contest_id.is_not(None), ReviewRow.id.not_in(read))

    def mark_read(self, review_ids: tuple[str, ...], at: datetime.datetime) -> None:
        """The person has read these answers. ``Conflict`` where one was marked already."""
        with self._sessions.writing() as session:
            session.add_all(AnswerReadRow(review_id=one, at=at) for one in review_ids)

    def _found(self, *which: ColumnElement[bool]) -> tuple[Review, ...]:
        question = select(ReviewRow).where(*which).order_by(ReviewRow.created_at, ReviewRow.number, ReviewRow.id)
        with self._sessions.reading() as session:
            return tuple(_review(row) for row in session.scalars(question))


def _review(row: ReviewRow) -> Review:
    return Review.model_validate({name: getattr(row, name) for name in Review.model_fields})

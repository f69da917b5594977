"""The tables of reviewing: what persons decided about scorecards, and which answers were read."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Utc, Uuid


class ReviewRow(Base):
    """One decision of a person. Only ever added: the later one about the same thing stands, and both are kept.

    ``number`` counts the decisions about one thing of a call from 1, so that of two at once only one is kept.
    """

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint("kind IN ('criterion', 'gate')", name="kind"),
        CheckConstraint("verdict IN ('agree', 'override', 'breach', 'no_breach')", name="verdict"),
        CheckConstraint("level BETWEEN 0 AND 4", name="level"),
        UniqueConstraint("attempt_id", "kind", "about", "number"),
        Index(None, "scorecard_id"),
        Index(None, "contest_id"),
        Index(None, "by_id"),
        Index(None, "created_at"),
    )

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    scorecard_id: Mapped[str] = mapped_column(ForeignKey("scorecard.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    verdict: Mapped[str] = mapped_column(String(20))
    level: Mapped[int | None]
    machine: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    contest_id: Mapped[str | None] = mapped_column(ForeignKey("contest.id", ondelete="SET NULL"))
    upheld: Mapped[bool | None]
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)


class AnswerReadRow(Base):
    """That the trainee has read the answer to a contest."""

    __tablename__ = "answer_read"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime.datetime] = mapped_column(Utc)

"""The tables of the manager's desk: what a page counts without opening a scorecard, and the notes of coaches.

The indexes hold every column that the counts read, so that no row with a scenario or a scorecard in it is opened.
"""

import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import AttemptRow, Base, MarkRow, ScorecardRow, Utc, Uuid


class PromiseRow(Base):
    """What became of the payments agreed in a call, in the story told after it. ``due`` is the sum of the others."""

    __tablename__ = "promise"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    due: Mapped[int]
    kept: Mapped[int]
    late: Mapped[int]
    part: Mapped[int]
    broken: Mapped[int]


class CoachingNoteRow(Base):
    """What a coach noted about a trainee (``profile_id``), for coaches alone or ``shared`` with the trainee."""

    __tablename__ = "coaching_note"
    __table_args__ = (Index(None, "profile_id", "created_at"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    shared: Mapped[bool]
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    updated_at: Mapped[datetime.datetime] = mapped_column(Utc)
    version: Mapped[int]
    read_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


COVERING = (
    Index("ix_attempt_desk", AttemptRow.owner_id, AttemptRow.mode, AttemptRow.closed_at, AttemptRow.difficulty,
          AttemptRow.country, AttemptRow.forked_from, AttemptRow.id),
    Index("ix_attempt_sat", AttemptRow.owner_id, AttemptRow.mode, AttemptRow.closed_at, AttemptRow.id,
          AttemptRow.scenario_id, AttemptRow.country, AttemptRow.seed, AttemptRow.creditor, AttemptRow.rubric,
          AttemptRow.rules, AttemptRow.created_at),
    Index("ix_attempt_met", AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.country, AttemptRow.seed,
          AttemptRow.created_at),
    Index("ix_scorecard_desk", ScorecardRow.attempt_id, ScorecardRow.current, ScorecardRow.effective_result,
          ScorecardRow.rubric, ScorecardRow.rubric_version, ScorecardRow.effective_total, ScorecardRow.id),
    Index("ix_mark_desk", MarkRow.scorecard_id, MarkRow.criterion, MarkRow.effective_level, MarkRow.level),
)  # fmt: skip

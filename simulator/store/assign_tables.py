"""The tables of what is assigned: assignments, for whom they are, what is done; and who sits beside a call."""

import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json, Utc, Uuid


class AssignmentRow(Base):
    """Tasks handed to people. ``code_fingerprint`` is an Argon2 hash; the code itself is kept nowhere."""

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "by_id", "created_at"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(String(120))
    programme: Mapped[str] = mapped_column(String(60))
    tasks: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    days: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    country: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(8))
    seed: Mapped[int] = mapped_column(BigInteger)
    same_case: Mapped[bool]
    exam: Mapped[bool]
    code_fingerprint: Mapped[str] = mapped_column(String(255))
    opens_at: Mapped[datetime.datetime] = mapped_column(Utc)
    due_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    zone: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class AssignmentPersonRow(Base):
    """Somebody for whom an assignment is, by name."""

    __tablename__ = "assignment_person"
    __table_args__ = (Index(None, "profile_id"),)

    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)


class AssignmentCohortRow(Base):
    """A cohort for which an assignment is: for whoever learns in it while it stands."""

    __tablename__ = "assignment_cohort"
    __table_args__ = (Index(None, "cohort_id"),)

    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True)
    cohort_id: Mapped[str] = mapped_column(ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True)


class AssignmentDoneRow(Base):
    """That somebody finished a task; it stays where the practice itself is deleted."""

    __tablename__ = "assignment_done"
    __table_args__ = (Index(None, "profile_id"),)

    assignment_id: Mapped[str] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    task: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    done_at: Mapped[datetime.datetime] = mapped_column(Utc)


class BesideRow(Base):
    """A coach beside a call: asked in by its owner (``invited``), or there as it is assessed."""

    __tablename__ = "beside"
    __table_args__ = (Index(None, "attempt_id"), Index(None, "coach_id", "asked_at"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    coach_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    invited: Mapped[bool]
    asked_at: Mapped[datetime.datetime] = mapped_column(Utc)
    began_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    seen_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    ended_at: Mapped[datetime.datetime | None] = mapped_column(Utc)

"""The tables of calibration rounds. Raters and those who settle levels are only mentioned: ratings outlive them."""

import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json, Utc, Uuid


class RoundRow(Base):
    """One round; closed once it has its figures."""

    __tablename__ = "calibration_round"
    __table_args__ = (Index(None, "language", "closed_at"), Index(None, "by_id"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(8))
    criteria: Mapped[list[str]] = mapped_column(Json)
    rubric_hash: Mapped[str] = mapped_column(String(64))
    seed: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    closed_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    figures: Mapped[list[dict[str, Any]]] = mapped_column(Json)


class ItemRow(Base):
    """One call of a round. It goes with the call."""

    __tablename__ = "calibration_item"
    __table_args__ = (UniqueConstraint("round_id", "number"), Index(None, "attempt_id"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("calibration_round.id", ondelete="CASCADE"))
    number: Mapped[int]
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    machine: Mapped[dict[str, int | None]] = mapped_column(Json)


class RaterRow(Base):
    """Somebody invited to a round."""

    __tablename__ = "calibration_rater"
    __table_args__ = (UniqueConstraint("round_id", "number"), Index(None, "profile_id"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("calibration_round.id", ondelete="CASCADE"))
    number: Mapped[int]
    profile_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))


class RatingRow(Base):
    """A rater's level of one criterion of one call; empty where they could not tell."""

    __tablename__ = "calibration_rating"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 4", name="level"), Index(None, "rater_id"))

    item_id: Mapped[str] = mapped_column(ForeignKey("calibration_item.id", ondelete="CASCADE"), primary_key=True)
    rater_id: Mapped[str] = mapped_column(ForeignKey("calibration_rater.id", ondelete="CASCADE"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(60), primary_key=True)
    level: Mapped[int | None]
    rated_at: Mapped[datetime.datetime] = mapped_column(Utc)


class AgreedRow(Base):
    """What was settled on after talking it over."""

    __tablename__ = "calibration_agreed"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 4", name="level"), Index(None, "by_id"))

    item_id: Mapped[str] = mapped_column(ForeignKey("calibration_item.id", ondelete="CASCADE"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(60), primary_key=True)
    level: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text)
    by_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    at: Mapped[datetime.datetime] = mapped_column(Utc)

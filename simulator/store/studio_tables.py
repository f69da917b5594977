"""The tables of the studio: trainers' scenarios, their history, and what an author is trying."""

import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json, Utc, Uuid


class OwnScenarioRow(Base):
    """A trainer's scenario as it is being written. Who changed it last is only mentioned: it outlives people."""

    __tablename__ = "own_scenario"
    __table_args__ = (CheckConstraint("status IN ('draft', 'published', 'withdrawn')", name="status"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[dict[str, str]] = mapped_column(Json)
    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    offered: Mapped[int | None]
    measured: Mapped[float | None]
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    updated_at: Mapped[datetime.datetime] = mapped_column(Utc)
    updated_by: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))


class EditionRow(Base):
    """One entry of a scenario's history. Only ever added, and gone only with its scenario."""

    __tablename__ = "scenario_edition"
    __table_args__ = (
        CheckConstraint("kind IN ('made', 'kept', 'aside', 'published', 'withdrawn', 'restored')", name="kind"),
    )

    scenario_id: Mapped[str] = mapped_column(ForeignKey("own_scenario.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any] | None] = mapped_column(Json)
    checked_with: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime.datetime] = mapped_column(Utc)
    by: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))


class TriedRow(Base):
    """What an author is trying with a scenario; one at a time, and nobody else's."""

    __tablename__ = "scenario_tried"

    scenario_id: Mapped[str] = mapped_column(ForeignKey("own_scenario.id", ondelete="CASCADE"), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Json)

"""The tables of what trainers find out about scenarios that ship: those have no row of their own."""

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json


class ShippedTriedRow(Base):
    """What a person is trying with a shipped scenario, by its name; one at a time, and nobody else's."""

    __tablename__ = "shipped_tried"

    scenario: Mapped[str] = mapped_column(String(40), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Json)


class ShippedMeasuredRow(Base):
    """How difficult plays found a shipped scenario, 0 to 1, and the version that was played."""

    __tablename__ = "shipped_measured"

    scenario: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int]
    measured: Mapped[float]

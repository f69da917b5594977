"""Scenarios as they were played: each as it stood when somebody began a call of it, kept once for all such calls."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json


class PlayedScenarioRow(Base):
    """A scenario's content. Only ever added. What figures are grouped by stands in columns beside it."""

    __tablename__ = "played_scenario"

    content_hash: Mapped[str] = mapped_column(String(128), primary_key=True)
    scenario_id: Mapped[str] = mapped_column(String(40))
    scenario_version: Mapped[int]
    archetype: Mapped[str] = mapped_column(String(60))
    willing: Mapped[bool | None]
    able: Mapped[bool | None]
    content: Mapped[dict[str, Any]] = mapped_column(Json)

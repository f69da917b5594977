"""The table of what is to be told to a record store."""

import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json, Utc, Uuid


class OutboxRow(Base):
    """A statement of an assessed call, written with what it tells of. ``place`` counts within the call."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'parked', 'sent')", name="state"),
        UniqueConstraint("attempt_id", "place"),
        Index(None, "state", "created_at"),
        Index(None, "state", "sent_at"),
    )

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    place: Mapped[int]
    verb: Mapped[str] = mapped_column(String(20))
    told: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(10))
    tries: Mapped[int]
    next_at: Mapped[datetime.datetime] = mapped_column(Utc)
    answer: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    sent_at: Mapped[datetime.datetime | None] = mapped_column(Utc)

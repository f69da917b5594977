"""The tables of a floor: people at the sign-on provider, the workspace's editions, notices and who read them."""

import datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Id, Json, Utc, Uuid


class IdentityRow(Base):
    """A person as a sign-on provider names them. Addresses and names change and are given to others; these do not."""

    __tablename__ = "identity"
    __table_args__ = (Index(None, "profile_id"),)

    issuer: Mapped[str] = mapped_column(Id(255), primary_key=True)
    subject: Mapped[str] = mapped_column(Id(255), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))


class WorkspaceRow(Base):
    """One edition of what the installation has chosen; the one with the greatest version counts."""

    __tablename__ = "workspace"
    __table_args__ = (Index(None, "saved_by"),)

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    saved_at: Mapped[datetime.datetime] = mapped_column(Utc)
    saved_by: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))


class NoticeRow(Base):
    """Words to everybody, from one day to another."""

    __tablename__ = "notice"
    __table_args__ = (Index(None, "ends"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    text: Mapped[dict[str, str]] = mapped_column(Json)
    begins: Mapped[datetime.date] = mapped_column(Date)
    ends: Mapped[datetime.date] = mapped_column(Date)
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)


class NoticeReadRow(Base):
    """Somebody has put a notice away."""

    __tablename__ = "notice_read"
    __table_args__ = (Index(None, "profile_id"),)

    notice_id: Mapped[str] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)

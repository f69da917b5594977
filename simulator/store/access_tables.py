"""The tables of the ways in: accounts, sessions, one-time links, tries at the door, cohorts and who is in them."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Utc, Uuid

Fingerprint = String(64)
"""SHA-256 in hexadecimal digits. No token and no address is kept in clear."""


class AccountRow(Base):
    """How a person signs in. Until an invitation is accepted there is neither name nor password."""

    __tablename__ = "account"

    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    sign_in_name: Mapped[str | None] = mapped_column(String(80))
    sign_in_key: Mapped[str | None] = mapped_column(String(160), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    password_set_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    team: Mapped[str] = mapped_column(String(80), server_default="")
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    disabled_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class SessionRow(Base):
    """One browser that signed in."""

    __tablename__ = "session"
    __table_args__ = (Index(None, "profile_id"),)

    fingerprint: Mapped[str] = mapped_column(Fingerprint, primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    seen_at: Mapped[datetime.datetime] = mapped_column(Utc)
    expires_at: Mapped[datetime.datetime] = mapped_column(Utc)
    revoked_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    browser: Mapped[str] = mapped_column(String(80))


class InvitationRow(Base):
    """A one-time link by which a person chooses a password; the first also chooses the sign-in name."""

    __tablename__ = "invitation"
    __table_args__ = (Index(None, "profile_id"),)

    fingerprint: Mapped[str] = mapped_column(Fingerprint, primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    expires_at: Mapped[datetime.datetime] = mapped_column(Utc)
    used_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    revoked_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class TriesRow(Base):
    """Failed tries under one name or from one address, known or not: what is not known is counted alike."""

    __tablename__ = "tries"

    key: Mapped[str] = mapped_column(Fingerprint, primary_key=True)
    count: Mapped[int]
    since: Mapped[datetime.datetime] = mapped_column(Utc)
    blocked_until: Mapped[datetime.datetime] = mapped_column(Utc)


class SecretRow(Base):
    """A random secret of this installation, drawn once and shared by all its processes."""

    __tablename__ = "secret"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(100))


class CohortRow(Base):
    """A group of trainees."""

    __tablename__ = "cohort"

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    key: Mapped[str] = mapped_column(String(160), unique=True)
    site: Mapped[str] = mapped_column(String(80))
    shift: Mapped[str] = mapped_column(String(80))
    time_zone: Mapped[str] = mapped_column(String(64))


class MembershipRow(Base):
    """Who is in a cohort, and whether to learn or to lead."""

    __tablename__ = "membership"
    __table_args__ = (CheckConstraint("place IN ('trainee', 'manager')", name="place"), Index(None, "profile_id"))

    cohort_id: Mapped[str] = mapped_column(ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True)
    profile_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[str] = mapped_column(String(20))

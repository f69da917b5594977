"""The tables. Types that every database has; the migrations must make exactly these."""

import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime.datetime]):
    """An instant. Kept as UTC without a zone, which SQLite would drop; given back with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot be stored; give it one")
        return value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        return None if value is None else value.replace(tzinfo=datetime.UTC)


class Id(TypeDecorator[str]):
    """An id, which may come from an address that anybody typed: one that no database can hold is simply not found."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()


Json = JSON(none_as_null=True)
Uuid = Id(36)


class Base(DeclarativeBase):
    """The mother of the tables; constraint names are fixed so that migrations can speak of them."""

    metadata = MetaData(naming_convention=_NAMES)


class ProfileRow(Base):
    """A person."""

    __tablename__ = "profile"

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(8))
    theme: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    settings: Mapped[dict[str, Any]] = mapped_column(Json)


class AttemptRow(Base):
    """One call. ``on_day`` and ``case_file`` are so named since ON and CASE are SQL's own words."""

    __tablename__ = "attempt"
    __table_args__ = (
        CheckConstraint("mode IN ('practice', 'assessed')", name="mode"),
        CheckConstraint("phase IN ('prepare', 'talk', 'wrap_up', 'closed')", name="phase"),
        Index(None, "owner_id", "updated_at"),
        Index(None, "owner_id", "mode", "closed_at"),
        Index(None, "mode", "closed_at"),
        Index(None, "mode", "closed_at", "id", "owner_id", "scenario_id"),
        Index(None, "thread_id", "contact", unique=True),
        Index(None, "forked_from"),
        Index(None, "assignment_id", "owner_id", "task", "task_try", unique=True),
    )

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="RESTRICT"))
    mode: Mapped[str] = mapped_column(String(20))
    scenario_id: Mapped[str] = mapped_column(String(40))
    scenario_version: Mapped[int]
    content_hash: Mapped[str] = mapped_column(ForeignKey("played_scenario.content_hash", ondelete="RESTRICT"))
    title: Mapped[dict[str, str]] = mapped_column(Json)
    difficulty: Mapped[int]
    skills: Mapped[list[str]] = mapped_column(Json)
    country: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(8))
    seed: Mapped[int] = mapped_column(BigInteger)
    on_day: Mapped[datetime.date]
    case_file: Mapped[dict[str, Any]] = mapped_column(Json)
    reader: Mapped[str] = mapped_column(String(200))
    phase: Mapped[str] = mapped_column(String(20))
    rubric: Mapped[str] = mapped_column(String(60))
    rubric_version: Mapped[int]
    plan: Mapped[dict[str, str]] = mapped_column(Json)
    draft: Mapped[dict[str, Any] | None] = mapped_column(Json)
    follow_up: Mapped[dict[str, Any] | None] = mapped_column(Json)
    outcome: Mapped[dict[str, Any] | None] = mapped_column(Json)
    aftermath: Mapped[dict[str, Any] | None] = mapped_column(Json)
    ending: Mapped[str | None] = mapped_column(String(60))
    disposition: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    talk_began_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    talk_ended_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    closed_at: Mapped[datetime.datetime | None] = mapped_column(Utc)
    updated_at: Mapped[datetime.datetime] = mapped_column(Utc)
    version: Mapped[int]
    thread_id: Mapped[str | None] = mapped_column(Uuid)
    contact: Mapped[int] = mapped_column(server_default="1")
    earlier: Mapped[dict[str, Any] | None] = mapped_column(Json)
    approach: Mapped[dict[str, Any] | None] = mapped_column(Json)
    hints: Mapped[list[dict[str, Any]]] = mapped_column(Json, server_default="[]")
    forked_from: Mapped[str | None] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    forked_turn: Mapped[int | None]
    assignment_id: Mapped[str | None] = mapped_column(ForeignKey("assignment.id", ondelete="SET NULL"))
    task: Mapped[int | None]
    task_try: Mapped[int | None]
    rules: Mapped[str] = mapped_column(String(64), server_default="")
    creditor: Mapped[str] = mapped_column(String(200), server_default="")


class TurnRow(Base):
    """One exchange of a talk; number 0 is the debtor's opening."""

    __tablename__ = "turn"
    __table_args__ = (UniqueConstraint("attempt_id", "client_key"),)

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    client_key: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    event: Mapped[str] = mapped_column(String(20))
    reading: Mapped[dict[str, Any] | None] = mapped_column(Json)
    state: Mapped[dict[str, Any]] = mapped_column(Json)
    words: Mapped[str] = mapped_column(Text)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    revealed: Mapped[list[str]] = mapped_column(Json)
    negotiation: Mapped[str | None] = mapped_column(String(60))
    pasted: Mapped[int] = mapped_column(server_default="0")
    saved_at: Mapped[datetime.datetime] = mapped_column(Utc)


class PortfolioRow(Base):
    """One portfolio: as it was handed over, and as it stands. Both are whole, so that an edition changes nothing."""

    __tablename__ = "portfolio"
    __table_args__ = (Index(None, "owner_id", "updated_at"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="RESTRICT"))
    country: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(8))
    day: Mapped[int]
    opening: Mapped[dict[str, Any]] = mapped_column(Json)
    now: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    updated_at: Mapped[datetime.datetime] = mapped_column(Utc)
    version: Mapped[int]


class PortfolioCallRow(Base):
    """Which account of which portfolio an attempt was played for."""

    __tablename__ = "portfolio_call"
    __table_args__ = (Index(None, "portfolio_id"),)

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    portfolio_id: Mapped[str] = mapped_column(ForeignKey("portfolio.id", ondelete="CASCADE"))
    account: Mapped[str] = mapped_column(String(8))


class DrillTryRow(Base):
    """One try at a drill: private practice, apart from the calls. ``content`` holds what was said and shown."""

    __tablename__ = "drill_try"
    __table_args__ = (UniqueConstraint("owner_id", "drill", "number"), Index(None, "owner_id", "began_at"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="RESTRICT"))
    drill: Mapped[str] = mapped_column(String(170))
    number: Mapped[int]
    scenario: Mapped[str] = mapped_column(String(40))
    criterion: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8))
    level: Mapped[int | None]
    passed: Mapped[bool | None]
    replies: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    began_at: Mapped[datetime.datetime] = mapped_column(Utc)
    finished_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class RubricRow(Base):
    """A rubric that scorecards are pinned to. Only ever added."""

    __tablename__ = "rubric"

    content_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    rubric: Mapped[str] = mapped_column(String(60))
    version: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Json)


class ScorecardRow(Base):
    """One judgement of a call. Only ever added; a later one stands beside it, and is then the ``current`` one.

    What is ``effective`` is the machine's until a person's accepted review says otherwise.
    """

    __tablename__ = "scorecard"
    __table_args__ = (
        Index(None, "attempt_id", "created_at"),
        Index(None, "current", "created_at"),
        Index(None, "attempt_id", "current", "effective_result", "id"),
        Index(None, "current", "effective_result", "attempt_id", "id"),
    )

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    rubric: Mapped[str] = mapped_column(String(60))
    rubric_version: Mapped[int]
    reader: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    total: Mapped[float | None]
    result: Mapped[str] = mapped_column(String(20))
    effective_total: Mapped[float | None]
    effective_result: Mapped[str] = mapped_column(String(20), server_default="")
    current: Mapped[bool] = mapped_column(server_default=false())
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    marks: Mapped[list["MarkRow"]] = relationship(order_by="MarkRow.place", passive_deletes=True)


class MarkRow(Base):
    """A criterion's level in a scorecard, apart, so that charts need not open the scorecards."""

    __tablename__ = "mark"
    __table_args__ = (Index(None, "criterion", "effective_level", "scorecard_id"),)

    scorecard_id: Mapped[str] = mapped_column(ForeignKey("scorecard.id", ondelete="CASCADE"), primary_key=True)
    criterion: Mapped[str] = mapped_column(String(60), primary_key=True)
    place: Mapped[int]
    level: Mapped[int | None]
    score: Mapped[float | None]
    effective_level: Mapped[int | None]
    effective_score: Mapped[float | None]


class ShareRow(Base):
    """One reply (``turn``), or a whole call, that its owner lets a coach read until it is revoked."""

    __tablename__ = "share"
    __table_args__ = (Index(None, "attempt_id"), Index(None, "to_id", "created_at"))

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    turn: Mapped[int | None]
    to_id: Mapped[str] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    note: Mapped[str] = mapped_column(Text)
    named: Mapped[bool]
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    revoked_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class ContestRow(Base):
    """Something on a scorecard that its owner finds wrong: a level, a finding, a gate; one of each at a time."""

    __tablename__ = "contest"
    __table_args__ = (
        CheckConstraint("kind IN ('criterion', 'finding', 'gate')", name="kind"),
        UniqueConstraint("attempt_id", "kind", "about", "place"),
    )

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(String(200))
    place: Mapped[int]
    level: Mapped[int | None]
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)


class AuditRow(Base):
    """A line of the audit log. Only ever added: triggers refuse every change. No foreign key: it outlives people."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime.datetime] = mapped_column(Utc)
    actor: Mapped[str] = mapped_column(Uuid)
    deed: Mapped[str] = mapped_column(String(40))
    target: Mapped[str] = mapped_column(String(80))
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHeadRow(Base):
    """The one row that says how far the audit log has come."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))

"""The tables of what trainers write for everybody's scores: rubrics, their drafts, what the reader was taught."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base, Json, Utc, Uuid


class RubricEditionRow(Base):
    """One published version of a rubric of this installation. Its content never changes; it may be withdrawn."""

    __tablename__ = "rubric_edition"

    rubric: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    based_on: Mapped[str] = mapped_column(String(60))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    published_at: Mapped[datetime.datetime] = mapped_column(Utc)
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(Utc)


class RubricDraftRow(Base):
    """A rubric that is being written, as text, whether it holds or not. ``edits`` counts its changes."""

    __tablename__ = "rubric_draft"

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    based_on: Mapped[str] = mapped_column(String(60))
    author_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    edits: Mapped[int]
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)
    updated_at: Mapped[datetime.datetime] = mapped_column(Utc)


class LexiconRow(Base):
    """One version of what the reader was taught, whole. Only ever added."""

    __tablename__ = "lexicon"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    phrases: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    second_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)


class LexiconProposalRow(Base):
    """A phrase that costs trainees something and waits for a second person's yes."""

    __tablename__ = "lexicon_proposal"
    __table_args__ = (Index(None, "created_at"),)

    id: Mapped[str] = mapped_column(Uuid, primary_key=True)
    phrase: Mapped[dict[str, Any]] = mapped_column(Json)
    author_id: Mapped[str | None] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"))
    created_at: Mapped[datetime.datetime] = mapped_column(Utc)

"""Rubrics of this installation in the database: published versions, and drafts."""

import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from simulator.improved import Edition, RubricDraft
from simulator.store.errors import Conflict
from simulator.store.improving_tables import RubricDraftRow, RubricEditionRow
from simulator.store.sessions import Sessions
from simulator.store.tables import ScorecardRow


class Editions:
    """What trainers published, and what they are writing."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def publish(self, edition: Edition) -> None:
        """Keep a new version. ``Conflict`` where that version stands already."""
        rubric = edition.rubric
        content = rubric.model_dump(mode="json", exclude_none=True)
        rest = edition.model_dump(include={"based_on", "author_id", "published_at", "withdrawn_at"})
        row = RubricEditionRow(
            rubric=rubric.id, version=rubric.version, content_hash=rubric.content_hash, content=content, **rest
        )
        with self._sessions.writing() as session:
            session.add(row)

    def all(self) -> tuple[Edition, ...]:
        """Every version, by rubric, the newest version first."""
        question = select(RubricEditionRow).order_by(RubricEditionRow.rubric, RubricEditionRow.version.desc())
        with self._sessions.reading() as session:
            return tuple(_edition(row) for row in session.scalars(question))

    def of(self, rubric: str) -> tuple[Edition, ...]:
        """The versions of one rubric, the newest first."""
        question = select(RubricEditionRow).where(RubricEditionRow.rubric == rubric)
        with self._sessions.reading() as session:
            return tuple(_edition(row) for row in session.scalars(question.order_by(RubricEditionRow.version.desc())))

    def withdraw(self, rubric: str, at: datetime.datetime | None) -> None:
        """From now on no new attempt is scored with any version of it; ``None`` offers it again."""
        with self._sessions.writing() as session:
            session.execute(update(RubricEditionRow).where(RubricEditionRow.rubric == rubric).values(withdrawn_at=at))

    def use(self) -> dict[tuple[str, int], int]:
        """How many calls stand scored under each rubric and version."""
        question = select(ScorecardRow.rubric, ScorecardRow.rubric_version, func.count()).where(ScorecardRow.current)
        with self._sessions.reading() as session:
            rows = session.execute(question.group_by(ScorecardRow.rubric, ScorecardRow.rubric_version))
            return {(rubric, version): count for rubric, version, count in rows}

    def add_draft(self, draft: RubricDraft) -> None:
        """Keep a new draft."""
        with self._sessions.writing() as session:
            session.add(RubricDraftRow(**draft.model_dump()))

    def draft(self, draft_id: str) -> RubricDraft | None:
        """The draft; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(RubricDraftRow, draft_id)
            return None if row is None else _draft(row)

    def drafts(self) -> tuple[RubricDraft, ...]:
        """All drafts, the latest touched first."""
        question = select(RubricDraftRow).order_by(RubricDraftRow.updated_at.desc(), RubricDraftRow.id)
        with self._sessions.reading() as session:
            return tuple(_draft(row) for row in session.scalars(question))

    def save_draft(self, draft_id: str, text: str, seen: int, at: datetime.datetime) -> None:
        """Save its text. ``Conflict`` where it was changed since edit ``seen``, or is gone."""
        mine = (RubricDraftRow.id == draft_id) & (RubricDraftRow.edits == seen)
        statement: Any = update(RubricDraftRow).where(mine).values(text=text, edits=seen + 1, updated_at=at)
        with self._sessions.writing() as session:
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict

    def delete_draft(self, draft_id: str) -> None:
        """Throw it away."""
        with self._sessions.writing() as session:
            session.execute(delete(RubricDraftRow).where(RubricDraftRow.id == draft_id))


def _edition(row: RubricEditionRow) -> Edition:
    kept = {name: getattr(row, name) for name in ("based_on", "author_id", "published_at", "withdrawn_at")}
    return Edition.model_validate({"rubric": row.content, **kept})


def _draft(row: RubricDraftRow) -> RubricDraft:
    return RubricDraft.model_validate({name: getattr(row, name) for name in RubricDraft.model_fields})

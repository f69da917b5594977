"""Rubrics in the database: each as it stood when something was scored with it, by the hash of its content."""

from sqlalchemy import select

from scoring.rubric import Rubric
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.tables import RubricRow


class Rubrics:
    """The rubrics that scorecards are pinned to."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def keep(self, rubric: Rubric) -> None:
        """Keep the rubric beside the scorecards it makes; a second time changes nothing."""
        key = rubric.content_hash
        if self.get(key) is not None:
            return
        content = rubric.model_dump(mode="json", exclude_none=True)
        row = RubricRow(content_hash=key, rubric=rubric.id, version=rubric.version, content=content)
        try:
            with self._sessions.writing() as session:
                session.add(row)
        except Conflict:
            return  # somebody else kept the very same in the meantime

    def get(self, content_hash: str) -> Rubric | None:
        """The rubric of this content; ``None`` where it was never kept."""
        with self._sessions.reading() as session:
            row = session.get(RubricRow, content_hash)
            return None if row is None else Rubric.model_validate(row.content)

    def hashes(self, rubric: str, version: int) -> tuple[str, ...]:
        """The contents that were kept under this id and version: one, unless a file was changed under its number."""
        question = select(RubricRow.content_hash).where(RubricRow.rubric == rubric, RubricRow.version == version)
        with self._sessions.reading() as session:
            return tuple(session.scalars(question.order_by(RubricRow.content_hash)))

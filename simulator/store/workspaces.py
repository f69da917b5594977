"""The workspace's editions in the database: none is ever changed, the latest counts."""

import datetime
from typing import Any

from sqlalchemy import select

from simulator.store.floor_tables import WorkspaceRow
from simulator.store.sessions import Sessions

Edition = tuple[int, dict[str, Any], datetime.datetime, str | None]
"""Version, content, when it was saved and by whose profile."""


class Workspaces:
    """What the installation has chosen."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def latest(self) -> Edition | None:
        """The edition that counts; ``None`` where nobody has chosen anything yet."""
        found = self.editions(1)
        return found[0] if found else None

    def editions(self, most: int) -> tuple[Edition, ...]:
        """The latest editions, the newest first."""
        question = select(WorkspaceRow).order_by(WorkspaceRow.version.desc()).limit(most)
        with self._sessions.reading() as session:
            return tuple((row.version, row.content, row.saved_at, row.saved_by) for row in session.scalars(question))

    def save(self, version: int, content: dict[str, Any], at: datetime.datetime, by: str | None) -> None:
        """Keep an edition under its number. ``Conflict`` where somebody else saved that one meanwhile."""
        with self._sessions.writing() as session:
            session.add(WorkspaceRow(version=version, content=content, saved_at=at, saved_by=by))

"""Profiles in the database."""

from sqlalchemy import Select, select, update

from simulator.kept import Profile, Role
from simulator.store.sessions import Sessions
from simulator.store.tables import ProfileRow


class Profiles:
    """The people who use the application."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, profile: Profile) -> None:
        """Keep a new profile. ``Conflict`` where its id stands already."""
        with self._sessions.writing() as session:
            session.add(ProfileRow(**profile.model_dump()))

    def get(self, profile_id: str) -> Profile | None:
        """The profile; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(ProfileRow, profile_id)
            return None if row is None else _profile(row)

    def with_role(self, *roles: Role) -> tuple[Profile, ...]:
        """Everyone of these roles, oldest first."""
        return self._found(select(ProfileRow).where(ProfileRow.role.in_(roles)))

    def all(self) -> tuple[Profile, ...]:
        """Everyone, oldest first."""
        return self._found(select(ProfileRow))

    def _found(self, question: Select[ProfileRow]) -> tuple[Profile, ...]:
        with self._sessions.reading() as session:
            rows = session.scalars(question.order_by(ProfileRow.created_at, ProfileRow.id))
            return tuple(_profile(row) for row in rows)

    def save(self, profile: Profile) -> None:
        """Save a changed profile; its role and its birth stay as they are."""
        changed = profile.model_dump(include={"name", "language", "theme", "settings"})
        with self._sessions.writing() as session:
            session.execute(update(ProfileRow).where(ProfileRow.id == profile.id).values(**changed))


def _profile(row: ProfileRow) -> Profile:
    return Profile.model_validate({name: getattr(row, name) for name in Profile.model_fields})

"""Who somebody is at a sign-on provider, in the database."""

from sqlalchemy import select

from simulator.access.kept import Account, Identity
from simulator.kept import Profile
from simulator.store.access_tables import AccountRow
from simulator.store.floor_tables import IdentityRow
from simulator.store.sessions import Sessions
from simulator.store.tables import ProfileRow


class Identities:
    """People by issuer and subject."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def of(self, issuer: str, subject: str) -> str | None:
        """The profile's id; ``None`` where nobody has come in under this name."""
        with self._sessions.reading() as session:
            row = session.get(IdentityRow, (issuer, subject))
            return None if row is None else row.profile_id

    def add(self, profile: Profile, account: Account, identity: Identity) -> None:
        """Keep a newcomer, all or nothing. ``Conflict`` where the provider's name for them stands already."""
        with self._sessions.writing() as session:
            session.add(ProfileRow(**profile.model_dump()))
            session.flush()
            session.add(AccountRow(**account.model_dump(), sign_in_key=None))
            session.add(IdentityRow(**identity.model_dump()))

    def everybody(self) -> frozenset[str]:
        """The ids of the profiles that come in by a provider."""
        with self._sessions.reading() as session:
            return frozenset(session.scalars(select(IdentityRow.profile_id)))

"""Accounts and one-time links in the database."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session as Transaction

from simulator.access.kept import Account, Invitation, Newcomer
from simulator.kept import Profile, Role
from simulator.store.access_tables import AccountRow, InvitationRow, MembershipRow, SessionRow
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.tables import ProfileRow


def sign_in_key(name: str) -> str:
    """Under which a sign-in name is unique, however it is capitalised and spaced; without what no database holds."""
    return " ".join(name.replace("\0", "").casefold().split())[:160]


class Accounts:
    """How people sign in."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, profile: Profile, account: Account) -> None:
        """Keep a new person with an account. ``Conflict`` where either stands already."""
        with self._sessions.writing() as session:
            session.add(ProfileRow(**profile.model_dump()))
            session.flush()
            session.add(_row(account))

    def add_all(self, newcomers: Sequence[Newcomer]) -> None:
        """Keep many new people with their links and cohorts: all, or on ``Conflict`` nobody."""
        with self._sessions.writing() as session:
            session.add_all(ProfileRow(**one.profile.model_dump()) for one in newcomers)
            session.flush()
            for one in newcomers:
                session.add(_row(one.account))
                session.add(InvitationRow(**one.invitation.model_dump()))
                session.add_all(MembershipRow(**place.model_dump()) for place in one.memberships)

    def open_for(self, account: Account) -> None:
        """Give an account to a person who had none. ``Conflict`` where there is one already."""
        with self._sessions.writing() as session:
            session.add(_row(account))

    def get(self, profile_id: str) -> Account | None:
        """The person's account; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(AccountRow, profile_id)
            return None if row is None else _account(row)

    def named(self, sign_in_name: str) -> Account | None:
        """The account of this sign-in name; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.scalar(select(AccountRow).where(AccountRow.sign_in_key == sign_in_key(sign_in_name)))
            return None if row is None else _account(row)

    def all(self) -> tuple[Account, ...]:
        """Every account, the oldest first."""
        with self._sessions.reading() as session:
            rows = session.scalars(select(AccountRow).order_by(AccountRow.created_at, AccountRow.profile_id))
            return tuple(_account(row) for row in rows)

    def set_password(self, profile_id: str, password_hash: str, at: datetime.datetime, keep: str = "") -> None:
        """Another password; every session but the one of the fingerprint ``keep`` ends, and every link with it."""
        with self._sessions.writing() as session:
            _set_password(session, profile_id, password_hash, at, keep)

    def rehash(self, profile_id: str, old: str, new: str) -> None:
        """The same password under newer parameters, unless it was changed meanwhile."""
        same = (AccountRow.profile_id == profile_id) & (AccountRow.password_hash == old)
        with self._sessions.writing() as session:
            session.execute(update(AccountRow).where(same).values(password_hash=new))

    def set_team(self, profile_id: str, team: str) -> None:
        """The team that a person is counted to."""
        with self._sessions.writing() as session:
            session.execute(update(AccountRow).where(AccountRow.profile_id == profile_id).values(team=team))

    def set_role(self, profile_id: str, role: Role) -> None:
        """Another role, from the person's next click on."""
        with self._sessions.writing() as session:
            session.execute(update(ProfileRow).where(ProfileRow.id == profile_id).values(role=role))

    def disable(self, profile_id: str, at: datetime.datetime | None) -> None:
        """Shut the account and end its sessions and links, at an instant; ``None`` opens it again."""
        with self._sessions.writing() as session:
            session.execute(update(AccountRow).where(AccountRow.profile_id == profile_id).values(disabled_at=at))
            if at is not None:
                _end_sessions(session, profile_id, at)
                _revoke_links(session, profile_id, at)

    def invite(self, invitation: Invitation) -> None:
        """Keep a new one-time link; the person's earlier ones end."""
        with self._sessions.writing() as session:
            _revoke_links(session, invitation.profile_id, invitation.created_at)
            session.add(InvitationRow(**invitation.model_dump()))

    def invitation(self, fingerprint: str) -> Invitation | None:
        """The link of this fingerprint; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(InvitationRow, fingerprint)
            return None if row is None else _invitation(row)

    def waiting(self, at: datetime.datetime, profile_id: str | None = None) -> tuple[Invitation, ...]:
        """The links that could still be used, of everybody or of one person."""
        unused = InvitationRow.used_at.is_(None) & InvitationRow.revoked_at.is_(None)
        with self._sessions.reading() as session:
            question = select(InvitationRow).where(unused, InvitationRow.expires_at > at)
            if profile_id is not None:
                question = question.where(InvitationRow.profile_id == profile_id)
            rows = session.scalars(question)
            return tuple(_invitation(row) for row in rows)

    def accept(self, fingerprint: str, sign_in_name: str | None, password_hash: str, at: datetime.datetime) -> None:
        """Use a link: once, whoever else tries at the same moment. ``Conflict`` where it was used or the name is taken.

        A ``sign_in_name`` of ``None`` leaves the one that stands.
        """
        usable = (
            (InvitationRow.fingerprint == fingerprint)
            & InvitationRow.used_at.is_(None)
            & InvitationRow.revoked_at.is_(None)
            & (InvitationRow.expires_at > at)
        )
        with self._sessions.writing() as session:
            taken = session.execute(
                update(InvitationRow).where(usable).values(used_at=at).returning(InvitationRow.profile_id)
            ).scalar()
            if taken is None:
                raise Conflict
            if sign_in_name is not None:
                named = {"sign_in_name": sign_in_name, "sign_in_key": sign_in_key(sign_in_name)}
                session.execute(update(AccountRow).where(AccountRow.profile_id == taken).values(**named))
            _set_password(session, taken, password_hash, at, "")


def _set_password(session: Transaction, profile_id: str, hashed: str, at: datetime.datetime, keep: str) -> None:
    values = {"password_hash": hashed, "password_set_at": at}
    session.execute(update(AccountRow).where(AccountRow.profile_id == profile_id).values(**values))
    _end_sessions(session, profile_id, at, keep)
    _revoke_links(session, profile_id, at)


def _end_sessions(session: Transaction, profile_id: str, at: datetime.datetime, keep: str = "") -> None:
    open_ones = (SessionRow.profile_id == profile_id) & SessionRow.revoked_at.is_(None)
    others = open_ones & (SessionRow.fingerprint != keep)
    session.execute(update(SessionRow).where(others).values(revoked_at=at))


def _revoke_links(session: Transaction, profile_id: str, at: datetime.datetime) -> None:
    unused = InvitationRow.used_at.is_(None) & InvitationRow.revoked_at.is_(None)
    mine = InvitationRow.profile_id == profile_id
    session.execute(update(InvitationRow).where(mine, unused).values(revoked_at=at))


def _row(account: Account) -> AccountRow:
    key = None if account.sign_in_name is None else sign_in_key(account.sign_in_name)
    return AccountRow(**account.model_dump(), sign_in_key=key)


def _account(row: AccountRow) -> Account:
    return Account.model_validate({name: getattr(row, name) for name in Account.model_fields})


def _invitation(row: InvitationRow) -> Invitation:
    return Invitation.model_validate({name: getattr(row, name) for name in Invitation.model_fields})

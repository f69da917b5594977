"""What the reader was taught, in the database: whole versions, only ever added, and what waits for a second yes."""

from typing import Any

from sqlalchemy import delete, func, select

from simulator.improved import LexiconVersion, Proposal
from simulator.store.errors import Conflict
from simulator.store.improving_tables import LexiconProposalRow, LexiconRow
from simulator.store.sessions import Sessions

EMPTY = LexiconVersion(version=0)


class Lexicons:
    """The versions of the trainer's lexicon."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._known: dict[int, LexiconVersion] = {}

    def newest(self) -> int:
        """The number of the version in force; 0 where nothing was taught yet."""
        with self._sessions.reading() as session:
            return session.scalar(select(func.max(LexiconRow.version))) or 0

    def get(self, version: int) -> LexiconVersion:
        """A version, remembered since none ever changes; the empty one where there is none of that number."""
        if version not in self._known:
            with self._sessions.reading() as session:
                row = session.get(LexiconRow, version)
                if row is None:
                    return EMPTY
                self._known[version] = _version(row)
        return self._known[version]

    def all(self) -> tuple[LexiconVersion, ...]:
        """Every version, the newest first."""
        with self._sessions.reading() as session:
            return tuple(
                _version(row) for row in session.scalars(select(LexiconRow).order_by(LexiconRow.version.desc()))
            )

    def add(self, version: LexiconVersion) -> None:
        """Keep a new version. ``Conflict`` where one of its number stands."""
        with self._sessions.writing() as session:
            session.add(
                LexiconRow(**version.model_dump(mode="json", exclude={"created_at"}), created_at=version.created_at)
            )

    def propose(self, proposal: Proposal) -> None:
        """Keep a phrase until somebody else has said yes or no."""
        with self._sessions.writing() as session:
            session.add(
                LexiconProposalRow(**{**proposal.model_dump(), "phrase": proposal.phrase.model_dump(mode="json")})
            )

    def proposals(self) -> tuple[Proposal, ...]:
        """What waits, the oldest first."""
        question = select(LexiconProposalRow).order_by(LexiconProposalRow.created_at, LexiconProposalRow.id)
        with self._sessions.reading() as session:
            return tuple(_proposal(row) for row in session.scalars(question))

    def drop(self, proposal_id: str) -> None:
        """It waits no more. ``Conflict`` where it is gone already."""
        statement: Any = delete(LexiconProposalRow).where(LexiconProposalRow.id == proposal_id)
        with self._sessions.writing() as session:
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict


def _version(row: LexiconRow) -> LexiconVersion:
    return LexiconVersion.model_validate({name: getattr(row, name) for name in LexiconVersion.model_fields})


def _proposal(row: LexiconProposalRow) -> Proposal:
    return Proposal.model_validate({name: getattr(row, name) for name in Proposal.model_fields})

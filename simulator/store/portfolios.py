"""Portfolios in the database."""

import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, load_only

from simulator.kept import Attempt
from simulator.portfolio.kept import KeptPortfolio, PortfolioSummary
from simulator.store.attempts import attempt_row
from simulator.store.errors import Conflict
from simulator.store.played_scenarios import keep_played
from simulator.store.sessions import Sessions
from simulator.store.tables import PortfolioCallRow, PortfolioRow

_LISTED = ("id", "owner_id", "country", "language", "day", "created_at", "updated_at")


class Portfolios:
    """Portfolios, and the attempts that were played for their accounts."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, kept: KeptPortfolio) -> None:
        """Keep a new portfolio. ``Conflict`` where its id stands already or its owner does not exist."""
        with self._sessions.writing() as session:
            opening = kept.opening.model_dump(mode="json")
            row = PortfolioRow(id=kept.id, owner_id=kept.owner_id, opening=opening, version=kept.version)
            for name, value in {**_standing(kept), "created_at": kept.created_at}.items():
                setattr(row, name, value)
            session.add(row)

    def get(self, portfolio_id: str) -> KeptPortfolio | None:
        """The portfolio; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(PortfolioRow, portfolio_id)
            names = KeptPortfolio.model_fields
            return None if row is None else KeptPortfolio.model_validate({name: getattr(row, name) for name in names})

    def save(self, kept: KeptPortfolio, call: tuple[Attempt, str] | None = None) -> KeptPortfolio:
        """Save a changed portfolio, with the ``call`` (an attempt and its account's id) that begins with the change.

        Returns it under its new version. Raises ``Conflict`` where it changed since it was read; then nothing is saved.
        """
        with self._sessions.writing() as session:
            self._save(session, kept)
            if call is not None:
                attempt, account = call
                keep_played(session, attempt)
                session.add(attempt_row(attempt))
                session.flush()
                session.add(PortfolioCallRow(attempt_id=attempt.id, portfolio_id=kept.id, account=account))
        return kept.model_copy(update={"version": kept.version + 1})

    def _save(self, session: Session, kept: KeptPortfolio) -> None:
        seen = (PortfolioRow.id == kept.id) & (PortfolioRow.version == kept.version)
        statement: Any = update(PortfolioRow).where(seen).values(**_standing(kept), version=kept.version + 1)
        if session.connection().execute(statement).rowcount != 1:
            raise Conflict

    def of(self, owner_id: str, limit: int = 20) -> tuple[PortfolioSummary, ...]:
        """A person's portfolios, the latest touched first."""
        question = (
            select(PortfolioRow)
            .options(load_only(*(getattr(PortfolioRow, name) for name in _LISTED)))
            .where(PortfolioRow.owner_id == owner_id)
            .order_by(PortfolioRow.updated_at.desc(), PortfolioRow.id)
            .limit(limit)
        )
        with self._sessions.reading() as session:
            return tuple(
                PortfolioSummary.model_validate({name: getattr(row, name) for name in _LISTED})
                for row in session.scalars(question)
            )

    def of_attempt(self, attempt_id: str) -> tuple[str, str] | None:
        """The portfolio and the account that an attempt was played for; ``None`` for every other attempt."""
        with self._sessions.reading() as session:
            row = session.get(PortfolioCallRow, attempt_id)
            return None if row is None else (row.portfolio_id, row.account)

    def delete(self, portfolio_id: str) -> None:
        """Delete the portfolio; the attempts played for it stay as practice of their own."""
        with self._sessions.writing() as session:
            session.execute(delete(PortfolioRow).where(PortfolioRow.id == portfolio_id))

    def delete_untouched(self, before: datetime.datetime, limit: int) -> int:
        """Delete portfolios not touched since ``before``, at most ``limit``; how many went."""
        untouched = select(PortfolioRow.id).where(PortfolioRow.updated_at < before).order_by(PortfolioRow.id)
        with self._sessions.writing() as session:
            ids = session.scalars(untouched.limit(limit).with_for_update(skip_locked=True)).all()
            session.execute(delete(PortfolioRow).where(PortfolioRow.id.in_(ids)))
            return len(ids)

    def count_untouched(self, before: datetime.datetime) -> int:
        """How many portfolios were not touched since ``before``."""
        with self._sessions.reading() as session:
            return session.scalar(select(func.count()).where(PortfolioRow.updated_at < before)) or 0


def _standing(kept: KeptPortfolio) -> dict[str, Any]:
    """What changes from one save to the next, with the columns that lists read."""
    now = kept.now
    return {
        "country": now.country, "language": now.language, "day": now.day, "now": now.model_dump(mode="json"),
        "updated_at": kept.updated_at,
    }  # fmt: skip

"""Cohorts in the database, and who is in them."""

from sqlalchemy import delete, select
from sqlalchemy.orm import aliased

from simulator.access.kept import Cohort, Membership
from simulator.store.access_tables import CohortRow, MembershipRow
from simulator.store.accounts import sign_in_key
from simulator.store.sessions import Sessions


class Cohorts:
    """Groups of trainees and their managers."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, cohort: Cohort) -> None:
        """Keep a new cohort. ``Conflict`` where its name stands already, however capitalised."""
        with self._sessions.writing() as session:
            session.add(CohortRow(**cohort.model_dump(), key=sign_in_key(cohort.name)))

    def all(self) -> tuple[Cohort, ...]:
        """Every cohort, by name."""
        with self._sessions.reading() as session:
            return tuple(_cohort(row) for row in session.scalars(select(CohortRow).order_by(CohortRow.key)))

    def memberships(self, profile_id: str | None = None) -> tuple[Membership, ...]:
        """Who is in which cohort, everybody or one person."""
        question = select(MembershipRow)
        if profile_id is not None:
            question = question.where(MembershipRow.profile_id == profile_id)
        with self._sessions.reading() as session:
            rows = session.scalars(question)
            return tuple(_membership(row) for row in rows)

    def trainees(self, cohort_id: str) -> frozenset[str]:
        """The ids of those who learn in a cohort."""
        learn = (MembershipRow.cohort_id == cohort_id) & (MembershipRow.place == "trainee")
        with self._sessions.reading() as session:
            return frozenset(session.scalars(select(MembershipRow.profile_id).where(learn)))

    def zones_of(self, profile_id: str) -> tuple[str, ...]:
        """The time zones of the cohorts that a person is in, each once; those that name none are left out."""
        question = (
            select(CohortRow.time_zone)
            .join(MembershipRow, MembershipRow.cohort_id == CohortRow.id)
            .where(MembershipRow.profile_id == profile_id, CohortRow.time_zone != "")
            .distinct()
        )
        with self._sessions.reading() as session:
            return tuple(sorted(session.scalars(question)))

    def place(self, profile_id: str, memberships: tuple[Membership, ...]) -> None:
        """Put a person into exactly these cohorts."""
        with self._sessions.writing() as session:
            session.execute(delete(MembershipRow).where(MembershipRow.profile_id == profile_id))
            session.add_all(MembershipRow(**one.model_dump()) for one in memberships)

    def led_by(self, profile_id: str) -> frozenset[str]:
        """The ids of the trainees in the cohorts that a person leads."""
        lead = aliased(MembershipRow)
        question = (
            select(MembershipRow.profile_id)
            .join(lead, lead.cohort_id == MembershipRow.cohort_id)
            .where(lead.profile_id == profile_id, lead.place == "manager", MembershipRow.place == "trainee")
        )
        with self._sessions.reading() as session:
            return frozenset(session.scalars(question))


def _cohort(row: CohortRow) -> Cohort:
    return Cohort.model_validate({name: getattr(row, name) for name in Cohort.model_fields})


def _membership(row: MembershipRow) -> Membership:
    return Membership.model_validate({name: getattr(row, name) for name in Membership.model_fields})

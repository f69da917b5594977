"""Assignments in the database: for whom they are, what was made for them, what is done."""

import datetime
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, update

from simulator.assigned import Assignment, Done, Made
from simulator.store.access_tables import MembershipRow
from simulator.store.assign_tables import AssignmentCohortRow, AssignmentDoneRow, AssignmentPersonRow, AssignmentRow
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ScorecardRow, TurnRow

_LEARNS = MembershipRow.place == "trainee"


class Assignments:
    """What is assigned, to whom."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, assignment: Assignment, people: Collection[str], cohorts: Collection[str]) -> None:
        """Keep a new one. ``Conflict`` where a person or a cohort does not exist."""
        with self._sessions.writing() as session:
            session.add(AssignmentRow(**_columns(assignment)))
            session.flush()
            session.add_all(AssignmentPersonRow(assignment_id=assignment.id, profile_id=p) for p in sorted(people))
            session.add_all(AssignmentCohortRow(assignment_id=assignment.id, cohort_id=c) for c in sorted(cohorts))

    def get(self, assignment_id: str) -> Assignment | None:
        """The assignment; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(AssignmentRow, assignment_id)
            return None if row is None else _assignment(row)

    def all(self, limit: int = 500) -> tuple[Assignment, ...]:
        """Every assignment, the latest made first."""
        return self._found(select(AssignmentRow).limit(limit))

    def of(self, profile_id: str) -> tuple[Assignment, ...]:
        """Those for a person: by name, by a cohort they learn in now, or begun while they did; the latest first."""
        by_name = select(AssignmentPersonRow.assignment_id).where(AssignmentPersonRow.profile_id == profile_id)
        cohorts = select(MembershipRow.cohort_id).where(MembershipRow.profile_id == profile_id, _LEARNS)
        by_cohort = select(AssignmentCohortRow.assignment_id).where(AssignmentCohortRow.cohort_id.in_(cohorts))
        begun = select(AttemptRow.assignment_id).where(
            AttemptRow.owner_id == profile_id, AttemptRow.phase != "closed", AttemptRow.assignment_id.is_not(None)
        )
        mine = or_(*(AssignmentRow.id.in_(ids) for ids in (by_name, by_cohort, begun)))
        return self._found(select(AssignmentRow).where(mine))

    def targets(self, assignment_id: str) -> tuple[frozenset[str], frozenset[str]]:
        """The people named, and the cohorts named."""
        people = select(AssignmentPersonRow.profile_id).where(AssignmentPersonRow.assignment_id == assignment_id)
        cohorts = select(AssignmentCohortRow.cohort_id).where(AssignmentCohortRow.assignment_id == assignment_id)
        with self._sessions.reading() as session:
            return frozenset(session.scalars(people)), frozenset(session.scalars(cohorts))

    def members(self, assignment_id: str) -> frozenset[str]:
        """Whom it is for today: the people named, and whoever learns in the cohorts named."""
        people, cohorts = self.targets(assignment_id)
        learning = select(MembershipRow.profile_id).where(MembershipRow.cohort_id.in_(cohorts), _LEARNS)
        with self._sessions.reading() as session:
            return people | frozenset(session.scalars(learning))

    def change(self, assignment_id: str, **values: datetime.datetime | str | None) -> None:
        """Another due instant, withdrawal, or code. ``Conflict`` where the assignment is gone."""
        statement: Any = update(AssignmentRow).where(AssignmentRow.id == assignment_id).values(**values)
        with self._sessions.writing() as session:
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict

    def made(self, assignment_ids: Collection[str], owner_id: str | None = None) -> tuple[Made, ...]:
        """The attempts made for these assignments, by anybody or one person, with the figures in force."""
        current = and_(ScorecardRow.attempt_id == AttemptRow.id, ScorecardRow.current)
        question = (
            select(
                AttemptRow.id, AttemptRow.assignment_id, AttemptRow.owner_id, AttemptRow.task, AttemptRow.task_try,
                AttemptRow.phase, AttemptRow.created_at, AttemptRow.closed_at,
                ScorecardRow.effective_total, ScorecardRow.effective_result,
            )
            .outerjoin(ScorecardRow, current)
            .where(AttemptRow.assignment_id.in_(list(assignment_ids)), *_owned(AttemptRow.owner_id, owner_id))
            .order_by(AttemptRow.created_at, AttemptRow.id)
        )  # fmt: skip
        with self._sessions.reading() as session:
            return tuple(
                Made.model_validate({**dict(zip(Made.model_fields, row, strict=True)), "result": row[-1] or ""})
                for row in session.execute(question)
            )

    def done(self, assignment_ids: Collection[str], profile_id: str | None = None) -> tuple[Done, ...]:
        """What is done of these assignments, by anybody or one person."""
        question = select(AssignmentDoneRow).where(
            AssignmentDoneRow.assignment_id.in_(list(assignment_ids)), *_owned(AssignmentDoneRow.profile_id, profile_id)
        )
        with self._sessions.reading() as session:
            return tuple(_done(row) for row in session.scalars(question))

    def finish(self, done: Done) -> None:
        """Note that a task is done; the first time stands."""
        key = (done.assignment_id, done.profile_id, done.task)
        with self._sessions.writing() as session:
            if session.get(AssignmentDoneRow, key) is None:
                session.add(AssignmentDoneRow(**done.model_dump()))

    def replies(self, assignment_id: str) -> tuple[tuple[str, int, str, int], ...]:
        """What was said in its assessed calls: attempt, turn, text, characters pasted."""
        question = (
            select(TurnRow.attempt_id, TurnRow.number, TurnRow.text, TurnRow.pasted)
            .join(AttemptRow, AttemptRow.id == TurnRow.attempt_id)
            .where(AttemptRow.assignment_id == assignment_id, AttemptRow.mode == "assessed", TurnRow.text != "")
            .order_by(AttemptRow.created_at, TurnRow.attempt_id, TurnRow.number)
        )
        with self._sessions.reading() as session:
            return tuple((row[0], row[1], row[2], row[3]) for row in session.execute(question))

    def _found(self, question: Select[AssignmentRow]) -> tuple[Assignment, ...]:
        ordered = question.order_by(AssignmentRow.created_at.desc(), AssignmentRow.id)
        with self._sessions.reading() as session:
            return tuple(_assignment(row) for row in session.scalars(ordered))


def _owned(column: Any, profile_id: str | None) -> list[ColumnElement[bool]]:
    return [] if profile_id is None else [column == profile_id]


def _columns(assignment: Assignment) -> dict[str, Any]:
    lists = {name: [one.model_dump(mode="json") for one in getattr(assignment, name)] for name in ("tasks", "days")}
    return assignment.model_dump(exclude={"tasks", "days"}) | lists


def _assignment(row: AssignmentRow) -> Assignment:
    return Assignment.model_validate({name: getattr(row, name) for name in Assignment.model_fields})


def _done(row: AssignmentDoneRow) -> Done:
    return Done.model_validate({name: getattr(row, name) for name in Done.model_fields})

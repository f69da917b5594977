"""What the manager's desk asks the database: counts, added up there and read off covering indexes alone.

Only closed, assessed calls with their current scorecard; calls tried differently are none.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, Integer, Select, Subquery, and_, case, cast, func, literal, select
from sqlalchemy.orm import load_only

from simulator.kept import Mark, Scored
from simulator.store.access_tables import AccountRow, MembershipRow
from simulator.store.gate_table import CardGateRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, MarkRow, ProfileRow, ScorecardRow
from simulator.store.team_tables import PromiseRow
from simulator.team.kept import Calls, Cell, GateCount, GateLine, GateRows, Judged, Member, Promises, Scope, Window

_ROW = (ScorecardRow.attempt_id == AttemptRow.id) & ScorecardRow.current.is_not(False)
"""So written no index begins with it: SQLite would go through everybody's scorecards for each person of a team."""
WEEK = "week"
_SCORED = (
    ScorecardRow.attempt_id, ScorecardRow.rubric, ScorecardRow.rubric_version,
    ScorecardRow.effective_total.label("total"), AttemptRow.scenario_id, AttemptRow.difficulty,
    AttemptRow.closed_at.label("scored_at"),
)  # fmt: skip
"""What a call comes to. It is scored when it is closed."""
_RUBRIC = (ScorecardRow.rubric, ScorecardRow.rubric_version)


class Team:
    """Counts over assessed calls, by person, week and difficulty."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def members(self, scope: Scope, limit: int) -> tuple[Member, ...]:
        """The trainees, by id; at most ``limit``."""
        shut = AccountRow.disabled_at.is_not(None)
        question = (
            select(ProfileRow.id, ProfileRow.name, func.coalesce(shut, False))
            .outerjoin(AccountRow, AccountRow.profile_id == ProfileRow.id)
            .where(ProfileRow.id.in_(select(_people(scope).c.id)))
            .order_by(ProfileRow.id)
            .limit(limit)
        )
        with self._sessions.reading() as session:
            return tuple(Member(id=i, name=name, left=bool(left)) for i, name, left in session.execute(question))

    def cells(self, scope: Scope, window: Window) -> tuple[Cell, ...]:
        """Effective levels by person, week, difficulty, rubric and criterion; what was not assessed is not counted."""
        level = MarkRow.effective_level
        keys = (AttemptRow.difficulty, *_RUBRIC, MarkRow.criterion)
        question = (
            _weekly(scope, window, *keys, func.count(level), func.sum(level), func.sum(level * level))
            .join(MarkRow, MarkRow.scorecard_id == ScorecardRow.id)
            .where(level.is_not(None))
            .group_by(AttemptRow.owner_id, WEEK, *keys)
        )
        return tuple(Cell(*row) for row in self._rows(question))

    def cells_together(self, scope: Scope, window: Window) -> tuple[Cell, ...]:
        """The same of all people together: for a crowd, whose every person would be rows beyond number."""
        level = MarkRow.effective_level
        keys = (AttemptRow.difficulty, *_RUBRIC, MarkRow.criterion)
        question = (
            _closed(scope, window, _week(window).label(WEEK), *keys, func.count(level), func.sum(level),
                    func.sum(level * level))
            .join(MarkRow, MarkRow.scorecard_id == ScorecardRow.id)
            .where(level.is_not(None))
            .group_by(WEEK, *keys)
        )  # fmt: skip
        return tuple(Cell("", *row) for row in self._rows(question))

    def calls(self, scope: Scope, window: Window) -> tuple[Calls, ...]:
        """Calls by person, week, difficulty, rubric and effective result, with their effective totals."""
        total = ScorecardRow.effective_total
        keys = (AttemptRow.difficulty, *_RUBRIC, ScorecardRow.effective_result)
        sums = (func.coalesce(func.sum(total), 0.0), func.coalesce(func.sum(total * total), 0.0))
        question = _weekly(scope, window, *keys, func.count(), func.count(total), *sums)
        question = question.group_by(AttemptRow.owner_id, WEEK, *keys)
        return tuple(Calls(*row) for row in self._rows(question))

    def gates(self, scope: Scope, window: Window) -> tuple[GateCount, ...]:
        """Gates by person, week and effective status."""
        keys = (CardGateRow.gate, CardGateRow.effective)
        question = (
            _weekly(scope, window, *keys, func.count())
            .join(CardGateRow, CardGateRow.scorecard_id == ScorecardRow.id)
            .group_by(AttemptRow.owner_id, WEEK, *keys)
        )
        return tuple(GateCount(*row) for row in self._rows(question))

    def promises(self, scope: Scope, window: Window) -> Promises:
        """What became of the payments agreed in these calls."""
        columns = (PromiseRow.due, PromiseRow.kept, PromiseRow.late, PromiseRow.part, PromiseRow.broken)
        people = _people(scope)
        question = (
            select(*(cast(func.coalesce(func.sum(one), 0), Integer) for one in columns))
            .select_from(people)
            .join(AttemptRow, AttemptRow.owner_id == people.c.id)
            .join(PromiseRow, PromiseRow.attempt_id == AttemptRow.id)
            .where(_assessed(window))
        )
        return Promises(*self._rows(question)[0])

    def last_closed(self, scope: Scope) -> dict[str, datetime.datetime]:
        """The latest assessed call of each person that has one."""
        people = _people(scope)
        question = (
            select(people.c.id, func.max(AttemptRow.closed_at))
            .join(AttemptRow, AttemptRow.owner_id == people.c.id)
            .where(AttemptRow.mode == "assessed", AttemptRow.closed_at.is_not(None), AttemptRow.forked_from.is_(None))
            .group_by(people.c.id)
        )
        return {row[0]: row[1] for row in self._rows(question)}

    def scored(self, owner_id: str, limit: int) -> tuple[Scored, ...]:
        """The latest assessed calls of a person with their effective figures, oldest first."""
        columns = (ScorecardRow.id, *_SCORED)
        cards = select(*columns).join(AttemptRow, _ROW).where(_of(owner_id))
        cards = cards.order_by(AttemptRow.closed_at.desc(), AttemptRow.id).limit(limit)
        levels: dict[str, list[Mark]] = {}
        with self._sessions.reading() as session:
            rows = session.execute(cards).all()
            keys = MarkRow.scorecard_id.in_([row.id for row in rows])
            marks = select(MarkRow.scorecard_id, MarkRow.criterion, MarkRow.effective_level, MarkRow.effective_score)
            for card, criterion, level, score in session.execute(marks.where(keys).order_by(MarkRow.place)):
                levels.setdefault(card, []).append(Mark(criterion=criterion, level=level, score=score))
        return tuple(_scored(row, levels.get(row.id, [])) for row in reversed(rows))

    def judged(self, owner_id: str, limit: int) -> tuple[Judged, ...]:
        """What was found in the latest assessed calls of a person, the latest first."""
        question = (
            select(AttemptRow.id, AttemptRow.title, AttemptRow.closed_at, ScorecardRow.content["judgements"])
            .join(ScorecardRow, _ROW)
            .where(_of(owner_id))
            .order_by(AttemptRow.closed_at.desc(), AttemptRow.id)
            .limit(limit)
        )
        return tuple(Judged(*row) for row in self._rows(question))

    def breaches(  # noqa: PLR0913, PLR0917 - what the page lets one choose
        self, scope: Scope, window: Window, gate: str | None, country: str | None, status: str | None, limit: int
    ) -> tuple[GateLine, ...]:
        """Gates with their words, the latest first; at most ``limit``."""
        chosen = [
            column == wanted
            for column, wanted in (
                (CardGateRow.gate, gate), (AttemptRow.country, country), (CardGateRow.effective, status),
            )
            if wanted
        ]  # fmt: skip
        keys = (CardGateRow.scorecard_id, CardGateRow.gate, CardGateRow.status, CardGateRow.effective, AttemptRow.id)
        found = (
            _closed(scope, window, *keys)
            .join(CardGateRow, CardGateRow.scorecard_id == ScorecardRow.id)
            .where(*chosen)
            .order_by(AttemptRow.closed_at.desc(), AttemptRow.id, CardGateRow.gate)
            .limit(limit)
        )
        with self._sessions.reading() as session:
            lines = session.execute(found).all()
            cards = _by_id(session.scalars(select(ScorecardRow).where(ScorecardRow.id.in_({one[0] for one in lines}))))
            listed = load_only(AttemptRow.owner_id, AttemptRow.country, AttemptRow.difficulty, AttemptRow.title,
                               AttemptRow.closed_at)  # fmt: skip
            calls = session.scalars(select(AttemptRow).options(listed).where(AttemptRow.id.in_({r[4] for r in lines})))
            attempts = _by_id(calls)
            return tuple(_line(cards[row[0]], attempts[row[4]], *row[1:4]) for row in lines)

    def gate_rows(self, scope: Scope, window: Window) -> tuple[GateRows, ...]:
        """Gates by person, gate, country, and what the program and a person held them to be."""
        keys = (
            AttemptRow.owner_id, CardGateRow.gate, AttemptRow.country, CardGateRow.status, CardGateRow.effective,
        )  # fmt: skip
        question = (
            _closed(scope, window, *keys, func.count())
            .join(CardGateRow, CardGateRow.scorecard_id == ScorecardRow.id)
            .group_by(*keys)
        )
        return tuple(GateRows(*row) for row in self._rows(question))

    def overridden(self, scope: Scope, window: Window) -> tuple[int, int]:
        """How many levels there are, and on how many of them a person's level differs from the machine's."""
        differs = case((MarkRow.effective_level != MarkRow.level, 1), else_=0)
        question = _closed(scope, window, func.count(), cast(func.coalesce(func.sum(differs), 0), Integer)).join(
            MarkRow, MarkRow.scorecard_id == ScorecardRow.id
        )
        row = self._rows(question.where(MarkRow.effective_level.is_not(None)))[0]
        return int(row[0]), int(row[1])

    def _rows(self, question: Executable) -> Sequence[Any]:
        with self._sessions.reading() as session:
            return session.execute(question).all()


def _people(scope: Scope) -> Subquery:
    """The ids of the trainees, each once, in however many of the cohorts."""
    if scope.cohorts is None:
        return select(ProfileRow.id.label("id")).where(ProfileRow.role == "trainee").subquery("people")
    inside = MembershipRow.cohort_id.in_(scope.cohorts) & (MembershipRow.place == "trainee")
    return select(MembershipRow.profile_id.label("id")).where(inside).distinct().subquery("people")


def _assessed(window: Window) -> ColumnElement[bool]:
    closed = AttemptRow.closed_at
    return and_(
        AttemptRow.mode == "assessed", closed >= window.edges[0], closed < window.edges[-1],
        AttemptRow.forked_from.is_(None),
    )  # fmt: skip


def _of(owner_id: str) -> ColumnElement[bool]:
    return and_(
        AttemptRow.owner_id == owner_id, AttemptRow.mode == "assessed", AttemptRow.closed_at.is_not(None),
        AttemptRow.forked_from.is_(None),
    )  # fmt: skip


def _closed(scope: Scope, window: Window, *columns: Any) -> Select[Any]:
    """These columns over the people's assessed calls in the window with their current scorecards."""
    people = _people(scope)
    return (
        select(*columns)
        .select_from(people)
        .join(AttemptRow, AttemptRow.owner_id == people.c.id)
        .join(ScorecardRow, _ROW)
        .where(_assessed(window))
    )


def _weekly(scope: Scope, window: Window, *columns: Any) -> Select[Any]:
    """The same behind the person and the week; rows are grouped by the week's name, for its terms are values."""
    return _closed(scope, window, AttemptRow.owner_id, _week(window).label(WEEK), *columns)


def _week(window: Window) -> ColumnElement[int]:
    """The place of the week in which a call was closed."""
    middle = window.edges[1:-1]
    if not middle:
        return literal(0)
    return case(*((AttemptRow.closed_at < edge, n) for n, edge in enumerate(middle)), else_=len(middle))


def _scored(row: Any, marks: Sequence[Mark]) -> Scored:
    figures = {name: value for name, value in row._mapping.items() if name != "id"}
    return Scored.model_validate({**figures, "mode": "assessed", "marks": tuple(marks)})


def _by_id(rows: Any) -> dict[str, Any]:
    return {row.id: row for row in rows}


def _line(card: ScorecardRow, call: AttemptRow, gate: str, status: str, effective: str) -> GateLine:
    told: dict[str, Any] = next((one for one in card.content.get("gates", []) if one["id"] == gate), {})
    evidence = told.get("evidence") or {}
    assert call.closed_at is not None
    return GateLine(
        attempt_id=call.id, owner_id=call.owner_id, gate=gate, status=status, effective_status=effective,
        country=call.country, difficulty=call.difficulty, title=call.title, closed_at=call.closed_at,
        quote=evidence.get("quote", ""), turn=evidence.get("turn", 0), reason=told.get("reason", ""),
        source=told.get("source", ""),
    )  # fmt: skip

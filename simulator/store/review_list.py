"""The list of assessed calls in the database: found by index, page by page, without opening a scorecard."""

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, or_, select
from sqlalchemy.orm import Session

from simulator.review_listed import After, Line, Wanted
from simulator.store.access_tables import MembershipRow
from simulator.store.gate_table import CardGateRow
from simulator.store.review_tables import ReviewRow
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ContestRow, MarkRow, ProfileRow, ScorecardRow

WAITING, ASKED, OTHERS = RANKS = (0, 1, 2)
SOME = 60
"""People up to whom each one's calls are gathered; of more, all calls are walked, the latest first."""
_WAITS = ScorecardRow.effective_result == "review"
_ANSWERED = select(ReviewRow.contest_id).where(ReviewRow.contest_id.is_not(None))
_OPEN = AttemptRow.id.in_(select(ContestRow.attempt_id).where(ContestRow.id.not_in(_ANSWERED)))
Whose = frozenset[str] | None
Conditions = list[ColumnElement[bool]]


class ReviewLists:
    """Assessed calls as whoever reviews them looks for them."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def page(  # noqa: PLR0913, PLR0917 - all that a page depends on
        self,
        wanted: Wanted,
        whose: Whose,
        but: str,
        since: datetime.datetime | None,
        after: After | None,
        limit: int,
        overdue: datetime.datetime,
    ) -> tuple[Line, ...]:
        """At most ``limit`` calls of ``whose`` (``None``: of everybody ``but`` one), from ``after`` on.

        A contest of before ``overdue`` without an answer is late.
        """
        found: list[tuple[int, str, str]] = []
        with self._sessions.reading() as session:
            owners = _owners(session, wanted, whose)
            for rank in RANKS[after.rank if after else 0 :]:
                which = [*_which(rank, wanted, owners, but), *_judged(wanted), *_seen(wanted)]
                which += [AttemptRow.closed_at >= since] if since else []
                which += [_behind(after)] if after is not None and rank == after.rank else []
                rows = session.execute(_ids(rank, which).limit(limit - len(found)))
                found += [(rank, attempt, card) for attempt, card in rows]
                if len(found) >= limit:
                    break
            lines = {row.id: row for row in session.execute(_lines([card for _, _, card in found]))}
            told = _Told(session.execute, [a for _, a, _ in found], [c for _, _, c in found], overdue)
        return tuple(_line(rank, lines[card], told) for rank, _, card in found)

    def waiting(self, whose: Whose, but: str) -> tuple[int, int]:
        """How many calls wait with a possible breach, and how many contests for an answer."""
        mine = _of(apart(AttemptRow.owner_id), whose, but)
        calls = select(func.count()).select_from(ScorecardRow).join(AttemptRow, _joined(WAITING))
        assessed = apart(AttemptRow.mode) == "assessed"
        contests = select(func.count(ContestRow.id)).join(AttemptRow, AttemptRow.id == ContestRow.attempt_id)
        with self._sessions.reading() as session:
            waits = session.scalar(calls.where(*mine, assessed, _WAITS)) or 0
            asked = session.scalar(contests.where(ContestRow.id.not_in(_ANSWERED), assessed, *mine)) or 0
            return waits, asked


def apart(column: Any) -> ColumnElement[str]:
    """A column compared so that no index on it is used.

    SQLite keeps no figures on its rows: it would take "of this kind", which half of all rows are, for the rarest.
    """
    return func.coalesce(column, "")


def _owners(session: Session, wanted: Wanted, whose: Whose) -> Whose:
    """Whose calls are asked for; ``None`` for everybody's."""
    if wanted.person:
        whose = frozenset({wanted.person}) if whose is None else whose & {wanted.person}
    if wanted.cohort:
        learns = (MembershipRow.cohort_id == wanted.cohort) & (MembershipRow.place == "trainee")
        members = frozenset(session.scalars(select(MembershipRow.profile_id).where(learns)))
        whose = members if whose is None else whose & members
    return whose


def _of(owner: Any, whose: Whose, but: str) -> Conditions:
    return [owner != but, *([] if whose is None else [owner.in_(sorted(whose))])]


def _which(rank: int, wanted: Wanted, owners: Whose, but: str) -> Conditions:
    """Of the rank, of these people: what waits is looked for among what waits, the rest among the calls by day."""
    few = rank == OTHERS and owners is not None and len(owners) <= SOME
    mode = AttemptRow.mode if rank == OTHERS else apart(AttemptRow.mode)
    owner = AttemptRow.owner_id if few else apart(AttemptRow.owner_id)
    found = [mode == "assessed", AttemptRow.closed_at.is_not(None), *_of(owner, owners, but)]
    if wanted.scenario:
        found.append(AttemptRow.scenario_id == wanted.scenario)
    return [*found, *{WAITING: [_WAITS], ASKED: [_OPEN, ~_WAITS], OTHERS: [~_OPEN, ~_WAITS]}[rank]]


def _joined(rank: int) -> ColumnElement[bool]:
    """A call with its current scorecard."""
    same = ScorecardRow.attempt_id == AttemptRow.id
    return and_(same, ScorecardRow.current if rank == WAITING else func.coalesce(ScorecardRow.current, false()))


def _judged(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.criterion or wanted.level is not None:
        mark = [MarkRow.scorecard_id == ScorecardRow.id]
        mark += [MarkRow.criterion == wanted.criterion] if wanted.criterion else []
        mark += [MarkRow.effective_level == wanted.level] if wanted.level is not None else []
        found.append(exists().where(*mark))
    if wanted.gate:
        touched = (CardGateRow.gate == wanted.gate) & (CardGateRow.effective != "no_breach")
        found.append(ScorecardRow.id.in_(select(CardGateRow.scorecard_id).where(touched)))
    if wanted.result:
        found.append(ScorecardRow.effective_result == wanted.result)
    return found


def _seen(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.contested:
        found.append(AttemptRow.id.in_(select(ContestRow.attempt_id)))
    if wanted.reviewed in ("yes", "no"):
        reviewed = AttemptRow.id.in_(select(ReviewRow.attempt_id))
        found.append(reviewed if wanted.reviewed == "yes" else ~reviewed)
    if wanted.reviewed == "differ":
        found.append(AttemptRow.id.in_(_DIFFERENT))
    return found


_GATE_SAID = case((ReviewRow.kind == "gate", ReviewRow.verdict), else_="")
_LEVEL = func.coalesce(ReviewRow.level, -1)
_DIFFERENT = (
    select(ReviewRow.attempt_id)
    .group_by(ReviewRow.attempt_id, ReviewRow.kind, ReviewRow.about)
    .having(or_(func.min(_LEVEL) != func.max(_LEVEL), func.min(_GATE_SAID) != func.max(_GATE_SAID)))
)
"""The calls about which two decisions differ."""


def _behind(after: After) -> ColumnElement[bool]:
    same = (AttemptRow.closed_at == after.at) & (AttemptRow.id < after.id)
    return and_(AttemptRow.closed_at <= after.at, or_(AttemptRow.closed_at < after.at, same))


def _ids(rank: int, which: Conditions) -> Select[str, str]:
    """Only ids: titles and contents are fetched for one page, not for all that is passed over."""
    return (
        select(AttemptRow.id, ScorecardRow.id)
        .join(ScorecardRow, _joined(rank))
        .where(*which)
        .order_by(AttemptRow.closed_at.desc(), AttemptRow.id.desc())
    )


def _lines(cards: Sequence[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ScorecardRow.id, ScorecardRow.attempt_id, ScorecardRow.effective_total, ScorecardRow.effective_result,
            AttemptRow.owner_id, AttemptRow.scenario_id, AttemptRow.title, AttemptRow.country, AttemptRow.closed_at,
            ProfileRow.name,
        )
        .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
        .join(ProfileRow, ProfileRow.id == AttemptRow.owner_id)
        .where(ScorecardRow.id.in_(cards))
    )  # fmt: skip


class _Told:
    """What else a page says of its calls: gates that stand, contests, decisions."""

    def __init__(self, ask: Any, attempts: list[str], cards: list[str], overdue: datetime.datetime) -> None:
        gate = (CardGateRow.scorecard_id.in_(cards)) & (CardGateRow.effective != "no_breach")
        self.gates: dict[str, list[str]] = {}
        for card, name in ask(
            select(CardGateRow.scorecard_id, CardGateRow.gate).where(gate).order_by(CardGateRow.place)
        ):
            self.gates.setdefault(card, []).append(name)
        waits = ContestRow.id.not_in(_ANSWERED)
        counted = (
            func.count(), func.sum(case((waits, 1), else_=0)),
            func.sum(case((waits & (ContestRow.created_at < overdue), 1), else_=0)),
        )  # fmt: skip
        self.contests = {
            row[0]: tuple(row[1:])
            for row in ask(
                select(ContestRow.attempt_id, *counted)
                .where(ContestRow.attempt_id.in_(attempts))
                .group_by(ContestRow.attempt_id)
            )
        }
        reviews = select(ReviewRow.attempt_id, func.count()).where(ReviewRow.attempt_id.in_(attempts))
        self.reviewed = {row[0]: row[1] for row in ask(reviews.group_by(ReviewRow.attempt_id))}


def _line(rank: int, row: Any, told: _Told) -> Line:
    contested, waiting, late = told.contests.get(row.attempt_id, (0, 0, 0))
    return Line(
        attempt_id=row.attempt_id, scorecard_id=row.id, rank=rank, owner_id=row.owner_id, owner=row.name,
        scenario_id=row.scenario_id, title=row.title, country=row.country, closed_at=row.closed_at,
        total=row.effective_total, result=row.effective_result, gates=tuple(told.gates.get(row.id, ())),
        contested=contested, waiting=waiting, late=bool(late), reviewed=told.reviewed.get(row.attempt_id, 0),
    )  # fmt: skip

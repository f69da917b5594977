"""What trainees wrote in assessed calls, asked of the database as a trainer needs it; never calls tried differently.

Practice is read only where a single reply of it was shared with the person who asks.
"""

import json
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Subquery, and_, cast, distinct, func, select
from sqlalchemy.orm import aliased, defer, selectinload

from simulator.heard import HeardReply, LostAt, Reached, Spot
from simulator.scored_calls import ScoredCall
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ScorecardRow, ShareRow, TurnRow

_BEFORE = aliased(TurnRow)
_ASSESSED = and_(AttemptRow.mode == "assessed", AttemptRow.phase == "closed", AttemptRow.forked_from.is_(None))
_QUOTES = 3
_SAME = ("attempt_id", "scenario_id", "number", "text", "before", "language", "country")
_KEPT = (ScorecardRow.content["rubric_hash"].as_string(), ScorecardRow.content["gates"])
"""What of a scorecard is asked for without opening the whole of it."""


class Improving:
    """Replies, facts, endings and falls over many calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def replies(self, limit: int) -> tuple[HeardReply, ...]:
        """The replies of finished assessed calls, those of the latest calls first."""
        return self._heard(_replies().where(_ASSESSED).limit(limit), shared=False)

    def reply(self, attempt_id: str, number: int) -> HeardReply | None:
        """One reply of a finished assessed call; ``None`` where there is none."""
        one = _replies().where(_ASSESSED, AttemptRow.id == attempt_id, TurnRow.number == number)
        return next(iter(self._heard(one, shared=False)), None)

    def shared_with(self, profile_id: str) -> tuple[HeardReply, ...]:
        """The single replies of practice that stand shared with this person."""
        lent = and_(ShareRow.attempt_id == TurnRow.attempt_id, ShareRow.turn == TurnRow.number)
        standing = (ShareRow.to_id == profile_id) & ShareRow.revoked_at.is_(None)
        return self._heard(_replies().join(ShareRow, lent).where(standing, AttemptRow.mode == "practice"), shared=True)

    def scored(self, rubric: str, limit: int) -> tuple[tuple[ScoredCall, ...], int]:
        """The latest assessed calls that stand scored under a rubric (any, where it is empty), and how many are."""
        current = and_(_ASSESSED, ScorecardRow.current)
        mine = and_(current, ScorecardRow.rubric == rubric) if rubric else current
        question = select(ScorecardRow, AttemptRow.title, AttemptRow.closed_at, *_KEPT).join(AttemptRow)
        question = question.options(selectinload(ScorecardRow.marks), defer(ScorecardRow.content)).where(mine)
        latest = question.order_by(AttemptRow.closed_at.desc(), ScorecardRow.attempt_id).limit(limit)
        count = select(func.count()).select_from(ScorecardRow).join(AttemptRow).where(mine)
        with self._sessions.reading() as session:
            found = tuple(_scored(*row) for row in session.execute(latest))
            return found, session.scalar(count) or 0

    def calls(self) -> dict[str, int]:
        """How many finished assessed calls there are of each scenario."""
        question = select(AttemptRow.scenario_id, func.count()).where(_ASSESSED).group_by(AttemptRow.scenario_id)
        with self._sessions.reading() as session:
            return {row[0]: row[1] for row in session.execute(question)}

    def reached(self, scenario_id: str) -> Reached:
        """What came out, and how it ended, in the finished assessed calls of a scenario."""
        mine = and_(_ASSESSED, AttemptRow.scenario_id == scenario_id)
        endings = select(AttemptRow.ending, func.count()).where(mine).group_by(AttemptRow.ending)
        told = select(cast(TurnRow.revealed, String).label("told"), TurnRow.attempt_id).join(AttemptRow).where(mine)
        each = told.subquery()
        facts = select(each.c.told, func.count(distinct(each.c.attempt_id))).group_by(each.c.told)
        with self._sessions.reading() as session:
            ended = {row[0]: row[1] for row in session.execute(endings)}
            known: dict[str, int] = {}
            for revealed, count in session.execute(facts):
                known |= {fact: known.get(fact, 0) + count for fact in json.loads(revealed)}
        calls = sum(ended.values())
        return Reached(calls=calls, facts=known, endings={e: n for e, n in ended.items() if e is not None})

    def spots(self, scenario_id: str) -> tuple[Spot, ...]:
        """Each reply's number and phase in the calls of a scenario, where trust fell and anger rose most first."""
        moves = _moves(scenario_id)
        question = select(
            moves.c.phase, moves.c.number, func.count(), func.avg(moves.c.trust), func.avg(moves.c.anger)
        ).group_by(moves.c.phase, moves.c.number)
        with self._sessions.reading() as session:
            found = [
                Spot(phase=phase or "", number=number, n=n, trust_lost=-float(trust), anger_gained=float(anger))
                for phase, number, n, trust, anger in session.execute(question)
            ]
        return tuple(sorted(found, key=lambda s: (-s.lost, s.number, s.phase)))

    def lost_at(self, scenario_id: str, spot: Spot) -> tuple[LostAt, ...]:
        """The replies that cost most at a place, with what they answered; the same words once."""
        moves = _moves(scenario_id)
        there = (moves.c.phase == spot.phase) & (moves.c.number == spot.number) & (moves.c.anger > moves.c.trust)
        in_order = select(moves).where(there).order_by((moves.c.trust - moves.c.anger), moves.c.attempt_id)
        worst = in_order.limit(4 * _QUOTES)
        with self._sessions.reading() as session:
            found = (
                LostAt(attempt_id=row.attempt_id, text=row.text, before=row.before, trust=row.trust, anger=row.anger)
                for row in session.execute(worst)
            )
            once = {one.text: one for one in reversed(list(found))}
            return tuple(reversed(once.values()))[:_QUOTES]

    def _heard(self, question: Select[Any], *, shared: bool) -> tuple[HeardReply, ...]:
        with self._sessions.reading() as session:
            return tuple(_reply(row._mapping, shared) for row in session.execute(question))


def _replies() -> Select[Any]:
    came_before = and_(_BEFORE.attempt_id == TurnRow.attempt_id, _BEFORE.number == TurnRow.number - 1)
    return (
        select(
            TurnRow.attempt_id, AttemptRow.scenario_id, TurnRow.number, TurnRow.text, AttemptRow.language,
            AttemptRow.country, AttemptRow.on_day, _BEFORE.words.label("before"), TurnRow.reading["acts"].label("acts"),
            TurnRow.reading["unsure"].as_boolean().label("unsure"),
            TurnRow.state["unclear"].as_integer().label("unclear"),
        )
        .join(AttemptRow, AttemptRow.id == TurnRow.attempt_id)
        .join(_BEFORE, came_before)
        .where(TurnRow.text != "", TurnRow.number > 0)
        .order_by(AttemptRow.closed_at.desc(), TurnRow.attempt_id, TurnRow.number)
    )  # fmt: skip


def _reply(row: Any, shared: bool) -> HeardReply:
    acts = tuple((a["act"], float(a["confidence"])) for a in row["acts"] or ())
    same = {name: row[name] for name in _SAME}
    return HeardReply.model_validate({
        **same, "on": row["on_day"], "acts": acts, "unsure": bool(row["unsure"]), "asked_back": bool(row["unclear"]),
        "shared": shared,
    })  # fmt: skip


def _scored(
    row: ScorecardRow, title: dict[str, str], closed_at: Any, rubric_hash: str | None, gates: list[Any] | None
) -> ScoredCall:
    return ScoredCall.model_validate({
        "attempt_id": row.attempt_id, "title": title, "closed_at": closed_at, "rubric_hash": rubric_hash or "",
        "gates": gates or (),
        "levels": {m.criterion: m.effective_level for m in row.marks},
        "machine": {m.criterion: m.level for m in row.marks},
        "total": row.effective_total, "result": row.effective_result or row.result, "result_by_machine": row.result,
    })  # fmt: skip


def _level(turn: Any, name: str) -> ColumnElement[int]:
    level: ColumnElement[int] = turn.state[name].as_integer()
    return level


def _moves(scenario_id: str) -> Subquery:
    """What each reply of the scenario's calls did to trust and anger, with the phase in which it was said."""
    came_before = and_(_BEFORE.attempt_id == TurnRow.attempt_id, _BEFORE.number == TurnRow.number - 1)
    return (
        select(
            TurnRow.attempt_id, TurnRow.number, TurnRow.text, _BEFORE.words.label("before"),
            _BEFORE.state["phase"].as_string().label("phase"),
            (_level(TurnRow, "trust") - _level(_BEFORE, "trust")).label("trust"),
            (_level(TurnRow, "anger") - _level(_BEFORE, "anger")).label("anger"),
        )
        .join(AttemptRow, AttemptRow.id == TurnRow.attempt_id)
        .join(_BEFORE, came_before)
        .where(_ASSESSED, AttemptRow.scenario_id == scenario_id, TurnRow.text != "")
        .subquery()
    )  # fmt: skip

"""Scorecards in the database: only ever added, never changed; what persons decide stands in columns beside them."""

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import ScalarSelect, Select, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from scoring.criterion import Gate
from scoring.scorecard import Scorecard
from simulator.kept import KeptScorecard, Mark, Met, Scored
from simulator.store.gate_table import CardGateRow
from simulator.store.played_scenarios import of_played
from simulator.store.played_tables import PlayedScenarioRow
from simulator.store.sessions import Sessions
from simulator.store.set_apart import keep_gates
from simulator.store.tables import AttemptRow, MarkRow, ScorecardRow

_KIND = tuple(
    of_played(column).label(column.key)
    for column in (PlayedScenarioRow.archetype, PlayedScenarioRow.willing, PlayedScenarioRow.able)
)
"""What kind of debtor it was, by the scenario that the attempt was played with."""
_CARD = (
    ScorecardRow.id, ScorecardRow.attempt_id, ScorecardRow.rubric, ScorecardRow.rubric_version,
    ScorecardRow.effective_total.label("total"), ScorecardRow.created_at.label("scored_at"), AttemptRow.scenario_id,
    AttemptRow.mode, AttemptRow.difficulty,
)  # fmt: skip
_MARK = (
    MarkRow.scorecard_id, MarkRow.criterion, MarkRow.effective_level, MarkRow.effective_score, MarkRow.level,
)  # fmt: skip
"""Columns alone: as objects, the rows and marks of somebody's year would be looked at one by one."""
_NEWEST = (ScorecardRow.created_at.desc(), ScorecardRow.id)


class Scorecards:
    """The judgements of the calls."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def latest(self, attempt_id: str) -> Scorecard | None:
        """The newest scorecard of the attempt as it is in force; ``None`` where it was not scored."""
        with self._sessions.reading() as session:
            newest = select(ScorecardRow).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
            row = session.scalar(newest)
            return None if row is None else _kept(session, row).in_force

    def all(self, attempt_id: str) -> tuple[KeptScorecard, ...]:
        """Every scorecard of the attempt, the newest first."""
        question = select(ScorecardRow).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST)
        with self._sessions.reading() as session:
            return tuple(_kept(session, row) for row in session.scalars(question))

    def hold(self, attempt_id: str) -> KeptScorecard | None:
        """The current scorecard, to be decided about: whoever else would waits until this transaction is over."""
        current = (ScorecardRow.attempt_id == attempt_id) & ScorecardRow.current
        with self._sessions.writing() as session:
            row = session.scalar(select(ScorecardRow).where(current).with_for_update())
            return None if row is None else _kept(session, row)

    def add(
        self, attempt_id: str, scorecard: Scorecard, at: datetime.datetime, in_force: Scorecard | None = None
    ) -> str:
        """Put a later judgement beside those that stand, with what is in force of it where persons have decided; its
        id. ``Conflict`` where there is no such attempt.
        """
        with self._sessions.writing() as session:
            return keep_scorecard(session, attempt_id, scorecard, at, in_force)

    def decide(self, card_id: str, in_force: Scorecard) -> None:
        """From now on this is in force of a scorecard; what the program said stays beside it."""
        with self._sessions.writing() as session:
            row = session.get_one(ScorecardRow, card_id)
            put_in_force(session, row, in_force)

    def of(self, owner_id: str) -> tuple[Scored, ...]:
        """Every scorecard's figures of a person's attempts, oldest first; calls tried differently are no attempts."""
        mine = (AttemptRow.owner_id == owner_id) & AttemptRow.forked_from.is_(None)
        cards = select(*_CARD, *_KIND).join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id).where(mine)
        marks = (
            select(*_MARK)
            .join(ScorecardRow, ScorecardRow.id == MarkRow.scorecard_id)
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .where(mine)
            .order_by(MarkRow.scorecard_id, MarkRow.place)
        )
        with self._sessions.reading() as session:
            levels: dict[str, list[Mark]] = {}
            for row in session.execute(marks):
                levels.setdefault(row[0], []).append(_mark(row[1], row[2], row[3], row[4]))
            found = session.execute(cards.order_by(ScorecardRow.created_at, ScorecardRow.id))
            return tuple(_scored(card, levels.get(card.id, [])) for card in found)

    def met_in(self, owner_id: str) -> tuple[Met, ...]:
        """What was looked for in the calls of a person, by the newest scorecard of each; calls tried differently apart.

        Each indicator once a call: met where it was met at least once.
        """
        question = (
            select(ScorecardRow.attempt_id, ScorecardRow.content["judgements"])
            .join(AttemptRow, AttemptRow.id == ScorecardRow.attempt_id)
            .where(AttemptRow.owner_id == owner_id, AttemptRow.forked_from.is_(None))
            .order_by(ScorecardRow.created_at, ScorecardRow.id)
        )
        with self._sessions.reading() as session:
            newest = {row[0]: row[1] for row in session.execute(question)}  # the later scorecard comes last
        return tuple(one for attempt_id, judgements in newest.items() for one in _met(attempt_id, judgements))


def _met(attempt_id: str, judgements: Sequence[Any]) -> tuple[Met, ...]:
    met: dict[tuple[str, str], bool] = {}
    for finding in (f for judgement in judgements for f in judgement["findings"]):
        key = (finding["criterion"], finding["indicator"].partition(":")[0])
        met[key] = met.get(key, False) or finding["met"]
    return tuple(Met(attempt_id=attempt_id, criterion=c, indicator=i, met=was) for (c, i), was in met.items())


def latest_total(attempt_id: InstrumentedAttribute[str]) -> ScalarSelect[float | None]:
    """The newest total in force of an attempt, as a part of a larger question."""
    newest = (
        select(ScorecardRow.effective_total).where(ScorecardRow.attempt_id == attempt_id).order_by(*_NEWEST).limit(1)
    )
    return newest.scalar_subquery()


def keep_scorecard(
    session: Session, attempt_id: str, scorecard: Scorecard, at: datetime.datetime, in_force: Scorecard | None = None
) -> str:
    """Add it as the current one of its attempt, in the caller's transaction; its id."""
    stood = (ScorecardRow.attempt_id == attempt_id) & ScorecardRow.current
    session.execute(update(ScorecardRow).where(stood).values(current=False))
    row = _row(attempt_id, scorecard, at)
    session.add(row)
    session.flush()  # the gates name it, and are kept only after it
    keep_gates(session, row.id, scorecard)
    if in_force is not None and in_force != scorecard:
        session.flush()
        put_in_force(session, row, in_force)
    return row.id


def put_in_force(session: Session, row: ScorecardRow, card: Scorecard) -> None:
    """Write what is in force of a scorecard, in the caller's transaction."""
    row.effective_total, row.effective_result = card.total, card.result
    for mark in row.marks:
        judged = card.judgement(mark.criterion)
        mark.effective_level, mark.effective_score = judged.level, judged.score
    known = {gate.gate: gate for gate in session.scalars(_gates_of(row.id))}
    standing = {gate.id: gate.status for gate in card.gates}
    for name, gate in known.items():
        gate.effective = standing.get(name, NO_BREACH)
    added = [name for name in standing if name not in known]
    session.add_all(
        CardGateRow(scorecard_id=row.id, gate=name, place=len(known) + n, status="", effective=standing[name])
        for n, name in enumerate(added)
    )


NO_BREACH = "no_breach"
"""What a person decided about a gate that does not stand."""


def _gates_of(card_id: str) -> Select[CardGateRow]:
    return select(CardGateRow).where(CardGateRow.scorecard_id == card_id).order_by(CardGateRow.place)


def _kept(session: Session, row: ScorecardRow) -> KeptScorecard:
    card = Scorecard.model_validate(row.content)
    return KeptScorecard(id=row.id, scored_at=row.created_at, scorecard=card, in_force=_in_force(session, row, card))


def _in_force(session: Session, row: ScorecardRow, card: Scorecard) -> Scorecard:
    """The program's scorecard with the levels, gates, total and result that are in force."""
    marks = {mark.criterion: mark for mark in row.marks}
    gates = tuple(session.scalars(_gates_of(row.id)))
    if not any(_changed(mark) for mark in row.marks) and all(gate.status == gate.effective for gate in gates):
        return card
    judgements = tuple(
        judged.model_copy(update=_decided(marks[judged.criterion])) if _changed(marks[judged.criterion]) else judged
        for judged in card.judgements
    )
    seen = {gate.id: gate for gate in card.gates}
    standing = tuple(
        seen[gate.gate].model_copy(update={"status": gate.effective}) if gate.gate in seen
        else Gate(id=gate.gate, status="breach", evidence=None, reason="")
        for gate in gates if gate.effective != NO_BREACH
    )  # fmt: skip
    return card.model_copy(update={
        "judgements": judgements, "gates": standing, "total": row.effective_total, "result": row.effective_result,
        "not_assessed": tuple(j.criterion for j in judgements if j.level is None),
    })  # fmt: skip


def _changed(mark: MarkRow) -> bool:
    """Whether a person put another level in the place of the program's."""
    return mark.effective_level != mark.level


def _decided(mark: MarkRow) -> dict[str, Any]:
    return {"level": mark.effective_level, "score": mark.effective_score, "capped_by": None, "why_not": None}


def _row(attempt_id: str, scorecard: Scorecard, at: datetime.datetime) -> ScorecardRow:
    """The row of a new scorecard, with its marks; until a review, the machine's levels are in force."""
    marks = [
        MarkRow(
            place=place, criterion=one.criterion, level=one.level, score=one.score,
            effective_level=one.level, effective_score=one.score,
        )
        for place, one in enumerate(scorecard.judgements)
    ]  # fmt: skip
    return ScorecardRow(
        id=str(uuid4()),
        attempt_id=attempt_id,
        content=scorecard.model_dump(mode="json"),
        created_at=at,
        marks=marks,
        current=True,
        effective_total=scorecard.total,
        effective_result=scorecard.result,
        **scorecard.model_dump(include={"rubric", "rubric_version", "reader", "total", "result"}),
    )


def _scored(row: Any, marks: Sequence[Mark]) -> Scored:
    figures = {name: value for name, value in row._mapping.items() if name != "id"}
    return Scored.model_validate({**figures, "archetype": row.archetype or "", "marks": tuple(marks)})


def _mark(criterion: str, level: int | None, score: float | None, machine: int | None) -> Mark:
    return Mark(criterion=criterion, level=level, score=score, machine=machine, by_person=level != machine)

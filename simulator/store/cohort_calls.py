"""Assessed calls of many people, read page by page so that any number will do."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, load_only, selectinload

from scoring.scorecard import Scorecard
from simulator.exports.cohort_call import CohortCall, ExportedLevel, Said
from simulator.figures import Figures
from simulator.store.figures import figures_of
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, ScorecardRow, TurnRow

AT_A_TIME = 200
_OF_THE_CALL = ("title", "difficulty", "country", "language", "seed", "contact", "disposition", "scenario_version",
                "closed_at", "follow_up")  # fmt: skip
_READ = (*_OF_THE_CALL, "id", "owner_id", "scenario_id", "on_day", "talk_began_at", "talk_ended_at", "hints")
_OF_THE_CARD = ("rubric", "rubric_version", "rubric_hash", "reader", "versions", "gates", "note_checks")
_IN_FORCE = ("total", "effective_total", "result", "effective_result", "reviewed", "scored_at")
_Pair = tuple[AttemptRow, ScorecardRow]


class CohortCalls:
    """Assessed calls that are over, each with its current scorecard."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def of(self, trainees: Iterable[str]) -> Iterator[CohortCall]:
        """The calls of these people, the first finished first; ``trainee`` is the id of the profile."""
        found = self._ids(trainees)
        for first in range(0, len(found), AT_A_TIME):
            with self._sessions.reading() as session:
                pairs = _page(session, found[first : first + AT_A_TIME])
                said = _talks(session, [attempt.id for attempt, _ in pairs])
                calls = [_call(attempt, card, said.get(attempt.id, [])) for attempt, card in pairs]
                session.expunge_all()
            yield from calls

    def count(self, trainees: Iterable[str]) -> int:
        """How many calls these people have."""
        return len(self._ids(trainees))

    def _ids(self, trainees: Iterable[str]) -> list[str]:
        """The scorecards of the calls in their order, off indexes alone: each row is then read once, some at a time."""
        current = and_(ScorecardRow.attempt_id == AttemptRow.id, ScorecardRow.current.is_not(False))
        question = (
            select(ScorecardRow.id)
            .select_from(AttemptRow)
            .join(ScorecardRow, current)
            .where(AttemptRow.owner_id.in_(sorted(trainees)), AttemptRow.mode == "assessed")
            .where(AttemptRow.closed_at.is_not(None), AttemptRow.forked_from.is_(None))
            .order_by(AttemptRow.closed_at, AttemptRow.id)
        )
        with self._sessions.reading() as session:
            return list(session.scalars(question))


def _page(session: Session, cards: Sequence[str]) -> list[_Pair]:
    question = (
        select(AttemptRow, ScorecardRow)
        .join(ScorecardRow, ScorecardRow.attempt_id == AttemptRow.id)
        .options(load_only(*(getattr(AttemptRow, name) for name in _READ)), selectinload(ScorecardRow.marks))
        .where(ScorecardRow.id.in_(cards))
    )
    found = {card.id: (attempt, card) for attempt, card in session.execute(question)}
    return [found[card] for card in cards if card in found]


def _talks(session: Session, attempts: Sequence[str]) -> dict[str, list[Any]]:
    columns = (TurnRow.attempt_id, TurnRow.text, TurnRow.event, TurnRow.words)
    question = select(*columns).where(TurnRow.attempt_id.in_(attempts)).order_by(TurnRow.attempt_id, TurnRow.number)
    found: dict[str, list[Any]] = {}
    for row in session.execute(question):
        found.setdefault(row.attempt_id, []).append(row)
    return found


def _call(attempt: AttemptRow, row: ScorecardRow, turns: Sequence[Any]) -> CohortCall:
    figures, card = figures_of(row), Scorecard.model_validate(row.content)
    return CohortCall.model_validate({
        "attempt": attempt.id, "trainee": attempt.owner_id, "scenario": attempt.scenario_id, "day": attempt.on_day,
        "began_at": attempt.talk_began_at, "ended_at": attempt.talk_ended_at, "hints": len(attempt.hints),
        **{name: getattr(attempt, name) for name in _OF_THE_CALL},
        **{name: getattr(card, name) for name in _OF_THE_CARD},
        **{name: getattr(figures, name) for name in _IN_FORCE},
        "levels": tuple(_levels(card, figures)),
        "findings": tuple(finding for judgement in card.judgements for finding in judgement.findings),
        "talk": tuple(_said(turns)),
    })  # fmt: skip


def _levels(card: Scorecard, figures: Figures) -> Iterator[ExportedLevel]:
    why_not = {judgement.criterion: judgement.why_not or "" for judgement in card.judgements}
    for level in figures.levels:
        yield ExportedLevel(**level.model_dump(), why_not=why_not.get(level.criterion, ""))


def _said(turns: Sequence[Any]) -> Iterator[Said]:
    """What was said, in lines numbered from 1 as findings number them; what was only done has no number."""
    line = 0
    for turn in turns:
        for who, text in (("agent", turn.text.strip()), ("debtor", turn.words.strip())):
            event = turn.event if who == "agent" else ""
            line += bool(text)
            if text or event:
                yield Said.model_validate({"line": line if text else None, "who": who, "text": text, "event": event})

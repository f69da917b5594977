"""Scores as plain objects: one shape for a file of turns, calls or notes and for a call that was just played."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from scoring.criterion import Judgement
from scoring.levels.model import version
from scoring.rated import CRITERIA, Rated, read_rated
from scoring.reading.reader import reader_version
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from scoring.scoring import score, score_turn
from scoring.versions import versions


def score_file(path: Path, rubric: Rubric, on: date) -> Iterator[dict[str, Any]]:
    """``{id, unit, …}`` and what ``as_scores`` gives, an item; ``RatedError`` for a malformed file.

    A turn alone has no total: it is no call.
    """
    for item in read_rated(path, on, needs_ratings=False):
        yield {"id": item.id, "unit": item.unit, **as_scores(scorecard(item, rubric))}


def scorecard(item: Rated, rubric: Rubric) -> Scorecard:
    """The scorecard of an item, with the criteria that its kind shows; those that the rubric leaves out are not in it.

    A turn shows calm, empathy and clarity and has no total; a note shows the follow-up alone.
    """
    if item.unit == "turn":
        return _of_turn(item, rubric)
    card = score(item.call, rubric)
    if item.unit == "call":
        return card
    shown = tuple(j for j in card.judgements if j.criterion in CRITERIA[item.unit])
    missing = tuple(c for c in card.not_assessed if c in CRITERIA[item.unit])
    return card.model_copy(update={"judgements": shown, "not_assessed": missing})


def as_scores(card: Scorecard) -> dict[str, Any]:
    """The exchange format of a scorecard: ``{rubric, rubric_hash, reader, versions, criteria, gates, note_checks,
    total, not_assessed, result, coaching}``, with the criteria by id.
    """
    return {
        "rubric": f"{card.rubric} {card.rubric_version}",
        "rubric_hash": card.rubric_hash,
        "reader": card.reader,
        "versions": card.versions,
        "criteria": {j.criterion: _judgement(j) for j in card.judgements},
        "gates": [g.model_dump(mode="json") for g in card.gates],
        "note_checks": [c.model_dump(mode="json") for c in card.note_checks],
        "total": card.total,
        "not_assessed": list(card.not_assessed),
        "result": card.result,
        "coaching": card.coaching.model_dump(mode="json") if card.coaching else None,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    plain = judgement.model_dump(mode="json", exclude={"criterion"})
    return {"level": plain.pop("level"), "score": plain.pop("score"), **plain}


def _of_turn(item: Rated, rubric: Rubric) -> Scorecard:
    debtor, agent = (t.text for t in item.call.transcript.turns)
    call = item.call
    judged = score_turn(agent, debtor, call.language, call.country, call.on, call.situation, rubric)
    shown = tuple(j for name, j in judged.items() if rubric.of(name))
    return Scorecard(
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_hash=rubric.content_hash,
        versions=versions(call.language),
        reader=f"{reader_version()} levels-{call.language}-{version(call.language)}",
        judgements=shown,
        not_assessed=tuple(j.criterion for j in shown if j.level is None),
    )

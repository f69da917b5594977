"""Scores of a file: turns, calls or notes in, one plain object each out, in the same order."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from scoring.criterion import Judgement
from scoring.levels.model import version
from scoring.rated import CRITERIA, Rated, read_rated
from scoring.reading.reader import reader_version
from scoring.rubric import Rubric
from scoring.scoring import score, score_turn


def score_file(path: Path, rubric: Rubric, on: date) -> Iterator[dict[str, Any]]:
    """``{id, unit, rubric, reader, criteria, gates, total}`` an item; ``RatedError`` for a malformed file.

    A turn alone has no total: it is no call.
    """
    for item in read_rated(path, on, needs_ratings=False):
        yield _scored(item, rubric)


def _scored(item: Rated, rubric: Rubric) -> dict[str, Any]:
    if item.unit == "turn":
        debtor, agent = (t.text for t in item.call.transcript.turns)
        call = item.call
        judged = tuple(score_turn(agent, debtor, call.language, call.country, call.on, call.situation).values())
        return _row(item, rubric, f"{reader_version()} levels-{call.language}-{version(call.language)}", judged)
    card = score(item.call, rubric)
    judged = tuple(j for j in card.judgements if j.criterion in CRITERIA[item.unit])
    gates = [g.model_dump(mode="json") for g in card.gates]
    return _row(item, rubric, card.reader, judged) | {"gates": gates, "total": card.total}


def _row(item: Rated, rubric: Rubric, reader: str, judged: Sequence[Judgement]) -> dict[str, Any]:
    return {
        "id": item.id,
        "unit": item.unit,
        "rubric": f"{rubric.id} {rubric.version}",
        "reader": reader,
        "criteria": {
            j.criterion: {
                "level": j.level, "score": j.score,
                "findings": [f.model_dump(mode="json") for f in j.findings],
            }
            for j in judged
        },
        "gates": [],
        "total": None,
    }  # fmt: skip

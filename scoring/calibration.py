"""Agreement with raters: rated files in, one row per file, unit, language and criterion out.

Spearman is on the fine score; kappa, exact and within one are on the level, against the mean rating rounded half up.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import numpy as np
from pydantic import Field

from scenarios.values import Frozen, Language
from scoring import agreement
from scoring.baselines import baselines
from scoring.criterion import Finding, Judgement, Term
from scoring.rated import CRITERIA, RATED_ON, Rated, RatedError, read_rated
from scoring.rubrics import load_rubric
from scoring.scores import scorecard
from scoring.scoring import level_of

Figure = float | None
WORST = 8
"""Disagreements kept for reading, of each row."""


class Point(Frozen):
    """One item on the scatter: its mean rating, its fine score and its level."""

    rated: float
    score: float
    level: int


class Disagreement(Frozen):
    """One item on which score and raters differ: what was said, what each rater gave, how the score came about."""

    id: str
    heard: str
    said: str
    marks: tuple[float, ...]
    score: float
    level: int
    terms: tuple[Term, ...] = ()
    findings: tuple[Finding, ...] = ()
    capped_by: str | None = None

    @property
    def apart(self) -> float:
        """By how many levels the score lies over the raters' mean."""
        return self.score - sum(self.marks) / len(self.marks)


class Row(Frozen):
    """One criterion of one file. A figure is ``None`` where it is not defined.

    ``low`` and ``high`` bound Spearman's correlation (95 %, bootstrap); ``length``, ``vader`` and ``words`` are the
    Spearman of the baselines with the same ratings.
    """

    file: str
    unit: Literal["turn", "call", "note"]
    language: Language
    criterion: str
    n: int = Field(ge=0)
    assessed: int = Field(ge=0)
    spearman: Figure
    low: Figure
    high: Figure
    qwk: Figure
    exact: Figure
    within_one: Figure
    spearman_given_length: Figure
    length: Figure
    vader: Figure
    words: Figure
    points: tuple[Point, ...] = ()
    worst: tuple[Disagreement, ...] = ()

    def figures(self) -> dict[str, Any]:
        """The row without what is there to be seen and read."""
        return self.model_dump(mode="json", exclude={"points", "worst"})


def calibrate(files: Iterable[Path | str], on: date = RATED_ON) -> list[dict[str, Any]]:
    """The rows' figures as plain values. ``RatedError`` for a malformed file."""
    return [row.figures() for row in rows_of(files, on)]


def rows_of(files: Iterable[Path | str], on: date = RATED_ON, worst: int = WORST) -> list[Row]:
    """The rows, with their points and the ``worst`` disagreements of each. ``RatedError`` for a malformed file."""
    rows = []
    for file in files:
        items = read_rated(Path(file), on)
        judged = [(item, judge(item)) for item in items]
        for language in sorted({i.language for i in items}):
            of_language = [pair for pair in judged if pair[0].language == language]
            rows += [_row(str(file), c, of_language, worst) for c in CRITERIA[items[0].unit]]
    return [row for row in rows if row.n]


def judge(item: Rated) -> dict[str, Judgement]:
    """What the score says of a rated item, by criterion."""
    judged = scorecard(item, load_rubric()).judgements
    return {j.criterion: j for j in judged if j.criterion in CRITERIA[item.unit]}


def _row(file: str, criterion: str, judged: list[tuple[Rated, dict[str, Judgement]]], worst: int) -> Row:
    rated = [(i, j[criterion]) for i, j in judged if criterion in i.ratings]
    assessed = [(i, j) for i, j in rated if j.score is not None]
    read = sorted((_disagreement(i, j, criterion) for i, j in assessed), key=lambda d: (-abs(d.apart), d.id))
    points = tuple(Point(rated=round(i.ratings[criterion], 3), score=j.score, level=j.level) for i, j in assessed)
    return Row.model_validate({
        "file": file, "unit": judged[0][0].unit, "language": judged[0][0].language, "criterion": criterion,
        "n": len(rated), "assessed": len(assessed), **_figures([i for i, _ in assessed], points, criterion),
        "points": points, "worst": tuple(d for d in read[:worst] if d.apart),
    })  # fmt: skip


def _figures(items: Sequence[Rated], points: Sequence[Point], criterion: str) -> dict[str, Figure]:
    scores, ratings = (np.array([getattr(p, name) for p in points], dtype=float) for name in ("score", "rated"))
    levels = np.array([p.level for p in points], dtype=float)
    meant = np.array([level_of(r) for r in ratings], dtype=float)
    plain = baselines(items, criterion)
    low, high = agreement.interval(scores, ratings) or (None, None)
    length = plain["length"]
    assert length is not None
    found = {
        "spearman": agreement.spearman(scores, ratings),
        "low": low,
        "high": high,
        "qwk": agreement.weighted_kappa(levels, meant),
        "exact": agreement.exact(levels, meant),
        "within_one": agreement.within_one(levels, meant),
        "spearman_given_length": agreement.spearman_given(scores, ratings, length),
        **{name: None if one is None else agreement.spearman(one, ratings) for name, one in plain.items()},
    }
    return {name: None if value is None else round(value, 4) for name, value in found.items()}


def _disagreement(item: Rated, judged: Judgement, criterion: str) -> Disagreement:
    assert judged.score is not None
    assert judged.level is not None
    return Disagreement(
        id=item.id, heard=_heard(item), said=_said(item), marks=item.marks[criterion],
        score=judged.score, level=judged.level,
        terms=judged.terms, findings=judged.findings, capped_by=judged.capped_by,
    )  # fmt: skip


def _heard(item: Rated) -> str:
    """What a reply answers, and what was agreed where a note is judged."""
    if item.unit == "turn":
        return item.call.transcript.turns[0].text
    agreed = item.call.outcome
    if item.unit == "call" or agreed is None:
        return ""
    payments = [f"{p.amount or '?'} {p.date or ''}".strip() for p in agreed.instalments]
    parts = (str(agreed.type), ", ".join(payments), agreed.method, agreed.reason, agreed.next_action, agreed.next_date)
    return " · ".join(str(part) for part in parts if part)


def _said(item: Rated) -> str:
    """What is judged; of a call, all that was said, the agent's turns behind a dash, and the note."""
    if item.unit != "call":
        return item.judged[0]
    lines = [f"{'–' if t.who == 'agent' else '·'} {t.text}" for t in item.call.transcript.turns]
    note = item.call.follow_up.note if item.call.follow_up else ""
    return "\n".join([*lines, f"[{note}]"] if note else lines)


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m scoring.calibration FILE...``: the rows as JSON; 1 and a message where a file is malformed."""
    parser = argparse.ArgumentParser(description="Agreement of the score with rated files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--on", type=date.fromisoformat, default=RATED_ON, help="the day of the contacts")
    arguments = parser.parse_args(argv)
    try:
        rows = calibrate(arguments.files, arguments.on)
    except RatedError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

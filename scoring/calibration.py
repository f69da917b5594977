"""Agreement with raters: rated files in, one row per file, unit, language and criterion out.

Spearman is on the fine score; kappa, exact and within one are on the level, against the mean rating rounded half up.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from scoring import agreement
from scoring.criterion import Judgement
from scoring.rated import CRITERIA, RATED_ON, Rated, RatedError, read_rated
from scoring.rubrics import load_rubric
from scoring.scoring import level_of, score, score_turn


def calibrate(files: Iterable[Path | str], on: date = RATED_ON) -> list[dict[str, Any]]:
    """Rows ``{file, unit, language, criterion, n, assessed, spearman, qwk, exact, within_one, low, high,
    spearman_given_length}``; a figure is ``None`` where it is not defined. ``RatedError`` for a malformed file.
    """
    rows = []
    for file in files:
        items = read_rated(Path(file), on)
        judged = [(item, judge(item)) for item in items]
        for language in sorted({i.language for i in items}):
            of_language = [pair for pair in judged if pair[0].language == language]
            rows += [_row(str(file), language, c, of_language) for c in CRITERIA[items[0].unit]]
    return [row for row in rows if row["n"]]


def judge(item: Rated) -> dict[str, Judgement]:
    """What the score says of a rated item, by criterion."""
    call = item.call
    if item.unit == "turn":
        debtor, agent = (t.text for t in call.transcript.turns)
        return score_turn(agent, debtor, call.language, call.country, call.on, call.situation)
    card = score(call, load_rubric())
    return {j.criterion: j for j in card.judgements if j.criterion in CRITERIA[item.unit]}


def _row(file: str, language: str, criterion: str, judged: list[tuple[Rated, dict[str, Judgement]]]) -> dict[str, Any]:
    rated = [(i, j[criterion]) for i, j in judged if criterion in i.ratings]
    assessed = [(i, j) for i, j in rated if j.score is not None]
    scores = np.array([j.score for _, j in assessed], dtype=float)
    levels = np.array([j.level for _, j in assessed], dtype=float)
    ratings = np.array([i.ratings[criterion] for i, _ in assessed], dtype=float)
    meant = np.array([level_of(r) for r in ratings], dtype=float)
    lengths = np.array([i.length for i, _ in assessed], dtype=float)
    low, high = agreement.interval(scores, ratings) or (None, None)
    figures = {
        "spearman": agreement.spearman(scores, ratings),
        "qwk": agreement.weighted_kappa(levels, meant),
        "exact": agreement.exact(levels, meant),
        "within_one": agreement.within_one(levels, meant),
        "low": low,
        "high": high,
        "spearman_given_length": agreement.spearman_given(scores, ratings, lengths),
    }
    return {
        "file": file,
        "unit": judged[0][0].unit,
        "language": language,
        "criterion": criterion,
        "n": len(rated),
        "assessed": len(assessed),
        **{k: None if v is None else round(v, 4) for k, v in figures.items()},
    }


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

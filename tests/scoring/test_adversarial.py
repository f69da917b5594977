import json
from datetime import date
from pathlib import Path

import pytest

from scoring.scoring import score_turn

LINES = [
    (path.stem, json.loads(line))
    for path in sorted((Path(__file__).parents[1] / "data" / "adversarial").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "line"), LINES, ids=lambda v: v if isinstance(v, str) else v["why"])
def test_nothing_gains_what_a_rater_would_not_give(language, line):
    country = "MX" if language == "es" else "US"
    judged = score_turn(line["agent"], line["debtor"], language, country, date(2026, 11, 23))[line["criterion"]]
    assert line.get("at_least", 0) <= judged.level <= line.get("at_most", 4), judged

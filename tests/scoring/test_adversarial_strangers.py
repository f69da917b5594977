"""Replies that strangers wrote to fool the score, with the levels that a careful rater could give.

Their writers (language models, a single rater's ranges) had not seen the program. The bounds are what it reaches, so
that it does not go back; docs/scoring.md says which kinds still get the better of it.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from scoring.scoring import score_turn

LINES = Path(__file__).parents[1] / "data" / "adversarial" / "strangers"


def misjudged(language: str) -> tuple[int, int, int]:
    """How many levels were judged, how many outside the range, how many by two levels or more."""
    judged = outside = far = 0
    for text in (LINES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        found = score_turn(line["agent"], line["debtor"], language, line["country"], date(2026, 11, 23))
        for criterion, (least, most) in line["expect"].items():
            level = found[criterion].level
            if level is None:
                continue
            judged += 1
            outside += not least <= level <= most
            far += not least - 1 <= level <= most + 1
    return judged, outside, far


@pytest.mark.parametrize("language", ["es", "en"])
def test_most_levels_are_what_a_rater_could_give_and_few_are_far_off(language: str) -> None:
    judged, outside, far = misjudged(language)
    assert judged > 500
    assert outside <= 0.35 * judged
    assert far <= 0.1 * judged

"""Replies as trainees type them in the four first scenarios: what they do is found. Written for this test only.

A line: the debtor's words | the reply | acts it plainly performs (what else is found is not judged here).
"""

from pathlib import Path

import pytest

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

FOLDER = Path(__file__).parents[2] / "data" / "probes"
COUNTRY = {"es": "MX", "en": "US"}


def probes(language: str) -> list[tuple[str, str, set[DialogueAct]]]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    parts = [[p.strip() for p in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [(before, reply, {DialogueAct(a) for a in acts.split()}) for before, reply, acts in parts]


def found(language: str, before: str, reply: str) -> set[DialogueAct]:
    context = ReadingContext(language=language, country=COUNTRY[language], before=before)
    return {a.act for a in read(reply, context).acts}


@pytest.mark.parametrize("language", ["es", "en"])
def test_there_are_sixty_replies(language: str) -> None:
    assert len(probes(language)) >= 60


@pytest.mark.parametrize("language", ["es", "en"])
def test_four_in_five_of_the_acts_are_found(language: str) -> None:
    missed = [(reply, acts - found(language, before, reply)) for before, reply, acts in probes(language)]
    wanted = sum(len(acts) for _, _, acts in probes(language))
    assert sum(len(acts) for _, acts in missed) <= 0.2 * wanted, [m for m in missed if m[1]]


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_costly_act_among_them_is_found_and_hardly_any_other(language: str) -> None:
    seen = [(acts & COSTLY, found(language, before, reply) & COSTLY) for before, reply, acts in probes(language)]
    assert all(wanted <= got for wanted, got in seen if wanted)
    assert sum(bool(got) for wanted, got in seen if not wanted) <= 2

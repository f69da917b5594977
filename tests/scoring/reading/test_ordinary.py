"""Ordinary, courteous replies accuse nobody, whatever the debtor said before. Their writer is in no corpus."""

from pathlib import Path

import pytest

from scenarios.acts import COSTLY
from scoring.reading.reader import read
from scoring.reading.thresholds import CERTAIN
from scoring.reading.values import Act, ReadingContext

LINES = Path(__file__).parents[2] / "data" / "ordinary"
BEFORE = {"es": "Ya le dije que ahorita no tengo dinero.", "en": "I already told you I don't have the money."}


def accused(language: str, country: str, before: str) -> dict[str, list[Act]]:
    lines = (LINES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    context = ReadingContext(language=language, country=country, before=before)
    found = {line: [a for a in read(line, context).acts if a.act in COSTLY] for line in lines}
    return {line: acts for line, acts in found.items() if acts}


@pytest.mark.parametrize(("language", "country"), [("es", "MX"), ("en", "US")])
@pytest.mark.parametrize("after", ["nothing", "a refusal"])
def test_at_most_one_ordinary_reply_in_thirty_is_suspected(language: str, country: str, after: str) -> None:
    found = accused(language, country, BEFORE[language] if after == "a refusal" else "")
    lines = len((LINES / f"{language}.txt").read_text(encoding="utf-8").splitlines())
    assert len(found) <= lines / 30, found


@pytest.mark.parametrize(("language", "country"), [("es", "MX"), ("en", "US")])
def test_no_ordinary_reply_is_accused_for_certain(language: str, country: str) -> None:
    found = accused(language, country, BEFORE[language])
    assert not [a for acts in found.values() for a in acts if a.confidence >= CERTAIN[a.act]]

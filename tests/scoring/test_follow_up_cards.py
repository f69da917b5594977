import re
from datetime import date
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.criteria.card import CARDS, Example, read_card
from scoring.criterion import Finding
from scoring.followup.findings import entries
from scoring.followup.judgement import judge_follow_up
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, Outcome

FILES = sorted((CARDS / "documented_follow_up").glob("*.md"))
FIELDS = {
    "disposition", "amounts", "payments", "dates", "method", "reason", "next_action", "next_date", "owner",
    "contingency", "confirmation", "evidence", "hold", "neutral_wording",
}  # fmt: skip


def agreed(line: str) -> Outcome:
    """What the card says was agreed: a disposition, then amounts on days, the method, the reason, the next step."""
    kind, *parts = (p.strip() for p in line.split(";"))
    paid = [m for p in parts if (m := re.fullmatch(r"(\d+) (?:el|on) ([\d-]+)", p))]
    told = {p.split(":")[0]: p.split(":")[1].strip() for p in parts if ":" in p}
    following = told.get("siguiente") or told["next"]
    return Outcome(
        type=Disposition(kind),
        instalments=tuple(AgreedInstalment(amount=Decimal(m[1]), date=date.fromisoformat(m[2])) for m in paid),
        method=next(p.split(" ", 1)[1] for p in parts if p.startswith(("por ", "by "))),
        reason=told.get("motivo") or told["reason"],
        next_action=following.rsplit(" ", 1)[0],
        next_date=date.fromisoformat(following.rsplit(" ", 1)[1]),
    )


def found(example: Example, field: str, language: str) -> list[Finding]:
    call = CallRecord(
        language=language,
        country="MX" if language == "es" else "US",
        on=date(2026, 11, 23),
        outcome=agreed(example.debtor),
        follow_up=FollowUp(note=example.agent),
    )
    return [f for f in judge_follow_up(call)[0].findings if f.indicator == field]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_examples_on_a_card_of_the_note_are_checked_with_the_words_in_bold(path):
    read = read_card(path)
    for example in read.examples:
        seen = found(example, read.id, read.language)
        quotes = [f.evidence.quote for f in seen if f.evidence]
        assert quotes == ([example.evidence] if example.evidence else []), example
        if read.id != "neutral_wording":
            assert [f.met for f in seen] == [example.kind == "met"], example


def test_every_field_has_a_card_and_a_wording_in_both_languages():
    assert {p.name for p in FILES} == {f"{f}.{lang}.md" for f in FIELDS for lang in ("es", "en")}
    for language in ("es", "en"):
        assert set(entries(language)) >= FIELDS

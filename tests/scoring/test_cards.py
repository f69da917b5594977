from datetime import date

import pytest

from scoring.criteria.card import CARDS, CardError, Example, card, read_card
from scoring.criteria.registry import findings, indicators
from scoring.criteria.whole_call import call_indicators
from scoring.criteria.wording import entries
from scoring.criterion import Finding
from scoring.moments import moments
from scoring.transcript import CallRecord, Transcript, Turn

OF_REPLIES = ("calm", "empathy", "clarity")
FILES = [p for p in sorted(CARDS.glob("*/*.md")) if p.parent.name in OF_REPLIES]


def found(example: Example, indicator: str, language: str) -> list[Finding]:
    turns = (Turn(number=1, who="debtor", text=example.debtor), Turn(number=2, who="agent", text=example.agent))
    country = "MX" if language == "es" else "US"
    call = CallRecord(language=language, country=country, on=date(2026, 11, 23), transcript=Transcript(turns=turns))
    moment = moments(call)[0]
    return [f for f in findings(moment.turn, moment.before, moment.call) if f.indicator == indicator]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_examples_on_a_card_are_found_with_exactly_the_words_in_bold(path):
    read = read_card(path)
    assert {e.kind for e in read.examples} == {"met", "missed", "near_miss"}
    assert any(e.evidence for e in read.examples)
    for example in read.examples:
        seen = found(example, read.id, read.language)
        assert [f.evidence.quote for f in seen] == ([example.evidence] if example.evidence else []), example
        assert all(f.met == (example.kind == "met") for f in seen)
        for finding in seen:
            text = example.agent if finding.evidence.turn == 2 else example.debtor
            assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote


def test_every_indicator_has_a_card_in_both_languages_and_every_card_an_indicator():
    wanted = {(i.criterion, f"{i.id}.{lang}") for i in indicators() for lang in ("es", "en")}
    assert {(p.parent.name, p.stem) for p in FILES} == wanted


def test_every_criterion_has_six_to_ten_indicators():
    for criterion in OF_REPLIES:
        assert 6 <= sum(i.criterion == criterion for i in indicators()) <= 10


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_indicator_has_its_wording_and_no_wording_is_left_over(language):
    words = entries(language)
    all_of_them = (*indicators(), *call_indicators())
    assert set(words) == {i.id for i in all_of_them}
    for one in all_of_them:
        assert words[one.id]["criterion"] == one.criterion
        assert words[one.id].get("met") or words[one.id]["missed"]
        assert words[one.id]["better"]


def test_a_missing_card_says_what_to_do():
    with pytest.raises(CardError, match=r"no such card; add one"):
        card("calm", "whistles", "es")


def test_a_card_with_an_unknown_heading_names_the_line(tmp_path):
    path = tmp_path / "x.en.md"
    path.write_text("# Title\nWhat.\n## Wrong\n", encoding="utf-8")
    with pytest.raises(CardError, match=r"x\.en\.md:3: unknown heading"):
        read_card(path)

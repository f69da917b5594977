import re
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import product

import pytest

from scenarios.disposition import Disposition
from scoring.criteria.card import CARDS, Scene, read_card
from scoring.criteria.chosen_contact import in_words
from scoring.criteria.whole_call import ROOMS, WholeCall, call_indicators
from scoring.criterion import Finding
from scoring.moments import moments
from scoring.transcript import AgreedInstalment, CallRecord, Contact, FollowUp, Outcome, Transcript, Turn
from tests.scoring.card_case import ON, card_case

FILES = [path for room in ROOMS for path in sorted((CARDS / room).glob("*.md"))]
PLAN = ("goal", "facts", "verification", "opening_offer", "fallback", "limit", "objection")
LOOKS = {i.id: i.look for i in call_indicators()}


@cache
def contacts_in_words(language: str, country: str) -> dict[str, Contact]:
    """Every contact of the next two weeks by the words that a card has for it."""
    days = [ON + timedelta(days=n) for n in range(14)]
    hours = [time(hour, 30) for hour in range(7, 24)]
    every = product(("debtor", "relative", "employer", "reference"), days, hours, ("call", "whatsapp", "email", "sms"))
    contacts = (Contact(who=who, on=on, at=at, channel=channel) for who, on, at, channel in every)
    return {in_words(contact, language, country): contact for contact in contacts}


def called(scene: Scene, language: str) -> WholeCall:
    told = dict(scene.lines)
    spoken = [(who, words) for who, words in scene.lines if who in ("agent", "debtor")]
    turns = tuple(Turn(number=n, who=who, text=words) for n, (who, words) in enumerate(spoken, 1))
    case = card_case(language).model_copy(update={"channel": told.get("channel", "call")})
    paid = re.findall(r"([\d.]+) (?:el|on) (\d{4}-\d\d-\d\d)", told.get("agreed", ""))
    agreed = tuple(AgreedInstalment(amount=Decimal(a), date=date.fromisoformat(d)) for a, d in paid)
    country = told.get("country", case.country)
    chosen = contacts_in_words(language, country)[told["contact"]] if "contact" in told else None
    record = CallRecord(
        language=case.language, country=country, on=ON, case=case, contact=chosen,
        transcript=Transcript(turns=turns), plan={field: told[field] for field in PLAN if field in told},
        follow_up=FollowUp(note=told["note"]) if "note" in told else None,
        outcome=Outcome(type=Disposition.PLAN, instalments=agreed) if agreed else None,
        balance=case.account.balance, currency=case.account.currency,
    )  # fmt: skip
    return WholeCall(record, moments(record))


def found(scene: Scene, indicator: str, language: str) -> list[Finding]:
    return list(LOOKS[indicator](called(scene, language)))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_calls_on_a_card_are_judged_with_exactly_the_words_in_bold(path):
    card = read_card(path)
    assert {s.kind for s in card.scenes} == {"met", "missed", "near_miss"}
    for scene in card.scenes:
        seen = found(scene, card.id, card.language)
        quotes = [f.evidence.quote for f in seen if f.evidence]
        assert quotes == ([scene.evidence] if scene.evidence else []), scene
        assert all(f.met == (scene.kind == "met") for f in seen), scene
        assert not any("<" in f.reason + f.better for f in seen)
        for finding in seen:
            if finding.evidence:
                words = [
                    w
                    for _, w in scene.lines
                    if w[finding.evidence.start : finding.evidence.end] == finding.evidence.quote
                ]
                assert words, scene


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_a_card_of_a_whole_call_finds_something_somewhere(path):
    card = read_card(path)
    assert any(found(scene, card.id, card.language) for scene in card.scenes)


def test_every_indicator_of_a_whole_call_has_a_card_in_both_languages_and_every_card_an_indicator():
    wanted = {(i.criterion, f"{i.id}.{language}") for i in call_indicators() for language in ("es", "en")}
    assert {(p.parent.name, p.stem) for p in FILES} == wanted


def test_every_criterion_of_whole_calls_has_eight_to_twenty_indicators():
    for room in ROOMS:
        assert 8 <= sum(i.criterion == room for i in call_indicators()) <= 20

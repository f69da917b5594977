"""The cards of the dialogue acts hold: what they show is found where it is bold, what they rule out is not found.

Rule: an act is shown where the reading has it with a span that overlaps the bold words.
"""

from functools import lru_cache
from pathlib import Path

import pytest

from scenarios.acts import DialogueAct
from scoring.cards import Card, load_cards
from scoring.criteria.card import Example
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

FOLDER = Path("scoring/reading/acts")
COUNTRY = {"es": "MX", "en": "US"}


@lru_cache(maxsize=1)
def cards() -> tuple[Card, ...]:
    return load_cards(Path(__file__).parents[3] / FOLDER)


def shows(card: Card, example: Example) -> bool:
    context = ReadingContext(language=card.language, country=COUNTRY[card.language], before=example.debtor)
    found = read(example.agent, context).of(DialogueAct(card.id))
    if example.evidence is None:
        return bool(found)
    start = example.agent.index(example.evidence)
    return any(a.start < start + len(example.evidence) and start < a.end for a in found)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_act_has_a_card_and_every_card_an_act(language: str) -> None:
    assert {c.id for c in cards() if c.language == language} == {a.value for a in DialogueAct}


@pytest.mark.parametrize("card", cards(), ids=lambda c: f"{c.id}.{c.language}")
def test_a_card_has_three_met_two_missed_and_a_near_miss(card: Card) -> None:
    kinds = [e.kind for e in card.examples]
    assert (kinds.count("met"), kinds.count("missed")) == (3, 2)
    assert kinds.count("near_miss") in (1, 2)
    assert all((e.evidence is not None) == (e.kind == "met") for e in card.examples)


@pytest.mark.parametrize("card", cards(), ids=lambda c: f"{c.id}.{c.language}")
def test_a_card_holds(card: Card) -> None:
    wrong = [f"{e.kind}: {e.agent}" for e in card.examples if shows(card, e) != (e.kind == "met")]
    assert not wrong

"""What the model learns from: well-formed, and none of it what it is tested on."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from scenarios.acts import DialogueAct
from scoring import reading
from scoring.cards import load_cards
from scoring.reading.examples import APART_TRUST, NOT_RATED, Example, corpus, rated
from scoring.reading.train import rated_turns

DATA = Path(__file__).parents[2] / "data"
STOCK = 35
"""Characters below which two writers may well say the same."""


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_act_has_lines_of_several_writers(language: str) -> None:
    writers: dict[DialogueAct, set[str]] = {act: set() for act in DialogueAct}
    for example in corpus(language):
        for act in example.acts:
            writers[act].add(example.writer)
    assert min(len(w) for w in writers.values()) >= 2


@pytest.mark.parametrize("language", ["es", "en"])
def test_rated_turns_that_no_third_reader_saw_say_nothing_of_the_acts_they_do_not_carry(language: str) -> None:
    for example in (e for e in (*rated(language), *rated(language, "dev")) if not e.parts):
        assert example.unknown >= NOT_RATED
        assert not example.acts & NOT_RATED


def learned(language: str) -> set[str]:
    return {e.text.strip().lower() for e in (*corpus(language), *rated_turns(language))}


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_strangers_replies_are_in_nothing_that_is_learnt(language: str) -> None:
    strangers = {e.text.strip().lower() for e in rated(language, "strangers")}
    assert all(len(text) < STOCK for text in learned(language) & strangers)


@pytest.mark.parametrize("language", ["es", "en"])
def test_where_the_criteria_go_their_own_ways_a_rating_counts_for_more(language: str) -> None:
    apart, own = list(rated(language, "apart")), list(rated(language, "own"))
    assert _go_together(own) > 0.6
    assert _go_together(apart) < 0.0
    assert {e.trust for e in apart} == {APART_TRUST}
    assert {e.trust for e in own} == {1.0}


def _go_together(turns: list[Example]) -> float:
    """Correlation of empathy and clarity."""
    levels = np.array([e.levels for e in turns])
    return float(np.corrcoef(levels[:, 1], levels[:, 2])[0, 1])


@pytest.mark.parametrize("language", ["es", "en"])
def test_cards_and_probes_never_enter_training(language: str) -> None:
    cards = [c for c in load_cards(Path(reading.__file__).parent / "acts") if c.language == language]
    shown = {e.agent for card in cards for e in card.examples}
    probes = {line.split("|")[1].strip() for line in _lines(f"probes/{language}.txt")}
    long = {text.lower() for text in shown | probes if len(text) > 25}
    assert not learned(language) & long


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_act_has_at_least_120_examples(language: str) -> None:
    seen = Counter(act for e in (*corpus(language), *rated_turns(language)) for act in e.acts)
    assert min(seen[act] for act in DialogueAct) >= 120


@pytest.mark.parametrize("language", ["es", "en"])
def test_lines_that_judge_never_enter_training(language: str) -> None:
    judging = {
        json.loads(line)["text"].strip().lower()
        for path in (DATA / "reading").glob(f"{language}-*/*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    }
    kept_aside = {e.text.strip().lower() for e in rated(language, "dev")}
    shared = {text for text in learned(language) & (judging | kept_aside) if len(text) >= STOCK}
    assert len(shared) <= 1, "one statement that a law words may be the same everywhere"


@pytest.mark.parametrize("language", ["es", "en"])
def test_of_the_ordinary_replies_only_stock_phrases_are_known(language: str) -> None:
    ordinary = {line.strip().lower() for line in _lines(f"ordinary/{language}.txt")}
    assert all(len(text) < STOCK for text in learned(language) & ordinary)


def test_no_line_stands_twice() -> None:
    texts = [example.text for language in ("es", "en") for example in corpus(language)]
    assert len(texts) - len(set(texts)) <= len(texts) * 0.01


def _lines(name: str) -> list[str]:
    return [
        line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]

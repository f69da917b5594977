"""The played rules: each card's wrong example is found, its right one is not."""

import json
from functools import cache
from pathlib import Path

import pytest

from scenarios.lint.card import card, card_names
from scenarios.source import read_nodes
from simulator.trials.lint import CARDS, RULES, lint_played, lint_played_text

TINY = Path(__file__).parents[1] / "scenarios" / "data" / "tiny.yaml"
NAMES = [rule.id for rule in RULES]
PLAYS = 12


@cache
def found(name: str, side: str) -> frozenset[str]:
    fragment = getattr(card(name, CARDS), side)
    whole = TINY.read_text(encoding="utf-8")
    content = read_nodes(whole, "whole").plain() | read_nodes(fragment, "fragment").plain()
    text = json.dumps(content, ensure_ascii=False)
    return frozenset(problem.rule for problem in lint_played_text(text, plays=PLAYS))


def test_every_played_rule_has_its_card_and_every_card_its_rule() -> None:
    assert tuple(sorted(NAMES)) == card_names(CARDS)


@pytest.mark.parametrize("name", NAMES)
def test_the_cards_wrong_example_is_found_by_playing(name: str) -> None:
    assert name in found(name, "wrong")


@pytest.mark.parametrize("name", NAMES)
def test_the_cards_right_example_plays_without_it(name: str) -> None:
    assert name not in found(name, "right")


@pytest.mark.parametrize("name", NAMES)
def test_a_card_speaks_both_languages(name: str) -> None:
    shown = card(name, CARDS)
    for texts in (shown.what, shown.why, shown.remedy):
        assert texts["es"] and texts["en"] and texts["es"] != texts["en"]


def test_what_cannot_be_read_is_left_to_the_static_rules(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: [", encoding="utf-8")
    assert lint_played(broken) == ()
    assert lint_played_text("format: 9") == ()

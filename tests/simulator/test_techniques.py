"""Which techniques a trainee has shown: one call counts once, and everything has its row."""

import pytest

from scoring.criteria.card import CARDS
from simulator.kept import Met
from simulator.techniques import Technique, practised, techniques


def met(attempt: str, name: str, *, was: bool = True) -> Met:
    criterion, indicator = name.split(".")
    return Met(attempt_id=attempt, criterion=criterion, indicator=indicator, met=was)


def shown_as_met(name: str) -> bool:
    """Whether the indicator's card quotes evidence where it is met; a fault has none to quote."""
    criterion, indicator = name.split(".")
    text = (CARDS / criterion / f"{indicator}.es.md").read_text(encoding="utf-8")
    return "**" in text.split("## Cumplido")[1].split("## ")[0]


@pytest.mark.parametrize("technique", techniques(), ids=lambda t: str(t.row))
def test_every_technique_can_be_shown(technique: Technique) -> None:
    """One seen by faults alone could never be practised."""
    assert any(shown_as_met(name) for name in technique.indicators)


def test_nothing_played_is_nothing_shown() -> None:
    assert [(p.shown, p.missed) for p in practised(())] == [(0, 0)] * 24


def test_a_call_counts_once_and_as_shown_where_anything_of_it_was_met() -> None:
    found = practised((
        met("a", "empathy.names_the_feeling"), met("a", "empathy.passes_over", was=False),
        met("b", "empathy.passes_over", was=False), met("a", "empathy.asks_openly"),
    ))  # fmt: skip
    listening = found[3]
    assert (listening.technique.row, listening.shown, listening.missed) == (4, 1, 1)


def test_an_unknown_indicator_is_no_technique() -> None:
    assert all(p.shown == 0 for p in practised((met("a", "empathy.of_another_version"),)))

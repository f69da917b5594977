"""The reader against lines of writers that never saw it: floors under what the documents claim."""

import pytest

from scenarios.acts import DialogueAct
from scoring.reading.judged import Counted, accusations, amounts, dates, interval, offers

WRITERS = {
    "es-1": 0.97, "es-2": 0.97, "es-3": 0.97, "es-4": 0.97, "es-5": 0.97,
    "es-6": 0.97,
    "en-1": 0.97, "en-2": 0.97, "en-3": 0.95, "en-4": 0.97, "en-5": 0.96,
    "en-6": 0.97,
}  # fmt: skip
"""Writers, with the least share of their sums that is read."""


@pytest.mark.parametrize(("writer", "least"), WRITERS.items())
def test_sums_are_read(writer: str, least: float) -> None:
    found = amounts(writer)
    assert found.recall >= least
    assert found.precision >= 0.96


@pytest.mark.parametrize("writer", WRITERS)
def test_days_are_read(writer: str) -> None:
    found = dates(writer)
    assert found.recall >= 0.97
    assert found.precision >= 0.97


@pytest.mark.parametrize("writer", WRITERS)
def test_whole_schedules_are_read_and_hardly_any_is_invented(writer: str) -> None:
    found = offers(writer)
    assert found.recall >= 0.9
    assert found.wrong <= 2


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_certain_is_right(language: str) -> None:
    beyond = [found.certain for found in accusations([f"{language}-{number}" for number in (1, 2, 3)])]
    right, wrong = sum(c.right for c in beyond), sum(c.wrong for c in beyond)
    assert right >= 20
    assert wrong <= 0.02 * (right + wrong)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("act", [DialogueAct.THREATEN, DialogueAct.INSULT, DialogueAct.DISCLOSE_TO_THIRD_PARTY])
def test_grave_acts_are_noticed(language: str, act: DialogueAct) -> None:
    found = next(f for f in accusations([f"{language}-{number}" for number in (1, 2, 3)]) if f.act == act).noticed
    assert found.recall >= 0.7
    assert found.precision >= 0.7


def test_a_share_has_an_interval_and_nothing_seen_says_nothing() -> None:
    low, high = interval(9, 10)
    assert 0.55 < low < 0.9 < high < 1
    assert interval(0, 0) == (0.0, 1.0)


def test_counts_make_shares() -> None:
    counted = Counted(right=6, wrong=2, missed=4)
    assert counted.precision == 0.75
    assert counted.recall == 0.6
    assert round(counted.f1, 3) == round(2 * 0.75 * 0.6 / 1.35, 3)

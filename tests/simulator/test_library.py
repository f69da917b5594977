"""The shipped scenarios, played as their authors recorded them; and good beats mixed beats bad."""

import itertools
from functools import cache

import pytest

from scenarios.load import list_scenarios
from scenarios.scenario import Playthrough, Scenario
from simulator.played import Played
from simulator.playthrough import failures, played_through

KINDS = ("good", "mixed", "bad")
ROUNDED = 0.2
"""Two scores so near each other are the same, though rounding may put them on two levels."""
PLAYS = [(s, p) for s in list_scenarios() for p in s.playthroughs]
LANGUAGES = [(s, language) for s in list_scenarios() for language in ("es", "en")]


def named(value: object) -> str:
    return getattr(value, "id", None) or getattr(value, "name", None) or str(value)


@cache
def played(scenario_id: str, name: str) -> Played:
    scenario, playthrough = next((s, p) for s, p in PLAYS if (s.id, p.name) == (scenario_id, name))
    return played_through(scenario, playthrough)


def of_kind(scenario: Scenario, kind: str, language: str) -> Playthrough:
    return next(p for p in scenario.playthroughs if p.name.startswith(kind) and p.language == language)


@pytest.mark.parametrize(("scenario", "playthrough"), PLAYS, ids=named)
def test_a_playthrough_goes_on_behaving_as_recorded(scenario: Scenario, playthrough: Playthrough) -> None:
    assert failures(scenario, playthrough) == ()


@pytest.mark.parametrize(("scenario", "language"), LANGUAGES, ids=named)
def test_good_beats_mixed_beats_bad_in_the_total_and_in_the_outcome(scenario: Scenario, language: str) -> None:
    good, mixed, bad = (played(scenario.id, of_kind(scenario, k, language).name) for k in KINDS)
    totals = [p.scorecard.total or 0 for p in (good, mixed, bad)]
    assert totals[0] > totals[1] > totals[2]
    outcomes = [(p.aftermath.recovered_share, p.aftermath.goodwill) for p in (good, mixed, bad)]
    assert outcomes[0] > outcomes[1] > outcomes[2]


@pytest.mark.parametrize(("scenario", "language"), LANGUAGES, ids=named)
def test_no_criterion_ever_goes_the_other_way(scenario: Scenario, language: str) -> None:
    cards = [played(scenario.id, of_kind(scenario, k, language).name).scorecard for k in KINDS]
    for better, worse in itertools.pairwise(cards):
        for judgement in better.judgements:
            other = worse.judgement(judgement.criterion)
            if judgement.level is not None and other.level is not None:
                assert judgement.level >= other.level or judgement.score >= other.score - ROUNDED, judgement.criterion


def test_there_are_four_scenarios_that_differ_in_kind() -> None:
    assert {s.id for s in list_scenarios()} >= {"job_loss", "disputed_charge", "promise_breaker", "payables_gatekeeper"}

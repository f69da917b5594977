"""The shipped scenarios, played as their authors recorded them; and good beats mixed beats bad."""

import itertools
from functools import cache

import pytest

from scenarios.country import countries
from scenarios.load import list_scenarios
from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from simulator.played import Played
from simulator.playthrough import failures, played_through

KINDS = ("good", "mixed", "bad")
ROUNDED = 0.2
"""Two scores so near each other are the same, though rounding may put them on two levels."""
PLAYS = [(s, p) for s in list_scenarios() for p in s.playthroughs]
LANGUAGES = [(s, language) for s in list_scenarios() for language in s.languages]


def named(value: object) -> str:
    return getattr(value, "id", None) or getattr(value, "name", None) or str(value)


@cache
def played(scenario_id: str, name: str) -> Played:
    scenario, playthrough = next((s, p) for s, p in PLAYS if (s.id, p.name) == (scenario_id, name))
    return played_through(scenario, playthrough)


def of_kind(scenario: Scenario, kind: str, language: str) -> Playthrough | None:
    return next((p for p in scenario.playthroughs if p.name.startswith(kind) and p.language == language), None)


def ranked(scenario: Scenario, language: str) -> list[Played]:
    """The language's playthroughs that there are, from the good one to the bad one."""
    found = (of_kind(scenario, kind, language) for kind in KINDS)
    return [played(scenario.id, playthrough.name) for playthrough in found if playthrough]


@pytest.mark.parametrize(("scenario", "playthrough"), PLAYS, ids=named)
def test_a_playthrough_goes_on_behaving_as_recorded(scenario: Scenario, playthrough: Playthrough) -> None:
    assert failures(scenario, playthrough) == ()


@pytest.mark.parametrize("scenario", list_scenarios(), ids=named)
def test_every_scenario_has_a_good_a_mixed_and_a_bad_call_in_one_language_and_a_good_one_in_the_other(
    scenario: Scenario,
) -> None:
    kinds = {language: {k for k in KINDS if of_kind(scenario, k, language)} for language in scenario.languages}
    assert any(found == set(KINDS) for found in kinds.values())
    assert all("good" in found for found in kinds.values())


@pytest.mark.parametrize(("scenario", "language"), LANGUAGES, ids=named)
def test_good_beats_mixed_beats_bad_in_the_total_and_in_the_outcome(scenario: Scenario, language: str) -> None:
    calls = ranked(scenario, language)
    totals = [p.scorecard.total or 0 for p in calls]
    outcomes = [(p.aftermath.recovered_share, p.aftermath.goodwill) for p in calls]
    assert all(better > worse for better, worse in itertools.pairwise(totals))
    assert all(better > worse for better, worse in itertools.pairwise(outcomes))


@pytest.mark.parametrize(("scenario", "language"), LANGUAGES, ids=named)
def test_hardly_any_criterion_goes_the_other_way_and_none_far(scenario: Scenario, language: str) -> None:
    cards = [p.scorecard for p in ranked(scenario, language)]
    for better, worse in itertools.pairwise(cards):
        pairs = [(j, worse.judgement(j.criterion)) for j in better.judgements]
        both = [(j, other) for j, other in pairs if j.level is not None and other.level is not None]
        turned = [j.criterion for j, other in both if j.level < other.level and j.score < other.score - ROUNDED]
        assert len(turned) <= 1, turned
        assert all(j.level >= other.level - 1 for j, other in both)


def test_every_country_has_scenarios_to_play() -> None:
    assert {country for s in list_scenarios() for country in s.countries} == set(countries())

"""A good reply is answered with a better mood and other words, a hostile one with a worse: a brief sample."""

import itertools
from functools import cache

import pytest

from scenarios.load import list_scenarios, load_scenario
from scenarios.scenario import Scenario
from simulator.trials.probe_page import probes_told
from simulator.trials.probing import HOSTILE, Probe, cases_of, probes_in

SCENARIOS = [pytest.param(scenario, id=scenario.id) for scenario in list_scenarios()]


@cache
def brief(name: str) -> tuple[Probe, ...]:
    """One wording of each reply, in one country, where the debtor took it for what it was meant as."""
    scenario = load_scenario(name)
    return tuple(probe for probe in probes_in(scenario, cases_of(scenario)[0], 1) if probe.read)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_hostile_reply_always_moves_the_mood_for_the_worse(scenario: Scenario) -> None:
    hostile = [probe for probe in brief(scenario.id) if probe.hostile]
    assert len(hostile) >= len(HOSTILE) // 2
    assert [probe for probe in hostile if not probe.moved] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_good_reply_moves_the_mood_for_the_better(scenario: Scenario) -> None:
    good = [probe for probe in brief(scenario.id) if not probe.hostile]
    unmoved = [probe for probe in good if not probe.moved]
    assert good
    assert len(unmoved) <= max(0.05 * len(good), 1), unmoved


def test_good_and_hostile_replies_get_other_words_than_an_indifferent_one() -> None:
    tried = list(itertools.chain.from_iterable(brief(scenario.id) for scenario in list_scenarios()))
    for hostile in (False, True):
        some = [probe for probe in tried if probe.hostile is hostile]
        assert sum(probe.works for probe in some) >= 0.95 * len(some), [p for p in some if not p.works]


def test_what_was_said_to_a_stranger_on_the_line_tells_no_debt() -> None:
    points = {probe.point for probe in brief("spouse_answers")}
    assert points == {"opening", "somebody else"}


def test_the_page_counts_what_was_read_and_names_what_had_no_effect() -> None:
    one = Probe("job_loss", "MX es", "angry", "apologise", "Perdone.", read=True, gain=4, answered=False)
    deaf = Probe("job_loss", "MX es", "angry", "blame", "Es culpa suya.", read=False, gain=0, answered=True)
    page = "\n".join(probes_told([one, deaf]))
    assert "| apologise | 1 | 100.0 % | 100.0 % | 0.0 % |" in page
    assert "| blame | 1 | 0.0 % | - | - |" in page
    assert "- job_loss, angry, apologise: words (1)" in page
    assert "- job_loss, angry, blame" not in page

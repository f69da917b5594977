"""Brief plays of every shipped scenario, and what the players, the watchers and the report themselves must do."""

import itertools
import json
from dataclasses import replace
from functools import cache

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import COSTLY, DialogueAct
from scenarios.case import Case
from scenarios.expressions import Condition, Value
from scenarios.generation import generate_case
from scenarios.load import library, list_scenarios, load_scenario
from scenarios.scenario import Scenario
from scoring.reading.reader import read
from simulator.cli import main
from simulator.conversation import reading_context
from simulator.state import Said
from simulator.trials.atoms import alternatives
from simulator.trials.bank import LEAST, phrases
from simulator.trials.exploring import DAY, explored, plays_of
from simulator.trials.faults import faults_of
from simulator.trials.move import says
from simulator.trials.own import drafted, own_beats
from simulator.trials.playing import Trial, stream
from simulator.trials.speech import voiced
from simulator.trials.wants import targets_of, want_of

PLAYS = 20
SCENARIOS = [pytest.param(scenario, id=scenario.id) for scenario in list_scenarios()]
LANGUAGES = ("es", "en")
READ = 4
"""Wordings of an act that the reader takes for it even when nothing was said before: enough for the players."""


@cache
def brief(name: str) -> tuple[Trial, ...]:
    return tuple(plays_of(load_scenario(name), PLAYS, seed=11))


def of_kind(trials: tuple[Trial, ...], *kinds: str) -> list[str]:
    return [f"{f.kind}: {f.what} ({f.where}, turn {f.turn})" for t in trials for f in faults_of(t) if f.kind in kinds]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_play_makes_the_debtor_tell_a_fact_before_its_time(scenario: Scenario) -> None:
    assert of_kind(brief(scenario.id), "leak") == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_play_breaks_the_engine_and_every_call_ends(scenario: Scenario) -> None:
    assert of_kind(brief(scenario.id), "exception", "endless") == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_who_plays_like_a_person_hears_no_line_twice_in_a_brief_call(scenario: Scenario) -> None:
    assert of_kind(brief(scenario.id), "repetition", "stuck") == []


def test_the_same_seed_plays_the_same_calls() -> None:
    one, two = (list(plays_of(load_scenario("job_loss"), 6, seed=4)) for _ in range(2))
    assert [t.steps for t in one] == [t.steps for t in two]


def test_another_seed_plays_other_calls() -> None:
    one, two = (list(plays_of(load_scenario("job_loss"), 3, seed=seed)) for seed in (4, 5))
    assert [t.steps for t in one] != [t.steps for t in two]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_a_dozen_wordings_and_none_is_said_twice(language: str) -> None:
    bank = phrases(language)
    assert set(bank) == {a.value for a in DialogueAct} | {"offer_vague", "lump_sum", "unclear", "chatter"}
    for key, lines in bank.items():
        assert len(set(lines)) == len(lines) >= LEAST, key


@cache
def _place(language: str) -> Case:
    return generate_case(load_scenario("job_loss"), "MX" if language == "es" else "US", 7, DAY, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", [a.value for a in DialogueAct])
def test_the_reader_takes_enough_wordings_of_an_act_for_it(language: str, act: str) -> None:
    case = _place(language)
    said = [voiced(says(act), case, (), stream(n, act, n)).text for n in range(3 * LEAST)]
    distinct = sorted(set(said))
    heard = [t for t in distinct if read(t, reading_context(case, "")).does(DialogueAct(act))]
    assert len(heard) >= READ, sorted(set(distinct) - set(heard))


def test_a_doubtful_act_that_the_debtor_let_pass_is_no_leak_and_one_not_heard_frees_nothing() -> None:
    trial = next(t for t in brief("job_loss") if t.style == "good" and t.steps[-1].state.facts)
    at = next(n for n, step in enumerate(trial.steps) if step.state.facts)
    acts = {**trial.steps[at].reading, "acts": []}
    unread = trial.steps[at].model_copy(update={"reading": acts})
    heard = trial.steps[at].state.model_copy(update={"acts": trial.steps[at - 1].state.acts})
    unheard = trial.steps[at].model_copy(update={"state": heard})
    for step, leaks in ((unread, False), (unheard, True)):
        steps = (*trial.steps[:at], step)
        assert ("leak" in {f.kind for f in faults_of(replace(trial, steps=steps))}) is leaks


def test_a_fact_told_before_its_condition_held_is_seen() -> None:
    trial = next(t for t in brief("job_loss") if t.style == "good" and len(t.steps[-1].state.facts) > 1)
    at = next(n for n, step in enumerate(trial.steps) if step.state.facts)
    calm = trial.steps[at].state.model_copy(update={"trust": 0})
    steps = list(trial.steps)
    steps[at] = steps[at].model_copy(update={"state": calm})
    assert "leak" in {f.kind for f in faults_of(replace(trial, steps=tuple(steps)))}


def test_a_fact_whose_words_are_said_though_it_is_not_known_is_seen() -> None:
    trial = next(t for t in brief("job_loss") if t.style == "good" and t.steps[-1].state.facts)
    steps = [s.model_copy(update={"state": s.state.model_copy(update={"facts": ()})}) for s in trial.steps]
    assert any("its words" in f.what for f in faults_of(replace(trial, steps=tuple(steps))))


def test_a_call_cut_off_in_the_middle_counts_as_endless() -> None:
    trial = next(t for t in brief("job_loss") if t.style == "good")
    assert "endless" in {f.kind for f in faults_of(replace(trial, steps=trial.steps[:3]))}


def test_a_line_said_twice_is_seen_for_who_plays_like_a_person_only() -> None:
    trial = next(t for t in brief("job_loss") if t.style == "good" and len(t.steps) > 4)
    step = trial.steps[3]
    again = step.model_copy(
        update={"state": step.state.model_copy(update={"lines": (*step.state.lines, step.state.lines[0])})}
    )
    twice = replace(trial, steps=(*trial.steps[:3], again))
    assert "repetition" in {f.kind for f in faults_of(twice)}
    assert "repetition" not in {f.kind for f in faults_of(replace(twice, style="eventful"))}


def test_what_the_plays_break_with_is_told_with_the_words_that_did_it() -> None:
    trial = replace(brief("job_loss")[0], error="KeyError: 'x' (after «hola»)")
    assert [f.what for f in faults_of(trial) if f.kind == "exception"] == ["KeyError: 'x' (after «hola»)"]


def test_every_target_of_a_scenario_has_something_to_wait_for() -> None:
    scenario = load_scenario("payables_gatekeeper")
    assert all(want_of(scenario, target).ways for target in targets_of(scenario))
    with pytest.raises(KeyError):
        want_of(scenario, replace(targets_of(scenario)[0], id="beauty"))


def test_a_report_says_what_was_missed_and_is_plain_json() -> None:
    path = library()["job_loss"]
    report, trials = explored(load_scenario(path), own_beats(drafted(path)), plays=2, seed=1)
    plain = report.as_dict()
    assert plain["plays"] == len(trials) == 2
    assert report.short and not report.sound
    assert plain["coverage"]["endings"]["missed"]


class _World:
    """Levels and facts by chance, for conditions."""

    def __init__(self, numbers: tuple[int, int], truths: tuple[bool, bool]) -> None:
        self.values: dict[str, Value] = dict(zip(("anger", "trust"), numbers, strict=True))
        self.known = dict(zip(("a", "b"), truths, strict=True))

    def name(self, name: str) -> Value:
        return self.values[name]

    def call(self, function: str, argument: str) -> bool:
        return self.known[argument]


TESTS = st.sampled_from(
    ["anger > 40", "trust <= 60", "fact(a)", "said(b)", "anger == 3", "trust != 7", "true", "false"]
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        inner.map(lambda c: f"not ({c})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda p: f"({p[0]}) {p[1]} ({p[2]})"),
    ),
    max_leaves=5,
)


@settings(max_examples=150)
@given(
    CONDITIONS,
    st.tuples(st.integers(0, 100), st.integers(0, 100)),
    st.tuples(st.booleans(), st.booleans()),
)
def test_a_condition_holds_exactly_where_one_of_its_ways_does(
    text: str, numbers: tuple[int, int], truths: tuple[bool, bool]
) -> None:
    world, condition = _World(numbers, truths), Condition(text)
    ways = alternatives(condition)
    assert any(all(atom.holds(world) for atom in way) for way in ways) is condition.holds(world)
    assert all((atom.distance(world) == 0) is atom.holds(world) for atom in itertools.chain.from_iterable(ways))


def test_costly_wordings_are_no_kindness() -> None:
    case = _place("es")
    pairs = itertools.product(sorted(COSTLY), range(4))
    for text in [voiced(says(act.value), case, (), stream(n, act.value, 1)).text for act, n in pairs]:
        assert not read(text, reading_context(case, "")).does(DialogueAct.ACKNOWLEDGE_EMOTION), text


def test_a_player_never_says_nothing_by_mistake() -> None:
    assert all(step.said != Said() for trial in brief("job_loss") for step in trial.steps[1:])


def test_the_command_prints_a_report_and_fails_where_too_little_was_reached() -> None:
    result = CliRunner().invoke(main, ["scenarios", "explore", "job_loss", "--plays", "2", "--json"])
    (report,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert report["scenario"] == "job_loss"
    assert report["short"]

"""The moments that ship: for every criterion, in both languages, and as the engine really plays them."""

import pytest

from scenarios.load import list_scenarios, load_scenario
from scoring.stretch import OF_A_STRETCH
from simulator.conversation import respond
from simulator.drills import bank
from simulator.drills.drill import Drill, is_key
from simulator.drills.finding import moments_of
from simulator.drills.judging import has_passed, judge_try
from simulator.drills.kinds import TRAINS
from simulator.drills.replay import replay
from simulator.state import Said, Step

ENOUGH = 6
"""Drills of a criterion in a language: two days without meeting one again, and some to choose from."""


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("criterion", OF_A_STRETCH)
def test_every_criterion_that_a_reply_can_show_has_moments_with_several_debtors(language: str, criterion: str) -> None:
    found = [d for d in bank.drills() if (d.language, d.criterion) == (language, criterion)]
    assert len(found) >= ENOUGH
    assert len({d.scenario for d in found}) >= 3


def test_keys_are_unique_and_fit_an_address() -> None:
    keys = [d.key for d in bank.drills()]
    assert len(set(keys)) == len(keys)
    assert all(is_key(key) for key in keys)
    assert all(d.kind in TRAINS[d.criterion] for d in bank.drills())


@pytest.mark.parametrize(
    "bad", ["", "a", "../../etc/passwd", "a.b.1.c", "x" * 400, "job_loss.good_mx.-1.empathy.shame"]
)
def test_what_is_no_key_is_none(bad: str) -> None:
    assert not is_key(bad)


def test_no_drill_is_taken_from_a_scenario_that_ends_with_a_word_of_support() -> None:
    heavy = {s.id for s in list_scenarios() if s.care}
    assert heavy
    assert not heavy & {d.scenario for d in bank.drills()}


def test_every_drill_names_a_recorded_call_that_is_there() -> None:
    """Where it fails, a scenario lost a playthrough: ``acuerdo drills --write`` makes the bank anew."""
    there = {(s.id, p.name): len(p.turns) for s in list_scenarios() for p in s.playthroughs}
    assert [d.key for d in bank.drills() if d.turn >= there.get((d.scenario, d.playthrough), 0)] == []


def test_moments_are_found_where_the_debtor_asks_for_a_skill_and_a_good_call_shows_that_it_can_be_done() -> None:
    scenario = load_scenario("job_loss")
    recorded = next(p for p in scenario.playthroughs if p.name == "good_mx")
    found = moments_of(scenario.model_copy(update={"playthroughs": (recorded,)}))
    assert ("empathy", "job_loss") in {d.weakness for d in found}
    assert len({d.weakness for d in found}) == len(found)
    assert all(0 < d.turn < len(recorded.turns) for d in found)


def drill(criterion: str, kind: str) -> Drill:
    return next(d for d in bank.drills() if d.weakness == (criterion, kind) and d.scenario == "job_loss")


def own(of: Drill, *texts: str) -> tuple[Step, ...]:
    replayed = replay(load_scenario(of.scenario), of)
    assert replayed is not None
    state, steps = replayed.steps[-1].state, list[Step]()
    for text in texts:
        steps.append(respond(replayed.scenario, replayed.case, state, Said(text=text)))
        state = steps[-1].state
    return tuple(steps)


WARM = "Lamento mucho lo de su trabajo; con razón está preocupado. ¿Con cuánto están viviendo en casa este mes?"
COLD = "Mire, usted debe y tiene que pagar hoy mismo. No me venga con cuentos."


@pytest.mark.parametrize(("text", "passes"), [(WARM, True), (COLD, False)])
def test_a_reply_is_judged_in_its_place_by_the_real_scoring(text: str, passes: bool) -> None:
    moment = drill("empathy", "job_loss")
    replayed = replay(load_scenario(moment.scenario), moment)
    assert replayed is not None
    shown = judge_try(replayed, own(moment, text))
    assert has_passed(shown, "empathy") is passes
    numbers = {f.evidence.turn for j in shown.judgements for f in j.findings if f.evidence}
    assert numbers <= {replayed.first_own - 1, replayed.first_own}
    assert bool(shown.coached) is not passes


def test_the_same_replies_are_judged_the_same() -> None:
    moment = drill("empathy", "job_loss")
    replayed = replay(load_scenario(moment.scenario), moment)
    assert replayed is not None
    assert judge_try(replayed, own(moment, COLD, WARM)) == judge_try(replayed, own(moment, COLD, WARM))


def test_a_threat_never_passes() -> None:
    moment = drill("empathy", "job_loss")
    replayed = replay(load_scenario(moment.scenario), moment)
    assert replayed is not None
    threat = f"{WARM} Pero si no paga hoy le mandamos a la policía a su casa."
    assert not has_passed(judge_try(replayed, own(moment, threat)), "empathy")


def test_a_moment_that_an_edition_no_longer_has_is_none() -> None:
    moment, scenario = drill("empathy", "job_loss"), load_scenario("job_loss")
    assert replay(scenario.model_copy(update={"playthroughs": ()}), moment) is None
    assert replay(scenario, moment.model_copy(update={"turn": 99})) is None

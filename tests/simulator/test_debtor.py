from dataclasses import replace

from scenarios.acts import DialogueAct
from scenarios.expressions import NAMES, Condition
from scenarios.load import parse_scenario
from scenarios.scenario import Scenario
from scoring.transcript import AgreedInstalment
from simulator.debtor import _VALUES, choose_beat, choose_line, feel, revealed_fact, stream
from simulator.state import Proposal
from tests.simulator.engine import ON, case, job_loss, scene, state


def test_an_insult_angers_and_costs_trust_and_the_cause_is_named() -> None:
    after, changes = feel(job_loss(), scene("insult"))
    assert after.anger > 50
    assert after.trust < 30
    assert any(c.what == "anger" and isinstance(c.by, int) and c.by > 0 and c.cause for c in changes)


def test_naming_the_feeling_calms_and_wins_trust() -> None:
    after, _ = feel(job_loss(), scene("acknowledge_emotion"))
    assert after.anger < 50
    assert after.trust > 30


def test_levels_stay_between_0_and_100() -> None:
    after, _ = feel(job_loss(), scene("insult", "threaten", "blame", of=state(anger=98, trust=2)))
    assert (after.anger, after.trust) == (100, 0)


def test_one_turn_moves_a_level_by_a_bounded_amount() -> None:
    before = state(anger=10)
    after, _ = feel(job_loss(), scene("insult", "threaten", "blame", "sarcasm", "pressure", of=before))
    assert after.anger - before.anger <= 35


def test_a_rule_stops_working_after_its_cap() -> None:
    now = state(anger=90)
    for _ in range(6):
        now, _ = feel(job_loss(), scene("apologise", of=now))
    assert now.fired["apology"] == 1


def test_what_did_not_move_is_not_reported() -> None:
    _, changes = feel(job_loss(), scene("insult", of=state(anger=100, trust=0, commitment=0)))
    assert changes == ()


def test_a_fact_comes_out_only_when_asked_well_and_trusted() -> None:
    facts = job_loss().facts
    assert revealed_fact(facts, scene("ask_reason", of=state(trust=5))) is None
    assert revealed_fact(facts, scene("state_debt", of=state(trust=90))) is None
    told = revealed_fact(facts, scene("ask_reason", of=state(trust=90)))
    assert told is not None and told.id == "lost_job"


def test_a_later_fact_waits_for_the_earlier() -> None:
    chained = [f for f in job_loss().facts if f.after]
    assert chained
    assert revealed_fact(chained, scene("ask_capacity", "acknowledge_emotion", of=state(trust=100))) is None


def test_what_is_told_in_this_turn_is_told_but_was_not_known_before() -> None:
    before = scene("ask_reason", of=state(facts=("lost_job",)))
    now = replace(before, revealed=("lost_job",))
    assert before.call("known", "lost_job") and before.call("fact", "lost_job")
    assert now.call("fact", "lost_job") and not now.call("known", "lost_job")


def test_a_fact_is_told_once() -> None:
    again = revealed_fact(job_loss().facts[:1], scene("ask_reason", of=state(trust=90, facts=("lost_job",))))
    assert again is None


TWO_BEATS = """
format: 1
id: two_beats
version: 1
title: {es: "Dos", en: "Two"}
archetype: hardship
segment: {willing: true, able: true}
difficulty: 1
market: consumer
skills: [calm]
countries: [MX]
include: [dynamics, endings]
briefing: {es: "…", en: "…"}
account:
  product: personal_loan
  balance: {times_minimum_wage: [1, 2]}
  days_past_due: [30, 40]
  history: {pattern: always_late}
policy: {max_discount_pct: 0, max_instalments: 3}
budget: {income: {times_minimum_wage: [2, 3]}, essentials_share: [0.4, 0.5]}
debtor: {anger: 50, trust: 30, commitment: 30}
beats:
  - {id: plain, acts_any: [state_debt], say: {es: ["Ya sé.", "Sí, lo sé."], en: ["I know.", "Yes, I know."]}}
  - {id: hot, acts_any: [state_debt], when: "anger > 80", say: {es: ["¡Ya lo sé!"], en: ["I KNOW!"]}}
  - {id: only_once, acts_any: [thank], once: true, say: {es: ["De nada."], en: ["Sure."]}}
  - {id: whatever, say: {es: ["Ajá."], en: ["Uh-huh."]}}
"""


def two_beats() -> Scenario:
    return parse_scenario(TWO_BEATS, "two_beats.yaml")


def test_the_most_specific_beat_is_spoken() -> None:
    calm = choose_beat(two_beats(), "reply", scene("state_debt"))
    angry = choose_beat(two_beats(), "reply", scene("state_debt", of=state(anger=90)))
    assert calm is not None and calm[0].id == "plain"
    assert angry is not None and angry[0].id == "hot"


def test_fresh_words_go_before_specific_ones() -> None:
    said = state(anger=90, lines=("¡Ya lo sé!",), beats=("hot",))
    chosen = choose_beat(two_beats(), "reply", scene("state_debt", of=said))
    assert chosen is not None and chosen[0].id == "plain"


def test_a_beat_meant_once_is_not_repeated() -> None:
    first = choose_beat(two_beats(), "reply", scene("thank"))
    again = choose_beat(two_beats(), "reply", scene("thank", of=state(beats=("only_once",))))
    assert first is not None and first[0].id == "only_once"
    assert again is not None and again[0].id == "whatever"


def test_acts_that_something_else_answers_call_no_beat_forth() -> None:
    assert choose_beat(two_beats(), "reply", scene("state_debt"), frozenset({DialogueAct.STATE_DEBT})) is None


def test_no_beat_for_a_moment_means_no_words() -> None:
    assert choose_beat(two_beats(), "supervisor", scene()) is None


def test_a_line_already_spoken_gives_way_to_a_fresh_one() -> None:
    lines = ("uno", "dos")
    assert choose_line(lines, "x", scene(of=state(lines=("uno",)))) == "dos"


def test_streams_differ_by_purpose_and_turn_and_repeat_exactly() -> None:
    assert stream(7, "a", 1).random() == stream(7, "a", 1).random()
    assert len({stream(7, p, t).random() for p in "ab" for t in (1, 2)}) == 4


def test_every_name_that_conditions_know_has_a_value() -> None:
    assert set(NAMES) == set(_VALUES)
    assert all(isinstance(scene().name(name), bool | int | float | str) for name in NAMES)


def test_one_payment_of_all_that_is_owed_is_told_from_the_first_of_several() -> None:
    whole = AgreedInstalment(amount=case().account.balance, date=ON)
    said = Condition("all_at_once")
    one = Proposal(by="debtor", kind="lump_sum", instalments=(whole,))
    assert said.holds(scene(of=state(standing=one)))
    assert not said.holds(scene(of=state(standing=one.model_copy(update={"instalments": (whole, whole)}))))
    assert not said.holds(scene(of=state(standing=one.model_copy(update={"by": "agent"}))))
    assert not said.holds(scene(of=state()))

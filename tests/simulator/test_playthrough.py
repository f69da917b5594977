"""Recorded calls with the contacts before and after them."""

from datetime import date

from scenarios.load import load_scenario
from scenarios.playthrough import EarlierCall, LaterCall, Playthrough
from simulator.playthrough import contacts_of, failures, played_through

DISPUTE = load_scenario("disputed_charge")
HELD = next(p for p in DISPUTE.playthroughs if p.then)
BROKEN = next(p for p in load_scenario("promise_breaker").playthroughs if p.earlier)


def with_next(**fields: object) -> Playthrough:
    """The held dispute with what is expected of its second contact changed."""
    later = HELD.then[0].model_copy(update=fields)
    return HELD.model_copy(update={"then": (later,)})


def test_the_next_contact_comes_after_the_hold_and_remembers_what_stands_on_record() -> None:
    first, second = contacts_of(DISPUTE, HELD)
    assert second.played.case.on == date(2026, 12, 23) > first.played.case.on
    assert second.played.steps[0].state.facts == first.played.steps[-1].state.facts
    assert "register_dispute" in second.played.steps[0].state.acts
    assert "ask_reason" not in second.played.steps[0].state.acts


def test_a_contact_for_another_reason_on_another_day_or_after_another_fate_is_told() -> None:
    wrong = with_next(why="broken", on=date(2026, 12, 1), promise="kept", opens="picks_up_broken")
    told = "\n".join(failures(DISPUTE, wrong))
    assert "contact 2: why is review, expected broken" in told
    assert "contact 2: on is 2026-12-23, expected 2026-12-01" in told
    assert "contact 2: promise is none, expected kept" in told
    assert "not with 'picks_up_broken'" in told


def test_an_account_that_does_not_go_on_is_told() -> None:
    bereaved = load_scenario("bereaved")
    good = next(p for p in bereaved.playthroughs if p.name == "good_mx")
    later = LaterCall(turns=HELD.then[0].turns, ending="callback")
    assert "the account does not go on" in failures(bereaved, good.model_copy(update={"then": (later,)}))[-1]


def test_what_the_author_says_of_earlier_contacts_is_what_the_debtor_brings_along() -> None:
    assert BROKEN.earlier is not None
    begun = played_through(load_scenario("promise_breaker"), BROKEN).steps[0].state
    assert (begun.contact, begun.promise, begun.facts) == (2, "broken", BROKEN.earlier.facts)
    assert begun.promised is not None and begun.promised.date is not None and begun.promised.date < BROKEN.on


def test_a_promise_still_to_come_lies_ahead() -> None:
    due = BROKEN.model_copy(update={"earlier": EarlierCall(promise="due")})
    begun = played_through(load_scenario("promise_breaker"), due).steps[0].state
    assert begun.promised is not None and begun.promised.date is not None and begun.promised.date > BROKEN.on


def test_the_plan_of_a_playthrough_is_judged_with_it() -> None:
    scenario = load_scenario("promise_breaker")
    assert played_through(scenario, BROKEN).record.plan["goal"].startswith("Saber por qué")

"""What contact costs, late fees, and handing the account on."""

from decimal import Decimal

import pytest

from scenarios.country import load_country
from scenarios.disposition import Disposition
from scoring.transcript import FollowUp
from simulator.aftermath.referring import referral, referred
from tests.simulator.aftermath.calls import after, fitting, rich, shares, told, with_account
from tests.simulator.engine import case, state

SEEDS = range(24)


def test_a_longer_call_a_supervisor_and_a_missed_payment_each_cost_more() -> None:
    plain = after(case(), turn=4).costs
    assert after(case(), turn=12).costs.total > plain.total
    assert after(case(), turn=4, authority_raised=True).costs.total > plain.total
    broken = after(case(), turn=4, agreement=shares(case(), "50", kind="lump_sum")).costs
    assert (broken.calls, broken.letters) == (2, 2)
    assert broken.total > plain.total


@pytest.mark.parametrize("country", ["MX", "CL", "ES", "US"])
def test_the_cost_of_a_call_is_a_small_part_of_a_minimum_wage_everywhere(country: str) -> None:
    share = after(case(7, country), turn=10).costs.total / load_country(country).minimum_wage.value
    assert Decimal("0.001") < share < Decimal("0.01")


def test_fees_run_only_on_what_was_missed() -> None:
    for seed in SEEDS:
        story = after(case(seed), agreement=fitting(case(seed), "1"), commitment=60)
        missed = any(i.outcome in ("part", "broken") or i.days_late > 5 for i in story.instalments)
        assert (story.late_fees > 0) == missed


@pytest.mark.parametrize(
    ("note", "to"),
    [
        ("Se turna la cuenta al despacho externo.", "agency"),
        ("Paso el caso al área legal para demanda.", "counsel"),
        ("Se deriva a un abogado.", "counsel"),
        ("Si no paga, se turna a jurídico.", None),
        ("No se turna a despacho.", None),
        ("Dice que hablará con su abogado.", None),
        ("Se le envía el convenio por correo.", None),
        ("", None),
    ],
)
def test_a_note_hands_the_account_on_only_where_it_says_so(note: str, to: str | None) -> None:
    assert referred(state(), FollowUp(note=note), "es") == to
    assert referred(state(), FollowUp(next_action=note), "es") == to


@pytest.mark.parametrize(
    ("note", "to"),
    [
        ("Referring this one to an outside agency.", "agency"),
        ("Send the account to our lawyers.", "counsel"),
        ("If he misses it we send it to an agency.", None),
        ("I will not refer it to an agency.", None),
        ("She said her lawyer will call.", None),
    ],
)
def test_an_english_note_hands_the_account_on_only_where_it_says_so(note: str, to: str | None) -> None:
    assert referred(state(), FollowUp(note=note), "en") == to


def test_an_account_passed_up_is_weighed_for_an_agency() -> None:
    assert referred(state(disposition=Disposition.ESCALATED), None, "es") == "agency"
    assert referred(state(), FollowUp(disposition=Disposition.ESCALATED), "es") == "agency"


def test_counsel_is_not_worth_it_for_small_amounts_and_is_for_large_ones() -> None:
    wage = load_country("MX").minimum_wage.value
    small, large = (referral(case(), "counsel", wage * n) for n in (1, 40))
    assert not small.worth_it and small.net < 0
    assert large.worth_it and large.net > large.own_way


def test_an_agency_is_not_worth_it_for_small_amounts_either() -> None:
    wage = load_country("MX").minimum_wage.value
    assert not referral(case(), "agency", wage / 2).worth_it
    assert referral(case(), "agency", wage * 10).worth_it


@pytest.mark.parametrize(("days", "early"), [(45, True), (89, True), (90, False), (200, False)])
def test_handing_on_is_early_before_ninety_days(days: int, early: bool) -> None:
    of = with_account(case(), days_past_due=days)
    story = after(of, FollowUp(note="Se turna a un despacho."), trust=0)
    assert story.referral is not None
    assert story.referral.early == early
    assert ("90 días" in told(story)) == early


def test_an_account_that_keeps_its_promises_is_not_handed_on() -> None:
    of = rich(case())
    for seed in SEEDS:
        story = after(of.model_copy(update={"seed": seed}), FollowUp(note="Se turna a un despacho."),
                      agreement=shares(of, "1", kind="lump_sum"), commitment=100, trust=100)  # fmt: skip
        assert (story.referral is None) == (story.status != "broken")

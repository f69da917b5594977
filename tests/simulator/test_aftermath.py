from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.transcript import AgreedInstalment
from simulator.aftermath import aftermath, chance_kept, goodwill
from simulator.negotiation import counter_offer
from simulator.state import Proposal
from tests.simulator.engine import case, job_loss, state


def agreed(seed: int = 7) -> Proposal:
    theirs = counter_offer(case(seed), Decimal("0.9"))
    assert theirs is not None
    return theirs


def test_nothing_agreed_recovers_nothing() -> None:
    after = aftermath(job_loss(), case(), state())
    assert (after.status, after.recovered) == ("nothing_agreed", 0)


def test_the_same_call_has_the_same_aftermath() -> None:
    kept = state(agreement=agreed(), commitment=80)
    assert aftermath(job_loss(), case(), kept) == aftermath(job_loss(), case(), kept)


def test_what_nobody_authorised_is_withdrawn() -> None:
    after = aftermath(job_loss(), case(), state(agreement=agreed(), beyond_authority=("max_discount_pct",)))
    assert (after.status, after.recovered) == ("withdrawn", 0)


def test_what_cannot_be_paid_is_broken() -> None:
    whole = Proposal(
        by="agent", kind="lump_sum",
        instalments=(AgreedInstalment(amount=case().account.balance * 50, date=date(2026, 11, 24)),),
    )  # fmt: skip
    assert aftermath(job_loss(), case(), state(agreement=whole, commitment=100)).status == "broken"


def test_a_fitting_plan_recovers_more_over_many_debtors_than_a_tight_one() -> None:
    def recovered(commitment: int) -> float:
        return sum(
            aftermath(job_loss(), case(seed), state(agreement=agreed(seed), commitment=commitment)).recovered_share
            for seed in range(40)
            if counter_offer(case(seed), Decimal("0.9"))
        )

    assert recovered(90) > recovered(20)


@given(st.floats(0, 5), st.floats(0, 5), st.floats(0, 1))
def test_a_heavier_payment_is_never_likelier_to_be_kept(one: float, other: float, commitment: float) -> None:
    light, heavy = sorted((one, other))
    assert 0 <= chance_kept(heavy, commitment) <= chance_kept(light, commitment) <= 1


def test_goodwill_follows_trust_and_anger() -> None:
    assert goodwill(job_loss(), state(trust=90, anger=5)) > 50 > goodwill(job_loss(), state(trust=0, anger=100))


def test_a_threatened_debtor_left_angry_complains() -> None:
    assert aftermath(job_loss(), case(), state(anger=95, acts={"threaten": 1})).complaint
    assert not aftermath(job_loss(), case(), state(anger=95)).complaint

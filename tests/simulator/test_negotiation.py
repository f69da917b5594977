from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.case import Budget, Policy
from scoring.reading.values import Instalment, Offer
from scoring.transcript import AgreedInstalment
from simulator.affordability import capacity, counter_offer, fits, paydays, round_down
from simulator.conversation import opening, respond
from simulator.negotiation import (
    Willingness,
    completes,
    oversteps,
    proposal_from,
    raised,
    same_terms,
    total,
    volunteered,
    weigh,
)
from simulator.state import Proposal, Said
from tests.simulator.engine import ON, case, job_loss

WILLING = Willingness(accepts=True, counters=True, reservation=Decimal("0.9"), asks=Decimal("0.9"))
CLOSED = Willingness(accepts=False, counters=False, reservation=Decimal("0.9"), asks=Decimal("0.9"))


def budget(income: int = 10_000, essentials: int = 6_000, priority: int = 1_000, savings: int = 0) -> Budget:
    days = tuple(date(2026, 11, 30) + timedelta(days=15 * n) for n in range(6))
    return Budget(
        income=Decimal(income), essentials=Decimal(essentials), priority_debts=Decimal(priority),
        savings=Decimal(savings), paydays=days,
    )  # fmt: skip


def proposal(*payments: tuple[str | None, date | None], **fields: object) -> Proposal:
    dated = tuple(AgreedInstalment(amount=Decimal(a) if a else None, date=d) for a, d in payments)
    return Proposal.model_validate({"by": "agent", "kind": "plan", "instalments": dated, **fields})


def test_what_fits_the_budget_is_accepted_by_a_willing_debtor() -> None:
    theirs = counter_offer(case(), Decimal("0.9"))
    assert theirs is not None
    assert weigh(theirs.model_copy(update={"by": "agent"}), case(), case().policy, WILLING).answer == "accept"


def test_what_fits_is_still_refused_by_a_debtor_who_does_not_want_to() -> None:
    theirs = counter_offer(case(), Decimal("0.9"))
    assert theirs is not None
    assert weigh(theirs, case(), case().policy, CLOSED).answer == "refuse_will"


def test_money_that_comes_in_the_day_after_still_serves_a_payment() -> None:
    payday = budget().paydays[0]
    free = AgreedInstalment(amount=Decimal(1000), date=payday - timedelta(days=1))
    assert fits((free,), budget(), ON, Decimal("0.9"))
    assert not fits((free.model_copy(update={"date": payday - timedelta(days=2)}),), budget(), ON, Decimal("0.9"))


def test_a_long_plan_falls_on_paydays_of_the_country_to_its_end() -> None:
    drawn = case(country="CO", scenario="whatsapp_ghost")
    far = drawn.on + timedelta(days=360)
    assert all(day.day >= 25 or 11 <= day.day <= 15 for day in paydays(drawn.budget, drawn.on, far)[:-1])


def test_the_whole_balance_tomorrow_is_countered_with_what_fits() -> None:
    asked = proposal((str(case().account.balance), ON + timedelta(days=1)), kind="lump_sum")
    verdict = weigh(asked, case(), case().policy, WILLING)
    assert verdict.answer == "counter"
    assert verdict.counter is not None
    assert fits(verdict.counter.instalments, case().budget, ON, Decimal("0.9"))


def test_a_debtor_without_trust_says_only_that_they_cannot() -> None:
    asked = proposal((str(case().account.balance), ON + timedelta(days=1)))
    assert weigh(asked, case(), case().policy, CLOSED).answer == "refuse_means"


def test_an_offer_without_a_date_is_asked_back() -> None:
    asked = proposal(("500", None), open=("date",))
    assert weigh(asked, case(), case().policy, WILLING).answer == "ask_terms"


def test_nothing_left_over_means_no_counter_offer() -> None:
    poor = case().model_copy(update={"budget": budget(income=5_000, essentials=5_000, priority=500)})
    assert counter_offer(poor, Decimal("0.9")) is None
    verdict = volunteered(poor, WILLING)
    assert verdict is not None and verdict.answer == "refuse_means"


def test_savings_that_cover_the_balance_are_offered_at_once() -> None:
    rich = case().model_copy(update={"budget": budget(savings=10_000_000)})
    theirs = counter_offer(rich, Decimal("0.9"))
    assert theirs is not None and theirs.kind == "lump_sum"
    assert theirs.instalments[0].amount == rich.account.balance


def test_a_closed_debtor_volunteers_nothing() -> None:
    assert volunteered(case(), CLOSED) is None


@pytest.mark.parametrize(
    ("payments", "discount", "beyond"),
    [
        ([("0.5", 10), ("0.5", 40)], 0, ()),
        ([("0.1", 10 * n) for n in range(1, 11)], 0, ("max_instalments",)),
        ([("0.7", 10)], 30, ("max_discount_pct",)),
        ([("0.35", 10), ("0.35", 40)], 0, ()),
        ([("0.05", 10), ("0.95", 40)], 0, ("min_down_payment_pct",)),
        ([("1", 90)], 0, ("max_extension_days",)),
    ],
)
def test_limits_of_authority(payments: list[tuple[str, int]], discount: int, beyond: tuple[str, ...]) -> None:
    policy = Policy(max_discount_pct=10, max_instalments=6, min_down_payment_pct=10, max_extension_days=45)
    balance = case().account.balance
    dated = [
        (str((balance * Decimal(share)).quantize(Decimal("0.01"))), ON + timedelta(days=d)) for share, d in payments
    ]
    assert oversteps(proposal(*dated, discount_pct=discount), case(), policy) == beyond


def test_a_supervisor_widens_every_limit_and_narrows_none() -> None:
    before = case().policy
    after = raised(before)
    assert after.max_instalments > before.max_instalments
    assert after.max_discount_pct > before.max_discount_pct
    assert after.max_extension_days > before.max_extension_days


def test_a_later_date_alone_means_the_whole_balance() -> None:
    offer = Offer("agent", "extension", (Instalment(None, date(2026, 12, 15)),), 0, 10)
    made = proposal_from(offer, case(), None)
    assert made.instalments == (AgreedInstalment(amount=case().account.balance, date=date(2026, 12, 15)),)
    assert made.open == ()


def test_a_date_completes_the_offer_that_was_still_open() -> None:
    standing = proposal(("400", None), open=("date",))
    answer = Offer("agent", "plan", (Instalment(None, date(2026, 12, 15)),), 0, 10, open=("amount",))
    assert proposal_from(answer, case(), standing).instalments == (
        AgreedInstalment(amount=Decimal(400), date=date(2026, 12, 15)),
    )


@given(st.integers(1, 10**9))
def test_rounding_down_never_asks_for_more_and_loses_less_than_a_tenth(n: int) -> None:
    rounded = round_down(Decimal(n))
    assert Decimal(n) * Decimal("0.9") < rounded <= n


@given(st.integers(0, 400), st.integers(0, 400))
def test_capacity_never_falls_with_time(first: int, second: int) -> None:
    early, late = sorted((first, second))
    days = (ON + timedelta(days=early), ON + timedelta(days=late))
    assert capacity(budget(savings=100), ON, days[0]) <= capacity(budget(savings=100), ON, days[1])


@settings(max_examples=60)
@given(st.integers(0, 60), st.sampled_from(["MX", "CL", "ES", "US"]))
def test_every_counter_offer_pays_the_balance_exactly_and_fits(seed: int, country: str) -> None:
    drawn = case(seed, country)
    theirs = counter_offer(drawn, Decimal("0.9"))
    if theirs is not None:
        assert total(theirs.instalments) == drawn.account.balance
        assert fits(theirs.instalments, drawn.budget, ON, Decimal("0.9"))
        assert all(i.amount is not None and i.amount > 0 for i in theirs.instalments)


def test_terms_are_the_same_within_a_day_or_two_and_not_otherwise() -> None:
    one = proposal(("500", date(2026, 12, 15)))
    assert same_terms(one, proposal(("500", date(2026, 12, 16))))
    assert not same_terms(one, proposal(("500", date(2026, 12, 30))))
    assert not same_terms(one, proposal(("450", date(2026, 12, 15))))
    assert not same_terms(one, proposal(("250", date(2026, 12, 15)), ("250", date(2026, 12, 30))))


def test_an_amount_each_quincena_goes_on_until_the_balance_is_paid() -> None:
    offer = Offer("agent", "plan", (Instalment(Decimal(1000), date(2026, 11, 30)),), 0, 10, open=("count",))
    made = proposal_from(offer, case(), None, every="quincena")
    assert total(made.instalments) == case().account.balance
    assert [i.date for i in made.instalments][:3] == [date(2026, 11, 30), date(2026, 12, 15), date(2026, 12, 31)]


@pytest.mark.parametrize(("levels", "answer"), [({"commitment": 60}, "ask_terms"), ({"commitment": 5}, None)])
def test_who_would_deal_asks_for_the_figures_of_a_plan(levels: dict[str, int], answer: str | None) -> None:
    begun = opening(job_loss(), case()).state.model_copy(update={"anger": 20, "trust": 20, **levels})
    assert respond(job_loss(), case(), begun, Said(text="Le puedo ofrecer un plan de pagos.")).negotiation == answer


def test_a_recap_that_adds_the_rest_to_a_part_agreed_before_is_agreed_too() -> None:
    whole = case().account.balance
    part = AgreedInstalment(amount=Decimal(500), date=date(2026, 11, 30))
    rest = AgreedInstalment(amount=whole - 500, date=date(2026, 12, 15))
    old = Proposal(by="agent", kind="lump_sum", instalments=(part,))
    new = Proposal(by="agent", kind="plan", instalments=(part, rest))
    beyond = new.model_copy(update={"instalments": (part, rest, rest)})
    other = new.model_copy(update={"instalments": (rest, part)})
    assert completes(new, old, case())
    assert not completes(old, old, case())
    assert not completes(beyond, old, case())
    assert not completes(other, old, case())


def test_what_was_agreed_in_part_grows_when_the_rest_is_said() -> None:
    part = AgreedInstalment(amount=Decimal(500), date=date(2026, 11, 30))
    agreed = Proposal(by="agent", kind="lump_sum", instalments=(part,))
    before = opening(job_loss(), case()).state.model_copy(update={"agreement": agreed, "settled": "promise"})
    text = "Repaso: $500 el 30 de noviembre y $500 el 15 de diciembre, por transferencia. ¿Es correcto?"
    offered = respond(job_loss(), case(), before, Said(text=text)).state.last_offer
    assert offered is not None
    assert [i.amount for i in offered.instalments] == [Decimal(500), Decimal(500)]

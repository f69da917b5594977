"""One story: what comes of each kind of ending."""

from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.aftermath import Aftermath, aftermath
from simulator.state import Proposal
from tests.simulator.aftermath.calls import after, fitting, proposal, rich, shares, told
from tests.simulator.engine import ON, case, job_loss, state

WILLING = {"commitment": 100, "trust": 100}
SEEDS = range(24)


def test_nothing_agreed_with_a_debtor_who_trusts_nothing_recovers_nothing() -> None:
    story = after(case(), trust=0)
    assert (story.status, story.recovered, story.open) == ("nothing_agreed", 0, case().account.balance)


def test_the_same_call_has_the_same_aftermath() -> None:
    assert after(case(), agreement=fitting(case())) == after(case(), agreement=fitting(case()))


def test_a_story_survives_being_stored() -> None:
    story = after(case(), agreement=fitting(case()))
    assert Aftermath.model_validate_json(story.model_dump_json()) == story


def test_other_debtors_have_other_luck() -> None:
    fates = {
        tuple(i.outcome for i in after(case(s), agreement=shares(case(s), *["0.1"] * 6)).instalments) for s in SEEDS
    }
    assert len(fates) > 3


def test_what_nobody_authorised_is_withdrawn_and_costs_goodwill() -> None:
    agreed = {"agreement": fitting(case()), **WILLING, "trust": 40}
    story, granted = after(case(), beyond_authority=("max_discount_pct",), **agreed), after(case(), **agreed)
    assert (story.status, story.recovered, story.instalments, story.promised) == ("withdrawn", 0, (), 0)
    assert story.goodwill < granted.goodwill


def test_what_cannot_be_paid_never_comes_whole() -> None:
    for seed in SEEDS:
        story = after(case(seed), agreement=shares(case(seed), "50", kind="lump_sum"), **WILLING)
        assert not story.instalments[0].paid
        assert story.recovered < case(seed).account.balance


def test_what_is_easily_affordable_is_mostly_kept() -> None:
    stories = [after(rich(case(s)), agreement=shares(case(s), "0.5", "0.5"), **WILLING) for s in SEEDS]
    assert sum(story.status == "kept" for story in stories) > len(stories) * 0.8


def test_every_fate_of_a_payment_occurs_and_adds_up() -> None:
    stories = [after(case(s), agreement=fitting(case(s), "1"), commitment=50) for s in SEEDS]
    assert {i.outcome for story in stories for i in story.instalments} == {"kept", "late", "part", "broken"}
    for story, seed in zip(stories, SEEDS, strict=True):
        came = sum((i.came for i in story.instalments), story.unprompted)
        assert story.recovered == min(came, case(seed).account.balance)
        assert story.recovered + story.open + story.forgiven == case(seed).account.balance
        for one in story.instalments:
            assert one.paid == (one.outcome in ("kept", "late"))
            assert (one.days_late > 0) == (one.outcome == "late")
            assert (0 < one.came < one.amount) == (one.outcome == "part")


def test_a_discount_kept_forgives_the_rest_and_a_broken_one_is_lost() -> None:
    stories = [
        after(of, agreement=shares(of, "0.45", "0.45", discount_pct=10.0), commitment=70)
        for of in (rich(case(seed)) for seed in SEEDS)
    ]
    settled = [s for s in stories if s.status == "settled"]
    lost = [s for s in stories if s.status != "settled"]
    assert settled and lost
    assert all(s.kind == "settlement" and s.open == 0 and s.forgiven > 0 for s in settled)
    assert all(s.forgiven == 0 and s.open > 0 for s in lost)


@pytest.mark.parametrize(
    ("parts", "more", "kind"),
    [
        (("1",), {"kind": "lump_sum"}, "lump_sum"),
        (("1",), {"kind": "extension"}, "extension"),
        (("0.5", "0.5"), {}, "plan"),
        (("0.02", "0.02", "0.02"), {}, "token"),
        (("0.4",), {"kind": "lump_sum"}, "partial"),
        (("0.9",), {"kind": "discount", "discount_pct": 10.0}, "settlement"),
    ],
)
def test_what_was_agreed_is_told_apart(parts: tuple[str, ...], more: dict[str, object], kind: str) -> None:
    story = after(case(), agreement=shares(case(), *parts, **more))
    assert story.kind == kind
    assert story.story[0].date == ON


def test_waived_late_fees_settle_the_account() -> None:
    owed = case().account
    paid = proposal([owed.balance - owed.late_fees], kind="lump_sum")
    assert after(case(), agreement=paid).kind == "settlement"


def test_a_pause_promises_nothing_and_runs_no_fees() -> None:
    pause = Proposal(by="agent", kind="pause", instalments=())
    stories = [after(case(seed), agreement=pause, commitment=60) for seed in SEEDS]
    assert {(s.status, s.kind, s.promised, s.late_fees) for s in stories} == {("paused", "pause", 0, 0)}
    assert {s.recovered > 0 for s in stories} == {True, False}


def test_a_disputed_debt_is_held() -> None:
    story = after(case(), disposition=Disposition.DISPUTE, **WILLING)
    assert (story.status, story.recovered, story.late_fees) == ("held", 0, 0)
    assert story.next_contact is not None
    assert "revisión" in told(story)


@pytest.mark.parametrize("ended", [Disposition.VULNERABLE, Disposition.DECEASED])
def test_where_care_comes_first_nobody_counts_money(ended: Disposition) -> None:
    story = after(case(), disposition=ended, agreement=fitting(case()))
    assert (story.status, story.next_contact, story.referral) == ("resting", None, None)
    assert not any(character.isdigit() for character in told(story))


def test_the_next_contact_is_the_one_that_was_noted() -> None:
    noted = FollowUp(next_date=ON.replace(day=27))
    assert after(case(), noted).next_contact == noted.next_date
    past = FollowUp(next_date=ON.replace(day=20))
    assert after(case(), past).next_contact == after(case()).next_contact != past.next_date


def test_who_missed_the_last_payment_is_called_within_days_and_not_weeks() -> None:
    broken = after(case(), agreement=shares(case(), "50", kind="lump_sum"))
    assert broken.next_contact is not None
    assert (broken.next_contact - broken.instalments[-1].date).days <= 7


def test_a_payment_without_a_day_is_no_payment_that_can_come_in() -> None:
    vague = Proposal(by="agent", kind="lump_sum", instalments=(AgreedInstalment(amount=Decimal(500)),))
    assert after(case(), agreement=vague, trust=0).status == "nothing_agreed"


def test_goodwill_follows_trust_and_anger() -> None:
    assert after(case(), trust=90, anger=5).goodwill > 50 > after(case(), trust=0, anger=100).goodwill


def test_a_threatened_debtor_left_angry_complains() -> None:
    wronged = after(case(), anger=95, acts={"threaten": 1})
    assert wronged.complaint
    assert "queja" in told(wronged)
    assert not after(case(), anger=95).complaint


def test_the_whole_story_is_told_in_the_order_of_its_days() -> None:
    for seed in SEEDS:
        days = [moment.date for moment in after(case(seed), agreement=fitting(case(seed)), commitment=50).story]
        assert days == sorted(days)
        assert len(days) >= 3


def test_a_case_without_a_balance_is_no_error() -> None:
    free = case().model_copy(update={"account": case().account.model_copy(update={"balance": Decimal(0)})})
    assert aftermath(job_loss(), free, state()).recovered_share == 0

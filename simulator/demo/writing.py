"""What a trainee of the demo writes around a call: the plan before it, the form and the note after it.

The careful write what the call came to; the hurried a few words; some leave the note empty. Nothing else decides the
scores: they are read from this as from anybody's.
"""

import random
from datetime import timedelta
from typing import Literal

from scenarios.case import Case
from scenarios.country import format_date, format_money
from scenarios.disposition import AGREEMENTS, DISPUTES
from scoring.followup.example import example_note
from scoring.transcript import CallRecord, FollowUp
from simulator.demo.words import one_of, plan_lines
from simulator.view import AttemptView

Care = Literal["careful", "hurried", "empty"]
PLANS = 0.35
"""Skill from which a plan is made before the call."""
RESTS = timedelta(days=14)
"""How long an account in dispute is left alone."""


def plan_for(view: AttemptView, skill: float, rng: random.Random) -> dict[str, str]:
    """The plan's fields; none where no plan is made, fewer where skill is less."""
    if skill < PLANS or rng.random() > skill:
        return {}
    figures = _figures(view.case)
    lines = plan_lines(view.language, rng)
    kept = [field for field in lines if rng.random() < skill + 0.2]
    return {field: lines[field].format_map(figures) for field in kept}


def _figures(case: Case) -> dict[str, str]:
    policy = case.policy
    return {
        "balance": format_money(case.account.balance, case.country),
        "days": str(case.account.days_past_due),
        "first": format_date(case.budget.paydays[0], case.language, case.country),
        "instalments": str(max(policy.max_instalments, 2)),
        "discount": str(policy.max_discount_pct),
    }


def care_of(skill: float, rng: random.Random) -> Care:
    """How much care the follow-up gets this time."""
    drawn = rng.random()
    if drawn < skill:
        return "careful"
    return "empty" if drawn > 1 - 0.3 * (1 - skill) else "hurried"


def follow_up_for(record: CallRecord, owner: str, care: Care, rng: random.Random) -> FollowUp:
    """The form and the note."""
    outcome = record.outcome
    if care == "empty" or outcome is None:
        return FollowUp(disposition=outcome.type if outcome else None)
    agreed = outcome.instalments if outcome.type in AGREEMENTS else ()
    if care == "hurried":
        return FollowUp(disposition=outcome.type, instalments=agreed[:1], note=one_of(record.language, "hurried", rng))
    disputed = outcome.type in DISPUTES
    return FollowUp(
        disposition=outcome.type, instalments=agreed, method=outcome.method or "" if agreed else "",
        reason="; ".join(fact.label for fact in record.must_record)[:400],
        next_action=one_of(record.language, "own_next", rng), owner=owner,
        next_date=outcome.next_date or (agreed[0].date if agreed else record.on + timedelta(days=5)),
        evidence=one_of(record.language, "evidence", rng) if disputed else "",
        hold_until=record.on + RESTS if disputed else None, note=example_note(record),
    )  # fmt: skip

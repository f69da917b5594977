"""Ended calls for the aftermath's tests: an agreement in a state, and nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from scenarios.case import Case
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.affordability import counter_offer
from simulator.aftermath import Aftermath, aftermath
from simulator.state import Proposal
from tests.simulator.engine import ON, job_loss, state


def fitting(of: Case, reservation: str = "0.9") -> Proposal:
    """What the debtor would name themself."""
    theirs = counter_offer(of, Decimal(reservation))
    assert theirs is not None
    return theirs


def proposal(amounts: Sequence[Decimal | int], kind: str = "plan", every: int = 15, **more: Any) -> Proposal:
    """Payments at equal distances from the call on."""
    days = [ON + timedelta(days=every * (n + 1)) for n in range(len(amounts))]
    instalments = tuple(AgreedInstalment(amount=Decimal(a), date=d) for a, d in zip(amounts, days, strict=True))
    return Proposal(by="agent", kind=kind, instalments=instalments, **more)


def shares(of: Case, *parts: str, **more: Any) -> Proposal:
    """Payments as shares of the balance."""
    return proposal([(of.account.balance * Decimal(part)).quantize(Decimal("0.01")) for part in parts], **more)


def after(of: Case, follow_up: FollowUp | None = None, **ended: Any) -> Aftermath:
    return aftermath(job_loss(), of, state(**ended), follow_up)


def told(story: Aftermath) -> str:
    return "\n".join(moment.text for moment in story.story)


def rich(of: Case, times: int = 50) -> Case:
    """The same case with far more money coming in."""
    return with_budget(of, income=of.budget.income * times)


def with_budget(of: Case, **fields: Any) -> Case:
    return of.model_copy(update={"budget": of.budget.model_copy(update=fields)})


def with_account(of: Case, **fields: Any) -> Case:
    return of.model_copy(update={"account": of.account.model_copy(update=fields)})

"""What happens after the call: instalments kept or missed, money recovered, goodwill. One seeded story.

Assumptions, all of ours, so that a trainee sees a plausible consequence (nothing here forecasts real people):

- a payment is kept with probability ``ease × (0.5 + 0.45 × commitment)``, where ``ease`` falls from 1 (seven tenths of
  what has come in are enough) to 0 (it takes everything and two fifths more);
- each missed payment lowers the debtor's commitment by a third;
- what the agent had no authority to grant is withdrawn by the creditor, and nothing of it comes in;
- goodwill starts at 50 and moves with trust gained or lost and with anger left behind.
"""

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scenarios.case import Case
from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from scenarios.values import Frozen, Money
from scoring.transcript import AgreedInstalment
from simulator.debtor import stream
from simulator.negotiation import capacity
from simulator.state import State

TIGHT, EASY = 1.4, 0.7
"""Shares of what has come in that a payment takes: at ``TIGHT`` it is never kept, at ``EASY`` it is no effort."""


class Instalment(Frozen):
    """One agreed payment and what became of it."""

    date: datetime.date
    amount: Money
    paid: bool
    taken: float = Field(description="share of what had come in by then that the payments so far would take")


class Aftermath(Frozen):
    """``recovered`` and ``promised`` are in the case's currency; ``goodwill`` is 0 to 100."""

    promised: Money
    recovered: Money
    recovered_share: float = Field(ge=0, description="of the balance")
    goodwill: int = Field(ge=0, le=100)
    complaint: bool
    withdrawn: bool = False
    status: Literal["kept", "partly_kept", "broken", "nothing_agreed", "withdrawn"]
    instalments: tuple[Instalment, ...] = ()


def aftermath(scenario: Scenario, case: Case, state: State) -> Aftermath:
    """The weeks after the call. Equal inputs tell an equal story."""
    agreed = state.agreement.instalments if state.agreement else ()
    withdrawn = bool(state.beyond_authority)
    story = () if withdrawn else _story(case, state, agreed)
    recovered = sum((i.amount for i in story if i.paid), Decimal(0))
    promised = sum((i.amount or Decimal(0) for i in agreed), Decimal(0))
    return Aftermath(
        promised=promised,
        recovered=recovered,
        recovered_share=float(round(recovered / case.account.balance, 3)) if case.account.balance else 0.0,
        goodwill=goodwill(scenario, state, withdrawn),
        complaint=_complains(state),
        withdrawn=withdrawn,
        status=_status(story, bool(agreed), withdrawn),
        instalments=story,
    )


def _story(case: Case, state: State, agreed: tuple[AgreedInstalment, ...]) -> tuple[Instalment, ...]:
    told, due, commitment = [], Decimal(0), state.commitment / 100
    dated = sorted(((i.date, i.amount) for i in agreed if i.date and i.amount), key=lambda pair: pair[0])
    for n, (day, amount) in enumerate(dated):
        due += amount
        taken = float(due / max(capacity(case.budget, case.on, day), Decimal(1)))
        paid = stream(case.seed, "aftermath", n).random() < chance_kept(taken, commitment)
        if not paid:
            due -= amount
            commitment *= 2 / 3
        told.append(Instalment(date=day, amount=amount, paid=paid, taken=round(taken, 2)))
    return tuple(told)


def chance_kept(taken: float, commitment: float) -> float:
    """Probability, 0 to 1, that a payment is kept; ``taken`` is a share of means, ``commitment`` 0 to 1."""
    ease = min(max((TIGHT - taken) / (TIGHT - EASY), 0.0), 1.0)
    return ease * (0.5 + 0.45 * commitment)


def goodwill(scenario: Scenario, state: State, withdrawn: bool = False) -> int:
    """0 to 100: what is left of the relationship, from trust gained or lost and the anger left behind."""
    begun = scenario.debtor
    moved = 0.8 * (state.trust - begun.trust) + 0.5 * (begun.anger - state.anger) - (25 if withdrawn else 0)
    return int(min(max(50 + moved, 0), 100))


def _complains(state: State) -> bool:
    """Threatened or insulted and left angry, or hung up on after either, the debtor files a complaint."""
    wronged = any(state.acts.get(act, 0) for act in ("threaten", "insult", "disclose_to_third_party"))
    return wronged and (state.anger >= 70 or state.disposition == Disposition.HUNG_UP)


def _status(
    story: tuple[Instalment, ...], agreed: bool, withdrawn: bool
) -> Literal["kept", "partly_kept", "broken", "nothing_agreed", "withdrawn"]:
    if withdrawn:
        return "withdrawn"
    if not agreed or not story:
        return "nothing_agreed"
    kept = sum(i.paid for i in story)
    return "kept" if kept == len(story) else "partly_kept" if kept else "broken"

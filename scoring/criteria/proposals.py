"""What an agent puts on the table over a call, against the creditor's policy and the debtor's means. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.case import Budget, Case
from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn, CallView
from scoring.reading.values import Offer
from scoring.transcript import AgreedInstalment

ABOUT_PAYING = (
    *OFFERS, DialogueAct.ASK_COMMITMENT, DialogueAct.PRESSURE, DialogueAct.RECAP, DialogueAct.ACCEPT_PROPOSAL,
)  # fmt: skip
SLACK = Decimal("0.98")
"""Sums are rounded when they are spoken."""


def offers_of(turn: AgentTurn, least: float = 0.6) -> tuple[Offer, ...]:
    """The proposals of a turn. Where the turn only tells the debt, its figures are none."""
    if turn.act(*ABOUT_PAYING, least=least) is None:
        return ()
    told = [a for a in turn.reading.of(DialogueAct.STATE_DEBT) if a.confidence >= least]
    asked = [a for a in turn.reading.of(*ABOUT_PAYING) if a.confidence >= least]
    return tuple(
        o for o in turn.reading.offers
        if any(_overlap(o, a.start, a.end) for a in asked) or not any(_overlap(o, a.start, a.end) for a in told)
    )  # fmt: skip


def span_of(turn: AgentTurn, offer: Offer) -> Span:
    """Where the proposal stands."""
    return Span(offer.start, min(offer.end, len(turn.text)))


def is_the_whole(offer: Offer, view: CallView) -> bool:
    """Whether it only asks for all of the balance at once, which is where every ladder begins."""
    if offer.discount_pct or len(offer.instalments) != 1:
        return False
    amount = offer.instalments[0].amount
    return amount is None or view.balance is None or amount >= view.balance * SLACK


def key_of(offer: Offer) -> tuple[str, int, Decimal | None]:
    """What makes one option another: the kind, the number of payments, the first amount."""
    amounts = [i.amount for i in offer.instalments]
    return offer.kind, len(offer.instalments), amounts[0] if amounts else None


def largest(offer: Offer) -> Decimal | None:
    """The largest single payment asked for; ``None`` where no amount is named."""
    return max((i.amount for i in offer.instalments if i.amount is not None), default=None)


def oversteps(offer: Offer, case: Case) -> Iterator[str]:
    """The limits of the policy that the proposal goes beyond, by their field's name."""
    policy, paid = case.policy, [i.amount for i in offer.instalments if i.amount is not None]
    if (offer.discount_pct or 0) > policy.max_discount_pct:
        yield "max_discount_pct"
    if len(offer.instalments) > policy.max_instalments:
        yield "max_instalments"
    if len(offer.instalments) > 1 and paid and policy.min_down_payment_pct:
        floor = min(sum(paid, Decimal(0)), case.account.balance) * policy.min_down_payment_pct / 100
        if paid[0] < floor * SLACK:
            yield "min_down_payment_pct"
    first = offer.instalments[0].date if offer.instalments else None
    if first is not None and (first - case.on).days > policy.max_extension_days:
        yield "max_extension_days"


def affordable(instalments: Sequence[AgreedInstalment], budget: Budget, on: date) -> bool:
    """Whether income less essentials less priority debts, with what is saved, covers every payment when it is due."""
    due = Decimal(0)
    for payment in sorted((i for i in instalments if i.amount and i.date), key=lambda i: i.date or on):
        due += payment.amount or 0
        days = max(((payment.date or on) - on).days, 0)
        months = Decimal(days) / 30 + Decimal("0.5")  # the payday that falls between
        if due > budget.savings + budget.disposable * months:
            return False
    return True


def _overlap(offer: Offer, start: int, end: int) -> bool:
    return offer.start < end and start < offer.end

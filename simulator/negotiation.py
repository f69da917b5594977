"""An offer against the hidden budget and the creditor's policy: accept, counter, refuse, or ask for its terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from scenarios.case import Case, Policy
from scoring.reading.date_page import Every
from scoring.reading.schedule import repeated
from scoring.reading.values import Offer
from scoring.transcript import AgreedInstalment
from simulator.affordability import CENT, counter_offer, fits
from simulator.state import Proposal
from simulator.waiving import owed, without_fees

Answer = Literal["accept", "counter", "refuse_means", "refuse_will", "ask_terms", "propose"]

MOST_PAYMENTS = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the debtor makes of an offer; ``beyond`` names the limits of authority that it oversteps."""

    answer: Answer
    proposal: Proposal
    counter: Proposal | None = None
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Willingness:
    """Whether the debtor, as they feel now, would take a fitting offer, and would say what fits.

    ``reservation`` is the share of what is affordable that is taken at most, ``asks`` the share that they name.
    """

    accepts: bool
    counters: bool
    reservation: Decimal
    asks: Decimal


def weigh(proposal: Proposal, case: Case, policy: Policy, will: Willingness) -> Verdict:
    """Weigh an agent's proposal. ``policy`` is the authority in force (raised, perhaps, by a supervisor)."""
    beyond = oversteps(proposal, case, policy)
    if proposal.open or not _complete(proposal):
        return Verdict("ask_terms", proposal, beyond=beyond)
    if not fits(proposal.instalments, case.budget, case.on, will.reservation):
        counter = counter_offer(case, will.asks, proposal.waived) if will.counters else None
        return Verdict("counter" if counter else "refuse_means", proposal, counter, beyond)
    return Verdict("accept" if will.accepts else "refuse_will", proposal, beyond=beyond)


def volunteered(case: Case, will: Willingness, waived: bool = False) -> Verdict | None:
    """What the debtor proposes when asked what they can pay; ``None`` where they would not say."""
    if not will.counters:
        return None
    counter = counter_offer(case, will.asks, waived)
    if counter is None:
        return Verdict("refuse_means", Proposal(by="debtor", kind="none", instalments=()))
    return Verdict("propose", counter, counter)


def proposal_from(
    offer: Offer, case: Case, standing: Proposal | None, every: Every | None = None, waived: bool = False
) -> Proposal:
    """The offer as dated amounts, completed by the case and by an open proposal of the agent's that it answers.

    ``every`` is the period that the reply names: "900 each quincena" goes on until the balance is paid, less the late
    fees where they were ``waived``.
    """
    balance = owed(case, waived)
    instalments = tuple(AgreedInstalment(amount=i.amount, date=i.date) for i in offer.instalments)
    if standing and standing.by == "agent" and standing.open:
        instalments = _completed(instalments, standing.instalments)
    discount = float(offer.discount_pct or 0) or (standing.discount_pct if standing and standing.open else 0.0)
    if offer.kind in ("extension", "discount", "lump_sum", "restructure"):
        instalments = _whole_balance(instalments, balance, discount)
    if "count" in offer.open and every:
        instalments = _until_paid(instalments, balance, every)
    instalments = _with_the_rest(instalments, balance, discount)
    if waived and not discount:
        instalments = without_fees(instalments, case)
    missing = tuple(
        name
        for name, absent in (
            ("amount", not instalments or any(i.amount is None for i in instalments)),
            ("date", not instalments or any(i.date is None for i in instalments)),
        )
        if absent
    )
    if offer.kind == "pause":
        missing = ()
    return Proposal(
        by=offer.by, kind=offer.kind, instalments=instalments, discount_pct=discount,
        condition=offer.condition, open=missing, waived=waived,
    )  # fmt: skip


def _completed(new: Sequence[AgreedInstalment], old: Sequence[AgreedInstalment]) -> tuple[AgreedInstalment, ...]:
    """What the new words say, with the gaps filled by the proposal that was still open."""
    if not new or (len(new) == 1 < len(old)):
        first = new[0] if new else AgreedInstalment()
        dated = [o.date or (first.date if at == 0 else None) for at, o in enumerate(old)]
        return tuple(AgreedInstalment(amount=o.amount or first.amount, date=d) for o, d in zip(old, dated, strict=True))
    if len(new) == len(old):
        return tuple(
            AgreedInstalment(amount=n.amount or o.amount, date=n.date or o.date) for n, o in zip(new, old, strict=True)
        )
    return tuple(new)


def _whole_balance(
    instalments: tuple[AgreedInstalment, ...], balance: Decimal, discount: float
) -> tuple[AgreedInstalment, ...]:
    """A single date without an amount means the whole balance, less the discount."""
    if len(instalments) == 1 and instalments[0].amount is None:
        due = (balance * (100 - Decimal(str(discount))) / 100).quantize(CENT)
        return (AgreedInstalment(amount=due, date=instalments[0].date),)
    return instalments


def _with_the_rest(
    instalments: tuple[AgreedInstalment, ...], balance: Decimal, discount: float
) -> tuple[AgreedInstalment, ...]:
    """Where only the last of several payments has no amount, it is what is left: "and the rest in January"."""
    *first, last = instalments or (AgreedInstalment(),)
    if not first or last.amount is not None or any(i.amount is None for i in first):
        return instalments
    due = (balance * (100 - Decimal(str(discount))) / 100).quantize(CENT)
    left = due - total(first)
    return (*first, AgreedInstalment(amount=left, date=last.date)) if left > 0 else instalments


def _until_paid(
    instalments: tuple[AgreedInstalment, ...], balance: Decimal, every: Every
) -> tuple[AgreedInstalment, ...]:
    """The same amount each period until the balance is paid; the last takes what is left."""
    if len(instalments) != 1 or not instalments[0].amount or instalments[0].date is None:
        return instalments
    amount = instalments[0].amount
    count = int((balance / amount).to_integral_value(ROUND_CEILING))
    if not 1 < count <= MOST_PAYMENTS:
        return instalments
    amounts = [amount] * (count - 1) + [balance - amount * (count - 1)]
    days = repeated(instalments[0].date, count, every)
    return tuple(AgreedInstalment(amount=a, date=d) for a, d in zip(amounts, days, strict=True))


def _complete(proposal: Proposal) -> bool:
    return proposal.kind == "pause" or bool(proposal.instalments)


def total(instalments: Iterable[AgreedInstalment]) -> Decimal:
    """The sum of what is named, in the case's currency."""
    return sum((i.amount for i in instalments if i.amount is not None), Decimal(0))


def oversteps(proposal: Proposal, case: Case, policy: Policy) -> tuple[str, ...]:
    """The limits of the agent's authority that the proposal goes beyond, in the order of the policy's fields."""
    return tuple(name for name, over in _limits(proposal, case, policy) if over)


def _limits(proposal: Proposal, case: Case, policy: Policy) -> Iterable[tuple[str, bool]]:
    balance, paid = case.account.balance, total(proposal.instalments)
    several = len(proposal.instalments) > 1
    yield (
        "max_discount_pct",
        proposal.discount_pct > policy.max_discount_pct,
    )
    yield "max_instalments", len(proposal.instalments) > policy.max_instalments
    first = proposal.instalments[0] if proposal.instalments else AgreedInstalment()
    if several and first.amount is not None:
        floor = min(paid, balance) * policy.min_down_payment_pct / 100
        yield "min_down_payment_pct", first.amount < floor * Decimal("0.98")
    yield "may_waive_late_fees", proposal.waived and not policy.may_waive_late_fees
    if several:
        yield "token_months", paid * 2 < balance and len(proposal.instalments) > policy.token_months
    if proposal.discount_pct and policy.discount_within_days is not None:
        last = max((i.date for i in proposal.instalments if i.date), default=case.on)
        yield "discount_within_days", (last - case.on).days > policy.discount_within_days
    if first.date is not None:
        yield "max_extension_days", (first.date - case.on).days > policy.max_extension_days


def with_discount_of(proposal: Proposal, earlier: Proposal | None, case: Case) -> Proposal:
    """The proposal with the discount of an earlier one where its sum is just what that discount leaves."""
    if earlier is None or not earlier.discount_pct or proposal.discount_pct or proposal.open:
        return proposal
    due = owed(case, proposal.waived) * (100 - Decimal(str(earlier.discount_pct))) / 100
    if abs(total(proposal.instalments) - due) > due / 100:
        return proposal
    return proposal.model_copy(update={"discount_pct": earlier.discount_pct})


def waived(proposal: Proposal, case: Case) -> Proposal:
    """The proposal with the late fees let go: what would still pay them comes off its last payment."""
    if proposal.waived or proposal.discount_pct:
        return proposal.model_copy(update={"waived": True})
    return proposal.model_copy(update={"waived": True, "instalments": without_fees(proposal.instalments, case)})


def eased(new: Proposal, old: Proposal) -> bool:
    """Whether the new offer asks less, or gives more, than the old: a concession."""
    if new.discount_pct > old.discount_pct or len(new.instalments) > len(old.instalments):
        return True
    if not new.instalments or not old.instalments:
        return False
    a, b = new.instalments[0], old.instalments[0]
    smaller = a.amount is not None and b.amount is not None and a.amount < b.amount
    return smaller or (a.date is not None and b.date is not None and a.date > b.date)


def same_terms(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals name the same payments (within one per cent, and within two days)."""
    if len(one.instalments) != len(other.instalments):
        return False
    return all(_close(a, b) for a, b in zip(one.instalments, other.instalments, strict=True))


def completes(new: Proposal, old: Proposal, case: Case) -> bool:
    """Whether the new proposal keeps what the old one pays and adds payments up to no more than what is owed."""
    at = len(old.instalments)
    kept = new.model_copy(update={"instalments": new.instalments[:at]})
    within = total(old.instalments) < total(new.instalments) <= owed(case, new.waived)
    return 0 < at < len(new.instalments) and within and same_terms(kept, old)


def _close(a: AgreedInstalment, b: AgreedInstalment) -> bool:
    if a.amount is not None and b.amount is not None and abs(a.amount - b.amount) > b.amount / 100:
        return False
    return a.date is None or b.date is None or abs((a.date - b.date).days) <= 2


def raised(policy: Policy) -> Policy:
    """The authority that a supervisor grants: half as many instalments again, five points of discount, a fortnight."""
    return policy.model_copy(
        update={
            "max_instalments": policy.max_instalments + max(policy.max_instalments // 2, 1),
            "max_discount_pct": min(policy.max_discount_pct + 5, 100),
            "max_extension_days": policy.max_extension_days + 14,
        }
    )

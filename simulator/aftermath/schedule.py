"""What was agreed, as dated payments with the weight that each has in the debtor's purse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.disposition import Disposition
from simulator.affordability import capacity
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.outcome import Kind
from simulator.state import Proposal, State

NOBODY_OWES = frozenset({
    Disposition.WRONG_NUMBER, Disposition.THIRD_PARTY, Disposition.DECEASED, Disposition.VULNERABLE,
    Disposition.NO_CONTACT, Disposition.FRAUD_CLAIM, Disposition.ALREADY_PAID, Disposition.DISPUTE,
})  # fmt: skip
"""After these nobody pays unprompted: the debtor was not spoken to, or says that nothing is owed."""
HELD = frozenset({Disposition.DISPUTE, Disposition.FRAUD_CLAIM, Disposition.ALREADY_PAID})
RESTING = frozenset({Disposition.VULNERABLE, Disposition.DECEASED})
NEARLY = Decimal("0.99")


@dataclass(frozen=True, slots=True)
class Due:
    """One payment that falls due. ``free`` is what is free by its date, ``taken`` all that is due by then over it."""

    date: date
    amount: Decimal
    free: Decimal
    taken: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that can come in. ``unprompted`` may come beside it, ``most`` is where the debt ends."""

    kind: Kind
    dues: tuple[Due, ...]
    promised: Decimal
    most: Decimal
    free: Decimal
    unprompted: Decimal


def schedule(case: Case, state: State) -> Schedule:
    """The payments to come after a call, in the order of their dates. What is withdrawn has none."""
    withdrawn, agreed = bool(state.beyond_authority), state.agreement
    stands = agreed is not None and not withdrawn and state.disposition not in RESTING
    dated = _dated(case, agreed) if agreed and stands else []
    kind = kind_of(case, agreed) if dated else "none"
    promised = sum((amount for _, amount in dated), Decimal(0)) if kind != "pause" else Decimal(0)
    balance = case.account.balance
    most = min(promised, balance) if kind == "settlement" else balance
    end = max([day for day, _ in dated] + [case.on + timedelta(days=numbers().cure_days)])
    closed = withdrawn or disputed(state) or state.disposition in NOBODY_OWES
    small = min(case.account.instalment, balance * Decimal(str(numbers().cure_share)))
    free = capacity(case.budget, case.on, end)
    return Schedule(kind, _weighed(case, dated), promised, most, free, Decimal(0) if closed else small)


def disputed(state: State) -> bool:
    """Whether what is not agreed on is under review."""
    return bool(state.acts.get(DialogueAct.REGISTER_DISPUTE))


def kind_of(case: Case, agreed: Proposal | None) -> Kind:
    """What an agreement does to the debt; ``none`` where there is none."""
    if agreed is None:
        return "none"
    if agreed.kind == "pause":
        return "pause"
    total = sum((i.amount or Decimal(0) for i in agreed.instalments), Decimal(0))
    owed, several = case.account.balance, len(agreed.instalments) > 1
    if total < owed * NEARLY and (agreed.discount_pct or total >= (owed - case.account.late_fees) * NEARLY):
        return "settlement"
    if total < owed * NEARLY:
        return "token" if several and total * 2 < owed else "partial"
    if several:
        return "plan"
    return "extension" if agreed.kind == "extension" else "lump_sum"


def pause_end(case: Case, agreed: Proposal) -> date:
    """When payments begin again after a pause: as named, else as long as the agent may grant."""
    named = [i.date for i in agreed.instalments if i.date]
    return max(named) if named else case.on + timedelta(days=max(case.policy.max_extension_days, 1))


def _dated(case: Case, agreed: Proposal) -> list[tuple[date, Decimal]]:
    """Dates and amounts, ascending. After a pause, one payment of the contract is waited for."""
    if agreed.kind == "pause":
        return [(pause_end(case, agreed), min(case.account.instalment, case.account.balance))]
    return sorted(((i.date, i.amount) for i in agreed.instalments if i.date and i.amount), key=lambda pair: pair[0])


def _weighed(case: Case, dated: Sequence[tuple[date, Decimal]]) -> tuple[Due, ...]:
    """What is not paid stays due beside what follows, so the weight is that of everything due so far."""
    dues, so_far = [], Decimal(0)
    for day, amount in dated:
        so_far += amount
        free = capacity(case.budget, case.on, day)
        dues.append(Due(day, amount, free, float(so_far / max(free, Decimal(1)))))
    return tuple(dues)

"""What is still open in a follow-up before it is sent. Pure, and blind to the talk: no answer is given away."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from scenarios.case import Case
from scenarios.disposition import AGREEMENTS, DISPUTES, Disposition
from scenarios.values import Frozen, Money
from scoring.criteria.country_rules import reason_rule
from scoring.transcript import FollowUp

What = Literal["sum", "no_date", "no_amount", "past", "order", "next_in_the_past"]
NOBODY = frozenset({Disposition.WRONG_NUMBER, Disposition.THIRD_PARTY, Disposition.NO_CONTACT, Disposition.DECEASED})
"""Results in which nobody was there to give a reason."""
NOTHING_COMES = frozenset({Disposition.WRONG_NUMBER, Disposition.DECEASED})
"""Results after which no day need be fixed."""


class Remark(Frozen):
    """A plain fact about what stands in the form. ``n`` is a payment's number; ``total`` and ``balance`` are money."""

    what: What
    n: int = 0
    total: Money = Decimal(0)
    balance: Money = Decimal(0)


def still_empty(form: FollowUp, case: Case) -> tuple[str, ...]:
    """The fields that a follow-up with this result usually holds and this one does not, in the form's order."""
    if form.disposition is None:
        return ("disposition",) if form.note.strip() else ("disposition", "note")
    return tuple(field for field in _wanted(form.disposition, case) if not _is_filled(form, field))


def _wanted(result: Disposition, case: Case) -> Iterable[str]:
    if result in AGREEMENTS:
        yield from ("payments", "method")
    if result not in NOBODY and reason_rule(case.country, case.language) is None:
        yield "reason"
    yield from ("next_action", "owner")
    if result not in NOTHING_COMES:
        yield "next_date"
    if result in DISPUTES:
        yield from ("evidence", "hold_until")
    yield "note"


def _is_filled(form: FollowUp, field: str) -> bool:
    if field == "payments":
        return any(line.amount is not None for line in form.instalments)
    value = getattr(form, field)
    return bool(value.strip() if isinstance(value, str) else value)


def remarks(form: FollowUp, case: Case) -> tuple[Remark, ...]:
    """What the figures say by themselves: sums, days gone by, lines half filled."""
    return tuple(_remarks(form, case))


def _remarks(form: FollowUp, case: Case) -> Iterable[Remark]:
    amounts = [line.amount for line in form.instalments if line.amount is not None]
    total, balance = sum(amounts, Decimal(0)), case.account.balance
    if amounts and total != balance:
        yield Remark(what="sum", total=total, balance=balance)
    before = None
    for n, line in enumerate(form.instalments, start=1):
        if line.amount is not None and line.date is None:
            yield Remark(what="no_date", n=n)
        if line.amount is None and line.date is not None:
            yield Remark(what="no_amount", n=n)
        if line.date is not None and line.date < case.on:
            yield Remark(what="past", n=n)
        if line.date is not None and before is not None and line.date < before:
            yield Remark(what="order", n=n)
        before = line.date or before
    if form.next_date is not None and form.next_date < case.on:
        yield Remark(what="next_in_the_past")

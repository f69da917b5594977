"""What a piece adds to a payment: its day, its period, its length, or how far it lies behind the one before."""

from datetime import date
from typing import Protocol

from scoring.reading.moments import after
from scoring.reading.payment import Payment
from scoring.reading.placing import Around, place
from scoring.reading.terms import Term
from scoring.reading.tokens import Tokens


class Taking(Protocol):
    """The payments so far, the token at which the last piece ended, and days that were named before."""

    tokens: Tokens
    payments: list[Payment]
    named: list[date]
    reached: int


def take(builder: Taking, payment: Payment, term: Term) -> None:
    """Give a piece to a payment."""
    if term.kind == "day":
        place(Around(builder.tokens, builder.payments, builder.reached, tuple(builder.named)), payment, term)
    elif term.kind == "later":
        _follow(builder, payment, term)
    else:
        _pace(payment, term)
    payment.reach(term)


def _follow(builder: Taking, payment: Payment, term: Term) -> None:
    """ "a week later": behind the payment before, or behind the day before in "uno el 30 y el otro a los 15 días"."""
    if payment.begin and payment.exact and not payment.days and payment.counted and not payment.repeats:
        payment.days, payment.begin, payment.exact = [payment.begin], None, False  # "the first Friday, the second …"
    known = term if term.every or term.step else _as_before(builder, payment, term)
    if 0 < len(payment.days) < payment.n and payment.counted:
        further = after(known, payment.days[-1])
        payment.days += [further] if further else []
    else:
        payment.after = known


def _as_before(builder: Taking, payment: Payment, term: Term) -> Term:
    """ "£40 on each of the next four Fridays and a fiver on the one after": one period of the payments before."""
    repeated = [p for p in builder.payments if p is not payment and p.repeats]
    if not repeated:
        weekly = any(p.after is not None and p.after.kind == "day" for p in builder.payments)
        return term._replace(step=7) if weekly else term
    every, step = repeated[-1].every, repeated[-1].step
    step = step or {"week": 7, "fortnight": 14}.get(every or "", 0)
    return term._replace(every=None if step else every, step=step)


def _pace(payment: Payment, term: Term) -> None:
    payment.every, payment.step = (term.every or payment.every, term.step or payment.step)
    if term.kind == "end":
        payment.ends = True
    elif term.kind == "month":
        payment.month = term.days[0]
        several = payment.counted and payment.n > 1 and len(payment.days) < 2 and not payment.step
        payment.every = payment.every or ("month" if several else None)  # "tres de 300, el primero, desde diciembre"
    elif term.kind == "range" and term.until:
        payment.month, payment.until = term.days[0], term.until
        payment.every = payment.every or (None if payment.step else "month")
    elif term.value and term.every == "month":
        payment.months = int(term.value)

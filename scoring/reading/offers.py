"""Proposals of payment in a reply, as dated amounts, with what is still open."""

from collections.abc import Sequence
from datetime import date

from scoring.reading.draft import Draft
from scoring.reading.drafts import read_drafts
from scoring.reading.instalments import fraction, instalments
from scoring.reading.payment import Payment
from scoring.reading.schedule import schedule, unit_of
from scoring.reading.term_reader import read_terms
from scoring.reading.terms import Mentions, says
from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.totals import arranged
from scoring.reading.values import (
    Amount,
    Count,
    DateMention,
    Instalment,
    Offer,
    OfferKind,
    Percentage,
    ReadingContext,
)

__all__ = ["find_offers", "schedule"]


_MOST_TERMS = 200


"""What a reply names beyond this is a list, and no proposal."""


def find_offers(  # noqa: PLR0913, PLR0917 - the pieces that the reader has found already
    text: str,
    context: ReadingContext,
    amounts: Sequence[Amount],
    dates: Sequence[DateMention],
    counts: Sequence[Count],
    percentages: Sequence[Percentage],
) -> tuple[Offer, ...]:
    """The proposals of a reply, in order. A question for an amount and a statement of the debt are none."""
    tokens = tokenise(text)
    terms = read_terms(tokens, context, Mentions(amounts, dates, counts, percentages))[:_MOST_TERMS]
    if not terms:
        return ()
    drafts, found = read_drafts(tokens, terms, context)
    found += [_offer(tokens, draft, context) for draft in drafts]
    return tuple(sorted(found, key=lambda o: (o.start, o.end)))


def _offer(tokens: Tokens, draft: Draft, context: ReadingContext) -> Offer:
    total = context.balance
    if total is not None and draft.discount:
        kept = 1 - fraction(draft.discount)
        total = (total * kept.numerator / kept.denominator).quantize(unit_of(context))
    payments = arranged(draft.payments, total, tokens)
    for payment in payments:
        payment.month_end = _ends_months(tokens, payment)
    paid = instalments(payments, total, unit_of(context))
    if not payments:
        day = next((t.days[0] for t in draft.sentence.terms if t.kind == "day" and t.days and not t.past), None)
        paid = (Instalment(total, day),)
    endless = any(p.endless and not (p.until or (p.ends and context.balance)) for p in payments)
    start = min((p.start for p in draft.payments), default=_edges(tokens, draft)[0])
    end = max((p.end for p in draft.payments), default=_edges(tokens, draft)[1])
    kind = _kind(tokens, draft, paid, endless)
    return Offer(context.by, kind, paid, start, end, draft.discount, draft.condition, _open(paid, endless))


def _ends_months(tokens: Tokens, payment: Payment) -> bool:
    """ "el último día de cada mes", "at the end of each month": the thirty-first where a month has one."""
    if not any(day.day >= _LATE for day in (*payment.days, payment.begin or _NONE, payment.hint or _NONE)):
        return False
    near = range(max(payment.first - 3, 0), payment.last + 4)
    return any(
        tokens.text(at) in _LAST_DAYS or (tokens.text(at), tokens.text(at + 1)) == ("last", "day") for at in near
    )


_LATE = 28
_NONE = date(2000, 1, 1)


_LAST_DAYS = frozenset({"ultimo", "fin", "fines", "finales", "end", "ends"})


def _edges(tokens: Tokens, draft: Draft) -> tuple[int, int]:
    return tokens.span(draft.sentence.first, draft.sentence.last)


def _kind(tokens: Tokens, draft: Draft, paid: Sequence[Instalment], endless: bool) -> OfferKind:
    if draft.discount:
        return "discount"
    if says(tokens, draft.sentence.first, draft.sentence.last, "restructure"):
        return "restructure"
    if len(paid) == 1 and not endless and says(tokens, draft.sentence.first, draft.sentence.last, "moves"):
        return "extension"
    return "plan" if len(paid) > 1 or endless else "lump_sum"


def _open(paid: Sequence[Instalment], endless: bool) -> tuple[str, ...]:
    """What the proposal leaves unsaid."""
    missing = {
        "amount": any(i.amount is None for i in paid),
        "date": any(i.date is None for i in paid),
        "count": endless,
    }
    return tuple(name for name, lacks in missing.items() if lacks)

"""A proposal while further sentences complete it, and what one sentence leaves to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scoring.reading.date_page import Every
from scoring.reading.denied import meant
from scoring.reading.payment import Payment
from scoring.reading.repriced import PRICE, new_price
from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens


@dataclass(slots=True)
class Draft:
    """An offer while further sentences may complete it."""

    payments: list[Payment]
    discount: Decimal | None
    condition: str | None
    sentence: Sentence
    number: int
    lengths: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Carried:
    """What the sentences before leave to a sentence.

    Lengths of time without a payment, days of the last proposal, and how often somebody is paid.
    """

    lengths: tuple[Term, ...]
    named: tuple[date, ...]
    earned: Every | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The last sentence that named anything, and whether it proposed."""

    sentence: Sentence
    number: int
    proposed: bool


def taken_up(tokens: Tokens, sentence: Sentence, spoken: Spoken | None) -> Sentence:
    """ "My brother lends me a thousand. Will you take that Wednesday": the sum that was only told becomes a payment."""
    if spoken is None or spoken.proposed or any(t.kind in ("sum", "share") for t in sentence.terms):
        return sentence
    whole = any(t.kind == "whole" for t in sentence.terms)
    price = new_price(tokens, spoken.sentence, spoken.sentence.last) if whole else None
    if price:
        terms = (price._replace(unit=PRICE), *sentence.terms)
        return Sentence(spoken.sentence.first, sentence.last, terms)
    told = [t for t in spoken.sentence.terms if t.kind == "sum"]
    if len(told) != 1 or not any(meant(tokens, t) for t in sentence.terms):
        return sentence
    return Sentence(spoken.sentence.first, sentence.last, (*told, *sentence.terms))


def earned_every(tokens: Tokens, sentence: Sentence, before: Every | None) -> Every | None:
    """ "you get paid every other Thursday. Ninety each check, six checks": how often the payments are."""
    if not says(tokens, sentence.first, sentence.last, "earned"):
        return before
    return next((t.every for t in sentence.terms if t.every), before)


def paced_by(payments: Sequence[Payment], every: Every | None) -> None:
    """Give several payments, of which one day is known and no period, the period of somebody's income."""
    for payment in payments:
        if every and payment.counted and payment.n > 1 and not payment.repeats and payment.begin and not payment.days:
            payment.every = every


def wait(tokens: Tokens, found: Sequence[Draft], spoken: Spoken | None, number: int) -> None:
    """ "Could I leave it until the 18th? I'd pay the 150 in one go", "Cobro el 4. Le doy 300": the day just named."""
    if len(found) != 1 or spoken is None or spoken.proposed or spoken.number != number - 1:
        return
    told, payments = spoken.sentence, found[0].payments
    ahead = [t for t in told.terms if t.kind == "day" and t.days and not t.past and not t.every]
    waits = says(tokens, told.first, told.last, "extend") or says(tokens, told.first, told.last, "earned")
    plain = len(told.terms) == 1 and len(ahead) == 1 and not says(tokens, told.first, told.last, "contact")
    if plain and waits and len(payments) == 1 and not payments[0].dated and not payments[0].repeats:
        payments[0].days.append(ahead[0].days[0])


def fragment(tokens: Tokens, sentence: Sentence) -> bool:
    """ "$300 on December 1." and "Y 300 el 15.": a sentence that is nothing but a sum and its day."""
    term = sentence.terms[0]
    labelled = all(tokens.text(at) in _LABELS for at in range(sentence.first + 1, term.first))
    return term.kind in ("sum", "share") and labelled


_LABELS = frozenset({
    "cuota", "pago", "payment", "instalment", "installment", "plazo", "letra", "armada", "abono", ":", "-", "primera",
    "segunda", "segundo", "tercera", "tercer", "cuarta", "cuarto", "quinta", "quinto", "ultima", "ultimo", "second",
    "third", "fourth", "fifth", "final", "last", "the", "la", "el", "por", "de", "of", "another", "otra", "otro", "n",
    ")",
})  # fmt: skip


def recaps(draft: Draft, before: Sequence[Draft]) -> bool:
    """ "Half today, half on Friday. That's £532 a time": sums without a day that were only said again."""
    if not before or draft.discount or any(p.dated or p.repeats or p.counted for p in draft.payments):
        return False
    said = before[-1].payments
    whole = [p for p in draft.payments if p.amount is not None]
    return bool(said) and bool(whole) and all(p.dated for p in said) and draft.number <= before[-1].number + 2


def announced(before: Draft, found: Draft, number: int) -> bool:
    """ "Three payments. £100 today, £100 on the 1st, £100 on the 15th"."""
    first = before.payments[0] if len(before.payments) == 1 else None
    bare = first and first.counted and first.amount is None and not first.dated and number == before.number + 1
    return bool(bare and first) and sum(p.n for p in found.payments) in (1, first.n if first else 0)

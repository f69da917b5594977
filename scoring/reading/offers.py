"""Proposals of payment in a reply, as dated amounts, with what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.reading.bare import asks_amount
from scoring.reading.deferrals import deferrals
from scoring.reading.instalments import instalments
from scoring.reading.payments import Builder, Payment
from scoring.reading.proposals import only_rest, proposed, usable
from scoring.reading.schedule import schedule, unit_of
from scoring.reading.terms import Mentions, Sentence, Term, read_terms, says, sentences
from scoring.reading.tokens import Tokens, tokenise
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
from scoring.reading.vocabulary import tongue, word_set

__all__ = ["find_offers", "schedule"]


_MOST_TERMS = 200


"""What a reply names beyond this is a list, and no proposal."""


@dataclass(slots=True)
class Draft:
    """An offer while further sentences may complete it."""

    payments: list[Payment]
    discount: Decimal | None
    condition: str | None
    sentence: Sentence
    number: int


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
    terms = read_terms(tokens, context.on, Mentions(amounts, dates, counts, percentages))[:_MOST_TERMS]
    if not terms:
        return ()
    drafts, found = _read(tokens, terms, context)
    found += [_offer(tokens, draft, context) for draft in drafts]
    return tuple(sorted(found, key=lambda o: (o.start, o.end)))


def _read(tokens: Tokens, terms: Sequence[Term], context: ReadingContext) -> tuple[list[Draft], list[Offer]]:
    """Sentence by sentence: the proposals with money, and the extensions and pauses."""
    offers: list[Offer] = []
    drafts: list[Draft] = []
    for number, (first, last) in enumerate(sentences(tokens)):
        sentence = Sentence(first, last, tuple(t for t in terms if first <= t.first < last))
        if not sentence.terms:
            continue
        found = _drafts(tokens, sentence, context, number)
        if drafts and _completes(drafts[-1], found, sentence, number, tokens):
            _complete(drafts[-1], sentence, tokens, context)
            drafts[-1].number = number
        elif found:
            drafts += found
        else:
            offers += deferrals(tokens, sentence, context)
    return drafts, offers


def _drafts(tokens: Tokens, sentence: Sentence, context: ReadingContext, number: int) -> list[Draft]:
    """The proposals with money of a sentence: alternatives after "o" are proposals of their own."""
    terms, discount = usable(tokens, sentence)
    groups = _alternatives(tokens, terms)
    drafts = []
    for group in groups:
        builder = Builder(tokens, tongue(context.language) == "en")
        for at, term in enumerate(group):
            builder.add(term, group[at + 1 :])
        answered = context.by == "debtor" and asks_amount(context.before)
        payments = [p for p in builder.payments if answered or proposed(tokens, sentence, p)]
        payments = [] if only_rest(payments) else payments
        if payments or (discount is not None and group is groups[0]):
            drafts.append(Draft(payments, discount, _condition(tokens, sentence), sentence, number))
    return drafts


def _alternatives(tokens: Tokens, terms: list[Term]) -> list[list[Term]]:
    """The pieces, parted where "o" or "or" leads to another sum that is no mere range."""
    groups: list[list[Term]] = [[]]
    for at, term in enumerate(terms):
        before = [tokens.text(n) for n in range(max(term.first - 3, 0), term.first)]
        choice = any(word in ("o", "or", "u") for word in before)
        pays = term.kind in ("sum", "share") or (term.kind == "count" and term.unit == "instalment")
        if choice and pays and any(t.kind in ("sum", "share", "count") for t in groups[-1]) and at:
            groups.append([])
        groups[-1].append(term)
    return groups


def _condition(tokens: Tokens, sentence: Sentence) -> str | None:
    """The words of "si …" or "if …", where the sentence also grants something for it."""
    grants = says(tokens, sentence.first, sentence.last, "waive") or says(
        tokens, sentence.first, sentence.last, "pause"
    )
    if not grants:
        return None
    for at in range(sentence.first, sentence.last):
        stands = tokens.written(at) in word_set("offers", "conditions") and tokens.text(at + 1) not in ("no", "not")
        if stands:
            stop = next((n for n in range(at + 1, sentence.last) if tokens.text(n) in (",", ";", ":")), sentence.last)
            start, end = tokens.span(at, stop)
            return tokens.folded.original[start:end]
    return None


def _completes(draft: Draft, found: list[Draft], sentence: Sentence, number: int, tokens: Tokens) -> bool:
    """Whether a sentence only adds days, a period or the rest to the proposal of the sentence before."""
    if number != draft.number + 1 or not sentence.terms or not draft.payments:
        return False
    kinds = {t.kind for t in sentence.terms if not (t.kind == "day" and t.past)}
    if "rest" in kinds and "sum" not in kinds:
        return True
    lacking = any(len(p.days) < p.n and not p.begin for p in draft.payments)
    short = sentence.last - sentence.first <= 16
    calls = says(tokens, sentence.first, sentence.last, "contact")
    return bool(kinds) and kinds <= {"day", "period"} and lacking and short and not calls


def _complete(draft: Draft, sentence: Sentence, tokens: Tokens, context: ReadingContext) -> None:
    builder = Builder(tokens, tongue(context.language) == "en", draft.payments)
    for at, term in enumerate(sentence.terms):
        builder.add(term, sentence.terms[at + 1 :])


def _offer(tokens: Tokens, draft: Draft, context: ReadingContext) -> Offer:
    payments = draft.payments
    total = context.balance
    if total is not None and draft.discount:
        total = (total * (1 - draft.discount / 100)).quantize(unit_of(context))
    paid = instalments(payments, total, unit_of(context))
    if not payments:
        day = next((t.days[0] for t in draft.sentence.terms if t.kind == "day" and t.days and not t.past), None)
        paid = (Instalment(total, day),)
    endless = any(p.every and not p.counted and p.amount is not None for p in payments)
    start = min((p.start for p in payments), default=_edges(tokens, draft)[0])
    end = max((p.end for p in payments), default=_edges(tokens, draft)[1])
    kind = _kind(tokens, draft, paid, endless)
    return Offer(context.by, kind, paid, start, end, draft.discount, draft.condition, _open(paid, endless))


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

"""Proposals of payment in a reply, as dated amounts, with what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.reading.bare import asks_amount
from scoring.reading.date_page import preterite
from scoring.reading.payments import Builder, Payment, instalments
from scoring.reading.schedule import schedule, unit_of
from scoring.reading.terms import Mentions, Term, read_terms, says, sentences
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of tokens and the pieces in it."""

    first: int
    last: int
    terms: tuple[Term, ...]


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
    terms = read_terms(tokens, context.on, Mentions(amounts, dates, counts, percentages))
    if not terms:
        return ()
    terms = terms[:_MOST_TERMS]
    offers: list[Offer] = []
    drafts: list[Draft] = []
    for number, (first, last) in enumerate(sentences(tokens)):
        sentence = Sentence(first, last, tuple(t for t in terms if first <= t.first < last))
        found = _drafts(tokens, sentence, context, number)
        if drafts and _completes(drafts[-1], found, sentence, number, tokens):
            _complete(drafts[-1], sentence, tokens, context)
            drafts[-1].number = number
        elif found:
            drafts += found
        else:
            offers += _without_sum(tokens, sentence, context)
    offers += [o for draft in drafts if (o := _offer(tokens, draft, context))]
    return tuple(sorted(offers, key=lambda o: (o.start, o.end)))


def _drafts(tokens: Tokens, sentence: Sentence, context: ReadingContext, number: int) -> list[Draft]:
    """The proposals with money of a sentence: alternatives after "o" are proposals of their own."""
    terms, discount = _usable(tokens, sentence)
    groups = _alternatives(tokens, terms)
    drafts = []
    for group in groups:
        builder = Builder(tokens, tongue(context.language) == "en")
        for at, term in enumerate(group):
            builder.add(term, group[at + 1 :])
        answered = context.by == "debtor" and asks_amount(context.before)
        payments = [p for p in builder.payments if answered or _proposed(tokens, sentence, p)]
        payments = [] if _only_rest(payments) else payments
        if payments or (discount is not None and group is groups[0]):
            drafts.append(Draft(payments, discount, _condition(tokens, sentence), sentence, number))
    return drafts


def _usable(tokens: Tokens, sentence: Sentence) -> tuple[list[Term], Decimal | None]:
    """The pieces that can be part of a proposal, and the discount that the sentence grants."""
    kept: list[Term] = []
    discount: Decimal | None = None
    for term in sentence.terms:
        if term.kind == "share":
            if says(tokens, term.first - 4, term.last + 4, "rates") and term.value not in (Decimal(50),):
                continue
            near = (max(sentence.first, term.first - 5), min(sentence.last, term.last + 4))
            if (
                term.value < 100
                and tokens.text(term.last - 1) not in ("mitad", "half")
                and says(tokens, *near, "discount")
            ):
                discount = term.value
                continue
            if tokens.text(term.last - 1) not in ("mitad", "half", "parte") and not _paid_share(tokens, sentence, term):
                continue
        if term.kind == "sum" and not _payable(tokens, sentence, term):
            continue
        kept.append(term)
    return kept, discount


_DOWN = frozenset(
    {"enganche", "anticipo", "inicial", "entrada", "pie", "down", "upfront", "now", "hoy", "ahora", "today"}
)


def _paid_share(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "el 30 % de enganche", "30% down", "30% today"."""
    return any(tokens.text(at) in _DOWN for at in range(term.last, min(sentence.last, term.last + 4)))


def _payable(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """Whether a sum is money to be paid: no income, no waived charge, no debt that is only stated."""
    low = max(sentence.first, term.first - 3)
    if says(tokens, term.last, min(term.last + 3, sentence.last), "negated") and _refused(tokens, term):
        return False
    if says(tokens, low, term.first, "income") or says(tokens, low, term.first, "waive"):
        return False
    if says(tokens, term.last, min(term.last + 1, sentence.last), "waive"):
        return False
    if says(tokens, max(sentence.first, term.first - 3), term.first, "negated"):
        return False
    if any(_happened(tokens, at) for at in range(low, term.first)):
        return False
    return not _debt(tokens, sentence, term) and not _lowered(tokens, sentence, term)


_DONE = frozenset(
    {"paid", "gave", "sent", "took", "borrowed", "pagado", "abonado", "depositado", "transferido", "dado"}
)


def _happened(tokens: Tokens, at: int) -> bool:
    """ "pagué", "I've paid": what was done is not proposed."""
    return tokens.text(at) in _DONE or preterite(tokens.written(at))


def _lowered(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "de 560 a 480", "de $9,000 se queda en $7,650": the first is what it was."""
    if tokens.text(term.first - 1) not in ("de", "from"):
        return False
    following = next((t for t in sentence.terms if t.kind == "sum" and t.first >= term.last), None)
    if following is None or following.first - term.last > 12:
        return False
    joint = tokens.text(term.last) in ("a", "to") and following.first == term.last + 1
    return joint or says(tokens, term.last, following.first, "lowered")


def _refused(tokens: Tokens, term: Term) -> bool:
    """ "Nine hundred I can't take", "trescientos no llego"."""
    return tokens.text(term.last) in word_set("offers", "negated") or tokens.text(term.last + 1) in ("can't", "cannot")


def _debt(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """A sum beside a word of debt, unless a count or a day ahead right behind makes it a payment."""
    before = says(tokens, max(sentence.first, term.first - 3), term.first, "debt")
    behind = says(tokens, term.last, min(term.last + 2, sentence.last), "debt")
    if not (before or behind):
        return False
    following = [t for t in sentence.terms if t.first >= term.last]
    if any(t.kind == "day" and t.past for t in sentence.terms):
        return True
    leading = [t for t in sentence.terms if t.last <= term.first and t.kind == "count"]
    near = following[0] if following and following[0].first - term.last <= 3 else None
    tied = near is not None and (
        near.kind == "period" or (near.kind == "day" and bool(near.days)) or near.kind == "count"
    )
    counted = bool(leading) and term.first - leading[-1].last <= 2
    return not (tied or counted)


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


def _proposed(tokens: Tokens, sentence: Sentence, payment: Payment) -> bool:
    """Whether structure or words make the payment a proposal."""
    near = (max(sentence.first, payment.first - 6), min(sentence.last, payment.last + 4))
    if payment.counted and payment.amount is None and payment.share is None:
        late = says(tokens, payment.last, min(payment.last + 2, sentence.last), "late")
        single = payment.n == 1 and payment.last - payment.first < 3 and not payment.days
        low = max(sentence.first, payment.first - 5)
        owed = says(tokens, payment.first - 2, payment.first, "debt") or says(tokens, low, payment.first, "negated")
        return not late and not single and not owed and says(tokens, *near, "propose")
    if payment.every and not payment.counted and not payment.days:
        about = says(tokens, sentence.first, sentence.last, "rates")
        return not about or says(tokens, *near, "ask")
    if payment.rest or payment.days or payment.begin or payment.counted or payment.share is not None:
        return True
    return says(tokens, near[0], min(payment.last + 2, sentence.last), "ask")


def _only_rest(payments: Sequence[Payment]) -> bool:
    """ "lo demás" by itself is no proposal, nor is "la mitad" without a day."""
    return all(p.rest or p.share is not None for p in payments) and not any(
        p.counted or (p.days and p.share is not None) for p in payments
    )


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


def _offer(tokens: Tokens, draft: Draft, context: ReadingContext) -> Offer | None:
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


def _without_sum(tokens: Tokens, sentence: Sentence, context: ReadingContext) -> list[Offer]:
    """Extensions and pauses: a day ahead and nothing to pay before it."""
    if context.by == "debtor" and not says(tokens, sentence.first, sentence.last, "extend"):
        return []
    ahead = [t for t in sentence.terms if t.kind == "day" and t.days and not t.past]
    span = tokens.span(sentence.first, sentence.last)
    if says(tokens, sentence.first, sentence.last, "contact"):
        return []
    if _pauses(tokens, sentence):
        stretch = any(t.kind == "count" and t.unit in ("day", "week", "month", "fortnight") for t in sentence.terms)
        return [Offer(context.by, "pause", _until(ahead, None), *span)] if ahead or stretch else []
    moved = says(tokens, sentence.first, sentence.last, "extend") and says(
        tokens, sentence.first, sentence.last, "grant"
    )
    led = [t for t in ahead if any(tokens.text(t.first - n) in _LEADS for n in (1, 2)) or _to(tokens, t)]
    if led and moved:
        return [Offer(context.by, "extension", _until(led, context.balance), *span)]
    return []


_LEADS = frozenset({"hasta", "para", "until", "till", "til", "to", "a", "into", "through"})


def _to(tokens: Tokens, term: Term) -> bool:
    return tokens.text(term.first) in ("al", "pal")


def _pauses(tokens: Tokens, sentence: Sentence) -> bool:
    """A pause of the collection: "a hold", "congelamos", "suspendo el cobro"; not "hold a pen"."""
    for at in range(sentence.first, sentence.last):
        word = tokens.text(at)
        if word.startswith(("paus", "congel", "freez", "froze", "frenad")):
            return True
        if word in ("hold", "holding") and tokens.text(at - 1) in (
            "on",
            "a",
            "medical",
            "hardship",
            "i'm",
            "am",
            "the",
        ):
            return True
        if word.startswith(("suspend", "suspens", "freno", "frena", "paro", "detengo")):
            return any(tokens.text(n).startswith(_COLLECTING) for n in range(at + 1, min(at + 5, sentence.last)))
    return False


_HOLDS = frozenset({"on", "a", "medical", "hardship", "i'm", "am", "the", "i'll", "we'll"})
_COLLECTING = ("cobr", "collect", "pag", "gestion", "cuota", "account", "cuenta", "payment", "llamad", "call")


def _until(ahead: Sequence[Term], amount: Decimal | None) -> tuple[Instalment, ...]:
    day: date | None = ahead[-1].days[0] if ahead else None
    return (Instalment(amount, day),) if day else ()

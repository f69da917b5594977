"""Proposals while the sentences of a reply complete them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scoring.reading.bare import asks_amount
from scoring.reading.counted import length
from scoring.reading.deferrals import deferrals
from scoring.reading.denied import meant
from scoring.reading.payment import Payment
from scoring.reading.payments import Builder
from scoring.reading.proposals import forgiven, only_rest, proposed, usable
from scoring.reading.schedule import MOST
from scoring.reading.terms import Sentence, Term, says, sentences
from scoring.reading.tokens import Tokens
from scoring.reading.totals import arranged, joined
from scoring.reading.values import Offer, ReadingContext
from scoring.reading.vocabulary import tongue, word_set

_ADDING = frozenset({"day", "period", "count", "end", "range", "month", "whole"})


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
    """What the sentences before leave to a sentence: lengths of time without a payment, days of the last proposal."""

    lengths: tuple[Term, ...]
    named: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The last sentence that named anything, and whether it proposed."""

    sentence: Sentence
    number: int
    proposed: bool


def _taken_up(tokens: Tokens, sentence: Sentence, spoken: Spoken | None) -> Sentence:
    """ "My brother lends me a thousand. Will you take that Wednesday": the sum that was only told becomes a payment."""
    if spoken is None or spoken.proposed or any(t.kind in ("sum", "share") for t in sentence.terms):
        return sentence
    told = [t for t in spoken.sentence.terms if t.kind == "sum"]
    if len(told) != 1 or not any(meant(tokens, t) for t in sentence.terms):
        return sentence
    return Sentence(spoken.sentence.first, sentence.last, (*told, *sentence.terms))


def _wait(tokens: Tokens, found: Sequence[Draft], spoken: Spoken | None, number: int) -> None:
    """ "Could I leave it until the 18th? I'd pay the 150 in one go", "Cobro el 4. Le doy 300": the day just named."""
    if len(found) != 1 or spoken is None or spoken.proposed or spoken.number != number - 1:
        return
    told, payments = spoken.sentence, found[0].payments
    ahead = [t for t in told.terms if t.kind == "day" and t.days and not t.past and not t.every]
    waits = says(tokens, told.first, told.last, "extend") or says(tokens, told.first, told.last, "earned")
    plain = len(told.terms) == 1 and len(ahead) == 1 and not says(tokens, told.first, told.last, "contact")
    if plain and waits and len(payments) == 1 and not payments[0].dated and not payments[0].repeats:
        payments[0].days.append(ahead[0].days[0])


def read_drafts(tokens: Tokens, terms: Sequence[Term], context: ReadingContext) -> tuple[list[Draft], list[Offer]]:
    """Sentence by sentence: the proposals with money, and the extensions and pauses."""
    offers: list[Offer] = []
    drafts: list[Draft] = []
    lengths: list[Term] = []
    spoken: Spoken | None = None
    for number, (first, last) in enumerate(sentences(tokens)):
        sentence = Sentence(first, last, tuple(t for t in terms if first <= t.first < last))
        if not sentence.terms:
            continue
        sentence = _taken_up(tokens, sentence, spoken)
        carried = Carried(tuple(lengths), _named(tokens, drafts, sentence, number))
        found = _drafts(tokens, sentence, context, number, carried)
        _wait(tokens, found, spoken, number)
        spoken = Spoken(sentence, number, bool(found))
        if drafts and _completes(drafts[-1], found, sentence, number, tokens):
            _complete(drafts[-1], sentence, tokens, context)
            drafts[-1].number = number
        elif drafts and found and _goes_on(tokens, drafts[-1], found, sentence, context):
            drafts[-1].payments += found[0].payments
            drafts[-1].number = number
        elif drafts and found and _announced(drafts[-1], found[0], number):
            found[0].payments = [*drafts.pop().payments, *found[0].payments]
            drafts += found
        elif found:
            drafts += found
        else:
            lengths = [t for t in sentence.terms if t.kind == "count" and t.unit in ("week", "month", "fortnight")]
            offers += deferrals(tokens, sentence, context)
    return [d for at, d in enumerate(drafts) if not _recaps(d, drafts[:at])], offers


def _named(tokens: Tokens, drafts: Sequence[Draft], sentence: Sentence, number: int) -> tuple[date, ...]:
    """The days of the proposal that a mere sum and day goes on from."""
    if not drafts or drafts[-1].number != number - 1 or not _fragment(tokens, sentence):
        return ()
    return tuple(day for payment in drafts[-1].payments for day in payment.days)


def _drafts(tokens: Tokens, sentence: Sentence, context: ReadingContext, number: int, carried: Carried) -> list[Draft]:
    """The proposals with money of a sentence: alternatives after "o" are proposals of their own."""
    terms, discount = usable(tokens, sentence)
    groups = _alternatives(tokens, terms)
    drafts = []
    for group in groups:
        builder = Builder(
            tokens, tongue(context.language) == "en", lengths=list(carried.lengths), named=list(carried.named)
        )
        for at, term in enumerate(group):
            builder.add(term, group[at + 1 :])
        _stretch(builder.payments, builder.lengths)
        answered = context.by == "debtor" and asks_amount(context.before)
        payments = [p for p in joined(builder.payments) if answered or proposed(tokens, sentence, p)]
        payments = [] if only_rest(payments) else payments
        if payments or (discount is not None and group is groups[0]):
            drafts.append(Draft(payments, discount, _condition(tokens, sentence), sentence, number))
    return drafts


def _stretch(payments: Sequence[Payment], lengths: Sequence[Term]) -> None:
    """ "A year at 100 a month", "ten weeks: 70 every Wednesday": the length is that of the one endless payment."""
    endless = [p for p in payments if p.endless]
    if len(endless) == 1 and lengths and lengths[-1].unit in ("week", "month", "fortnight", "times", "day"):
        n = length(lengths[-1], endless[0].every, endless[0].step)
        if n > 1:
            endless[0].n, endless[0].counted = min(n, MOST), True


def _alternatives(tokens: Tokens, terms: list[Term]) -> list[list[Term]]:
    """The pieces, parted where "o" or "or" leads to another sum that is no mere range."""
    groups: list[list[Term]] = [[]]
    for at, term in enumerate(terms):
        before = [tokens.text(n) for n in range(max(term.first - 3, 0), term.first)]
        choice = any(word in ("o", "or", "u", "otherwise") for word in before) and "sea" not in before
        choice = choice or _failing(tokens, groups[-1][-1].last if groups[-1] else term.first, term.first)
        pays = term.kind in ("sum", "share", "whole") or (term.kind == "count" and term.unit == "instalment")
        if choice and pays and any(t.kind in ("sum", "share", "count") for t in groups[-1]) and at:
            groups.append([])
        groups[-1].append(term)
    return groups


def _failing(tokens: Tokens, first: int, last: int) -> bool:
    """ "si no, son dos de 60", "if not, 60 a month": another proposal."""
    pairs = [(tokens.text(at), tokens.text(at + 1), tokens.text(at + 2)) for at in range(first, last)]
    return any(pair in (("si", "no", ","), ("if", "not", ","), ("de", "lo", "contrario")) for pair in pairs)


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
    """Whether a sentence only adds days, a period, a number or the rest to the proposal of the sentence before."""
    if number != draft.number + 1 or not sentence.terms or not draft.payments:
        return False
    gone = [t for t in sentence.terms if t.kind == "rest" and forgiven(tokens, sentence, t)]
    kinds = {t.kind for t in sentence.terms if not (t.kind == "day" and t.past) and t not in gone}
    if "rest" in kinds and "sum" not in kinds:
        return True
    if says(tokens, sentence.first, sentence.last, "contact") or not kinds or not kinds <= _ADDING:
        return False
    last = draft.payments[-1]
    if kinds & {"count", "end", "range"}:
        lasts = last.endless and not any(t.kind == "count" and t.unit == "day" for t in sentence.terms)
        return lasts or (kinds <= {"count", "day", "period"} and _counts_on(last, sentence))
    lacking = any(len(p.days) < p.n and not p.begin for p in draft.payments)
    short = sentence.last - sentence.first <= 22
    return lacking and short and not (kinds <= {"whole"})


def _counts_on(last: Payment, sentence: Sentence) -> bool:
    """ "£100 a month. Six payments, first on the 1st"."""
    return bool(last.amount) and not last.counted and not last.days and sentence.terms[0].kind == "count"


def _complete(draft: Draft, sentence: Sentence, tokens: Tokens, context: ReadingContext) -> None:
    builder = Builder(tokens, tongue(context.language) == "en", draft.payments)
    for at, term in enumerate(sentence.terms):
        if term.kind != "whole":
            builder.add(term, sentence.terms[at + 1 :])
    _stretch(builder.payments, builder.lengths)


def _goes_on(tokens: Tokens, draft: Draft, found: list[Draft], sentence: Sentence, context: ReadingContext) -> bool:
    """ "£200 on Friday. The other £1,000 in five payments": a second part, which makes up the balance or says so."""
    if len(found) > 1 or found[0].number != draft.number + 1 or found[0].discount or not draft.payments:
        return False
    if not all(p.dated or p.repeats for p in draft.payments):
        return False
    led = [tokens.text(at) for at in range(sentence.first, min(sentence.first + 4, sentence.last))]
    further = bool(set(led) & _FURTHER)
    worth = [p.worth for p in arranged([*draft.payments, *found[0].payments], context.balance, tokens)]
    sums = [w for w in worth if w is not None]
    if _fragment(tokens, sentence) and tokens.text(sentence.first - 1) != "?" and context.balance is not None:
        return None not in worth and sum(sums) <= context.balance
    return further or (len(sums) == len(worth) and sum(sums) == context.balance)


def _fragment(tokens: Tokens, sentence: Sentence) -> bool:
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


_FURTHER = frozenset(
    {"then", "luego", "despues", "other", "otro", "otros", "otra", "otras", "restantes", "remaining", "after"}
)


def _announced(before: Draft, found: Draft, number: int) -> bool:
    """ "Three payments. £100 today, £100 on the 1st, £100 on the 15th"."""
    first = before.payments[0] if len(before.payments) == 1 else None
    bare = first and first.counted and first.amount is None and not first.dated and number == before.number + 1
    return bool(bare and first) and sum(p.n for p in found.payments) in (1, first.n if first else 0)


def _recaps(draft: Draft, before: Sequence[Draft]) -> bool:
    """ "Half today, half on Friday. That's £532 a time": sums without a day that were only said again."""
    if not before or draft.discount or any(p.dated or p.repeats or p.counted for p in draft.payments):
        return False
    said = before[-1].payments
    whole = [p for p in draft.payments if p.amount is not None]
    return bool(said) and bool(whole) and all(p.dated for p in said) and draft.number <= before[-1].number + 2

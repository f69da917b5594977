"""Proposals while the sentences of a reply complete them."""

from collections.abc import Sequence
from datetime import date

from scoring.reading.bare import asks_amount
from scoring.reading.broken import hedged
from scoring.reading.counted import length
from scoring.reading.date_page import Every
from scoring.reading.deferrals import deferrals
from scoring.reading.draft import (
    Carried,
    Draft,
    Spoken,
    announced,
    earned_every,
    fragment,
    paced_by,
    recaps,
    taken_up,
    wait,
)
from scoring.reading.payment import Payment
from scoring.reading.payments import Builder
from scoring.reading.proposals import forgiven, only_rest, proposed, usable
from scoring.reading.schedule import MOST
from scoring.reading.terms import Sentence, Term, says, sentences
from scoring.reading.tokens import Tokens
from scoring.reading.totals import arranged, joined
from scoring.reading.values import Offer, ReadingContext
from scoring.reading.vocabulary import calendar_words, tongue, word_set

_ADDING = frozenset({"day", "period", "count", "end", "range", "month", "whole"})


def read_drafts(tokens: Tokens, terms: Sequence[Term], context: ReadingContext) -> tuple[list[Draft], list[Offer]]:
    """Sentence by sentence: the proposals with money, and the extensions and pauses."""
    offers: list[Offer] = []
    drafts: list[Draft] = []
    lengths: list[Term] = []
    earned: Every | None = None
    spoken: Spoken | None = None
    for number, (first, last) in enumerate(sentences(tokens)):
        sentence = Sentence(first, last, tuple(t for t in terms if first <= t.first < last))
        if not sentence.terms:
            continue
        sentence = taken_up(tokens, sentence, spoken)
        earned = earned_every(tokens, sentence, earned)
        carried = Carried(tuple(lengths), _named(tokens, drafts, sentence, number), earned)
        found = [] if hedged(tokens, sentence, context) else _drafts(tokens, sentence, context, number, carried)
        wait(tokens, found, spoken, number)
        spoken = Spoken(sentence, number, bool(found))
        if drafts and _completes(drafts[-1], found, sentence, number, tokens):
            _complete(drafts[-1], sentence, tokens, context)
            drafts[-1].number = number
        elif drafts and found and _goes_on(tokens, drafts[-1], found, sentence, context):
            drafts[-1].payments += found[0].payments
            drafts[-1].number = number
        elif drafts and found and announced(drafts[-1], found[0], number):
            found[0].payments = [*drafts.pop().payments, *found[0].payments]
            drafts += found
        elif found:
            drafts += found
        else:
            lengths = [t for t in sentence.terms if t.kind == "count" and t.unit in ("week", "month", "fortnight")]
            offers += deferrals(tokens, sentence, context)
    return [d for at, d in enumerate(drafts) if not recaps(d, drafts[:at])], offers


def _named(tokens: Tokens, drafts: Sequence[Draft], sentence: Sentence, number: int) -> tuple[date, ...]:
    """The days of the proposal that a mere sum and day goes on from."""
    if not drafts or drafts[-1].number != number - 1 or not fragment(tokens, sentence):
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
        paced_by(builder.payments, carried.earned)
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
    if last - first < 2 or not says(tokens, first, last, "failing"):
        return False
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
    if last.every == "month" and last.hint and _other_month(tokens, sentence):
        return False
    if kinds & {"count", "end", "range"}:
        lasts = last.endless and not any(t.kind == "count" and t.unit == "day" for t in sentence.terms)
        return lasts or (kinds <= {"count", "day", "period"} and _counts_on(last, sentence))
    lacking = any(len(p.days) < p.n and not p.begin for p in draft.payments)
    short = sentence.last - sentence.first <= 22
    return lacking and short and not (kinds <= {"whole"})


def _other_month(tokens: Tokens, sentence: Sentence) -> bool:
    """ "… los días 30. En febrero se cobra el 28": what one month makes of the day, and not the day of each."""
    ends = {t.last - 1 for t in sentence.terms if t.kind in ("day", "month", "range")}
    names = (calendar_words("es").months, calendar_words("en").months)
    named = (at for at in range(sentence.first, sentence.last) if any(tokens.text(at) in months for months in names))
    return any(at not in ends and len(tokens.text(at)) > _LEAST for at in named)


_LEAST = 3
"""Letters of what may be no month: "mar", "set", "may"."""


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
    if fragment(tokens, sentence) and tokens.text(sentence.first - 1) != "?" and context.balance is not None:
        return None not in worth and sum(sums) <= context.balance
    return further or (len(sums) == len(worth) and sum(sums) == context.balance)


_FURTHER = frozenset(
    {"then", "luego", "despues", "other", "otro", "otros", "otra", "otras", "restantes", "remaining", "after"}
)

"""Which sums, shares and counts of a sentence are proposed, and which only talk about money."""

from collections.abc import Sequence
from decimal import Decimal

from scoring.reading.date_page import preterite
from scoring.reading.payments import Payment
from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import word_set


def usable(tokens: Tokens, sentence: Sentence) -> tuple[list[Term], Decimal | None]:
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


def proposed(tokens: Tokens, sentence: Sentence, payment: Payment) -> bool:
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


def only_rest(payments: Sequence[Payment]) -> bool:
    """ "lo demás" by itself is no proposal, nor is "la mitad" without a day."""
    return all(p.rest or p.share is not None for p in payments) and not any(
        p.counted or (p.days and p.share is not None) for p in payments
    )

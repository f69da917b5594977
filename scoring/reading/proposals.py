"""Which sums, shares and counts of a sentence are proposed, and which only talk about money."""

from collections.abc import Sequence
from decimal import Decimal

from scoring.reading.date_tense import preterite
from scoring.reading.denied import impossible, meant, set_aside
from scoring.reading.excluded import payable
from scoring.reading.payment import Payment
from scoring.reading.repriced import PRICE, repriced
from scoring.reading.shared import shares_of_sums
from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens

_FRACTIONS = frozenset({"mitad", "half", "parte", "tercio", "tercios", "third", "thirds", "quarter", "cuarto", "fifth"})
_DOWN = frozenset(
    {"enganche", "anticipo", "inicial", "entrada", "pie", "down", "upfront", "now", "hoy", "ahora", "today"}
)


def usable(tokens: Tokens, sentence: Sentence) -> tuple[list[Term], Decimal | None]:
    """The pieces that can be part of a proposal, and the discount that the sentence grants."""
    kept: list[Term] = []
    discount: Decimal | None = None
    frozen: int | None = None
    sentence = Sentence(sentence.first, sentence.last, tuple(shares_of_sums(tokens, sentence)))
    sentence = repriced(tokens, sentence)
    parted = _parted(sentence)
    for term in sentence.terms:
        ranged = tokens.text(term.first - 1) in ("entre", "between") and tokens.text(term.last) in ("y", "and")
        aside = term.kind == "day" and (set_aside(tokens, sentence, term) or impossible(tokens, sentence, term))
        aside = aside or (term.kind == "day" and _as_of(tokens, term))
        if aside or (term.kind == "count" and ranged):
            continue
        if frozen is not None and term.kind == "day" and 0 <= term.first - frozen <= 3:
            continue  # "le congelo lo demás hasta enero"
        if term.kind == "rest" and forgiven(tokens, sentence, term):
            frozen = term.last
            continue
        if term.kind == "share" and (_markup(tokens, term.first) or _up_to(tokens, term.first)):
            continue
        if term.kind == "share" and discount and abs(term.value + discount - 100) < 1:
            kept.append(term._replace(kind="whole", value=Decimal(0)))  # "a third off: you pay the other two thirds"
        elif term.kind == "share" and parted:
            kept.append(term)
        elif term.kind == "share" and _discount(tokens, sentence, term):
            discount = term.value
        elif term.kind == "share":
            second = any(t.kind == "share" for t in kept)
            kept += [term] if _payable_share(tokens, sentence, term, second) else []
        elif term.kind != "sum" or payable(tokens, sentence, term) or _handed_over(tokens, sentence, term):
            kept.append(term)
    return kept, discount


def _parted(sentence: Sentence) -> bool:
    """ "el 40 % el viernes y el 60 % el 18", "50% tomorrow, 50% on the 24th": dated shares that make up the whole."""
    pieces = [t for t in sentence.terms if t.kind in ("share", "day")]
    each = [t for t in pieces if t.kind == "share"]
    dated = [t.kind for t in pieces] in (["share", "day"] * len(each), ["day", "share"] * len(each))
    return len(each) > 1 and dated and abs(sum((t.value for t in each), Decimal(0)) - 100) < 1


def _as_of(tokens: Tokens, term: Term) -> bool:
    """ "la deuda son 1.240 a día de hoy", "1,312 as of today": the day on which it is so much."""
    return (tokens.text(term.first - 2), tokens.text(term.first - 1)) in (("dia", "de"), ("as", "of"))


def _handed_over(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "I had £200 off my sister, you can have that today": told first, and then proposed, as a new price is."""
    if term.unit == PRICE:
        return True
    following = next((t for t in sentence.terms if t.first >= term.last), None)
    near = following is not None and following.first - term.last <= 16
    return following is not None and near and meant(tokens, following)


def forgiven(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "y le condono el resto", "your fees and the rest go away", "el resto se borra"."""
    if says(tokens, max(sentence.first, term.first - 3), term.first, "forgives"):
        return True
    if any(tokens.text(term.first - step) in _LEFT_OPEN for step in (1, 2)):
        return True
    for at in range(term.last, min(term.last + 5, sentence.last)):
        if tokens.kind(at) == "num" or tokens.text(at) in _NEXT_CLAUSE:
            return False
        if says(tokens, at, at + 1, "forgiven"):
            return True
    return False


_LEFT_OPEN = frozenset({"vemos", "veremos", "hablamos", "platicamos", "discuss", "congelo", "congelamos", "freeze"})
_NEXT_CLAUSE = frozenset({"y", "and", "pero", "but", ";", ":"})


def _up_to(tokens: Tokens, at: int) -> bool:
    """ "con descuentos de hasta el 50 %", "up to 40% off": what might be granted is no proposal."""
    words = [tokens.text(at - step) for step in (1, 2)]
    return "hasta" in (words[0], words[1] if words[0] in ("el", "un") else "") or words == ["to", "up"]


def _markup(tokens: Tokens, at: int) -> bool:
    """Whether a piece stands inside a tag: <div style="width:50%">."""
    for step in range(at - 1, max(at - 30, -1), -1):
        if tokens.text(step) in ("<", ">"):
            return tokens.text(step) == "<"
    return False


def _discount(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    near = (max(sentence.first, term.first - 5), min(sentence.last, term.last + 4))
    if tokens.text(term.first - 1) in ("for", "at", "on", "con", "por") and says(tokens, near[0], term.first, "agrees"):
        return False  # "we'll settle for 60%" is what is paid
    if tokens.text(term.first - 1) in ("hacemos", "el", "un") and says(tokens, term.first - 3, term.first, "deducts"):
        return True  # "le hacemos el 20 %"
    granted = says(tokens, *near, "discount") or tokens.text(term.last) in ("menos", "less")
    return term.value < 100 and tokens.text(term.last - 1) not in ("mitad", "half") and granted


def _payable_share(tokens: Tokens, sentence: Sentence, term: Term, second: bool) -> bool:
    """ "la mitad", "a third", "el 30 % de enganche", "30% down", "pay 30%"."""
    if says(tokens, term.first - 4, term.last + 4, "rates") and term.value not in (Decimal(50),):
        return False
    if term.unit in ("other", "someday") or tokens.text(term.last - 1) in _FRACTIONS:
        return True
    if says(tokens, term.first - 4, term.first, "agrees"):
        return True
    down = any(tokens.text(at) in _DOWN for at in range(term.last, min(sentence.last, term.last + 4)))
    return (down or second) or (term.value < 100 and says(tokens, term.first - 2, term.first, "pays"))


def proposed(tokens: Tokens, sentence: Sentence, payment: Payment) -> bool:
    """Whether structure or words make the payment a proposal."""
    near = (max(sentence.first, payment.first - 6), min(sentence.last, payment.last + 4))
    if payment.whole:
        return bool(payment.days)
    if payment.counted and payment.amount is None and payment.share is None:
        return _counted_alone(tokens, sentence, payment) and (
            (payment.n > 1 and len(payment.days) == payment.n) or says(tokens, *near, "propose")
        )
    if payment.repeats and not payment.counted and not payment.dated:
        about = says(tokens, sentence.first, sentence.last, "rates")
        return not about or says(tokens, *near, "ask")
    if payment.rest or payment.dated or payment.counted or payment.share is not None:
        return True
    return says(tokens, near[0], min(payment.last + 2, sentence.last), "ask")


def _counted_alone(tokens: Tokens, sentence: Sentence, payment: Payment) -> bool:
    """Whether so many payments without a sum can be meant: not "4 cuotas vencidas", "ya pagué 4 cuotas", "un pago"."""
    low = max(sentence.first, payment.first - 3)
    late = says(tokens, low, min(payment.last + 2, sentence.last), "late")
    late = late or (not payment.rest and says(tokens, low, min(payment.last + 1, sentence.last), "remains"))
    late = late or says(tokens, payment.last, min(payment.last + 2, sentence.last), "negated")
    single = payment.n == 1 and payment.last - payment.first < 3 and not payment.days
    low = max(sentence.first, payment.first - 5)
    done = preterite(tokens.written(payment.first - 1))
    owed = says(tokens, payment.first - 2, payment.first, "debt") or says(tokens, low, payment.first, "negated")
    return not (late or single or done or owed)


def only_rest(payments: Sequence[Payment]) -> bool:
    """ "lo demás" by itself is no proposal, nor is "la mitad" without a day."""
    return all(p.rest or p.share is not None for p in payments) and not any(
        p.counted or (p.dated and p.share is not None) for p in payments
    )

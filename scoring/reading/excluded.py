"""Sums that a reply names and nobody is to pay: waived fees, income, debts, what is refused, what was paid."""

from itertools import pairwise

from scoring.reading.broken import broken
from scoring.reading.date_tense import preterite
from scoring.reading.denied import (
    STOPS,
    clause_begin,
    discussed,
    held,
    planned_before,
    refused,
    rest_of,
    rises,
    set_aside,
)
from scoring.reading.stated import stated
from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import unit_words

_DONE = frozenset({
    "missed", "promised", "agreed", "signed", "offered", "paid", "gave", "sent", "took", "borrowed", "pagado",
    "abonado", "depositado", "transferido", "dado", "pagados", "pagadas", "fue", "fueron", "was", "were", "tenias",
    "tenia", "di", "dimos", "dieron",
})  # fmt: skip
_SPENT = frozenset({"rent", "renta", "arriendo", "alquiler", "mortgage", "hipoteca", "salary", "sueldo", "colegiatura"})


def payable(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """Whether a sum is money to be paid: no income, no waived charge, no debt that is only stated."""
    if any(t.kind == "rest" and 0 < term.first - t.last <= 2 for t in sentence.terms) and _is(tokens, term):
        return True  # "what's left is £575", "el resto, 18,78"
    if rest_of(tokens, sentence, term):
        return False
    count = next((t for t in sentence.terms if t.kind == "count" and 0 <= term.first - t.last <= 2), term)
    low = max(sentence.first, min(term.first, count.first) - 3)
    if _income(tokens, low, term.first) or tokens.text(term.last + (tokens.text(term.last) == "de")) in _SPENT:
        return False
    if (_past(tokens, sentence, term, low) and not _agreed(tokens, sentence, term)) or tokens.text(term.last + 1) in (
        "hour",
        "hora",
    ):
        return False
    if (
        discussed(tokens, sentence, term)
        or held(tokens, term)
        or refused(tokens, sentence, term)
        or rises(tokens, term)
        or planned_before(tokens, sentence, term)
    ):
        return False
    if _waived(tokens, sentence, term) or set_aside(tokens, sentence, term) or broken(tokens, sentence, term):
        return False
    return not (stated(tokens, sentence, term) or _lowered(tokens, sentence, term) or _ranged(tokens, sentence, term))


def _is(tokens: Tokens, term: Term) -> bool:
    return tokens.text(term.first - 1) in ("is", "son", ",", "es", ":", "(")


def _waived(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "le quito los recargos de 240", "the $35 late fee off", "waive $60", "we'd let the other $150 go"."""
    low = clause_begin(tokens, sentence, term, 7)
    low = max((at + 1 for at in range(low, term.first) if tokens.text(at) in ("si", "if")), default=low)
    if _fee(tokens, sentence, term, low):
        return True
    if any(pair in _PUT_OFF for pair in pairwise([tokens.text(at) for at in range(low, term.first)])):
        return False
    if _taken_from(tokens, term) or "out" in (tokens.text(term.first - 1), tokens.text(term.first - 2)):
        return False
    if says(tokens, term.last, min(term.last + 1, sentence.last), "waive") or tokens.text(term.last) == "go":
        return True
    least = (tokens.text(term.first - 2), tokens.text(term.first - 1)) in (("al", "menos"), ("lo", "menos"))
    if least or _discounted(tokens, low, term.first):
        return False
    return says(tokens, low, term.first, "forgives") or says(tokens, max(low, term.first - 3), term.first, "waive")


def _taken_from(tokens: Tokens, term: Term) -> bool:
    """ "take eighty off my card", "200 off my sister": where the money comes from."""
    if tokens.text(term.last) != "off":
        return False
    near = [tokens.text(at) for at in range(term.last + 1, term.last + 4)]
    if near[0] == "you" and not says(tokens, term.last + 2, term.last + 4, "debt"):
        return True
    return bool(_CARDS & set(near[:3])) or (near[0] == "my" and near[1] not in _OWED)


def _discounted(tokens: Tokens, low: int, last: int) -> bool:
    """ "con el descuento serían 3,500", "after the discount that's 540": the price, and not what is taken off."""
    words = [tokens.text(at) for at in range(low, last)]
    return bool({"con", "with", "after", "tras"} & set(words)) and bool(_PRICED & set(words[-2:]))


_PUT_OFF = frozenset((verb, "off") for verb in ("hold", "holding", "put", "putting", "pay", "paying"))
_PRICED = frozenset({
    "son", "serian", "seria", "queda", "quedan", "quedaria", "quedarian", "is", "it's", "that's", "thats", "comes",
    "to", "pay", "paga", "pagas", "pagaria", "en",
})  # fmt: skip
_CARDS = frozenset({"card", "debit", "visa", "mastercard", "checking", "paycheck", "wages", "cheque"})
_OWED = frozenset({"balance", "debt", "bill", "account", "total", "fees", "late", "arrears"})
_TO_FEE = frozenset({"de", "in", "of", "por", "en", "for", "-", "late", "admin", "monthly", "the", "los"})
_FROM_FEE = frozenset({
    "is", "are", "es", "was", "de", "of", "los", "las", "the", "por", "moratorios", "s", "penal", "from", "son",
})  # fmt: skip


def _fee(tokens: Tokens, sentence: Sentence, term: Term, low: int) -> bool:
    """Whether the sum is that of a fee: "los 12 de comisión", "recargos de 240", "the £15 monthly fee"."""
    for at in range(term.last, min(term.last + 4, sentence.last)):
        if says(tokens, at, at + 1, "fees"):
            return True
        if tokens.kind(at) not in ("word", "punct") or (tokens.text(at) in STOPS and tokens.text(at) != "-"):
            break
        if says(tokens, at, at + 1, "forgives") or says(tokens, at, at + 1, "pause"):
            break  # "pagando 290 le elimino los gastos"
        if tokens.text(at) not in _TO_FEE and at > term.last + 1:
            break
    for at in range(term.first - 1, max(low, term.first - 5) - 1, -1):
        if says(tokens, at, at + 1, "fees"):
            return not says(tokens, low, at, "pays")
        if tokens.text(at) not in _FROM_FEE:
            return False
    return False


def _income(tokens: Tokens, first: int, last: int) -> bool:
    """ "gano 8,000", "mi ingreso es de 3,000"; "os ingreso 560" is a payment."""
    paid_in = any(
        tokens.text(at) in ("ingreso", "cobro")
        and tokens.text(at - 1) in ("os", "te", "le", "les", "se", "lo", "los", "unico", "un", "solo")
        for at in range(first, last)
    )
    return _earned(tokens, first, last) or (says(tokens, first, last, "income") and not paid_in)


def _earned(tokens: Tokens, first: int, last: int) -> bool:
    """ "me depositan 8,000", "they pay me $1,200"."""
    pairs = [(tokens.text(at), tokens.text(at + 1)) for at in range(first, last)]
    spanish = any(word == "me" and verb in _COMES_IN for word, verb in pairs)
    owed = any(word.endswith(("'s", "'m")) and verb == "owed" for word, verb in pairs)
    gets = (tokens.text(last - 2), tokens.text(last - 1)) in _GETS and tokens.text(last - 3) not in (
        "if",
        "once",
        "when",
    )
    return (
        spanish
        or gets
        or owed
        or ("pays", "me") in pairs
        or (("pay", "me") in pairs and tokens.text(first) in ("they", "who"))
    )


_GETS = frozenset({("i", "get"), ("i'll", "get"), ("i", "make"), ("i", "receive"), ("i'm", "getting")})
_COMES_IN = frozenset({
    "pagan", "depositan", "caen", "entran", "transfieren", "quedan", "queda", "sobran", "sobra", "descuentan", "cobran",
})  # fmt: skip


def _agreed(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "you agreed to remit $225 on December 4", "we agreed £200 on the 27th": what was agreed for a day to come."""
    words = [tokens.text(at) for at in range(sentence.first, term.first)]
    said = any(pair in _AGREED for pair in pairwise(words))
    following = [t for t in sentence.terms if t.first >= term.last and t.kind == "day"]
    return said and bool(following) and not following[0].past and following[0].first - term.last <= 4


_AGREED = frozenset({
    ("agreed", "to"), ("agreed", "on"), ("offered", "to"), ("quedo", "en"), ("quedamos", "en"), ("we", "agreed"),
    ("we've", "agreed"), ("you've", "agreed"), ("have", "agreed"), ("hemos", "quedado"), ("hemos", "acordado"),
})  # fmt: skip


def _past(tokens: Tokens, sentence: Sentence, term: Term, low: int) -> bool:
    """ "pagué 500", "paid £200 on the 3rd and £65 on the 9th", "los 500 que pagó"."""
    if any(_happened(tokens, at) for at in range(low, term.first)):
        return True
    if tokens.text(term.last) in ("que", "you", "he") and _happened(tokens, term.last + 1):
        return True
    before = [t for t in sentence.terms if t.kind == "sum" and t.last <= term.first]
    if not before or tokens.text(term.first - 1) not in ("and", "y", ",", "plus") or term.first - before[-1].last > 8:
        return False
    return any(_happened(tokens, at) for at in range(max(sentence.first, before[-1].first - 2), before[-1].first))


def _happened(tokens: Tokens, at: int) -> bool:
    """ "pagué", "I've paid": what was done is not proposed."""
    if tokens.text(at) == "paid" and tokens.text(at - 1) in ("be", "get", "gets", "is", "it's", "are"):
        return False
    if "if" in (tokens.text(at - 2), tokens.text(at - 3)):
        return False  # "if you paid it in two goes"
    return tokens.text(at) in _DONE or preterite(tokens.written(at))


def _lowered(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "de 560 a 480", "de $9,000 se queda en $7,650": the first is what it was."""
    if tokens.text(term.first - 1) not in ("de", "from") or _paid_in(tokens, term.first - 2):
        return False
    following = next((t for t in sentence.terms if t.kind == "sum" and t.first >= term.last), None)
    if following is None or following.first - term.last > 12:
        return False
    joint = tokens.text(term.last) in ("a", "to") and following.first == term.last + 1
    if says(tokens, term.last, following.first, "forgives"):
        return False
    return joint or says(tokens, term.last, following.first, "lowered")


def _paid_in(tokens: Tokens, at: int) -> bool:
    """ "si hoy me hace un abono de 600 mil, …": what is paid, and nothing that is lowered."""
    return unit_words().get(tokens.text(at)) == "instalment"


def _ranged(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "entre 500 y 800", "between 50 and 80", "intereses de 3,400 a 1,700": neither is a payment."""
    words = [tokens.text(at) for at in range(max(sentence.first, term.first - 4), term.first)]
    if words[-1:] in (["y"], ["and"]) and {"entre", "between"} & set(words[:-1]):
        return tokens.kind(term.first - 2) == "num" or tokens.text(term.first - 3) in ("entre", "between")
    sums = [t for t in sentence.terms if t.kind == "sum"]
    at = next(n for n, t in enumerate(sums) if t is term)
    if at + 1 < len(sums) and tokens.text(term.first - 1) in ("entre", "between"):
        return sums[at + 1].first - term.last <= 1
    if at == 0:
        return False
    before = sums[at - 1]
    joint = tokens.text(before.last)
    near = term.first - before.last <= 1
    led = tokens.text(before.first - 1)
    fees = joint in ("a", "to") and says(tokens, before.first - 5, before.first, "fees")
    return near and ((led in ("entre", "between") and joint in ("y", "and")) or (led in ("de", "from") and fees))

"""Sums that are only what is owed: "debe 4,560 pesos", "your balance is $1,312"; not "it's 475 to settle"."""

from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens


def _brought(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "£575 is with us by Friday", "le bajamos el saldo a 900": no debt that is only stated."""
    arrives = tokens.text(term.last) in ("is", "are") and tokens.text(term.last + 1) in ("with", "here", "in", "paid")
    low = max(sentence.first, term.first - 6)
    lowered = tokens.text(term.first - 1) in ("a", "to", "en", "at") and says(tokens, low, term.first - 1, "lowered")
    offered = any(tokens.text(at) in _OFFERS for at in range(low, term.first))
    weak = tokens.text(term.first - 1) in _ARE
    paying = weak and any(_pays(tokens, at) for at in range(sentence.first, term.first))
    settling = (tokens.text(term.last), tokens.text(term.last + 1)) in _SETTLING
    return arrives or lowered or offered or paying or settling or (weak and _promised(tokens, sentence, term))


def _promised(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "se lo pago el lunes 30, son 210 mil": the day was said first, and then how much it is."""
    before = [t for t in sentence.terms if t.last <= term.first]
    if not before or before[-1].kind != "day" or before[-1].past or term.first - before[-1].last > _CLOSE:
        return False
    return says(tokens, max(sentence.first, before[-1].first - _CLOSE), before[-1].first, "pays_now")


_CLOSE = 4


_SETTLING = frozenset(
    (led, verb)
    for led, verbs in (("to", ("settle", "close", "finish")), ("para", ("liquidar", "cerrar", "saldar", "finiquitar")))
    for verb in verbs
)
_OFFERS = frozenset({"offer", "deal", "propuesta", "oferta", "arrangement", "arreglo", "convenio", "settlement"})
_ARE = frozenset(
    {"acepto", "aceptamos", "accept", "take", "recibo", "son", "serian", "is", "are", "it's", "that's", "es", "seria"}
)


def _pays(tokens: Tokens, at: int) -> bool:
    """ "pagando hasta el viernes son 1900", "si cancela hoy son 900", "if you clear it today it's 900"."""
    if not says(tokens, at, at + 1, "pays"):
        return False
    word = tokens.text(at)
    return word.endswith(("ando", "iendo", "ing")) or bool({"if", "si"} & {tokens.text(at - n) for n in (1, 2)})


def stated(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """A sum beside a word of debt, unless a count or a day ahead right behind makes it a payment."""
    before = says(tokens, max(sentence.first, term.first - 3), term.first, "debt")
    supposed = tokens.text(term.last) in ("if", "si", "when", "once", "cuando")  # "$900 if it's paid by Friday"
    behind = not supposed and says(tokens, term.last, min(term.last + 2, sentence.last), "debt")
    if not (before or behind) or _brought(tokens, sentence, term):
        return False
    following = [t for t in sentence.terms if t.first >= term.last]
    if any(t.kind == "day" and t.past for t in sentence.terms):
        return True
    leading = [t for t in sentence.terms if t.last <= term.first and t.kind == "count"]
    near = following[0] if following and following[0].first - term.last <= 3 else None
    if near is not None and {"pero", "but"} & {tokens.text(at) for at in range(term.last, near.first)}:
        near = None  # "trae 7,000 pero si paga mañana son 5,600"
    now = near is not None and tokens.text(near.first) in ("now", "ahora", "ya")
    tied = (
        near is not None
        and not now
        and (near.kind == "period" or (near.kind == "day" and bool(near.days)) or near.kind == "count")
    )
    late = bool(leading) and says(tokens, leading[-1].last, term.first, "late")
    counted = bool(leading) and term.first - leading[-1].last <= 2 and not late
    return not (tied or counted)

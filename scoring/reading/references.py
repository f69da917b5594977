"""Numbers that only point at something: card endings, telephones, invoices, codes, help lines, identity cards."""

from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import word_set

_LONG = 8
_HELP_LINES = frozenset(
    ("024", "106", "111", "112", "116", "123", "135", "211", "311", "600", "800", "911", "988", "999"),
)
_CALLING = frozenset(
    ("at", "to", "call", "text", "dial", "ring", "phone", "al", "llame", "marque", "llamar", "marcar", "linea", "with"),
)
_STEPS = frozenset(
    (":", ".", "°", "n", "in", "en", "is", "es", "#", "de", "del", "su", "your", "no", "numero", "number", "nro", "num",
     "era", "was", "at", "of", "-", "code", "la", "el"),
)  # fmt: skip
_SCORES = frozenset({"score", "puntaje", "scoring"})
_MOVES = frozenset({"down", "up", "to", "a", "ahora", "now", "around", "about", "like"})
_CHAPTERS = frozenset(
    {"section", "seccion", "clause", "clausula", "paragraph", "article", "articulo", "regulation", "inciso", "version"}
)
_PAPERS = frozenset(
    {"factura", "facturas", "invoice", "folio", "referencia", "expediente", "cedula", "dni", "contrato"}
)
_NO_CASE = frozenset({"that", "this", "any", "which", "either", "worst", "ese", "este", "tal", "cualquier", "todo"})


_FORMS = frozenset({"1099", "1098", "1095", "1040", "401", "403"})
_PLANS = frozenset({"401", "403"})
_ITS = frozenset({
    "the", "a", "your", "my", "his", "her", "our", "their", "that", "form", "su", "mi", "el", "la", "un", "tu",
})  # fmt: skip


def is_reference(tokens: Tokens, number: Number) -> bool:
    """Whether a number in digits points at something and counts nothing."""
    if not number.typed:
        return False
    at, text = number.first, tokens.text(number.first)
    if text in _FORMS and tokens.text(at - 1) in _ITS:
        return text not in _PLANS or tokens.text(at + 1) in ("k", "b", "(")
    if _noun(tokens, at - 1) in _CHAPTERS or (_noun(tokens, at - 1) in _PAPERS and number.last - at == 1):
        return True
    if number.style == "grouped" and (tokens.text(at - 1) in ("°", "#") or _by_number(tokens, at)):
        return True
    if number.style == "grouped" or number.last - at > 1:
        return _documented(tokens, number)
    if number.style not in ("plain", "decimal"):
        return False
    if len(text) >= _LONG or (len(text) > 1 and text[0] == "0") or _in_a_row(tokens, at) or is_glued(tokens, at):
        return True
    if text in _HELP_LINES and tokens.text(at - 1) in _CALLING:
        return True
    if "#" in (tokens.text(at - 1), tokens.text(at - 2)) or _beside_another(tokens, at):
        return True
    if _asked_for(tokens, at):
        return True
    return _named(tokens, at) or _led_by(tokens, at, word_set("not_money", "documents"), 3)


def _by_number(tokens: Tokens, at: int) -> bool:
    """ "boleta nro. 887.341", "número 20.458"."""
    return tokens.text(at - 1 - (tokens.text(at - 1) == ".")) in ("nro", "num", "numero", "number")


def _asked_for(tokens: Tokens, at: int) -> bool:
    """ "the zip? It's 60617", "the meter was 48213 and you gave me 47960": what a document or a meter says."""
    near = {tokens.text(at - step) for step in range(2, 10)}
    if tokens.text(at - 1) in ("is", "es", ":", "was", "it's", "its", "era", "have") and near & word_set(
        "not_money", "secrets"
    ):
        return True
    long = tokens.text(at).isdigit() and 4 <= len(tokens.text(at)) <= 7 and tokens.kind(at - 1) != "sign"
    wide = {tokens.text(at - step) for step in range(2, 14)}
    return long and bool(wide & word_set("not_money", "measured"))


def _named(tokens: Tokens, at: int) -> bool:
    """ "factura 3310", "la tarjeta terminada en 4521", "PO #44"."""
    step = at - 1
    for _ in range(2):
        step -= tokens.text(step) in (":", ".", "°", "n", "in", "en", "is", "es", "#", "de", "del")
    if tokens.text(step) == "no" and step == at - 1:  # "no 150" denies, "factura no 3310" numbers
        step -= 1
    return _noun(tokens, step) in word_set("not_money", "references")


def _documented(tokens: Tokens, number: Number) -> bool:
    """ "DNI 28.114.903", "su RUT es 12.345.678-9", "case 55,120", "… en 23K"."""
    last = number.last
    if tokens.text(last) == "-" and tokens.glued(last) and tokens.glued(last + 1) and len(tokens.text(last + 1)) == 1:
        return True
    k = number.last - number.first == 2 and tokens.text(last - 1) == "k"
    grouped = number.style == "grouped" and number.last - number.first == 1
    return (k or grouped) and _led_by(tokens, number.first, word_set("not_money", "documents"), 3)


def _led_by(tokens: Tokens, at: int, nouns: frozenset[str], most: int) -> bool:
    """Whether one of these nouns leads to the number, over words that say nothing."""
    if _initials(tokens, at) in nouns:
        return True
    moved = False
    for step in range(1, most + 2):
        word = _noun(tokens, at - step)
        moved = moved or word in _MOVES
        if moved and word in _SCORES:
            return True
        if word in nouns and not moved:
            return word not in ("case", "caso") or tokens.text(at - step - 1) not in _NO_CASE
        if word not in _STEPS and word not in _MOVES:
            return False
    return False


def _initials(tokens: Tokens, at: int) -> str:
    """ "C.C. 1.020", "D.N.I. 28.114": the letters before the number, without their stops."""
    letters = [tokens.text(at - step) for step in range(6, 0, -1)]
    return "".join(letters).replace(".", "")[-3:] if letters[-1] == "." and letters[-3] == "." else ""


def _noun(tokens: Tokens, at: int) -> str:
    """The word without "'s"."""
    return tokens.text(at).removesuffix("'s")


def _beside_another(tokens: Tokens, at: int) -> bool:
    """ "04512 and 18830", "inv 221 and 229": what is listed with a number that only points."""
    before = tokens.text(at - 2)
    if tokens.text(at - 1) not in ("and", "y", "&") or tokens.kind(at - 2) != "num":
        return False
    return (len(before) > 3 and before[0] == "0") or (before.isdigit() and _named(tokens, at - 2))


def _in_a_row(tokens: Tokens, at: int) -> bool:
    """Digits beside digits are a telephone or an account."""
    return any(tokens.kind(n) == "num" and tokens.text(n).isdigit() for n in (at - 1, at + 1))


def _dialled(tokens: Tokens, at: int) -> bool:
    """ "602-555-0148": three groups of digits and more, hyphened without a gap."""
    first = last = at
    while _hyphened(tokens, first - 2):
        first -= 2
    while _hyphened(tokens, last):
        last += 2
    return last - first >= 4


def _hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins this group of digits to the next."""
    joint = tokens.text(at + 1) == "-" and tokens.glued(at + 1) and tokens.glued(at + 2)
    return joint and tokens.kind(at) == "num" == tokens.kind(at + 2)


def is_glued(tokens: Tokens, at: int) -> bool:
    """ "F-2291", "14039-b", "555-0142", "2026-5518"; not "50-80"."""
    before, behind = tokens.text(at - 1), tokens.text(at + 1)
    if (tokens.glued(at) and tokens.kind(at - 1) == "word" and before != "x") or _dialled(tokens, at):
        return True
    if tokens.glued(at) and before in ("-", "_", "/") and tokens.glued(at - 1):
        far = tokens.kind(at - 2)
        led = tokens.text(at - 3) in word_set("not_money", "references") or tokens.text(at - 2).startswith("0")
        return far == "word" or (far == "num" and (led or len(tokens.text(at)) > 3 or before != "-"))
    if tokens.glued(at + 1) and behind in ("-", "_") and tokens.glued(at + 2):
        return tokens.kind(at + 2) == "word" or len(tokens.text(at + 2)) > 3
    return False

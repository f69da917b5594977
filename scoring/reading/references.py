"""Numbers that only point at something: card endings, telephones, invoices, codes, help lines."""

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


def is_reference(tokens: Tokens, number: Number) -> bool:
    """Whether a number in digits points at something and counts nothing."""
    if not number.typed or number.last - number.first > 1 or number.style not in ("plain", "decimal"):
        return False
    at, text = number.first, tokens.text(number.first)
    if len(text) >= _LONG or (len(text) > 1 and text[0] == "0") or _in_a_row(tokens, at) or is_glued(tokens, at):
        return True
    if text in _HELP_LINES and tokens.text(at - 1) in _CALLING:
        return True
    step = at - 1
    for _ in range(2):
        step -= tokens.text(step) in (":", ".", "°", "n", "in", "en", "is", "es", "#", "de", "del")
    if "#" in (tokens.text(at - 1), tokens.text(at - 2)):
        return True
    return tokens.text(step) in word_set("not_money", "references")


def _in_a_row(tokens: Tokens, at: int) -> bool:
    """Digits beside digits are a telephone or an account."""
    return any(tokens.kind(n) == "num" and tokens.text(n).isdigit() for n in (at - 1, at + 1))


def is_glued(tokens: Tokens, at: int) -> bool:
    """ "F-2291", "14039-b", "555-0142"; not "50-80"."""
    before, behind = tokens.text(at - 1), tokens.text(at + 1)
    if tokens.glued(at) and tokens.kind(at - 1) == "word" and before != "x":
        return True
    if tokens.glued(at) and before in ("-", "_", "/") and tokens.glued(at - 1):
        far = tokens.kind(at - 2)
        led = tokens.text(at - 3) in word_set("not_money", "references") or tokens.text(at - 2).startswith("0")
        return far == "word" or (far == "num" and (led or len(tokens.text(at)) > 3 or before != "-"))
    if tokens.glued(at + 1) and behind in ("-", "_") and tokens.glued(at + 2):
        return tokens.kind(at + 2) == "word" or len(tokens.text(at + 2)) > 3
    return False

"""Where "now", "ahora" and "ya" say when something is paid, and where they are only talk."""

from scoring.reading.terms import Term, says
from scoring.reading.tokens import Tokens


def beside_money(term: Term, found: list[Term], tokens: Tokens) -> bool:
    """ "100 now" and "now 100" are payments; "now, …" and "right now" elsewhere are talk."""
    mexican = tokens.text(term.first).startswith("ahorit")
    for paid in found:
        if paid.kind not in ("sum", "share", "whole"):
            continue
        ahead = paid.first - term.last
        behind = [at for at in range(paid.last, term.first) if tokens.text(at) not in _AT_HAND]
        if _done_now(term, paid, found, tokens):
            return True
        if (0 <= len(behind) <= 2 and term.first >= paid.last and not any(tokens.text(at) == "," for at in behind)) or (
            0 <= ahead <= (2 if mexican else 1) and (term.first > 0 or mexican)
        ):
            return tokens.text(term.first - 1) not in (".", "!", "?")
    return False


def _done_now(term: Term, paid: Term, found: list[Term], tokens: Tokens) -> bool:
    """ "ahora le hago 40 lucas", "right now I can send you 50": a payment of now, unless it names another day."""
    between = range(term.last, paid.first)
    if not 1 <= len(between) <= 6 or tokens.text(term.first) in ("ya", "una"):
        return False
    plain = not any(tokens.kind(at) in ("punct", "num") or tokens.text(at) in _NOT_NOW for at in between)
    elsewhere = any(t.kind == "day" and _follows(tokens, paid, t) for t in found)
    return plain and not elsewhere and says(tokens, term.first - 3, paid.first, "pays_now")


def _follows(tokens: Tokens, paid: Term, day: Term) -> bool:
    between = {tokens.text(at) for at in range(paid.last, day.first)}
    return 0 <= day.first - paid.last <= 4 and not between & {"y", "and", ","}


_AT_HAND = frozenset({
    "on", "me", "right", "in", "hand", "here", "conmigo", "aqui", "i", "we", "can", "could", "give", "send", "pay",
    "you", "que", "le", "te", "puedo", "dar", "pasar",
})  # fmt: skip
_NOT_NOW = frozenset({"no", "not", "can't", "cannot", "won't", "y", "and", "debe", "owe", "owes", "si", "if"})

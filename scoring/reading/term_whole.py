"""All that is owed, as words name it: "todo junto", "the full amount", "el total", where it is paid."""

from scoring.reading.terms import Term, says, term_at
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import calendar_words

_ALL = frozenset({("it", "all"), ("the", "lot"), ("all", "of"), ("in", "full"), ("off", "everything")})
_FULL = frozenset({"full", "whole", "entire", "complete", "total"})
_OWED = frozenset({"thing", "lot", "amount", "balance", "sum", "bill", "debt", "figure"})
_OTHER_THINGS = frozenset({"el", "lo", "eso", "esto", "bien", "mundo", "este", "ese", "es", "los", "tipo"})
_ADEUDO = frozenset({"saldo", "adeudo", "monto", "importe", "deuda", "cuenta", "total", "recibo", "factura"})


def whole(tokens: Tokens, at: int) -> Term | None:
    """ "todo junto", "the whole thing", "the full amount", "el total": all that is owed, in a payment."""
    word, before = tokens.text(at), tokens.text(at - 1)
    if word in ("todo", "completo", "completa", "toda", "todito"):
        return _everything(tokens, at)
    if word in ("total", "totalidad") and before in ("el", "la", "pago"):
        pays = says(tokens, at - 6, at, "pays") or _paid_behind(tokens, at + 1)
        return term_at(tokens, "whole", at - 1, at + 1) if pays else None
    english = (before, word) in _ALL or (before in _FULL and word in _OWED)
    english = english and (says(tokens, at - 6, at, "pays") or _goes_out(tokens, at + 1))
    return term_at(tokens, "whole", at - 1, at + 1) if english else None


def _everything(tokens: Tokens, at: int) -> Term | None:
    """ "pago todo", "todo el saldo"; not "todo eso", "todo el mundo"."""
    behind = tokens.text(at + 1)
    idle = behind in _OTHER_THINGS and not _dated(tokens, at + 1)
    pays = says(tokens, at - 4, at, "pays")
    last = at + 2 + (behind in ("el", "la"))
    if pays and tokens.text(last - 1) in _ADEUDO:
        return term_at(tokens, "whole", at, last)
    return term_at(tokens, "whole", at, at + 1) if pays and not idle else None


def _paid_behind(tokens: Tokens, at: int) -> bool:
    """ "el total te lo cancelo el viernes"; not "el total a pagar", "el total no lo puedo pagar"."""
    for step in range(at, at + 5):
        word = tokens.text(step)
        if tokens.kind(step) != "word" or word in _NO_PAYMENT:
            return False
        if word.startswith(_PAYS):
            return True
    return False


_NO_PAYMENT = frozenset({"no", "ni", "que", "es", "son", "a", "por", "era", "tampoco", "nunca"})
_PAYS = ("pag", "cancel", "liquid", "transf", "deposit", "consign", "sald", "abon", "ingres", "yape")


def _goes_out(tokens: Tokens, at: int) -> bool:
    """ "the full amount goes out on Friday", "the whole balance will be with you", "all of it on the 4th"."""
    words = tuple(tokens.text(at + step) for step in range(3))
    direct = words[0] in ("it", "that") and words[1] in ("on", "by") and tokens.text(at - 1) == "of"
    return direct or words[:2] in _OUT or words in _WITH_YOU


_OUT = frozenset({("goes", "out"), ("comes", "out"), ("reaches", "you"), ("on", "its"), ("going", "out")})
_WITH_YOU = frozenset({
    ("will", "be", "with"), ("will", "go", "out"), ("will", "reach", "you"), ("is", "going", "out"),
    ("will", "be", "there"),
})  # fmt: skip


def _dated(tokens: Tokens, at: int) -> bool:
    """ "todo el 15", "todo el viernes"; not "todo el día"."""
    names = calendar_words("es").weekdays
    return tokens.text(at) in ("el", "este") and (tokens.kind(at + 1) == "num" or tokens.text(at + 1) in names)

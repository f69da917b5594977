"""Promises that are none: those that were broken already, and those that nobody means to be held to."""

from itertools import pairwise

from scoring.reading.date_tense import preterite
from scoring.reading.terms import Sentence, Term
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext

_PROMISED = frozenset({
    "promise", "promised", "agreed", "agreement", "arrangement", "promesa", "prometio", "prometiste", "prometi",
    "compromiso", "acuerdo", "arreglo", "convenio", "quedo", "quedaste", "quedamos", "acordamos",
})  # fmt: skip
_NEAR = 6
_TURNS = frozenset({"and", "but", "y", "pero", "que", "which", "that", ","})
_STILL_OPEN = frozenset({"if", "si", "unless", "cuando", "when"})
_NOTHING = frozenset({"bounced", "failed", "missed", "reboto", "rebotaron", "incumplio", "incumpliste"})
_DENIED = frozenset({"never", "didn't", "hasn't", "didnt", "hasnt", "no", "nunca", "nothing", "nada"})
_ONLY = frozenset({"only", "solo", "solamente", "just"})
_CAME = frozenset({"came", "come", "went", "go", "arrive", "arrived", "clear", "cleared", "happened", "happen", "paid"})
_REACH = 4


def broken(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "una promesa de 320 para el 13 que no llegó", "you agreed to $90 a month and only the first one came in"."""
    if _PROMISED.isdisjoint(map(tokens.text, range(max(sentence.first, term.first - _NEAR), term.first))):
        return False
    turn = next((at for at in range(term.last, sentence.last) if tokens.text(at) in _TURNS), None)
    if turn is None or any(tokens.text(at) in _STILL_OPEN for at in range(sentence.first, sentence.last)):
        return False
    return any(_came_to_nothing(tokens, at, sentence.last) for at in range(turn + 1, sentence.last))


def _came_to_nothing(tokens: Tokens, at: int, end: int) -> bool:
    """ "never came", "no llegó", "sólo entró la primera", "bounced"."""
    word = tokens.text(at)
    if word in _NOTHING:
        return True
    if word not in _DENIED and word not in _ONLY:
        return False
    behind = range(at + 1, min(at + 1 + _REACH + 2 * (word in _ONLY), end))
    return any(tokens.text(n) in _CAME or _kept_not(tokens, n) for n in behind)


def _kept_not(tokens: Tokens, at: int) -> bool:
    """ "no llegó", "no pagaste", "no se cumplió"; not "no le cobré recargos"."""
    return tokens.text(at).startswith(_KEEPING) and preterite(tokens.written(at))


_KEEPING = ("lleg", "entr", "cumpl", "pas", "cay", "sal", "pag", "deposit", "abon", "transfir", "recib", "hiz", "dio")


def hedged(tokens: Tokens, sentence: Sentence, context: ReadingContext) -> bool:
    """ "50 on Friday but don't hold me to it", "Friday. No promises, mind": a debtor's words that promise nothing."""
    if context.by != "debtor":
        return False
    words = [tokens.text(at) for at in range(sentence.first, sentence.last + _MIND)]
    if not _HEDGING.intersection(words):
        return False
    threes = zip(words, words[1:], words[2:], strict=False)
    return any(pair in _HEDGES for pair in pairwise(words)) or any(
        three == ("hold", "me", "to") or (three[0] == "no" and three[1] in _TO_WHOM and three[2] in _VOWS)
        for three in threes
    )


_MIND = 6
_HEDGING = frozenset({
    "hold", "promises", "promise", "promising", "prometo", "aseguro", "garantizo", "compromiso", "prometemos",
})  # fmt: skip
_VOWS = frozenset({"prometo", "aseguro", "garantizo", "prometemos"})
_TO_WHOM = frozenset({"te", "le", "les", "lo", "os"})
_HEDGES = frozenset({
    ("no", "promises"), ("can't", "promise"), ("cant", "promise"), ("cannot", "promise"), ("not", "promising"),
    ("sin", "compromiso"), *(("no", vow) for vow in ("prometo", "aseguro", "garantizo", "prometemos")),
})  # fmt: skip

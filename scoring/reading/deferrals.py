"""Extensions and pauses: a day ahead, and nothing to pay before it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.values import (
    Instalment,
    Offer,
    ReadingContext,
)


def deferrals(tokens: Tokens, sentence: Sentence, context: ReadingContext) -> list[Offer]:
    """Extensions and pauses: a day ahead and nothing to pay before it."""
    if context.by == "debtor" and not says(tokens, sentence.first, sentence.last, "extend"):
        return []
    ahead = [t for t in sentence.terms if t.kind == "day" and t.days and not t.past]
    span = tokens.span(sentence.first, sentence.last)
    if says(tokens, sentence.first, sentence.last, "contact"):
        return []
    if _pauses(tokens, sentence):
        stretch = any(t.kind == "count" and t.unit in ("day", "week", "month", "fortnight") for t in sentence.terms)
        return [Offer(context.by, "pause", _until(ahead, None), *span)] if ahead or stretch else []
    moved = says(tokens, sentence.first, sentence.last, "extend") and says(
        tokens, sentence.first, sentence.last, "grant"
    )
    led = [t for t in ahead if any(tokens.text(t.first - n) in _LEADS for n in (1, 2)) or _to(tokens, t)]
    if led and moved:
        return [Offer(context.by, "extension", _until(led, context.balance), *span)]
    return []


_LEADS = frozenset({"hasta", "para", "until", "till", "til", "to", "a", "into", "through"})


def _to(tokens: Tokens, term: Term) -> bool:
    return tokens.text(term.first) in ("al", "pal")


def _pauses(tokens: Tokens, sentence: Sentence) -> bool:
    """A pause of the collection: "a hold", "congelamos", "suspendo el cobro"; not "hold a pen"."""
    for at in range(sentence.first, sentence.last):
        word = tokens.text(at)
        if word.startswith(("paus", "congel", "freez", "froze", "frenad")):
            return True
        if word in ("hold", "holding") and tokens.text(at - 1) in (
            "on",
            "a",
            "medical",
            "hardship",
            "i'm",
            "am",
            "the",
        ):
            return True
        if word.startswith(("suspend", "suspens", "freno", "frena", "paro", "detengo")):
            return any(tokens.text(n).startswith(_COLLECTING) for n in range(at + 1, min(at + 5, sentence.last)))
    return False


_HOLDS = frozenset({"on", "a", "medical", "hardship", "i'm", "am", "the", "i'll", "we'll"})


_COLLECTING = ("cobr", "collect", "pag", "gestion", "cuota", "account", "cuenta", "payment", "llamad", "call")


def _until(ahead: Sequence[Term], amount: Decimal | None) -> tuple[Instalment, ...]:
    day: date | None = ahead[-1].days[0] if ahead else None
    return (Instalment(amount, day),) if day else ()

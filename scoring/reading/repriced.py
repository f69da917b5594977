"""What is owed after something was taken off: "I dropped the fee, so it's $670 now, and you can pay all of it"."""

from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens

_COMES_TO = frozenset({"it's", "its", "is", "that's", "thats", "to", "son", "queda", "quedan", "en", "quedaria"})
PRICE = "price"
"""The unit of a sum that is the new whole."""


def repriced(tokens: Tokens, sentence: Sentence) -> Sentence:
    """The sentence with the sum that "all of it" stands for, and without the "now" behind it."""
    kinds = [t.kind for t in sentence.terms]
    price = new_price(tokens, sentence, sentence.terms[kinds.index("whole")].first) if "whole" in kinds else None
    if price is None or price.unit == PRICE:
        return sentence
    kept = [t for t in sentence.terms if not (t.kind == "day" and t.first == price.last)]
    terms = tuple(t._replace(unit=PRICE) if t is price else t for t in kept)
    return Sentence(sentence.first, sentence.last, terms)


def new_price(tokens: Tokens, sentence: Sentence, end: int) -> Term | None:
    """The last sum before a place, where something was waived and the sum is what it comes to."""
    sums = [t for t in sentence.terms if t.kind == "sum" and t.last <= end]
    if not sums or tokens.text(sums[-1].first - 1) not in _COMES_TO:
        return None
    return sums[-1] if says(tokens, sentence.first, sums[-1].first, "waive") else None

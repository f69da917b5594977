"""Shares of a sum that the sentence names: they are sums themselves."""

from decimal import Decimal
from itertools import pairwise

from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens

_OF = frozenset({"of", "de", "the", "los", "las", "sus", "your", "that", "esos", "tus", "el", "total"})
_CENT = Decimal("0.01")


def shares_of_sums(tokens: Tokens, sentence: Sentence) -> list[Term]:
    """ "30% of the $980", "out of the 980 you pay 30%": a share of a sum is a sum."""
    if not any(t.kind == "share" for t in sentence.terms):
        return list(sentence.terms)
    terms = _parts_of(tokens, sentence)
    for share, said in pairwise(terms):
        between = [tokens.text(at) for at in range(share.last, said.first)]
        direct = between[:1] in (["of"], ["de"]) and len(between) <= 3 and set(between) <= _OF
        if (
            share.kind == "share"
            and said.kind == "sum"
            and direct
            and not says(tokens, share.first - 4, share.first, "discount")
        ):
            worth = said.value * share.value / 100
            return [share._replace(kind="sum", value=worth) if t is share else t for t in terms if t is not said]
    for said, share in pairwise(terms):
        led = [tokens.text(at) for at in range(said.first - 3, said.first)]
        whole = "out" in led or led[-2:] in (["de", "los"], ["de", "esos"], ["de", "las"])
        if said.kind == "sum" and share.kind == "share" and whole and share.first - said.last <= 6:
            worth = said.value * share.value / 100
            return [share._replace(kind="sum", value=worth) if t is share else t for t in terms if t is not said]
    return terms


def _parts_of(tokens: Tokens, sentence: Sentence) -> list[Term]:
    """ "so that leaves 480, half this Friday and half on the 1st": the shares make up the sum before them."""
    terms = list(sentence.terms)
    shares = [t for t in terms if t.kind == "share"]
    sums = [t for t in terms if t.kind == "sum" and t.last <= shares[0].first]
    if len(shares) < 2 or not sums or not 99 <= sum(t.value for t in shares) <= 101:
        return terms
    base = sums[-1]
    between = [t for t in terms if base.last <= t.first < shares[0].first]
    off = says(tokens, base.first - 5, base.last + 1, "waive") or says(tokens, base.last, base.last + 3, "fees")
    if off or any(t.kind in ("day", "period", "rest") for t in between) or any(t.kind == "rest" for t in terms):
        return terms
    given: list[Term] = []
    for share in shares:
        worth = (base.value * share.value / 100).quantize(_CENT)
        worth = base.value - sum(t.value for t in given) if share is shares[-1] else worth
        given.append(share._replace(kind="sum", value=worth, unit=""))
    turned = iter(given)
    return [next(turned) if t.kind == "share" else t for t in terms if t is not base]

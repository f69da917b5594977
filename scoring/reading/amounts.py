"""Amounts of money in a text, for eight countries: written, spoken, in slang, and bare where the context says so."""

from decimal import Decimal
from functools import lru_cache

from scoring.reading.amount_joins import contrast, coordinate, with_cents
from scoring.reading.bare import Bare
from scoring.reading.counts import count_pieces, share_pieces
from scoring.reading.dates import find_date_pieces
from scoring.reading.marked import marked_sum
from scoring.reading.numbers import find_numbers
from scoring.reading.numerals import Number
from scoring.reading.sums import Sum, plausible, priced
from scoring.reading.tokens import tokenise
from scoring.reading.values import Amount, ReadingContext


def find_amounts(text: str, context: ReadingContext) -> tuple[Amount, ...]:
    """The amounts of a text, in order. The currency is ``None`` where nothing in the text says it."""
    tokens = tokenise(text)
    return tuple(Amount(s.value, s.currency, *tokens.span(s.first, s.last)) for s in sum_pieces(text, context))


@lru_cache(maxsize=64)
def sum_pieces(text: str, context: ReadingContext) -> tuple[Sum, ...]:
    """As ``find_amounts``, by pieces."""
    numbers = find_numbers(text, context.language, context.country)
    if not numbers:
        return ()
    tokens = tokenise(text)
    sums = {n.first: s for n in numbers if (s := marked_sum(tokens, n, context))}
    said = frozenset(s.value for s in sums.values())
    claimed = _claimed(text, context)
    dated = find_date_pieces(text, context.language, context.country, context.on)
    bare = Bare(tokens, context, tuple(piece for piece in dated if not piece.past), said, _counted(text, context))
    _read_bare(bare, numbers, sums, claimed)
    coordinate(numbers, sums, claimed, bare)
    contrast(numbers, sums, claimed, bare)
    return with_cents(tokens, [n for n in numbers if n.first not in claimed], sums, bare)


def _read_bare(bare: Bare, numbers: tuple[Number, ...], sums: dict[int, Sum], claimed: set[int]) -> None:
    """Add the bare sums. What was read makes more believable what was not, so that there are two rounds."""
    for _ in range(2):
        said = bare.said
        for number in numbers:
            if number.first in sums or number.first in claimed:
                continue
            if bare.repeats(number, said):
                sums[number.first] = Sum(number.value, None, number.first, number.last, True)
            elif bare.is_money(number):
                sums[number.first] = _bare_sum(number, bare.context, said)
        bare.said = frozenset(one.value for one in sums.values())
        if bare.said == said or len(sums) == len(numbers):
            return


def _claimed(text: str, context: ReadingContext) -> set[int]:
    """Pieces that belong to a day, a count or a share."""
    found: set[int] = set()
    for day in find_date_pieces(text, context.language, context.country, context.on):
        found.update(range(day.first, day.last))
    for piece in (*count_pieces(text, context), *share_pieces(text, context)):
        found.update(range(piece.first, piece.last))
    return found


def _counted(text: str, context: ReadingContext) -> frozenset[Decimal]:
    return frozenset(piece.value for piece in count_pieces(text, context))


def _bare_sum(number: Number, context: ReadingContext, said: frozenset[Decimal]) -> Sum:
    value = priced(number, context, said) or plausible(number, context, True)
    return Sum(value, None, number.first, number.last, True)

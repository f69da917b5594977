"""Amounts of money in a text, for eight countries: written, spoken, in slang, and bare where the context says so."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from scoring.reading.bare import Bare
from scoring.reading.counts import count_pieces, share_pieces
from scoring.reading.dates import find_date_pieces
from scoring.reading.numbers import find_numbers
from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.values import Amount, ReadingContext
from scoring.reading.vocabulary import currency_words, number_words, own_currency, slang, tongue, word_set

_LARGE = Decimal(20_000)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount at pieces ``first`` to ``last`` (exclusive); ``bare`` where no sign or word says that it is money."""

    value: Decimal
    currency: str | None
    first: int
    last: int
    bare: bool


def find_amounts(text: str, context: ReadingContext) -> tuple[Amount, ...]:
    """The amounts of a text, in order. The currency is ``None`` where nothing in the text says it."""
    tokens = tokenise(text)
    return tuple(Amount(s.value, s.currency, *tokens.span(s.first, s.last)) for s in sum_pieces(text, context))


def tidy(value: Decimal) -> Decimal:
    """Whole units without decimals, everything else with two."""
    return value.quantize(Decimal(1) if value % 1 == 0 else Decimal("0.01"))


@lru_cache(maxsize=64)
def sum_pieces(text: str, context: ReadingContext) -> tuple[Sum, ...]:
    """As ``find_amounts``, by pieces."""
    numbers = find_numbers(text, context.language, context.country)
    if not numbers:
        return ()
    tokens = tokenise(text)
    marked = {n.first: s for n in numbers if (s := _marked(tokens, n, context))}
    said = frozenset(s.value for s in marked.values())
    claimed = _claimed(text, context)
    dated = find_date_pieces(text, context.language, context.country, context.on)
    bare = Bare(tokens, context, frozenset(piece.first for piece in dated if not piece.past))
    sums: dict[int, Sum] = {}
    for number in numbers:
        found = marked.get(number.first)
        free = not found and number.first not in claimed
        if free and bare.repeats(number, said):
            found = Sum(number.value, None, number.first, number.last, True)
        elif free and bare.is_money(number):
            found = _bare_sum(number, context)
        if found:
            sums[number.first] = found
    _coordinate(numbers, sums, claimed, bare)
    return _with_cents(tokens, numbers, sums)


def _claimed(text: str, context: ReadingContext) -> set[int]:
    """Pieces that belong to a day, a count or a share."""
    found: set[int] = set()
    for day in find_date_pieces(text, context.language, context.country, context.on):
        found.update(range(day.first, day.last))
    for piece in (*count_pieces(text, context), *share_pieces(text, context)):
        found.update(range(piece.first, piece.last))
    return found


def _marked(tokens: Tokens, number: Number, context: ReadingContext) -> Sum | None:
    """An amount with a sign, a code, a currency's name or a money word."""
    words = currency_words(context.country, context.currency)
    before, first, last = tokens.text(number.first - 1), number.first, number.last
    value = plausible(number, context)
    if tokens.kind(first - 1) == "sign" or (
        len(before) == 3 and before in words and before not in ("sol", "pen", "mn")
    ):
        currency = words.get(before.rstrip("."), words.get(before))
        behind = words.get(tokens.text(last))
        return Sum(value, behind or currency, first - 1, last + bool(behind), False)
    at = last + (tokens.text(last) == "de" and number.value >= 1_000_000)
    at += tokens.text(at) in ("us", "british", "euros") and tokens.text(at + 1) in words
    currency = words.get(tokens.text(at))
    if currency and not _sign_of_next(tokens, at) and not (number.value == 1 and number.style == "words"):
        return Sum(value, currency, first, at + 1 + (tokens.text(at + 1) in word_set("demonyms")), False)
    if number.money:
        return Sum(value, own_currency(context.country, context.currency), first, last, False)
    return _only_cents(tokens, number, context)


def _sign_of_next(tokens: Tokens, at: int) -> bool:
    """ "3 $500": the sign belongs to what follows."""
    return tokens.kind(at) == "sign" and not tokens.glued(at) and tokens.kind(at + 1) == "num"


def _only_cents(tokens: Tokens, number: Number, context: ReadingContext) -> Sum | None:
    word = tokens.text(number.last)
    glued = tokens.glued(number.last)
    if (
        word not in word_set("cents")
        or (word == "p" and not (glued and context.country == "GB"))
        or number.value >= 100
    ):
        return None
    if number.style == "words" and number.value == 1:
        return None
    return Sum(
        number.value / 100, own_currency(context.country, context.currency), number.first, number.last + 1, False
    )


def _bare_sum(number: Number, context: ReadingContext) -> Sum:
    return Sum(plausible(number, context, True), None, number.first, number.last, True)


def plausible(number: Number, context: ReadingContext, bare: bool = False) -> Decimal:
    """The reading of a number that fits the balance best; without one, the most usual."""
    readings = (number.value, *number.readings)
    habit = context.country in word_set("thousands_by_habit")
    short = number.style in ("plain", "pair", "words", "scaled")
    small = short and number.value % 1 == 0 and 1 <= number.value < 1000
    if bare and habit and small:
        readings = (number.value * 1000, *readings)
    balance = context.balance
    if balance is not None and balance in readings:
        return balance
    if number.style == "scaled" and number.readings:
        return number.readings[0]
    if balance is None or len(readings) == 1:
        return readings[0]
    if bare and habit and small and balance < _LARGE:
        readings = readings[1:]
    likely = [r for r in readings if balance / 50 <= r <= balance * Decimal("1.2")]
    return likely[0] if likely else readings[0]


def _scale_of(tokens: Tokens, number: Number, context: ReadingContext) -> int:
    """The scale that a number ends in: "60 mil" is 1000; 0 where it ends in none."""
    word = tokens.text(number.last - 1)
    if number.style != "scaled" or number.last - number.first < 2:
        return 0
    return number_words(tongue(context.language)).scales.get(word) or slang(context.country).get(word, 0)


_JOINTS = frozenset({"y", "o", "u", "ni", "a", "and", "or", "to", "-", ",", "/", "+"})
_FILL = frozenset(
    {"a", "unos", "unas", "otros", "otras", "los", "con", "maybe", "even", "de", "hasta", "the", "another"}
)


def _coordinate(numbers: tuple[Number, ...], sums: dict[int, Sum], claimed: set[int], bare: Bare) -> None:
    """Numbers joined to an amount are amounts: "50 y 90", "$50-80", "2 o 3 palos", "entre 50 y 60 mil"."""
    tokens, pairs = bare.tokens, list(pairwise(numbers))
    for left, right in reversed(pairs):
        free = right.first in sums and left.first not in claimed and tokens.text(left.last) != ","
        if free and _joined(tokens, left, right):
            scale = _scale_of(tokens, right, bare.context)
            shared = scale and left.style in ("plain", "words", "decimal") and left.value < 1000
            if shared or (left.first not in sums and bare.may_join(left, right)):
                value = left.value * scale if shared else left.value
                near = sums[right.first]
                sums[left.first] = Sum(value, near.currency, left.first, left.last, near.bare)
    for left, right in pairs:
        joins = right.first not in sums and left.first in sums and right.first not in claimed
        if joins and _joined(tokens, left, right) and bare.may_join(right, left):
            near = sums[left.first]
            value = plausible(right, bare.context, near.bare)
            sums[right.first] = Sum(value, near.currency, right.first, right.last, near.bare)


def _joined(tokens: Tokens, left: Number, right: Number) -> bool:
    between = [tokens.text(at) for at in range(left.last, right.first) if tokens.kind(at) != "sign"]
    return bool(between) and between[0] in _JOINTS and len(between) <= 3 and all(w in _FILL for w in between[1:])


def _with_cents(tokens: Tokens, numbers: tuple[Number, ...], sums: dict[int, Sum]) -> tuple[Sum, ...]:
    """Join what is said after the currency: "pesos con cincuenta centavos", "pounds ninety", "… con treinta y tres"."""
    by_first = {n.first: n for n in numbers}
    found: list[Sum] = []
    for first in sorted(sums):
        if found and first < found[-1].last:
            continue
        whole = _and_cents(tokens, sums[first], by_first)
        found.append(replace(whole, value=tidy(whole.value)))
    return tuple(found)


def _and_cents(tokens: Tokens, whole: Sum, numbers: dict[int, Number]) -> Sum:
    if whole.value % 1:
        return whole
    joint = tokens.text(whole.last)
    at = whole.last + (joint in ("con", "y", "and", ","))
    cents = numbers.get(at)
    if not cents or not 0 <= cents.value < 100 or cents.value % 1 or cents.style not in ("words", "plain"):
        return whole
    named = tokens.text(cents.last) in word_set("cents")
    spoken = cents.style == "words" and (cents.value >= 10 or joint == "con")
    ends = tokens.kind(cents.last) in ("", "punct") and tokens.text(cents.last) != "%"
    two_digits = not whole.bare and cents.typed and len(tokens.text(at)) == 2
    unmarked = ends and (
        (joint == "con" and (spoken or two_digits)) or (not whole.bare and spoken and joint not in ("y", "and"))
    )
    if not named and not (cents.value and unmarked and _says_units(tokens, whole)):
        return whole
    return Sum(whole.value + cents.value / 100, whole.currency, whole.first, cents.last + named, whole.bare)


def _says_units(tokens: Tokens, whole: Sum) -> bool:
    """Whether cents may follow: the amount is spoken, or ends in its currency's name."""
    return tokens.kind(whole.last - 1) == "word"

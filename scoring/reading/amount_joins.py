"""Amounts beside amounts: ranges, sums that leave out what was just said, cents behind the currency."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from scoring.reading.bare import Bare
from scoring.reading.numerals import Number
from scoring.reading.sums import Sum, plausible, tidy
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import number_words, slang, tongue, word_set

_JOINTS = frozenset({"y", "o", "u", "ni", "a", "and", "n", "&", "or", "to", "-", ",", "/", "+"})
_FILL = frozenset(
    {
        "a",
        "unos",
        "unas",
        "otros",
        "otras",
        "los",
        "con",
        "maybe",
        "even",
        "de",
        "hasta",
        "the",
        "another",
        "usted",
        "tu",
        "yo",
        "vos",
        "luego",
        "then",
        "you",
        "una",
        "uno",
        "maximo",
        "quizas",
    }
)
_NOT_THIS = frozenset({"not", "no", "sino", "than", "ni", "versus", "vs", "nor"})


def scale_of(tokens: Tokens, number: Number, context: ReadingContext) -> int:
    """The scale that a number ends in: "60 mil" is 1000; 0 where it ends in none."""
    word = tokens.text(number.last - 1)
    if number.style != "scaled" or number.last - number.first < 2:
        return 0
    if word == "hundred":
        return 100
    return number_words(tongue(context.language)).scales.get(word) or slang(context.country).get(word, 0)


def coordinate(numbers: tuple[Number, ...], sums: dict[int, Sum], claimed: set[int], bare: Bare) -> None:
    """Numbers joined to an amount are amounts: "50 y 90", "$50-80", "2 o 3 palos", "entre 50 y 60 mil"."""
    tokens, pairs = bare.tokens, list(pairwise(numbers))
    for left, right in reversed(pairs):
        free = right.first in sums and left.first not in claimed and tokens.text(left.last) != ","
        if free and _joined(tokens, left, right):
            scale = scale_of(tokens, right, bare.context)
            shared = scale and _shares(tokens, left, scale)
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


def _shares(tokens: Tokens, left: Number, scale: int) -> bool:
    """Whether the scale behind the second number is that of the first: "50 y 60 mil", not "de una y cien mil"."""
    fits = left.style in ("plain", "words", "decimal") and left.value < (1000 if scale > 100 else 20)
    return fits and tokens.text(left.first) not in ("un", "una", "uno")


def _joined(tokens: Tokens, left: Number, right: Number) -> bool:
    between = [tokens.text(at) for at in range(left.last, right.first) if tokens.kind(at) != "sign"]
    return bool(between) and between[0] in _JOINTS and len(between) <= 3 and all(w in _FILL for w in between[1:])


def contrast(numbers: tuple[Number, ...], sums: dict[int, Sum], claimed: set[int], bare: Bare) -> None:
    """Numbers that need an amount in the same text: "… not 150", "quince lucas ahora, quince el mes que viene"."""
    if not sums:
        return
    scales: dict[int, int] = {}
    for at, number in enumerate(numbers):
        near = sums.get(numbers[at - 1].first) if at else None
        scale = scales.get(at - 1, 0) or (scale_of(bare.tokens, numbers[at - 1], bare.context) if near else 0)
        if number.first in sums or number.first in claimed:
            continue
        if near and scale > 100 and _left_out(bare, number, near):
            scales[at] = scale
            sums[number.first] = Sum(number.value * scale, near.currency, number.first, number.last, near.bare)
        elif _set_against(bare, number, near or (sums.get(numbers[at + 1].first) if at + 1 < len(numbers) else None)):
            sums[number.first] = Sum(plausible(number, bare.context, True), None, number.first, number.last, True)


def _left_out(bare: Bare, number: Number, near: Sum) -> bool:
    """Whether a small number with a day of its own leaves out the scale of the sum before it."""
    if (
        number.style not in ("plain", "words", "decimal")
        or number.value >= 1000
        or bare.tokens.text(number.first) in ("un", "una", "uno", "one")
        or bare.new_sentence(near.last, number)
    ):
        return False
    more = bare.tokens.text(number.last) in ("mas", "more")
    return bare.has_day(number, int(more)) or bare.later_on(number, int(more))


def _set_against(bare: Bare, number: Number, near: Sum | None) -> bool:
    """ "100 dollars max, not 150", "$80 instead of 120"; "two seventy-five" beside money needs nothing else."""
    if not bare.may_be_money(number):
        return False
    if number.style == "pair" and bare.language == "en":
        return True
    before, led = bare.tokens.text(number.first - 1), bare.tokens.text(number.first - 2)
    against = before in _NOT_THIS or (before, led) in (("of", "instead"), ("de", "vez"), ("de", "lugar"))
    fits = near is not None and near.value <= number.value * 10 and number.value <= near.value * 10
    return against and fits and number.value >= 10


def with_cents(tokens: Tokens, numbers: Iterable[Number], sums: dict[int, Sum], bare: Bare) -> tuple[Sum, ...]:
    """Join what is said after the currency: "pesos con cincuenta centavos", "pounds ninety", "… con treinta y tres"."""
    by_first = {n.first: n for n in numbers}
    found: list[Sum] = []
    for first in sorted(sums):
        if found and first < found[-1].last:
            continue
        own = replace(sums[first], first=first) if found and sums[first].first < found[-1].last else sums[first]
        whole = _and_cents(tokens, own, by_first, bare)
        found.append(replace(whole, value=tidy(whole.value)))
    return tuple(found)


def _and_cents(tokens: Tokens, whole: Sum, numbers: dict[int, Number], bare: Bare) -> Sum:
    if whole.value % 1:
        return whole
    joint = tokens.text(whole.last)
    at = whole.last + (joint in ("con", "y", "and", ","))
    cents = numbers.get(at)
    if not cents or not 0 <= cents.value < 100 or cents.value % 1 or cents.style not in ("words", "plain"):
        return whole
    named = tokens.text(cents.last) in word_set("cents")
    if not named and not (cents.value and _unnamed(tokens, whole, cents, joint, bare) and _says_units(tokens, whole)):
        return whole
    return Sum(whole.value + cents.value / 100, whole.currency, whole.first, cents.last + named, whole.bare)


def _unnamed(tokens: Tokens, whole: Sum, cents: Number, joint: str, bare: Bare) -> bool:
    """Whether a number behind the currency is its cents, though nothing says "cents"."""
    behind = tokens.text(cents.last)
    ends = tokens.kind(cents.last) in ("", "punct") and behind != "%"
    of_what = behind == "de" and tokens.text(cents.last + 1) not in ("la", "el", "su", "tu", "esta", "este")
    goes_on = bare.open_behind(cents) and behind not in ("mil", "por") and not of_what
    goes_on = goes_on and tokens.kind(cents.last) == "word"
    spoken = cents.style == "words" and (cents.value >= 10 or joint == "con")
    grouped = tokens.kind(whole.last - 1) == "num" and not tokens.text(whole.last - 1).isdigit()
    two_digits = (not whole.bare or (grouped and joint == "con")) and cents.typed and len(tokens.text(cents.first)) == 2
    if joint == "con" and whole.bare and ends and _as_price(tokens, whole, cents, bare):
        return True
    if joint == "con":
        return (ends or (goes_on and not whole.bare) or bare.paid_per(cents)) and (spoken or two_digits)
    if whole.bare or joint in ("y", "and"):
        return False
    rated = behind in ("a", "per", "each", "every", "left", "now", "today") or bare.paid_per(cents)
    if joint == ",":
        return (ends or rated) and spoken
    return (ends or rated or goes_on) and (spoken or two_digits)


def _as_price(tokens: Tokens, whole: Sum, cents: Number, bare: Bare) -> bool:
    """ "creo que son 214 con 60": digits and their cents, where a number is no thousands by habit."""
    typed = cents.typed and len(tokens.text(cents.first)) == 2 and whole.last - whole.first == 1
    habit = bare.context.country in word_set("thousands_by_habit")
    return typed and not habit and cents.value % 5 == 0 and whole.value >= 10


def _says_units(tokens: Tokens, whole: Sum) -> bool:
    """Whether cents may follow: the amount is spoken, or ends in its currency's name."""
    if tokens.kind(whole.last - 1) == "word" or tokens.text(whole.last) == "con":
        return True
    grouped = tokens.kind(whole.last - 1) == "num" and not tokens.text(whole.last - 1).isdigit()
    return tokens.text(whole.last) == "con" and (tokens.text(whole.last - 1) == "€" or grouped)

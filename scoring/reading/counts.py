"""Counts ("tres cuotas", "ten working days") and shares ("30 %", "la mitad", "two thirds")."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scoring.reading.dates import find_date_pieces
from scoring.reading.nouns import may_count
from scoring.reading.numbers import find_numbers, numbers_at
from scoring.reading.numerals import Number
from scoring.reading.references import is_glued
from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.values import Count, Percentage, ReadingContext
from scoring.reading.vocabulary import (
    bare_words,
    calendar_words,
    currency_words,
    fraction_words,
    slang,
    tongue,
    unit_words,
    word_set,
)

_MAX_COUNT = 100_000
_PARTS = {"tercera": Decimal("33.33"), "cuarta": Decimal("25"), "quinta": Decimal("20"), "decima": Decimal("10")}


_ONE_PAYMENT = frozenset({"payment", "instalment", "installment"})
_NOT_HALF = frozenset(
    {"past", "an", "hour", "hours", "a", "-", "year", "way", "day", "decent", "million", "time", "one", "two", "three",
     "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A count or a share at pieces ``first`` to ``last`` (exclusive); ``unit`` is ``%`` for a share."""

    value: Decimal
    unit: str
    first: int
    last: int


def find_counts(text: str, context: ReadingContext) -> tuple[Count, ...]:
    """Numbers of something that is no money, in order."""
    tokens = tokenise(text)
    pieces = count_pieces(text, context)
    return tuple(Count(int(p.value), p.unit, *tokens.span(p.first, p.last)) for p in pieces)


def find_percentages(text: str, context: ReadingContext) -> tuple[Percentage, ...]:
    """Shares in per cent, fractions included ("la mitad" is 50), in order."""
    tokens = tokenise(text)
    return tuple(Percentage(p.value, *tokens.span(p.first, p.last)) for p in share_pieces(text, context))


@lru_cache(maxsize=64)
def share_pieces(text: str, context: ReadingContext) -> tuple[Piece, ...]:
    """As ``find_percentages``, by pieces."""
    tokens, language = tokenise(text), tongue(context.language)
    numbers = find_numbers(text, context.language, context.country)
    found = [p for n in numbers if (p := _percent(tokens, n))]
    taken = {at for p in found for at in range(p.first, p.last)}
    before = {n.last: n for n in numbers}
    words = fraction_words(language)
    for at, token in enumerate(tokens.items):
        if at not in taken and (token.text in words or token.text in _PARTS or token.text == "half's"):
            piece = _fraction(tokens, at, before.get(at), words)
            found += [piece] if piece else []
    return tuple(sorted(found, key=lambda p: p.first))


def _percent(tokens: Tokens, number: Number) -> Piece | None:
    word, after = tokens.text(number.last), tokens.text(number.last + 1)
    if word in ("%", "percent", "porciento", "pct"):
        return Piece(number.value, "%", number.first, number.last + 1)
    if (word, after) in (("por", "ciento"), ("per", "cent"), ("por", "cien")):
        return Piece(number.value, "%", number.first, number.last + 2)
    return None


def _fraction(tokens: Tokens, at: int, number: Number | None, words: dict[str, Decimal]) -> Piece | None:
    word, behind = tokens.text(at), tokens.text(at + 1)
    if word in _PARTS:
        return Piece(_PARTS[word], "%", at, at + 2) if behind == "parte" and tokens.text(at - 1) == "la" else None
    if word == "mitad":
        return None if behind in ("del", "de") and tokens.text(at + 2) in ("mes", "camino", "ano", "semana") else (
            Piece(words[word], "%", at, at + 1))  # fmt: skip
    if word in ("half", "half's"):
        return _half(tokens, at, words["half"])
    if number and number.style == "words" and 1 <= number.value <= 3:
        share = words[word] * number.value
        share = Decimal("66.67") if share == Decimal("66.66") else share
        spanish_ok = not word.startswith("cuarto") or number.value == 3
        return Piece(share, "%", number.first, at + 1) if spanish_ok else None
    if tokens.text(at - 1) == "a" and behind == "of" and word in ("third", "quarter"):
        return Piece(words[word], "%", at, at + 1)
    return None


def _half(tokens: Tokens, at: int, share: Decimal) -> Piece | None:
    """ "half now", "half of it"; not "half past", "half an hour", "three and a half"."""
    behind = tokens.text(at + 1)
    before = [tokens.text(at - 2), tokens.text(at - 1)]
    if behind in _NOT_HALF or before == ["and", "a"]:
        return None
    if behind == "what" and tokens.text(at + 3) in ("was", "were", "used", "is"):  # "half what it was"
        return None
    return Piece(share, "%", at, at + 1)


@lru_cache(maxsize=64)
def count_pieces(text: str, context: ReadingContext) -> tuple[Piece, ...]:
    """As ``find_counts``, by pieces."""
    tokens = tokenise(text)
    shares = {at for p in share_pieces(text, context) for at in range(p.first, p.last)}
    dated = _day_pieces(text, context)
    found = []
    for number in find_numbers(text, context.language, context.country):
        whole = number.value % 1 == 0 and number.value <= _MAX_COUNT and not number.money
        if whole and number.first not in shares:
            piece = _count(tokens, number, context, number.first in dated)
            found += [piece] if piece else []
    return tuple(found)


def _day_pieces(text: str, context: ReadingContext) -> set[int]:
    pieces = find_date_pieces(text, context.language, context.country, context.on)
    return {at for p in pieces for at in range(p.first, p.last)}


def _count(tokens: Tokens, number: Number, context: ReadingContext, dated: bool) -> Piece | None:
    if _signed(tokens, number, context):
        return None
    after = number.last + (tokens.text(number.last) == "-" and tokens.glued(number.last))
    for _ in range(2):
        after += tokens.text(after) in word_set("adjectives")
    unit = unit_words().get(tokens.text(after))
    if unit == "instalment" and number.value > 31 and tokens.text(after) in ("payment", "instalment", "installment"):
        return (
            None if tokens.text(after + 1) not in ("plan", "plans") else Piece(number.value, unit, number.first, after)
        )
    if unit and not _indefinite(tokens, number, unit, after):
        return Piece(number.value, unit, number.first, after + 1)
    if dated or unit:
        return None
    if 2 <= number.value <= 60 and _weekdays(tokens, number, context):
        return Piece(number.value, "week", number.first, number.last + 1)
    if _multiplied(tokens, number) or _parts_of(tokens, number, context) or _split(tokens, number, context):
        return Piece(number.value, "instalment", number.first, number.last)
    return _other(tokens, number, context)


def _weekdays(tokens: Tokens, number: Number, context: ReadingContext) -> bool:
    """ "doce lunes", "six Fridays"."""
    word = tokens.text(number.last)
    named = word in calendar_words(tongue(context.language)).weekdays and word.endswith("s")
    return named and tokens.text(number.first - 1) not in ("el", "dia", "al", "del")


def _signed(tokens: Tokens, number: Number, context: ReadingContext) -> bool:
    words = currency_words(context.country, context.currency)
    return tokens.kind(number.first - 1) == "sign" or tokens.text(number.last) in words


def _indefinite(tokens: Tokens, number: Number, unit: str, after: int) -> bool:
    """ "un día" counts nothing, "un solo pago" and "1 día" do."""
    if tokens.text(number.first) not in ("un", "una") or after > number.last:
        return False
    return unit != "instalment" or tokens.text(after) in ("parte", "partida", "tanda", "letra")


def _multiplied(tokens: Tokens, number: Number) -> bool:
    """ "3x", "x3", "3 x 259"."""
    if not 1 <= number.value <= 60 or not number.typed:
        return False
    before = tokens.text(number.first - 1) == "x" and tokens.glued(number.first) and number.value > 1
    behind = tokens.text(number.last) == "x" and tokens.kind(number.last + 1) in ("num", "sign")
    return before or behind


def _parts_of(tokens: Tokens, number: Number, context: ReadingContext) -> bool:
    """ "seis de $54.000", "four of 440"."""
    if not 2 <= number.value <= 60 or tokens.text(number.last) not in ("de", "of", "at"):
        return False
    at = number.last + 1 + (tokens.text(number.last + 1) == "a")
    if tokens.kind(at) == "sign":
        return True
    if tokens.text(number.last) == "at":
        return False
    follower = numbers_at(tokens.folded.original, context.language, context.country).get(at)
    return follower is not None and (follower.value > 31 or follower.money)


def _split(tokens: Tokens, number: Number, context: ReadingContext) -> bool:
    """ "lo partimos en dos", "split it into four", "$110 for six", "ten of them"."""
    if 2 <= number.value <= 60 and (tokens.text(number.last), tokens.text(number.last + 1)) == ("of", "them"):
        return True
    paid_for = tokens.text(number.first - 1) == "for" and (
        tokens.kind(number.first - 2) == "num" or tokens.text(number.first - 2) in ("month", "week", "fortnight")
    )
    if paid_for and 2 <= number.value <= 60 and tokens.kind(number.last) in ("", "punct"):
        return True
    if not 2 <= number.value <= 60 or tokens.text(number.first - 1) not in ("en", "in", "into", "entre"):
        return False
    follows = tokens.text(number.last)
    words = bare_words(tongue(context.language))
    if tokens.kind(number.last) == "word" and follows not in words.followers and follows != "veces":
        return False
    near = (tokens.text(number.first - step) for step in range(2, 8))
    return any(word in word_set("splitting") or word.startswith(("part", "divid", "split")) for word in near)


def _other(tokens: Tokens, number: Number, context: ReadingContext) -> Piece | None:
    """A number before a noun: "cuatro llamadas", "12 open chats"."""
    at = number.last
    word = tokens.text(at)
    if is_glued(tokens, number.first) or "'" in word or tokens.text(number.first - 1) in ("at", "las", "la"):
        return None
    language = tongue(context.language)
    if tokens.kind(at) != "word" or tokens.glued(at) or len(word) < 3:
        return None
    words, names = bare_words(language), calendar_words(language)
    known = any(word in listed for listed in (words.followers, words.cues, names.months, names.weekdays, names.times))
    if number.value > 31 and language == "en" and word in word_set("bare", "sums"):
        return None
    if not may_count(tokens, number, language):
        return None
    if known or word in slang(context.country) or word in word_set("cents"):
        return None
    if tokens.text(number.first) in ("un", "una", "uno", "one"):
        return None
    if word.endswith(("ando", "iendo", "mente", "ly")) or (language == "en" and word.endswith("ing")):
        return None
    return Piece(number.value, "other", number.first, at + 1)

"""Amounts that say that they are money: a sign, a code, a currency's name, a money word, or cents alone."""

from scoring.reading.numerals import Number
from scoring.reading.spelling import money_slips
from scoring.reading.sums import Sum, plausible
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import currency_words, own_currency, word_set

_PER_UNIT = tuple([led, "the", unit] for led in ("on", "in") for unit in ("dollar", "pound", "euro"))
_NO_CODE = frozenset({"sol", "mn"})
_WEIGHTS = frozenset({"pound", "pounds", "libra", "libras"})
_PER = frozenset({"a", "per", "each", "every", "al", "por", "cada"})
_PERIODS = frozenset({"day", "week", "month", "fortnight", "hour", "dia", "mes", "semana", "hora", "quincena"})


def marked_sum(tokens: Tokens, number: Number, context: ReadingContext) -> Sum | None:
    """The amount that a number is by a sign, a code, a currency's name or a money word; ``None`` without any."""
    words = currency_words(context.country, context.currency)
    before, first, last = tokens.text(number.first - 1), number.first, number.last
    value = plausible(number, context)
    if _signed_before(tokens, first) or _coded(tokens, first - 1, words, context):
        currency = words.get(before.rstrip("."), words.get(before))
        behind = words.get(tokens.text(last))
        return Sum(value, behind or currency, first - 1, last + bool(behind), False)
    at = last + (tokens.text(last) == "de" and number.value >= 1_000_000)
    at += _roughly(tokens, at) or int(tokens.text(at) == "-" and tokens.glued(at) and tokens.glued(at + 1))
    at += tokens.text(at) in ("us", "british", "euros") and tokens.text(at + 1) in words
    currency = words.get(tokens.text(at)) or words.get(money_slips().get(tokens.text(at), ""))
    if currency and not _sign_of_next(tokens, at) and not _no_sum(tokens, number, at):
        return Sum(value, currency, first, at + 1 + (tokens.text(at + 1) in word_set("demonyms")), False)
    if number.money:
        return Sum(value, own_currency(context.country, context.currency), first, last, False)
    return _only_cents(tokens, number, context)


def _roughly(tokens: Tokens, at: int) -> int:
    """How many pieces "-odd", "or so", "y pico" between a number and its currency take."""
    words = [tokens.text(at + step) for step in range(2)]
    if words == ["-", "odd"] or words in (["or", "so"], ["y", "pico"], ["y", "tantos"], ["y", "algo"]):
        return 2
    return int(words[0] in ("odd", "tantos"))


def _signed_before(tokens: Tokens, first: int) -> bool:
    """Whether a sign stands before; not that of the number before it: "60$ 2nite"."""
    if tokens.kind(first - 1) != "sign":
        return False
    behind_another = tokens.glued(first - 1) and tokens.kind(first - 2) == "num"
    return not behind_another


def _coded(tokens: Tokens, at: int, words: dict[str, str], context: ReadingContext) -> bool:
    """ "PEN 980", "USD 40"; not a pen nor the sun."""
    word = tokens.text(at)
    if len(word) != 3 or word not in words or word in _NO_CODE:
        return False
    return word != "pen" or own_currency(context.country, context.currency) == "PEN"


def _sign_of_next(tokens: Tokens, at: int) -> bool:
    """ "3 $500": the sign belongs to what follows."""
    own = tokens.glued(at) and tokens.kind(at - 1) == "num"
    return tokens.kind(at) == "sign" and not own and tokens.kind(at + 1) == "num"


def _no_sum(tokens: Tokens, number: Number, at: int) -> bool:
    """ "antes de pagar un peso" names no sum, "un peso diario" does; ninety pounds can be a weight."""
    if tokens.text(at) in _WEIGHTS and _weighs(tokens, number, at):
        return True
    if number.value != 1 or number.style != "words":
        return False
    behind, then = tokens.text(at + 1), tokens.text(at + 2)
    if behind in ("diario", "diarios", "daily") or (behind in _PER and then in _PERIODS):
        return False
    cents = behind in ("con", "y", "and") and tokens.text(at + 3) in word_set("cents")
    return not cents and not (behind == "con" and tokens.kind(at + 3) in ("", "punct"))


def _weighs(tokens: Tokens, number: Number, at: int) -> bool:
    near = (tokens.text(step) for step in (*range(number.first - 6, number.first), *range(at + 1, at + 4)))
    return any(word in word_set("weighs") for word in near)


def _only_cents(tokens: Tokens, number: Number, context: ReadingContext) -> Sum | None:
    word = tokens.text(number.last)
    british = (tokens.glued(number.last) or number.style == "words") and context.country == "GB"
    if [tokens.text(number.last + step) for step in (1, 2, 3)] in _PER_UNIT:
        return None
    if word not in word_set("cents") or (word == "p" and not british) or number.value >= 100:
        return None
    if (number.style == "words" and number.value == 1) or _opinion(tokens, number):
        return None
    return Sum(
        number.value / 100, own_currency(context.country, context.currency), number.first, number.last + 1, False
    )


def _opinion(tokens: Tokens, number: Number) -> bool:
    """ "my two cents", "put in your 2 cents": what somebody thinks."""
    owned = tokens.text(number.first - 1) in ("my", "your", "his", "her", "their", "our", "own")
    return owned and number.value == 2 and tokens.text(number.last) == "cents"

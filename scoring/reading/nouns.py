"""Whether the word behind a number is what the number counts: "200 mensajes", "12 open chats", "300 people"."""

from scoring.reading.numerals import Number
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import bare_words, calendar_words, number_words, word_set

_SMALL = 31
_NO_NOUN_ENDINGS = ("ss", "us", "is", "'s", "mos")
_POINTING = frozenset({"the", "this", "that", "your", "my", "a", "an"})
"""Behind these English digits may number what follows: "the 1099 form", "the 2019 agreement"."""
_ROUGH = frozenset({("-", "odd"), ("or", "so"), ("-", "ish"), ("y", "pico"), ("y", "tantos"), ("y", "algo")})


def roughly(tokens: Tokens, number: Number) -> int:
    """How many pieces behind a number only make it rough: "eighty odd", "quinientos y pico", "forty or so"."""
    first, second = tokens.text(number.last), tokens.text(number.last + 1)
    return 2 if (first, second) in _ROUGH else int(first in ("odd", "ish", "tantos"))


def may_count(tokens: Tokens, number: Number, language: str) -> bool:
    """Whether a word that is no function word can be what the number counts: a plural, or one behind its adjective.

    A small number may count anything ("two doctors", "12 open chats"), a large one only what stands in the plural.
    """
    at = number.last + roughly(tokens, number)
    first, second = tokens.text(at), tokens.text(at + 1)
    if language == "en" and first in word_set("bare", "purposes"):
        return False
    numbers = number_words(language)
    counts_on = first in numbers.small or first in numbers.tens  # "240 two weeks later"
    if counts_on and (number.value > _SMALL or number.style == "cents"):
        return False
    if number.value <= _SMALL and number.style in ("plain", "words", "decimal"):
        return True
    if language == "en" and number.typed and number.style == "plain" and tokens.text(number.first - 1) in _POINTING:
        return first not in word_set("bare", "prepositions") and first not in word_set("bare", "no_plurals")
    described = first not in word_set("bare", "prepositions") and tokens.kind(at + 1) == "word"
    return _plural(first, language) or (described and _plural(second, language))


def _plural(word: str, language: str) -> bool:
    """Whether a word looks like a noun in the plural and is no word that stands for itself."""
    if word in word_set("bare", "counted"):
        return True
    if len(word) < 4 or word[-1] != "s" or word in word_set("bare", "no_plurals"):
        return False
    words, names = bare_words(language), calendar_words(language)
    if word in words.followers or word in words.cues or word in words.after:
        return False
    if word in names.weekdays or word in names.months or word in names.times:
        return False
    return not word.endswith(_NO_NOUN_ENDINGS)

"""Numbers as people write and say them: "2 millones 350 mil", "palo y medio", "twelve-sixty"."""

from functools import lru_cache

from scoring.reading.number_reader import NumberReader
from scoring.reading.numerals import Number
from scoring.reading.tokens import tokenise
from scoring.reading.vocabulary import number_words, slang, tongue


@lru_cache(maxsize=64)
def find_numbers(text: str, language: str, country: str) -> tuple[Number, ...]:
    """All numbers of a text, in order, none overlapping."""
    tokens, code = tokenise(text), tongue(language)
    words, money = number_words(code), slang(country)
    reader = NumberReader(tokens, words, money, code == "en")
    openers = _openers(code, country)
    found: list[Number] = []
    at, items = 0, tokens.items
    while at < len(items):
        number = reader.read(at) if items[at].kind == "num" or items[at].text in openers else None
        if number:
            found.append(number)
        at = number.last if number else at + 1
    return tuple(found)


@lru_cache(maxsize=32)
def _openers(language: str, country: str) -> frozenset[str]:
    """The words that can begin a number."""
    words = number_words(language)
    listed = {*words.small, *words.tens, *words.hundreds, *words.scales, *slang(country), "medio", "media", "half"}
    return frozenset(listed | ({"a", "couple"} if language == "en" else set()))


@lru_cache(maxsize=64)
def numbers_at(text: str, language: str, country: str) -> dict[int, Number]:
    """The numbers of a text by the piece each begins at."""
    return {number.first: number for number in find_numbers(text, language, country)}

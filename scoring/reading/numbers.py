"""Numbers as people write and say them: "2 millones 350 mil", "palo y medio", "twelve-sixty"."""

from functools import lru_cache
from itertools import chain

from scoring.reading.number_reader import NumberReader
from scoring.reading.numerals import Number
from scoring.reading.tokens import tokenise
from scoring.reading.vocabulary import number_words, slang, tongue


@lru_cache(maxsize=64)
def find_numbers(text: str, language: str, country: str) -> tuple[Number, ...]:
    """All numbers of a text, in order, none overlapping.

    Spanish in the United States borrows English sums ("se lo dejo en four hundred").
    """
    code = tongue(language)
    own = _in_one_language(text, code, country)
    if code == "en" or country != "US":
        return own
    taken = {at for number in own for at in range(number.first, number.last)}
    borrowed = (
        n for n in _in_one_language(text, "en", country) if not n.typed and taken.isdisjoint(range(n.first, n.last))
    )
    return tuple(sorted(chain(own, borrowed), key=lambda number: number.first))


def _in_one_language(text: str, code: str, country: str) -> tuple[Number, ...]:
    tokens, words, money = tokenise(text), number_words(code), slang(country)
    reader, openers = NumberReader(tokens, words, money, code == "en"), _openers(code, country)
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

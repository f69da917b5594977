"""The words of the grammars, read once from ``lexicons/grammar.yaml``.

Everything is read as text (so that ``no`` and ``on`` stay words) and turned into sets and mappings here.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from scoring.yaml_data import load_yaml

_FILE = Path(__file__).parent / "lexicons" / "grammar.yaml"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language says numbers."""

    small: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, int]
    point: frozenset[str]


@dataclass(frozen=True, slots=True)
class BareWords:
    """What shows that a number without a currency is money."""

    cues: frozenset[str]
    weak: frozenset[str]
    between: frozenset[str]
    followers: frozenset[str]
    after: frozenset[str]
    good_enough: frozenset[str]
    sure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language names days."""

    times: dict[str, int]
    weekdays: dict[str, int]
    months: dict[str, int]
    ordinals: dict[str, int]


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = load_yaml(_FILE, as_texts=True)
    return words


def tongue(language: str) -> str:
    """The language whose grammar reads a text: Spanish, or else English."""
    return "es" if language.lower().startswith("es") else "en"


@cache
def word_set(*path: str) -> frozenset[str]:
    """The words listed at a place of the file."""
    place: Any = _words()
    for key in path:
        place = place[key]
    return frozenset(place)


@cache
def groups(section: str) -> tuple[str, ...]:
    """The names of the groups of words in a section of the file."""
    return tuple(_words()[section])


@cache
def word_numbers(*path: str) -> dict[str, int]:
    """The words and their whole numbers at a place of the file."""
    place: Any = _words()
    for key in path:
        place = place[key]
    return {word: int(value) for word, value in place.items()}


@cache
def number_words(language: str) -> NumberWords:
    """Number words of ``es`` or ``en``."""
    at = ("numbers", language)
    small, tens, hundreds, scales = (word_numbers(*at, k) for k in ("small", "tens", "hundreds", "scales"))
    joined = _written_together(small, tens) if language == "es" else {}
    return NumberWords(joined | small, tens, hundreds, scales, word_set(*at, "point"))


def _written_together(small: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    """ "cincuentaiseis", "treintaydos": tens and ones as one word."""
    ones = {word: value for word, value in small.items() if 1 <= value <= 9}
    return {f"{ten}{y}{one}": tens[ten] + ones[one] for ten in tens if ten[-1] == "a" for y in "iy" for one in ones}


@cache
def slang(country: str) -> dict[str, int]:
    """Words that are money and a number at once, with their worth in the country."""
    found = {word: worth.get(country, worth["default"]) for word, worth in _words()["slang"].items()}
    return {word: int(worth) for word, worth in found.items() if worth != "null"}


@cache
def currency_words(country: str, currency: str | None) -> dict[str, str]:
    """Signs, codes and words of money, with the ISO code each means in a case of this country and currency."""
    words = _words()
    own = currency or words["country"].get(country, "USD")
    peso = own if own in ("MXN", "CLP", "ARS", "COP") else words["peso"].get(country, "MXN")
    codes = {"local": own, "peso": peso}
    return {word: codes.get(code, code) for code, listed in words["currencies"].items() for word in listed}


@cache
def own_currency(country: str, currency: str | None) -> str:
    """The currency of a case."""
    return currency or str(_words()["country"].get(country, "USD"))


@cache
def bare_words(language: str) -> BareWords:
    """The evidence words of ``es`` or ``en``."""
    cues, weak, between, followers, after, good = (
        word_set("bare", k, language) for k in ("cues", "weak", "between", "followers", "after", "good_enough")
    )
    cues |= _conjugated() if language == "es" else _conjugated_in_english()
    return BareWords(cues, weak, between, followers, after, good, tuple(sorted(word_set("sure"))))


_ENDINGS = (
    *("o", "as", "a", "amos", "an", "aste", "aron", "aba", "aban", "abamos", "ara", "aras", "aran", "aremos", "are"),
    *("aria", "arias", "arian", "ariamos", "ar", "ando", "ado", "ame", "ale", "arme", "arle", "arte", "arnos", "arlo"),
    *("andome", "andole", "arlos", "arles", "arias", "aramos", "aban"),
)
_SOFT_ENDINGS = ("e", "es", "en", "emos", "eme", "ele", "enos", "enme", "emosle")


@cache
def _conjugated() -> frozenset[str]:
    """The forms of the regular verbs of paying: "apartamos", "aceptarle", "saquemos"."""
    found: set[str] = set()
    for stems in word_set("bare", "conjugated"):
        hard, _, soft = stems.partition("/")
        found.update(hard + ending for ending in _ENDINGS)
        found.update((soft or hard) + ending for ending in _SOFT_ENDINGS)
    return frozenset(found)


@cache
def _conjugated_in_english() -> frozenset[str]:
    """The forms of the English verbs of paying: "docked", "quoting", "lends", and the irregular ones."""
    endings = ("", "s", "e", "es", "ed", "ing")
    stems = word_set("bare", "conjugated_en")
    return frozenset(stem + ending for stem in stems for ending in endings) | word_set("bare", "irregular")


@cache
def calendar_words(language: str) -> Calendar:
    """Names of days and months of ``es`` or ``en``."""
    times, weekdays, months, ordinals = (word_numbers(k, language) for k in ("times", "weekdays", "months", "ordinals"))
    return Calendar(times, weekdays, months, ordinals)


@cache
def unit_words() -> dict[str, str]:
    """Nouns that are counted, with the unit each means."""
    return {word: unit for unit, listed in _words()["units"].items() for word in listed}


@cache
def fraction_words(language: str) -> dict[str, Decimal]:
    """Words for parts, in per cent."""
    return {word: Decimal(value) for word, value in _words()["fractions"][language].items()}


@cache
def holidays() -> dict[str, tuple[int, int]]:
    """Feasts with a fixed day: name to month and day."""
    return {name: (int(day[0]), int(day[1])) for name, day in _words()["holidays"].items()}

"""Words of numbers and days as they are mistyped: "sinco", "dosmil", "hundread", "miercloes". A table, made once.

What is itself a word of the languages is never taken for a slip: "siento", "vienes", "novena".
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from string import ascii_lowercase

from scoring.reading.vocabulary import calendar_words, currency_words, number_words, slang, unit_words, word_set

_VOWELS = "aeiou"
_LONG = 7


@cache
def slips() -> dict[str, str]:
    """Misspelt words and what was meant by each."""
    known = _known()
    meant = [(slip, word) for word in _targets() for slip in {*_by_ear(word), *_by_finger(word)}]
    often = Counter(slip for slip, _ in set(meant))
    return {slip: word for slip, word in meant if often[slip] == 1 and slip not in known} | _listed() | _owned()


@cache
def money_slips() -> dict[str, str]:
    """Misspelt names of currencies, and what was meant: "dollers", "peos", "sotles". A number stands before them."""
    found: dict[str, str] = {}
    for word in ("dollars", "dollar", "pounds", "dolares", "pesos", "soles", "euros", "bucks"):
        found |= {
            slip: word for slip in (*_by_finger(word, True), *_letter_more(word)) if slip not in word_set("no_slips")
        }
    return found | {"punds": "pounds", "pouds": "pounds", "dolars": "dollars", "dollrs": "dollars"}


def _letter_more(word: str) -> Iterator[str]:
    """One letter too many, anywhere inside the word."""
    for at in range(1, len(word)):
        yield from (word[:at] + letter + word[at:] for letter in ascii_lowercase)


def _owned() -> dict[str, str]:
    """ "Friday's good", "tomorrow's fine": the day without its "'s"."""
    days = calendar_words("en")
    return {
        f"{word}'s": word
        for word in (*days.weekdays, *days.times, *number_words("en").tens, "tenner", "fiver", "hundred", "thousand")
        if word.isalpha() and not word.endswith("s")
    }


@cache
def fused() -> dict[str, tuple[str, str]]:
    """Number words that were written without the space before "mil" or behind it: "dosmil", "milquinientos"."""
    words = number_words("es")
    heads = (*words.small, *words.tens, *words.hundreds)
    found = {f"{head}mil": (head, "mil") for head in heads if head not in ("un", "uno", "una", "cero")}
    found |= {f"{head}pesos": (head, "pesos") for head in (*words.hundreds, *words.tens, "mil")}
    return found | {f"mil{tail}": ("mil", tail) for tail in words.hundreds}


def _listed() -> dict[str, str]:
    return {slip: word for word in word_set("misspelt") for slip in word_set("misspelt", word)}


def _targets() -> frozenset[str]:
    """The words that are looked for."""
    spanish, english = number_words("es"), number_words("en")
    scales = {"millon", "millones", "hundred", "thousand", "million"}
    days = {w for code in ("es", "en") for w in (*calendar_words(code).weekdays, *calendar_words(code).months)}
    numbers = {*spanish.small, *spanish.tens, *spanish.hundreds, *english.small, *english.tens}
    return frozenset(w for w in numbers | days | scales | {"tomorrow"} if len(w) > 3)


def _known() -> frozenset[str]:
    """What is a word already."""
    words = {*word_set("no_slips"), *unit_words(), *slang("US"), *currency_words("US", None)}
    for code in ("es", "en"):
        numbers, days = number_words(code), calendar_words(code)
        words |= {*numbers.small, *numbers.tens, *numbers.hundreds, *numbers.scales}
        words |= {*days.weekdays, *days.months, *days.ordinals, *days.times}
    return frozenset(words)


def _by_ear(word: str) -> Iterator[str]:
    """Spanish spellings that sound the same: s, c and z; b and v; qu, cu and k; a silent h."""
    if word not in {*number_words("es").small, *number_words("es").tens, *number_words("es").hundreds}:
        return
    choices = [_sounds(word, at) for at in range(len(word))]
    yield from ("".join(letters) for letters in product(*choices))


def _sounds(word: str, at: int) -> tuple[str, ...]:
    letter, behind = word[at], word[at + 1 : at + 2]
    soft = behind and behind in "ei"
    if letter == "c" and (soft or word[at - 1 : at] == "s"):
        return ("c", "s", "") if word[at - 1 : at] == "s" else ("c", "s")
    if letter == "z" or (letter == "s" and soft):
        return (letter, "s", "c") if letter == "s" else ("z", "s")
    if letter == "c" and behind == "u":
        return ("c", "q")
    if letter == "q":
        return ("q", "k", "c")
    if letter == "u" and word[at - 1 : at] == "q":
        return ("u", "")
    return {"v": ("v", "b"), "h": ("h", "") if at == 0 else ("h",)}.get(letter, (letter,))


def _by_finger(word: str, short: bool = False) -> Iterator[str]:
    """One slip of the finger: two letters swapped, one doubled; in long words also one lost or a wrong vowel."""
    if len(word) < _LONG - 1 and not short:
        return
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[: at + 1] + word[at:]
    if len(word) < _LONG:
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        for vowel in _VOWELS:
            yield word[:at] + vowel + word[at:]
            if word[at] in _VOWELS:
                yield word[:at] + vowel + word[at + 1 :]

"""Whether a note holds one of a fact's words, in whatever form it is written: «chamba», «chambas», «chambitas»."""

import re
from functools import lru_cache

from scoring.criteria.cues import fold

SHORTEST = 4
"""Letters that a stem keeps at least: shorter ones are shared by words that have nothing to do with each other."""
_ENDINGS = {
    "es": re.compile(
        r"(?:[ei]?c?(?:it|ill)(?:[ao]s?)?|mente|aciones|acion|iendo|ando|ieron|aron|ados?|adas?|idos?|idas?|amos|emos|imos"
        r"|[aei]ra?n?|aba[ns]?|ia[ns]?|es|[aeo]s|[aei]n|[aeio])$"
    ),
    "en": re.compile(r"(?:ations?|ing|ies|ied|ed|es|ly|[sey])$"),
}
_WORD = re.compile(r"\w+")


def holds(text: str, words: tuple[str, ...], language: str) -> bool:
    """Whether any of ``words`` (or the beginnings of words, or phrases) stands in the text."""
    folded = fold(text)
    stems = [stem(w, language) for w in _WORD.findall(folded)]
    return any(_begins(folded, fold(word)) or _stands(stems, word, language) for word in words)


@lru_cache(maxsize=4096)
def stem(word: str, language: str) -> str:
    """The folded word without its ending; whole where too little would be left."""
    whole = fold(word)
    bare = _ENDINGS[language].sub("", whole)
    return bare if len(bare) >= SHORTEST else whole


def _begins(folded: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.lstrip())}", folded) is not None


def _stands(stems: list[str], phrase: str, language: str) -> bool:
    wanted = [stem(w, language) for w in _WORD.findall(phrase)]
    many = len(wanted)
    return bool(many) and any(stems[at : at + many] == wanted for at in range(len(stems) - many + 1))

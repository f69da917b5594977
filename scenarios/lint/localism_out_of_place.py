"""A word of one country is not heard in another; the words stand in ``localisms.yaml``."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import heard_in, words_of
from scenarios.problem import Problem
from scenarios.references import spoken
from scenarios.source import read_nodes, read_text

WORDS = Path(__file__).parent / "localisms.yaml"


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each line with a word that is strange where it is heard, one for each key of a text."""
    for path, by_language in spoken(draft):
        for language, said in by_language.items():
            for i, line in enumerate(said):
                found = _strange(line, language[:2], heard_in(draft.scenario, language, by_language))
                if found:
                    word, home, country = found
                    message = f"'{word}' is said in {', '.join(home)}, and {country} hears it too"
                    remedy = f"Say it plainly here, or write '{language[:2]}-{country}:' beside it"
                    yield draft.problem((*path, language, i), message, remedy, RULE.id, "warning")
                    break


def _strange(line: str, language: str, heard: tuple[str, ...]) -> tuple[str, tuple[str, ...], str] | None:
    """The first word that is strange somewhere, the countries where it is at home, and one where it is not."""
    homes = localisms()[language]
    words = words_of(line)
    for word in (*words, *(" ".join(pair) for pair in pairwise(words))):
        if word in homes:
            country = next((code for code in heard if code not in homes[word]), None)
            if country:
                return word, homes[word], country
    return None


@lru_cache(maxsize=1)
def localisms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By language: each word, in lower case and of at most two parts, with the countries where it is said."""
    listed = read_nodes(read_text(WORDS), WORDS.name).plain()
    return {
        language: {word: tuple(entry["at_home"]) for entry in entries for word in entry["words"]}
        for language, entries in listed.items()
    }


RULE = LintRule("localism_out_of_place", check)

"""A line taken apart into the words that rules look for, and who hears it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from scenarios.country import countries, load_country
from scenarios.references import LANGUAGES
from scenarios.scenario import Scenario
from scenarios.source import read_nodes, read_text

REGISTERS = Path(__file__).parent / "registers.yaml"
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


@lru_cache(maxsize=16_384)
def words_of(line: str) -> tuple[str, ...]:
    """The words of a line in lower case, in order, without placeholders."""
    return tuple(_WORD.findall(_PLACEHOLDER.sub("_", line).replace("’", "'").lower()))


@lru_cache(maxsize=8)
def listed(register: str) -> frozenset[str]:
    """The words of a register in ``registers.yaml``, as in "voseo". Raises ``KeyError`` where it is not there."""
    return frozenset(read_nodes(read_text(REGISTERS), REGISTERS.name).plain()[register])


def own_words(line: str) -> str:
    """The line without what it quotes from others."""
    return _QUOTED.sub(" ", line)


def spoken_length(line: str) -> int:
    """Characters of a line once it is spoken; a placeholder counts as twelve, a form as its first choice."""
    return len(_PLACEHOLDER.sub(_as_long, line))


def _as_long(match: re.Match[str]) -> str:
    first, _, other = match[0][1:-1].rpartition(":")[2].partition("|")
    return first if other else 12 * "x"


def heard_in(scenario: Scenario, language: str, beside: Iterable[str]) -> tuple[str, ...]:
    """The scenario's countries that hear the text under a key such as ``es`` or ``es-AR``; ``beside`` are its keys."""
    spoken, _, country = language.partition("-")
    keys = frozenset(beside)
    if language not in LANGUAGES:
        return ()
    if country:
        return tuple(code for code in scenario.countries if code == country and spoken in languages_of(code))
    return tuple(c for c in scenario.countries if spoken in languages_of(c) and f"{spoken}-{c}" not in keys)


@lru_cache(maxsize=16)
def languages_of(code: str) -> tuple[str, ...]:
    """The languages of calls in a country; none where there is no pack of it."""
    return load_country(code).languages if code in countries() else ()

"""The wordings of model replies: chosen by situation, what was missing and the case's seed, filled with its facts.

A wording is written in all addresses at once, ``[le|te] parece``; ``{balance}`` is a fact, ``{w.rent}`` a word of the
country. What stands in ``<…>`` is said only where its facts are known; ``<…//…>`` says the second part where they
are not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from scoring.address import addressed
from scoring.reading.values import Address
from scoring.yaml_data import load_yaml

MODELS = Path(__file__).parent / "models"
Group = Literal["warm", "plain"]
_OPTION = re.compile(r"<([^<>]*)>")
_FACT = re.compile(r"\{([a-z_.]+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One model reply as written. ``not_in`` are countries in which it may not be said, ``needs`` facts that must hold
    although it does not name them.
    """

    text: str
    not_in: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Situation:
    """Wordings by what they mend (``warm``: calm, empathy; ``plain``: clarity), why they work, what calls them up."""

    say: dict[Group, tuple[Wording, ...]]
    why: dict[Group, str]
    heard: tuple[str, ...]


@lru_cache(maxsize=4)
def situations(language: str) -> dict[str, Situation]:
    """All situations of a language."""
    data: dict[str, Any] = load_yaml(MODELS / f"{language}.yaml")["situations"]
    return {
        name: Situation(
            {group: tuple(map(_wording, lines)) for group, lines in entry["say"].items()},
            dict(entry["why"]),
            tuple(entry["heard"]),
        )
        for name, entry in data.items()
    }


@lru_cache(maxsize=64)
def words_of(language: str, country: str) -> dict[str, str]:
    """``w.<word>`` → how the country says it."""
    table: dict[str, dict[str, str]] = load_yaml(MODELS / f"{language}.yaml")["words"]
    return {f"w.{name}": forms.get(country, forms["any"]) for name, forms in table.items()}


def fitting(situation: Situation, group: Group, country: str, facts: Mapping[str, str]) -> tuple[Wording, ...]:
    """The wordings of the group that the country allows and the facts can fill."""
    return tuple(w for w in situation.say[group] if country not in w.not_in and is_filled(w, facts))


def is_filled(wording: Wording, facts: Mapping[str, str]) -> bool:
    """Whether everything that the wording cannot do without is known."""
    needed = wording.needs.union(_FACT.findall(_OPTION.sub("", wording.text)))
    return all(name in facts or name.startswith("w.") for name in needed)


def filled(wording: Wording, facts: Mapping[str, str], words: Mapping[str, str], address: Address) -> str:
    """The reply as one would say it."""
    values = {**words, **facts}

    def kept(match: re.Match[str]) -> str:
        said, _, otherwise = match[1].partition("//")
        return said if all(name in values for name in _FACT.findall(said)) else otherwise

    text = _FACT.sub(lambda m: values[m[1]], _OPTION.sub(kept, wording.text))
    text = re.sub(r"\.\.(?!\.)", ".", addressed(text, address))
    return text[:1].upper() + text[1:]


def _wording(entry: str | dict[str, Any]) -> Wording:
    if isinstance(entry, str):
        return Wording(entry)
    return Wording(entry["text"], frozenset(entry.get("not_in", ())), frozenset(entry.get("needs", ())))

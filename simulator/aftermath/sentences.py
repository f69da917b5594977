"""The story's sentences, by language and here and there by country; how a note says to hand the account on."""

import random
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from scenarios.case import Case
from scenarios.draws import stream
from scenarios.source import read_nodes, read_text
from scenarios.text import Value, polite_name, render
from scenarios.values import Country, Frozen, Language
from simulator.aftermath.assumptions import percent_sign

WORDS = Path(__file__).parent / "words"
To = Literal["agency", "counsel"]
_REACH = r"[^.;:!?\n]{0,40}?\b"


class HandingOn(Frozen):
    """Beginnings of words: what is done, and to whom."""

    verbs: tuple[str, ...] = Field(min_length=1)
    agency: tuple[str, ...] = Field(min_length=1)
    counsel: tuple[str, ...] = Field(min_length=1)


class Bank(Frozen):
    """One language. ``lines`` are alternatives by key; ``countries`` has other ones for some keys."""

    lines: dict[str, tuple[str, ...]]
    countries: dict[Country, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    handing_on: HandingOn

    def of(self, key: str, country: Country) -> tuple[str, ...]:
        """The alternatives of a key in a country."""
        return self.countries.get(country, {}).get(key) or self.lines[key]


@lru_cache(maxsize=2)
def bank(language: Language) -> Bank:
    """The sentences of a language, as they ship."""
    path = WORDS / f"{language}.yaml"
    return Bank.model_validate(read_nodes(read_text(path), f"words/{path.name}").plain())


def tell(case: Case, key: str, extra: Mapping[str, Value] | None = None, turn: int = 0) -> str:
    """A sentence in the case's language and country. Which of the alternatives is drawn from the seed, then in turn."""
    lines = bank(case.language).of(key, case.country)
    first = luck(case, key).randrange(len(lines))
    return render(lines[(first + turn) % len(lines)], case, {"who": who(case), **(extra or {})})


def luck(case: Case, *purpose: object) -> random.Random:
    """The case's own random stream for a purpose of the story."""
    return stream(case.seed, case.scenario, case.country, "aftermath", *purpose)


def who(case: Case) -> str:
    """Whose story it is: the company, or the person as one speaks of them: "la señora Ruiz", "don Luis"."""
    if case.company:
        return case.company.name
    bare = case.language == "en" or case.debtor.title in ("don", "doña")
    article = "" if bare else "la " if case.debtor.gender == "female" else "el "
    return article + polite_name(case)


def percent(share: float, language: str) -> str:
    """A share as a percentage."""
    return f"{share * 100:.0f}{percent_sign(language)}"


@lru_cache(maxsize=2)
def handing_on(language: Language) -> tuple[tuple[To, re.Pattern[str]], ...]:
    """How a note hands the account on, over folded text. Counsel first: "the agency's lawyer" is one."""
    given = bank(language).handing_on
    verbs = "|".join(map(re.escape, given.verbs))
    targets: tuple[tuple[To, tuple[str, ...]], ...] = (("counsel", given.counsel), ("agency", given.agency))
    return tuple(
        (to, re.compile(rf"\b(?:{verbs})\w*\b{_REACH}(?:{'|'.join(map(re.escape, words))})")) for to, words in targets
    )

"""Whether a text is a scenario, what is wrong with it, and whether its recorded calls hold. Kept by the text."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from scenarios.draft import Draft, draft
from scenarios.lint import lint_draft, lint_text
from scenarios.problem import Problem, ScenarioError
from scenarios.references import check_references
from scenarios.scenario import Scenario
from scenarios.values import Language
from scoring.versions import versions
from simulator.playthrough import failures

FILE = "scenario.yaml"
LEAST_RECORDED = 2
"""Recorded calls that must hold, in one language, before trainees get a scenario."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A recorded call played again: what it does otherwise than recorded, a line each."""

    name: str
    language: Language
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that stands between a text and trainees."""

    problems: tuple[Problem, ...]
    replayed: tuple[Replayed, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be mended first."""
        return tuple(p for p in self.problems if p.severity == "error")

    @property
    def holding(self) -> int:
        """Recorded calls that hold, in the language that has most of them."""
        counts = Counter(r.language for r in self.replayed if not r.failures)
        return max(counts.values(), default=0)

    @property
    def ready(self) -> bool:
        """Whether it may be published: no error, enough recorded calls that hold, and none that does not."""
        sound = not self.errors and all(not r.failures for r in self.replayed)
        return sound and self.holding >= LEAST_RECORDED


@lru_cache(maxsize=128)
def problems_of(text: str) -> tuple[Problem, ...]:
    """What the rules find wrong with a text, errors first; never raises, however hostile it is."""
    found = drafted(text)
    return lint_text(text, FILE) if found is None else lint_draft(found)


@lru_cache(maxsize=32)
def drafted(text: str) -> Draft | None:
    """The draft with the lines it came from; ``None`` where the text is no scenario."""
    try:
        return draft(text, FILE)
    except ScenarioError:
        return None


@lru_cache(maxsize=32)
def scenario_of(text: str) -> Scenario | None:
    """The scenario of a text; ``None`` where it has an error that keeps it from being played."""
    found = drafted(text)
    return None if found is None or any(check_references(found)) else found.scenario


@lru_cache(maxsize=64)
def replayed(text: str) -> tuple[Replayed, ...]:
    """Its recorded calls, played again; empty where it cannot be played. A tenth of a second a call, or more."""
    scenario = scenario_of(text)
    if scenario is None:
        return ()
    return tuple(Replayed(p.name, p.language, failures(scenario, p)) for p in scenario.playthroughs)


def recorded(text: str) -> int:
    """How many recorded calls stand in the text, in the language that has most; whether they hold is not asked."""
    scenario = scenario_of(text)
    counts = Counter(p.language for p in scenario.playthroughs) if scenario else Counter[Language]()
    return max(counts.values(), default=0)


def verdict(text: str) -> Verdict:
    """The rules and the recorded calls."""
    return Verdict(problems_of(text), replayed(text))


def today() -> str:
    """What a check rests on beside the text: the versions of reader and rules, in a line."""
    return " ".join(f"{language}:{part}={mark}" for language in ("es", "en") for part, mark in _parts(language))[:200]


def _parts(language: str) -> list[tuple[str, str]]:
    return sorted(versions(language).items())

"""The scenarios as a trainee meets them: a list of cards, and one taken as it is today."""

from collections.abc import Callable
from typing import Any

from scenarios.case import Channel
from scenarios.load import content_hash
from scenarios.remembered import of_the_same
from scenarios.scenario import History, Scenario
from scenarios.text import in_general
from scenarios.values import Country, Frozen, Language
from simulator.duration import minutes
from simulator.refusals import Refusal, nearest

Library = Callable[[], tuple[Scenario, ...]]


class ScenarioCard(Frozen):
    """A scenario as the list shows it, in one language; nothing hidden is in it. ``minutes`` are an estimate."""

    id: str
    version: int
    title: str
    briefing: str
    goals: tuple[str, ...]
    difficulty: int
    market: str
    channel: Channel
    archetype: str
    history: History
    minutes: int
    skills: tuple[str, ...]
    countries: tuple[Country, ...]
    rubric: str


_MADE = ("title", "briefing", "goals", "minutes", "history")
"""What of a card is not simply a field of the scenario."""


class NoSuchScenario(Refusal):
    """No scenario of that name in the library."""

    def __init__(self, scenario_id: str, near: str) -> None:
        super().__init__(
            es=f"No hay un escenario {scenario_id[:60]!r}. Pruebe con: {near}.",
            en=f"There is no scenario {scenario_id[:60]!r}. Try: {near}.",
        )


def offered(library: Library, language: Language) -> tuple[Scenario, ...]:
    """The scenarios written in the language, the easiest first; those kept for exams are on no shelf."""
    written = (s for s in library() if language in s.languages and language in s.briefing and not s.exam_only)
    return tuple(sorted(written, key=lambda s: (s.difficulty, s.id)))


@of_the_same(size=1_000)
def card(scenario: Scenario, language: Language) -> ScenarioCard:
    """The card of a scenario that is written in the language."""
    names = [name for name in ScenarioCard.model_fields if name not in _MADE]
    return ScenarioCard(
        title=scenario.title[language],
        minutes=minutes(scenario, language),
        history=scenario.account.history,
        briefing=in_general(scenario.briefing[language], _of_every_case(scenario)),
        goals=tuple(in_general(goal, _of_every_case(scenario)) for goal in scenario.goals.get(language, ())),
        **{name: getattr(scenario, name) for name in names},
    )


def _of_every_case(scenario: Scenario) -> dict[str, str]:
    """What is the same, or lies between the same bounds, in every case of the scenario."""
    least, most = scenario.account.days_past_due
    return {
        "account.days_past_due": str(least) if least == most else f"{least}–{most}",
        "account.broken_promises": str(scenario.account.history.broken_promises),
    }


def find(library: Library, scenario_id: str) -> Scenario:
    """The scenario of that id. Raises ``NoSuchScenario``, which suggests the nearest."""
    found = {scenario.id: scenario for scenario in library()}
    if scenario_id not in found:
        raise NoSuchScenario(scenario_id, nearest(scenario_id, found) or ", ".join(sorted(found)) or "–")
    return found[scenario_id]


def as_it_is_today(scenario: Scenario) -> dict[str, Any]:
    """What an attempt keeps of its scenario, so that a later edition changes nothing in it."""
    return {
        "scenario_id": scenario.id,
        "scenario_version": scenario.version,
        "content_hash": content_hash(scenario),
        "content": scenario.model_dump(mode="json"),
        "title": scenario.title,
        "difficulty": scenario.difficulty,
        "skills": scenario.skills,
    }

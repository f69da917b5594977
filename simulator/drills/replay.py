"""The call up to a drill's moment, through the real engine: same drill, same words."""

from dataclasses import dataclass, field
from functools import lru_cache

from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from simulator.conversation import opening, respond
from simulator.drills.drill import Drill
from simulator.playthrough import script_of
from simulator.state import Step

SHOWN = 2
"""Exchanges before the moment that are shown with it."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """The case and every step up to the moment; the last step's words are what is to be answered."""

    scenario: Scenario
    case: Case
    steps: tuple[Step, ...]

    @property
    def language(self) -> str:
        """The language of the call."""
        return self.case.language

    @property
    def shown(self) -> tuple[Step, ...]:
        """The last exchanges, the moment's own last."""
        return self.steps[-SHOWN:]

    @property
    def first_own(self) -> int:
        """The number of the utterance that the trainee's first reply will be."""
        return 1 + sum(bool(text.strip()) for step in self.steps for text in (step.said.text, step.words))

    @property
    def stands(self) -> bool:
        """Whether there is something to answer: the debtor has spoken, and the call is not winding down."""
        last = self.steps[-1]
        return bool(last.words.strip()) and last.state.ended is None and last.state.settled is None


def replay(scenario: Scenario, drill: Drill) -> Replayed | None:
    """The call up to the moment; ``None`` where this edition of the scenario has no such moment any more."""
    played = next((p for p in scenario.playthroughs if p.name == drill.playthrough), None)
    if played is None or drill.turn >= len(played.turns) or played.language != drill.language:
        return None
    replayed = _replayed(_Edition(id(scenario), drill.playthrough, drill.turn, scenario, played))
    return replayed if len(replayed.steps) > drill.turn and replayed.stands else None


@dataclass(frozen=True, slots=True)
class _Edition:
    """The scenario is held, so that no other can take its place in memory while this is remembered."""

    which: int
    playthrough: str
    turn: int
    scenario: Scenario = field(compare=False)
    played: Playthrough = field(compare=False)


@lru_cache(maxsize=128)
def _replayed(edition: _Edition) -> Replayed:
    scenario, played = edition.scenario, edition.played
    case = generate_case(scenario, played.country, played.seed, played.on, played.language)
    steps = [opening(scenario, case)]
    for reply in script_of(played).replies[: edition.turn]:
        if steps[-1].state.ended:
            break
        steps.append(respond(scenario, case, steps[-1].state, reply.said))
    return Replayed(scenario, case, tuple(steps))

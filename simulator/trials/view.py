"""What a player sees of a call: the scenario, the case, the steps so far, and a stream of chance of its own."""

import random
from dataclasses import dataclass, field
from typing import Any

from scenarios.case import Case
from scenarios.scenario import Scenario
from simulator.debtor import Scene
from simulator.state import State, Step


@dataclass(frozen=True, slots=True)
class View:
    """A call as it stands before the player's turn."""

    scenario: Scenario
    case: Case
    steps: tuple[Step, ...]
    rng: random.Random
    foreseen: dict[Any, Any] = field(default_factory=dict, compare=False)
    """What was looked ahead at already in this turn."""
    spared: frozenset[str] = frozenset()
    """Acts that would spoil what the player is after."""

    @property
    def state(self) -> State:
        """The debtor's state now."""
        return self.steps[-1].state

    @property
    def scene(self) -> Scene:
        """What conditions are asked of now."""
        spoken = round(self.scenario.debtor.irritability, 4)
        return Scene(self.state, self.case, frozenset(), irritability=spoken)

    @property
    def turn(self) -> int:
        """The number of the reply to come, from 1."""
        return self.state.turn + 1

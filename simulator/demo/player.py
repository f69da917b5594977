"""The demo's trainee at the telephone: each turn is taken by a good, a middling or a poor player, as skill has it."""

import random
from collections.abc import Callable
from dataclasses import replace

from simulator.demo.floor import Course
from simulator.trials.agents import bad, good
from simulator.trials.middling import middling
from simulator.trials.move import Move
from simulator.trials.view import View

POOR, GRAVE = 0.4, 0.25
"""How often nobody's skill helps, at most; how often a rule breaker lets a poor turn become a grave one."""
_MILDER = {"threaten": "pressure", "sarcasm": "dismiss"}
"""What a beginner's poor turn is, where a rule breaker's is the first."""


def trainee(skill: float, course: Course, rng: random.Random) -> Callable[[View], Move]:
    """A player of this skill, 0 to 1. ``rng`` is the call's own."""

    def player(view: View) -> Move:
        drawn = rng.random()
        if course == "breaks_rules" and view.turn > 3 and rng.random() < GRAVE / 2:
            return bad(view)
        if drawn < skill:
            return good(view)
        if drawn > 1 - POOR * (1 - skill) ** 2 and not view.state.settled:
            return _milder(bad(view))
        return middling(view)

    return player


def _milder(move: Move) -> Move:
    return replace(move, keys=tuple(_MILDER.get(key, key) for key in move.keys))

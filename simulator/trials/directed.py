"""The directed player over a list of targets: heads for the first that this call can still reach, then for the next."""

from collections.abc import Callable, Sequence

from simulator.trials.move import Move, says
from simulator.trials.steering import toward
from simulator.trials.view import View
from simulator.trials.wants import Target

PATIENT = 26
TRIED = 4
"""Targets that are looked at in a turn before the player says something else."""


def directed(targets: Sequence[Target]) -> Callable[[View], Move]:
    """A player that heads for these, the first of them most of all."""

    def player(view: View) -> Move:
        if view.turn > PATIENT:
            return Move(event="end")
        pending = [target for target in targets if not _reached(view, target)]
        for target in pending[:TRIED]:
            move = toward(view, target)
            if move is not None:
                return move
        return says("thank", "close") if view.turn > 4 else Move(event="end")

    return player


def _reached(view: View, target: Target) -> bool:
    state = view.state
    among = {"fact": state.facts, "beat": state.beats, "rule": tuple(state.fired), "ending": (state.ended or "",)}
    return target.id in among[target.kind]

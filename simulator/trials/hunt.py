"""A leak hunt: very many plays of explorers alone, which need no planning, watched for what must never happen."""

from collections.abc import Iterator
from datetime import date

from scenarios.scenario import Scenario
from simulator.trials.explorers import EXPLORERS
from simulator.trials.exploring import DAY, leaving
from simulator.trials.faults import Fault, faults_of
from simulator.trials.playing import Trial, played
from simulator.trials.setting import settings

NEVER = frozenset({"leak", "exception", "endless"})
PATIENT = 16


def hunting(scenario: Scenario, plays: int, seed: int = 1, on: date = DAY) -> Iterator[Trial]:
    """So many plays, the explorers in turn, each in the next setting. Equal arguments give equal plays."""
    known, explorers = settings(scenario, on), tuple(EXPLORERS.items())
    for number in range(plays):
        name, player = explorers[number % len(explorers)]
        here = known[number // len(explorers) % len(known)]
        yield played(scenario, here, name, leaving(player, PATIENT), seed + number)


def found_in(trial: Trial) -> tuple[Fault, ...]:
    """What must never happen and did in this play."""
    return tuple(fault for fault in faults_of(trial) if fault.kind in NEVER)

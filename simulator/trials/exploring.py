"""Many plays of one scenario: agents, explorers and directed players in turn, each knowing what is still unreached."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from scenarios.scenario import Scenario
from simulator.trials.agents import bad, good
from simulator.trials.coverage import Reached, reached_by, shares
from simulator.trials.difficulty import successes
from simulator.trials.directed import directed
from simulator.trials.explorers import EXPLORERS
from simulator.trials.faults import Fault, faults_of
from simulator.trials.middling import middling
from simulator.trials.move import Move
from simulator.trials.playing import Trial, played
from simulator.trials.report import Report
from simulator.trials.setting import Setting, setting_for, settings
from simulator.trials.view import View
from simulator.trials.wants import Target, targets_of

Player = Callable[[View], Move]
AGENTS: dict[str, Player] = {"good": good, "middling": middling, "bad": bad}
TURNS_OF_STYLES = (
    "good", "directed", "middling", "directed", "explorer", "directed", "bad", "directed", "explorer", "directed",
)  # fmt: skip
"""Who plays when, over and over."""
TRIES = 12
"""Directed plays that head for a target first before it is given up."""
AGENTS_AT_LEAST, A_MEASURE = 24, 50
DAY = date(2026, 11, 23)


@dataclass(slots=True)
class _Tally:
    """What has been tried so far: how often each target, and what was reached."""

    reached: Reached
    tried: dict[Target, int]

    def pending(self, targets: tuple[Target, ...]) -> list[Target]:
        left = [t for t in targets if not self.reached.has(t.kind, t.id) and self.tried.get(t, 0) < TRIES]
        return sorted(left, key=lambda t: self.tried.get(t, 0))


def plays_of(scenario: Scenario, plays: int, seed: int, on: date = DAY) -> Iterator[Trial]:
    """The plays, one after the other. Equal arguments give equal plays."""
    known, targets = settings(scenario, on), targets_of(scenario)
    tally, explorers = _Tally(Reached(), {}), list(EXPLORERS)
    for number in range(plays):
        style = TURNS_OF_STYLES[number % len(TURNS_OF_STYLES)]
        here = known[number // len(TURNS_OF_STYLES) % len(known)]
        pending = tally.pending(targets) if style == "directed" else []
        if pending:
            tally.tried[pending[0]] = tally.tried.get(pending[0], 0) + 1
            here = setting_for(scenario, pending[0], known, tally.tried[pending[0]] * 7 + number)
            trial = _one(scenario, here, "directed", directed(pending), seed + number)
        elif style in AGENTS:
            trial = _one(scenario, here, style, AGENTS[style], seed + number)
        else:
            name = explorers[number // 2 % len(explorers)]
            trial = _one(scenario, known[number % len(known)], name, EXPLORERS[name], seed + number)
        tally.reached |= reached_by(trial)
        yield trial


def _more(scenario: Scenario, plays: int, seed: int, on: date) -> Iterator[Trial]:
    """Plays of the agents that are still wanting, in the settings after those that they have had."""
    known, had = settings(scenario, on), plays // len(TURNS_OF_STYLES)
    for number in range(had, AGENTS_AT_LEAST if plays >= A_MEASURE else 0):
        for style, player in AGENTS.items():
            here = known[number % len(known)]
            yield _one(scenario, here, style, player, seed + number * len(TURNS_OF_STYLES))


def _one(scenario: Scenario, here: Setting, style: str, player: Player, seed: int) -> Trial:
    return played(scenario, here, style, leaving(player), seed)


def leaving(player: Player, patience: int = 30) -> Player:
    """The player, who hangs up after so many replies."""

    def patient(view: View) -> Move:
        return Move(event="end") if view.turn > patience else player(view)

    return patient


def explored(  # noqa: PLR0913, PLR0917 - what the plays depend on, and who is told of them
    scenario: Scenario,
    own: frozenset[str],
    plays: int = 500,
    seed: int = 1,
    on: date = DAY,
    told: Callable[[int], None] = lambda _: None,
) -> tuple[Report, tuple[Trial, ...]]:
    """The report on so many plays, and the plays; ``own`` are the ids of the beats that stand in its own file.

    From ``A_MEASURE`` plays on, each style that difficulty is measured by plays ``AGENTS_AT_LEAST`` times, beyond
    these plays if need be.
    """
    reached, faults, kept = Reached(), list[Fault](), list[Trial]()
    for trial in chain(plays_of(scenario, plays, seed, on), _more(scenario, plays, seed, on)):
        reached |= reached_by(trial)
        faults += faults_of(trial)
        kept.append(trial)
        told(len(kept))
    return (
        Report(
            scenario.id, scenario.difficulty, len(kept), sum(len(t.steps) - 1 for t in kept), seed,
            shares(scenario, reached, own), tuple(faults), successes(scenario, kept),
        ),
        tuple(kept),
    )  # fmt: skip

"""One trial: a player plays a call to its end through the real reader and the real engine."""

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass

from scenarios.case import Case
from scenarios.scenario import Scenario
from simulator.conversation import opening, respond
from simulator.state import Said, Step
from simulator.trials.move import Move
from simulator.trials.readings import reading_of
from simulator.trials.setting import Setting
from simulator.trials.speech import voiced
from simulator.trials.view import View
from simulator.turn import Talk
from simulator.window import kept_back

LONGEST = 45
"""Replies after which a call that has not ended never will."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One played call. ``error`` is what it broke with, if it did."""

    scenario: Scenario
    case: Case
    style: str
    seed: int
    steps: tuple[Step, ...]
    error: str = ""

    @property
    def label(self) -> str:
        """How to find it again: style, country, language, the case's seed, the play's seed."""
        case = self.case
        return f"{self.style} {case.country} {case.language} case {case.seed} play {self.seed}"


def played(
    scenario: Scenario,
    here: Setting,
    style: str,
    player: Callable[[View], Move],
    seed: int,
) -> Trial:
    """A call from the debtor's first words to its end (or to ``LONGEST`` replies). Never raises for what it meets."""
    steps: list[Step] = []
    case, said = here.case, Said()
    try:
        steps.append(opening(scenario, case, here.earlier))
        while not steps[-1].state.ended and len(steps) <= LONGEST:
            view = View(scenario, case, tuple(steps), stream(seed, style, len(steps)))
            said = worded(view, player(view), seed)
            steps.append(respond(scenario, case, steps[-1].state, said, reading_of))
    except Exception as error:
        return Trial(
            scenario,
            case,
            style,
            seed,
            tuple(steps),
            f"{type(error).__name__}: {error} (after «{said.text or said.event}»)",
        )
    return Trial(scenario, case, style, seed, tuple(steps))


def worded(view: View, move: Move, seed: int) -> Said:
    """The reply of a move, in words; where a conversation must first be reopened, mostly a template in its place."""
    case, state, turn = view.case, view.state, len(view.steps)
    said = voiced(move, case, state.texts, stream(seed, "words", turn))
    return _reopening(said, Talk(view.scenario, case, state, said), stream(seed, "template", turn))


def _reopening(said: Said, talk: Talk, rng: random.Random) -> Said:
    """What a player says; mostly a template in its place where nothing else would be delivered."""
    return Said(text=rng.choice(talk.case.templates)) if kept_back(talk) and rng.random() < 0.8 else said


def stream(seed: int, purpose: str, turn: int) -> random.Random:
    """A stream of chance for a play, a purpose and a turn."""
    digest = hashlib.sha256(f"trial:{seed}:{purpose}:{turn}".encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))

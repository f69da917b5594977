"""Difficulty as it is measured: how rarely players of three kinds bring the call to a good end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.disposition import AGREEMENTS
from scenarios.scenario import Scenario
from simulator.trials.playing import Trial

WEIGHTS: Mapping[str, float] = {"good": 0.5, "middling": 0.4, "bad": 0.1}


@dataclass(frozen=True, slots=True)
class Success:
    """Plays of a style: how many, how far they came to a good end (half for a middling one), how many agreed."""

    style: str
    plays: int
    worth: float
    agreed: int

    @property
    def rate(self) -> float:
        """0 to 1; 0 without plays."""
        return self.worth / self.plays if self.plays else 0.0


def worth_of_endings(scenario: Scenario) -> dict[str, float]:
    """1 for what the scenario's own good playthroughs come to, half for its mixed ones, else 0.

    Any agreement is as good as theirs; but where a good call may end without one (somebody else's debt, an illness),
    money promised all the same falls half short.
    """
    good, mixed, bad = (
        {p.ending for p in scenario.playthroughs if p.name.startswith(kind)} for kind in ("good", "mixed", "bad")
    )
    agreements = {e.id for e in scenario.endings if e.disposition in AGREEMENTS}
    half = dict.fromkeys(mixed - bad, 0.5)
    usual = dict.fromkeys(agreements, 0.5 if good - agreements else 1.0)
    return half | usual | dict.fromkeys(good, 1.0)


def successes(scenario: Scenario, trials: Iterable[Trial]) -> tuple[Success, ...]:
    """Success by style, for the styles that difficulty is measured by."""
    worth, played = worth_of_endings(scenario), [t for t in trials if t.steps]
    found = []
    for style in WEIGHTS:
        states = [t.steps[-1].state for t in played if t.style == style]
        good = sum(worth.get(state.ended or "", 0.0) for state in states)
        agreed = sum(state.disposition in AGREEMENTS for state in states)
        found.append(Success(style, len(states), good, agreed))
    return tuple(found)


def measured(found: Iterable[Success]) -> float:
    """0 (everybody succeeds) to 1 (nobody does): 1 less the weighted rates of success."""
    return round(1 - sum(WEIGHTS[s.style] * s.rate for s in found), 3)

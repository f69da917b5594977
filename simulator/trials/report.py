"""What the plays of one scenario found, and whether it is enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.trials.coverage import Share
from simulator.trials.difficulty import Success, measured
from simulator.trials.faults import Fault

LIMITS: Mapping[str, float] = {"endings": 100.0, "facts": 100.0, "own_beats": 95.0}
"""Per cent of the entries that must be reached."""
GRAVE = ("leak", "exception", "endless", "repetition", "stuck")
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Report:
    """One scenario, explored."""

    scenario: str
    declared: int
    plays: int
    turns: int
    seed: int
    shares: Mapping[str, Share]
    faults: tuple[Fault, ...]
    successes: tuple[Success, ...]

    @property
    def measured(self) -> float:
        """Difficulty from 0 to 1, as the players found it."""
        return measured(self.successes)

    @property
    def short(self) -> tuple[str, ...]:
        """Kinds whose coverage stays under its limit."""
        return tuple(kind for kind, least in LIMITS.items() if self.shares[kind].percent < least)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong and enough was reached."""
        return not self.faults and not self.short

    def count(self, kind: str) -> int:
        """Faults of a kind."""
        return sum(fault.kind == kind for fault in self.faults)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "scenario": self.scenario, "plays": self.plays, "turns": self.turns, "seed": self.seed,
            "sound": self.sound, "short": list(self.short),
            "coverage": {
                kind: {"of": s.of, "percent": round(s.percent, 1), "missed": list(s.missed)}
                for kind, s in self.shares.items()
            },
            "faults": [{"kind": f.kind, "what": f.what, "turn": f.turn, "where": f.where} for f in self.faults],
            "success": {
                s.style: {"plays": s.plays, "worth": s.worth, "agreed": s.agreed, "rate": round(s.rate, 3)}
                for s in self.successes
            },
            "difficulty": {"declared": self.declared, "measured": self.measured},
        }  # fmt: skip

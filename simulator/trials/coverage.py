"""What the plays of a scenario reached, and what they did not."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from scenarios.scenario import Scenario
from simulator.trials.playing import Trial


@dataclass(frozen=True, slots=True)
class Reached:
    """Ids that were reached, by kind."""

    facts: frozenset[str] = frozenset()
    beats: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()

    def __or__(self, other: "Reached") -> "Reached":
        return Reached(
            self.facts | other.facts, self.beats | other.beats, self.endings | other.endings, self.rules | other.rules
        )

    def has(self, kind: str, name: str) -> bool:
        """Whether an entry of a kind (``fact``, ``beat``, ``ending``, ``rule``) is among them."""
        among: frozenset[str] = getattr(self, f"{kind}s")
        return name in among


def reached_by(trial: Trial) -> Reached:
    """What a play reached."""
    if not trial.steps:
        return Reached()
    state = trial.steps[-1].state
    ended = frozenset({state.ended} if state.ended else ())
    return Reached(frozenset(state.facts), frozenset(state.beats), ended, frozenset(state.fired))


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the entries of a kind were reached; ``missed`` are the ids of the rest, in the file's order."""

    of: int
    missed: tuple[str, ...] = field(default=())

    @property
    def percent(self) -> float:
        """0 to 100; 100 where there are none."""
        return 100.0 if self.of == 0 else 100.0 * (self.of - len(self.missed)) / self.of


def share_of(entries: Iterable[str], reached: frozenset[str]) -> Share:
    """The share of entries that were reached."""
    ids = tuple(entries)
    return Share(len(ids), tuple(name for name in ids if name not in reached))


def shares(scenario: Scenario, reached: Reached, own: frozenset[str]) -> dict[str, Share]:
    """Shares by kind: ``own_beats`` are those of the scenario's own file, ``pack_beats`` the others."""
    beats = [b.id for b in scenario.beats]
    return {
        "endings": share_of((e.id for e in scenario.endings), reached.endings),
        "facts": share_of((f.id for f in scenario.facts), reached.facts),
        "own_beats": share_of((b for b in beats if b in own), reached.beats),
        "pack_beats": share_of((b for b in beats if b not in own), reached.beats),
        "rules": share_of((r.id for r in scenario.rules), reached.rules),
    }

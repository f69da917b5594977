"""What somebody's own scorecards tell them: read once, asked in several ways."""

from dataclasses import dataclass

from simulator.kept import Scored
from simulator.progress import Progress, progress


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """The figures of one person's scorecards, oldest first; calls tried differently are not among them."""

    scored: tuple[Scored, ...]

    @property
    def progress(self) -> Progress:
        """Each criterion over the calls, and what stands out."""
        return progress(self.scored)

    @property
    def best(self) -> dict[str, float]:
        """The best total by scenario; of a call scored again, the latest total counts."""
        return {name: max(totals) for name, totals in self._totals().items()}

    @property
    def best_of_several(self) -> dict[str, float]:
        """The best totals of the scenarios called more than once: of a single call there is no best."""
        return {name: max(totals) for name, totals in self._totals().items() if len(totals) > 1}

    def _totals(self) -> dict[str, list[float]]:
        """By scenario, the latest total of each call that has one."""
        found: dict[str, list[float]] = {}
        for card in {card.attempt_id: card for card in self.scored}.values():
            if card.total is not None:
                found.setdefault(card.scenario_id, []).append(card.total)
        return found

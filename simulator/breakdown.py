"""A trainee's totals apart by difficulty and by kind of debtor, and the best call. Pure; one version of one rubric."""

from collections.abc import Callable, Hashable, Sequence
from statistics import fmean
from typing import TypeVar

from scenarios.values import Frozen
from simulator.kept import Scored

FEW = 3
"""Calls under which a mean says little yet."""
K = TypeVar("K", bound=Hashable)


class Group(Frozen):
    """Calls of one kind: how many were assessed, and the mean and the best of their totals (0 to 100)."""

    calls: int
    mean: float
    best: float

    @property
    def few(self) -> bool:
        """Whether the mean says little yet."""
        return self.calls < FEW


def newest(scorecards: Sequence[Scored]) -> tuple[Scored, ...]:
    """The latest scorecard of each assessed call under the rubric of the latest call; the oldest call first.

    Totals of another rubric, or of another version of it, are never among them.
    """
    in_order = sorted(scorecards, key=lambda c: c.scored_at)
    first = {c.attempt_id: c.scored_at for c in reversed(in_order)}
    latest = {(c.attempt_id, c.rubric, c.rubric_version): c for c in in_order}
    if not latest:
        return ()
    last = max(latest.values(), key=lambda c: (first[c.attempt_id], c.scored_at))
    same = (c for c in latest.values() if (c.rubric, c.rubric_version) == (last.rubric, last.rubric_version))
    return tuple(sorted((c for c in same if c.total is not None), key=lambda c: first[c.attempt_id]))


def by(scorecards: Sequence[Scored], kind: Callable[[Scored], K | None]) -> dict[K, Group]:
    """The calls of ``newest`` by a kind; what has none is left out."""
    totals: dict[K, list[float]] = {}
    for card in newest(scorecards):
        key = kind(card)
        if key is not None and card.total is not None:
            totals.setdefault(key, []).append(card.total)
    return {key: Group(calls=len(t), mean=fmean(t), best=max(t)) for key, t in totals.items()}


def segment(card: Scored) -> tuple[bool, bool] | None:
    """Whether the debtor was willing, and able; ``None`` where that is not known."""
    return None if card.willing is None or card.able is None else (card.willing, card.able)


def best(scorecards: Sequence[Scored]) -> Scored | None:
    """The call with the highest total; of equals the harder one, then the earlier."""
    return max(newest(scorecards), key=lambda c: (c.total or 0.0, c.difficulty), default=None)

"""Progress: a trainee's scorecards as series, and what is strong and weak in them. Pure."""

import datetime
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from scenarios.values import Frozen
from simulator.kept import Mark, Mode, Scored

ENOUGH = 3
"""Assessed attempts of a criterion before it may be called strong or weak."""

RECENT = 5
"""Attempts that a judgement on "lately" looks at."""


class Point(Frozen):
    """One attempt on one criterion. ``None`` where it was not assessed: a gap, never a zero.

    ``by_person``: a person put this level in the place of the program's, ``machine``.
    """

    attempt_id: str
    at: datetime.datetime
    level: int | None
    score: float | None
    difficulty: int
    mode: Mode
    by_person: bool = False
    machine: int | None = None


class Series(Frozen):
    """One criterion under one version of one rubric, oldest first."""

    criterion: str
    rubric: str
    rubric_version: int
    points: tuple[Point, ...]

    @property
    def lately(self) -> tuple[float, ...]:
        """The last assessed scores, at most ``RECENT``."""
        return tuple(p.score for p in self.points if p.score is not None)[-RECENT:]

    @property
    def levels(self) -> tuple[int, ...]:
        """The assessed levels, oldest first."""
        return tuple(p.level for p in self.points if p.level is not None)


class Total(Frozen):
    """One attempt's total (0 to 100) under its rubric; ``None`` where nothing was assessed."""

    attempt_id: str
    at: datetime.datetime
    rubric: str
    rubric_version: int
    total: float | None
    difficulty: int
    mode: Mode


class Progress(Frozen):
    """All series; ``strongest`` and ``weakest`` are of the newest rubric, and ``None`` while there is too little.

    ``rescored`` counts the attempts that have more than one scorecard.
    """

    attempts: int
    rescored: int = 0
    totals: tuple[Total, ...]
    series: tuple[Series, ...]
    strongest: str | None
    weakest: str | None

    @property
    def newest(self) -> tuple[Series, ...]:
        """The series under the rubric of the latest call, a criterion each."""
        last = (self.totals[-1].rubric, self.totals[-1].rubric_version) if self.totals else None
        return tuple(s for s in self.series if (s.rubric, s.rubric_version) == last)


def progress(scorecards: Sequence[Scored]) -> Progress:
    """The figures of one trainee, in the order in which the calls were made.

    Where a call was scored again under the same rubric, the later scorecard counts. The newest rubric is that of the
    latest call, by its latest scorecard: an old call scored again by another rubric does not turn the charts over.
    """
    cards = counting(scorecards)
    series = _series(cards)
    newest = (cards[-1].rubric, cards[-1].rubric_version) if cards else None
    strongest, weakest = _extremes([s for s in series if (s.rubric, s.rubric_version) == newest])
    return Progress(
        attempts=len({c.attempt_id for c in cards}),
        rescored=sum(n > 1 for n in Counter(c.attempt_id for c in scorecards).values()),
        totals=tuple(_total(c) for c in cards),
        series=series,
        strongest=strongest,
        weakest=weakest,
    )


def counting(scorecards: Sequence[Scored]) -> list[Scored]:
    """The scorecards that count, by the instant at which their call was first scored."""
    in_order = sorted(scorecards, key=lambda c: c.scored_at)
    first = {c.attempt_id: c.scored_at for c in reversed(in_order)}
    latest = {(c.attempt_id, c.rubric, c.rubric_version): c for c in in_order}
    counting = sorted(latest.values(), key=lambda c: (first[c.attempt_id], c.scored_at))
    return [c.model_copy(update={"scored_at": first[c.attempt_id]}) for c in counting]


def _series(cards: Sequence[Scored]) -> tuple[Series, ...]:
    found: dict[tuple[str, int, str], list[Point]] = {}
    for card in cards:
        for mark in card.marks:
            found.setdefault((card.rubric, card.rubric_version, mark.criterion), []).append(_point(card, mark))
    return tuple(
        Series(criterion=criterion, rubric=rubric, rubric_version=version, points=tuple(points))
        for (rubric, version, criterion), points in found.items()
    )


def _point(card: Scored, mark: Mark) -> Point:
    return Point(
        attempt_id=card.attempt_id, at=card.scored_at, level=mark.level, score=mark.score,
        difficulty=card.difficulty, mode=card.mode, by_person=mark.by_person, machine=mark.machine,
    )  # fmt: skip


def _total(card: Scored) -> Total:
    return Total(
        attempt_id=card.attempt_id, at=card.scored_at, rubric=card.rubric, rubric_version=card.rubric_version,
        total=card.total, difficulty=card.difficulty, mode=card.mode,
    )  # fmt: skip


def _extremes(series: Sequence[Series]) -> tuple[str | None, str | None]:
    """The strongest and the weakest by the recent mean; neither where too little stands or all are equal."""
    means = {s.criterion: round(fmean(s.lately), 6) for s in series if len(s.lately) >= ENOUGH}
    if len(set(means.values())) < 2:
        return None, None
    return max(means, key=means.__getitem__), min(means, key=means.__getitem__)

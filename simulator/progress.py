"""Progress: a trainee's scorecards as series, what is strong and weak in them, and what to play next. Pure."""

import datetime
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from pydantic import Field

from scenarios.scenario import Scenario
from scenarios.values import Frozen
from simulator.kept import Mark, Mode, Scored

ENOUGH = 3
"""Assessed attempts of a criterion before it may be called strong or weak."""

RECENT = 5
"""Attempts that a judgement on "lately" looks at."""

NOT_AGAIN = 2
"""Scenarios last played that are not suggested at once."""

HARDER, EASIER = 3.0, 1.5
"""Mean level lately from which a harder scenario is due, and under which an easier one is."""

_LABELS = {
    "calm": {"es": "calma", "en": "calm"},
    "empathy": {"es": "empatía", "en": "empathy"},
    "clarity": {"es": "claridad", "en": "clarity"},
    "documented_follow_up": {"es": "seguimiento documentado", "en": "documented follow-up"},
    "negotiation": {"es": "negociación", "en": "negotiation"},
    "preparation": {"es": "preparación", "en": "preparation"},
    "compliance": {"es": "cumplimiento", "en": "compliance"},
}


class Point(Frozen):
    """One attempt on one criterion. ``None`` where it was not assessed: a gap, never a zero."""

    attempt_id: str
    at: datetime.datetime
    level: int | None
    score: float | None
    difficulty: int
    mode: Mode


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


class Suggestion(Frozen):
    """What to play next. ``criterion`` is the weak one it trains; ``reason`` says why, by language."""

    scenario_id: str
    difficulty: int
    criterion: str | None
    reason: dict[str, str] = Field(min_length=2)


def progress(scorecards: Sequence[Scored]) -> Progress:
    """The figures of one trainee, in the order in which the calls were made.

    Where a call was scored again under the same rubric, the later scorecard counts. The newest rubric is that of the
    latest call, by its latest scorecard: an old call scored again by another rubric does not turn the charts over.
    """
    cards = _counting(scorecards)
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


def suggest(scorecards: Sequence[Scored], scenarios: Sequence[Scenario]) -> Suggestion | None:
    """The next scenario: it trains the weakest criterion, was not just played, and suits the recent level.

    ``None`` only where there are no scenarios.
    """
    if not scenarios:
        return None
    weak, aim = progress(scorecards).weakest, _difficulty(scorecards, scenarios)
    played = _last_played(_counting(scorecards))
    fresh = [s for s in scenarios if s.id not in played[:NOT_AGAIN]] or list(scenarios)
    training = [s for s in fresh if weak in s.skills]
    if not training:
        weak, training = None, fresh
    never = len(played)
    longest_ago = {s.id: -(played.index(s.id) if s.id in played else never) for s in training}
    best = min(training, key=lambda s: (abs(s.difficulty - aim), longest_ago[s.id], s.difficulty, s.id))
    return Suggestion(
        scenario_id=best.id, difficulty=best.difficulty, criterion=weak, reason=_reason(weak, played, best.id)
    )


def _counting(scorecards: Sequence[Scored]) -> list[Scored]:
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
        difficulty=card.difficulty, mode=card.mode,
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


def _difficulty(scorecards: Sequence[Scored], scenarios: Sequence[Scenario]) -> int:
    """The difficulty that suits: the easiest there is for a beginner, else a step from the last one."""
    cards = [c for c in _counting(scorecards) if c.total is not None][-ENOUGH:]
    if not cards:
        return min(s.difficulty for s in scenarios)
    level = fmean(c.total / 25 for c in cards if c.total is not None)
    step = 1 if level >= HARDER and len(cards) == ENOUGH else -1 if level < EASIER else 0
    return min(max(cards[-1].difficulty + step, 1), 5)


def _last_played(scorecards: Sequence[Scored]) -> list[str]:
    """The scenarios played, the latest first, each once."""
    return list(dict.fromkeys(c.scenario_id for c in sorted(scorecards, key=lambda c: c.scored_at, reverse=True)))


def _reason(weak: str | None, played: Sequence[str], scenario_id: str) -> dict[str, str]:
    if weak is not None:
        label = _LABELS.get(weak, {"es": weak, "en": weak})
        return {
            "es": f"Trabaja {label['es']}, lo que más le ha costado en sus últimos intentos.",
            "en": f"It trains {label['en']}, the hardest for you in your latest attempts.",
        }
    if not played:
        return {"es": "Es un buen caso para empezar.", "en": "It is a good case to begin with."}
    if scenario_id in played[:NOT_AGAIN]:
        return {"es": "Repetirlo con otros datos le da otra llamada.", "en": "With other facts it is another call."}
    if scenario_id in played:
        return {
            "es": "Hace tiempo que no lo juega y es de su nivel actual.",
            "en": "You have not played it for a while, and it suits your present level.",
        }
    return {
        "es": "Todavía no lo ha jugado y es de su nivel actual.",
        "en": "New to you, and it suits your present level.",
    }

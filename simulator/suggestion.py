"""What to play next, and why: the weakest criterion, old weaknesses that are due again, the level of today. Pure."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean

from pydantic import Field

from scenarios.scenario import Scenario
from scenarios.values import Frozen
from simulator.home_country import at_home
from simulator.kept import Scored
from simulator.progress import ENOUGH, Progress, Series, counting, progress

NOT_AGAIN = 2
"""Scenarios last played that are not suggested at once."""

HARDER, EASIER = 3.0, 1.5
"""Mean level lately from which a harder scenario is due, and under which an easier one is."""

WEAK, GOOD = 1, 3
"""A level that leaves something to come back to, and one that lets it wait twice as long."""

FIRST_GAP, LONGEST_GAP = 3, 48
"""Days after which an old weakness is due again: the first time, and at most."""

_LABELS = {
    "calm": {"es": "calma", "en": "calm"},
    "empathy": {"es": "empatía", "en": "empathy"},
    "clarity": {"es": "claridad", "en": "clarity"},
    "documented_follow_up": {"es": "seguimiento documentado", "en": "documented follow-up"},
    "negotiation": {"es": "negociación", "en": "negotiation"},
    "preparation": {"es": "preparación", "en": "preparation"},
    "compliance": {"es": "cumplimiento", "en": "compliance"},
}


class Suggestion(Frozen):
    """What to play next. ``criterion`` is the one it trains; ``reason`` says why, by language."""

    scenario_id: str
    difficulty: int
    criterion: str | None
    reason: dict[str, str] = Field(min_length=2)


def suggest(
    scorecards: Sequence[Scored], scenarios: Sequence[Scenario], today: date | None = None, country: str | None = None
) -> Suggestion | None:
    """The next scenario: it trains what is due again or weakest, was not just played, and suits the recent level.

    ``None`` only where there are no scenarios. Without ``today`` nothing is due again. As long as the person's own
    country has unplayed ones, none of another country is suggested.
    """
    if not scenarios:
        return None
    played = _last_played(counting(scorecards))
    scenarios = at_home(scenarios, country, played)
    fresh = [s for s in scenarios if s.id not in played[:NOT_AGAIN]] or list(scenarios)
    figures = progress(scorecards)
    due = _due(figures, scorecards, scenarios, today) if today else None
    weak = figures.weakest
    trained = next((c for c in (due, weak) if c and any(c in s.skills for s in fresh)), None)
    training = [s for s in fresh if trained is None or trained in s.skills]
    best = _most_fitting(training, played, _difficulty(scorecards, scenarios))
    reason = _reason(trained, played, best.id, due=trained is not None and trained == due != weak)
    return Suggestion(scenario_id=best.id, difficulty=best.difficulty, criterion=trained, reason=reason)


def due_again(scorecards: Sequence[Scored], scenarios: Sequence[Scenario], today: date) -> str | None:
    """The criterion that was weak once and has waited the longest beyond its time; ``None`` where none has.

    It waits three days after the last call that trained it, twice as long after each good one since it was weak.
    """
    return _due(progress(scorecards), scorecards, scenarios, today)


def _due(figures: Progress, scorecards: Sequence[Scored], scenarios: Sequence[Scenario], today: date) -> str | None:
    training = {s.id: s.skills for s in scenarios}
    by_attempt = {c.attempt_id: c.scenario_id for c in scorecards}
    waits: dict[str, float] = {}
    for series in figures.newest:
        trained = [p for p in series.points if series.criterion in training.get(by_attempt[p.attempt_id], ())]
        gap = _gap(series)
        if gap is not None:
            waits[series.criterion] = (today - (trained or series.points)[-1].at.date()).days / gap
    longest = max(waits, key=waits.__getitem__, default=None)
    return longest if longest is not None and waits[longest] >= 1 else None


def _gap(series: Series) -> int | None:
    """Days that the criterion may wait; ``None`` where it never was weak."""
    weak = [n for n, level in enumerate(series.levels) if level <= WEAK]
    if not weak:
        return None
    good = sum(level >= GOOD for level in series.levels[weak[-1] :])
    return int(min(FIRST_GAP * 2**good, LONGEST_GAP))


def _most_fitting(training: Sequence[Scenario], played: Sequence[str], aim: int) -> Scenario:
    """The one nearest to the difficulty aimed at; among equals, the one not played for longest."""
    longest_ago = {s.id: -(played.index(s.id) if s.id in played else len(played)) for s in training}
    return min(training, key=lambda s: (abs(s.difficulty - aim), longest_ago[s.id], s.difficulty, s.id))


def _difficulty(scorecards: Sequence[Scored], scenarios: Sequence[Scenario]) -> int:
    """The difficulty that suits: the easiest there is for a beginner, else a step from the last one."""
    cards = [c for c in counting(scorecards) if c.total is not None][-ENOUGH:]
    if not cards:
        return min(s.difficulty for s in scenarios)
    level = fmean(c.total / 25 for c in cards if c.total is not None)
    step = 1 if level >= HARDER and len(cards) == ENOUGH else -1 if level < EASIER else 0
    return min(max(cards[-1].difficulty + step, 1), 5)


def _last_played(scorecards: Sequence[Scored]) -> list[str]:
    """The scenarios played, the latest first, each once."""
    return list(dict.fromkeys(c.scenario_id for c in sorted(scorecards, key=lambda c: c.scored_at, reverse=True)))


def _reason(trained: str | None, played: Sequence[str], scenario_id: str, *, due: bool) -> dict[str, str]:
    if trained is not None:
        label = _LABELS.get(trained, {"es": trained, "en": trained})
        if due:
            return {
                "es": f"Para repasar {label['es']}: le costó hace un tiempo y conviene volver a ello.",
                "en": f"Time to go back to {label['en']}: it was hard for you a while ago.",
            }
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
            "es": "Hace tiempo que no hace esta llamada, y va con su nivel actual.",
            "en": "You have not made this call for a while, and it suits your present level.",
        }
    return {
        "es": "Esta llamada es nueva para usted y va con su nivel actual.",
        "en": "New to you, and it suits your present level.",
    }

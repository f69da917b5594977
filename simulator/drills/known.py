"""What is known of a trainee by the evening before, from tries and scorecards. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, tzinfo

from scoring.scorecard import Scorecard
from simulator.drills.choosing import Known, Lost
from simulator.drills.drill import Drill
from simulator.drills.kinds import TRAINS
from simulator.drills.spacing import Tried, returning
from simulator.drills.tries import TryLine
from simulator.kept import Scored
from simulator.progress import progress

REMEMBERED = 14
"""Days after which a moment lost in a call is no reason any more."""
_AS_KIND = {"part_disputed": "dispute"}


def known(  # noqa: PLR0913, PLR0917 - all that the choice of a day rests on
    today: date,
    zone: tzinfo | None,
    tries: Sequence[TryLine],
    scored: Sequence[Scored],
    calls: Sequence[tuple[Scorecard, date]],
    find: Callable[[str], Drill | None],
    country: str | None = None,
) -> Known:
    """What had happened before today; ``calls`` are the latest scorecards, the newest first, with their day.

    What happens today changes nothing in today's drills: the set stays as it was shown.
    """
    before = [t for t in tries if t.day(zone) < today]
    met = [(found, t.day(zone)) for t in before if (found := find(t.drill)) is not None]
    return Known(
        today=today,
        returning=returning(
            [
                Tried(criterion=t.criterion, kind=t.kind, day=t.day(zone), passed=t.passed)
                for t in before
                if t.passed is not None
            ]
        ),
        lost=tuple(lost_in(calls, today)),
        weakest=_weakest([s for s in scored if s.scored_at.astimezone(zone).date() < today]),
        tried=tuple(met),
        passed=sum(bool(t.passed) for t in before),
        country=country,
    )


def lost_in(calls: Iterable[tuple[Scorecard, date]], today: date) -> Iterable[Lost]:
    """The moments lost in these calls that a drill can take up, the newest call first."""
    for card, day in calls:
        if not 0 < (today - day).days <= REMEMBERED or card.coaching is None:
            continue
        for moment in card.coaching.moments:
            kind = _AS_KIND.get(moment.situation, moment.situation)
            if kind in TRAINS.get(moment.lacking, ()):
                yield Lost(criterion=moment.lacking, kind=kind, day=day)


def _weakest(scored: Sequence[Scored]) -> str | None:
    """The weakest criterion in the calls, where a reply can show it."""
    found = progress(scored).weakest
    return found if found in TRAINS else None

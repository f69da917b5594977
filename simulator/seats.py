"""A seat beside a call: who listens, since when, and whether they are there now. Pure."""

import datetime

from scenarios.values import Frozen

AWAY_AFTER = datetime.timedelta(seconds=20)
"""Without a sign of the coach's page for so long, nobody is listening."""


class Seat(Frozen):
    """A coach beside a call. ``invited`` by its owner, or there because the call is assessed."""

    id: str
    attempt_id: str
    coach_id: str
    invited: bool
    asked_at: datetime.datetime
    began_at: datetime.datetime | None = None
    seen_at: datetime.datetime | None = None
    ended_at: datetime.datetime | None = None

    def listens(self, now: datetime.datetime) -> bool:
        """Whether the coach is there at this instant."""
        return self.ended_at is None and self.seen_at is not None and now - self.seen_at < AWAY_AFTER

"""The list of assessed calls for whoever reviews them: what waits for a person first, then the latest."""

import datetime
from collections.abc import Callable

from simulator.accounts import Action, Actor, require
from simulator.review_listed import After, Choices, ListPage, Wanted
from simulator.store import Store

PAGE = 25
"""Calls on a page."""


class ReviewList:
    """The list, for whoever may review. ``days`` is the window for answers."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], days: int) -> None:
        self._store, self._clock, self._days = store, clock, days

    def page(self, actor: Actor, wanted: Wanted, after: After | None = None, limit: int = PAGE) -> ListPage:
        """A page of the calls that the actor may review. Raises ``NotAllowed`` for who reviews nothing."""
        now = self._clock()
        since = now - datetime.timedelta(weeks=wanted.weeks) if wanted.weeks else None
        overdue = now - datetime.timedelta(days=self._days)
        found = self._store.review_list.page(wanted, self._whose(actor), actor.id, since, after, limit + 1, overdue)
        lines = found[:limit]
        more = len(found) > limit
        last = lines[-1] if more else None
        return ListPage(
            lines=lines, after=After(rank=last.rank, at=last.closed_at, id=last.attempt_id) if last else None
        )

    def waiting(self, actor: Actor) -> tuple[int, int]:
        """How many calls wait with a possible breach, and how many contests without an answer."""
        return self._store.review_list.waiting(self._whose(actor), actor.id)

    def choices(self, actor: Actor) -> Choices:
        """The cohorts and the people whose calls the actor may review."""
        whose = self._whose(actor)
        mine = {one.cohort_id for one in self._store.cohorts.memberships(actor.id) if one.place == "manager"}
        cohorts = {one.id: one.name for one in self._store.cohorts.all() if whose is None or one.id in mine}
        people = {
            one.id: one.name
            for one in sorted(self._store.profiles.all(), key=lambda one: one.name.casefold())
            if one.id != actor.id and (one.id in whose if whose is not None else one.role == "trainee")
        }
        return Choices(cohorts=cohorts, people=people)

    @staticmethod
    def _whose(actor: Actor) -> frozenset[str] | None:
        """Of whom: a manager of those they lead, a trainer of everybody but themselves (``None``)."""
        require(actor, Action.SEE_TEAM_PROGRESS)
        return actor.leads if actor.role == "manager" else None

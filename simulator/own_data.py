"""Everything that is kept of a person, for that person: one JSON document.

Knows the store, and no screen. What the library or a debtor hides stays hidden: scenarios are named, not copied, and a
case comes without the debtor's budget.
"""

import datetime
from collections.abc import Callable
from typing import Any

from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.kept import Attempt, Stage
from simulator.store import Store
from simulator.team.kept import CoachingNote

FORMAT = 1
EVERYTHING = 100_000
_ALL: tuple[Stage, ...] = ("prepare", "talk", "wrap_up", "closed")
_NOT_OWN = {"content", "content_hash"}
"""Of an attempt: the scenario as it was, with what it hides. Its id and version name it."""
_HIDDEN = {"willing", "able", "needs", "commitment", "goodwill", "reservation", "budget"}
_FATE = {"dues": {"__all__": {"fate", "late"}}}
_OF_A_PORTFOLIO: Any = {"opening": True, "now": {"accounts": {"__all__": {
    **dict.fromkeys(_HIDDEN, True), "promise": _FATE}}}}  # fmt: skip
"""What no page of a portfolio shows: what its debtors want and can, and what will become of a promise."""


class OwnData:
    """A person's own data."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def of(self, actor: Actor) -> dict[str, Any]:
        """The document: profile, attempts with turns, scorecards, shares and contests, notes that coaches shared,
        drills, portfolios. JSON's own types.

        Raises ``NotAllowed``.
        """
        require(actor, Action.EXPORT_OWN_DATA)
        self._store.audit.note(Deed.PERSON_EXPORTED, self._clock(), actor.id, actor.id)
        profile = self._store.profiles.get(actor.id)
        portfolios = (self._store.portfolios.get(one.id) for one in self._store.portfolios.of(actor.id, EVERYTHING))
        return {
            "format": FORMAT,
            "made_at": self._clock().isoformat(),
            "profile": profile.model_dump(mode="json") if profile else None,
            "attempts": self._attempts(actor),
            "notes": [note.model_dump(mode="json", exclude={"author_id"}) for note in self._notes(actor)],
            "shares": [share.model_dump(mode="json") for share in self._store.shares.by(actor.id)],
            "drills": self._drills(actor),
            "portfolios": [kept.model_dump(mode="json", exclude=_OF_A_PORTFOLIO) for kept in portfolios if kept],
        }

    def _notes(self, actor: Actor) -> tuple[CoachingNote, ...]:
        """What coaches shared with the person; what they keep among themselves is read by nobody else here."""
        return self._store.coaching_notes.about(actor.id, only_shared=True)

    def _attempts(self, actor: Actor) -> list[dict[str, Any]]:
        listed = self._store.attempts.of(actor.id, _ALL, EVERYTHING, forks=True)
        found = (self._store.attempts.get(one.id) for one in listed)
        return [self._attempt(attempt) for attempt in found if attempt is not None]

    def _drills(self, actor: Actor) -> list[dict[str, Any]]:
        found = (self._store.drill_tries.get(line.id) for line in self._store.drill_tries.of(actor.id))
        return [tried.model_dump(mode="json") for tried in found if tried is not None]

    def _attempt(self, attempt: Attempt) -> dict[str, Any]:
        plain = attempt.model_dump(mode="json", exclude=_NOT_OWN)
        plain["case"] = {name: value for name, value in plain["case"].items() if name != "budget"}
        plain["turns"] = [turn.model_dump(mode="json") for turn in self._store.attempts.turns(attempt.id)]
        plain["scorecards"] = [card.model_dump(mode="json") for card in self._store.scorecards.all(attempt.id)]
        plain["contests"] = [one.model_dump(mode="json") for one in self._store.contests.of_attempt(attempt.id)]
        return plain

"""The care of data, as an administrator sees to it: what is kept how long, the log, backups, leavers, one person's end.

Of practice nothing is counted or shown by person here: it is its owner's alone.
"""

import datetime
from collections.abc import Callable
from datetime import date
from typing import Literal

from scenarios.values import Frozen
from simulator.access.people import People
from simulator.accounts import Action, Actor, require
from simulator.audited import Deed, Line, Verdict
from simulator.person_data import PersonData
from simulator.refusals import Refusal
from simulator.retention import Tidied, tidy
from simulator.settings import Settings
from simulator.store import Store
from simulator.workspace import retention_days, workspace_of

PAGE, BACKUPS = 50, 10


class Retention(Frozen):
    """How long untouched practice is kept (0: always), who says so, and what would go today, of everybody together."""

    days: int
    said_by: Literal["setting", "workspace"]
    before: datetime.datetime | None = None
    would_go: Tidied = Tidied()


class Leaver(Frozen):
    """Somebody who was shut out, and since when."""

    profile_id: str
    name: str
    since: datetime.datetime


class Asked(Frozen):
    """What is looked for in the log: whoever did it or to whom it was done, which deed, on which days of ``zone``."""

    person: str = ""
    deed: str = ""
    first: date | None = None
    last: date | None = None
    before: int | None = None
    """Only lines before this number: the next page."""


class NotTheName(Refusal):
    """What was typed is not the name of whom it is about."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            es="Para borrar, escriba el nombre tal como está arriba. No se borró nada.",
            en="To erase, write the name exactly as it stands above. Nothing was erased.",
            kept=typed,
        )


class DataCare:
    """What administrators can look at and do. ``clock`` gives the instant in the workspace's zone."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], settings: Settings) -> None:
        self._store, self._clock, self._settings = store, clock, settings
        self._people, self._persons = People(store, clock), PersonData(store, clock)

    def retention(self, actor: Actor) -> Retention:
        """What stands. Raises ``NotAllowed``, as everything here."""
        require(actor, Action.CHANGE_INSTALLATION)
        setting = self._settings.retention_days
        days = retention_days(setting, workspace_of(self._store))
        said_by: Literal["setting", "workspace"] = "setting" if setting else "workspace"
        if not days:
            return Retention(days=0, said_by=said_by)
        before = self._clock() - datetime.timedelta(days=days)
        calls = self._store.attempts.count_practice(before)
        gone = Tidied(attempts=calls, portfolios=self._store.portfolios.count_untouched(before))
        return Retention(days=days, said_by=said_by, before=before, would_go=gone)

    def tidy(self, actor: Actor) -> Tidied:
        """Delete now what is older than agreed."""
        return tidy(self._store, self.retention(actor).days, self._clock(), actor.id)

    def log(self, actor: Actor, asked: Asked) -> tuple[Line, ...]:
        """The lines that were looked for, the newest first, at most ``PAGE``."""
        require(actor, Action.CHANGE_INSTALLATION)
        first = self._midnight(asked.first) if asked.first else None
        last = self._midnight(asked.last + datetime.timedelta(days=1)) if asked.last else None
        return self._store.audit.found(asked.person, asked.deed, first, last, asked.before, PAGE)

    def _midnight(self, day: date) -> datetime.datetime:
        """When a day of the workspace begins."""
        return datetime.datetime.combine(day, datetime.time(), self._clock().tzinfo)

    def verified(self, actor: Actor) -> Verdict:
        """Whether the log is whole, from its first line to its last."""
        require(actor, Action.CHANGE_INSTALLATION)
        return self._store.audit.verify()

    def backups(self, actor: Actor) -> tuple[Line, ...]:
        """When it was backed up, the latest first, as the log knows."""
        require(actor, Action.CHANGE_INSTALLATION)
        return self._store.audit.found("", Deed.BACKED_UP, None, None, None, BACKUPS)

    def leavers(self, actor: Actor) -> tuple[Leaver, ...]:
        """Who was shut out and is still kept, the longest gone first."""
        shut = [
            Leaver(profile_id=p.profile.id, name=p.profile.name, since=p.account.disabled_at)
            for p in self._people.all(actor)
            if p.account is not None and p.account.disabled_at is not None
        ]
        return tuple(sorted(shut, key=lambda one: (one.since, one.profile_id)))

    def assessed_of(self, actor: Actor, profile_id: str) -> int:
        """How many assessed attempts would go with a person."""
        self._people.one(actor, profile_id)
        return self._store.attempts.count_assessed(profile_id)

    def erase(self, actor: Actor, profile_id: str, typed: str) -> dict[str, int]:
        """Erase a person for good; ``typed`` is their name, written out. Rows that went, by table.

        Raises ``NotTheName``, ``NoSuchPerson``, and ``LastAdministrator`` where nobody would be left to let people in.
        """
        person = self._people.one(actor, profile_id)
        if " ".join(typed.split()) != person.profile.name:
            raise NotTheName(typed)
        self._people.require_another_administrator(person)
        return self._persons.erase(actor, profile_id)

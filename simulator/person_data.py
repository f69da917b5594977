"""What a person may ask for their data: a copy, and their erasure. Used by the command line and by pages.

What is a person's is found by the tables' own keys, so that a new table is never forgotten. What the library or a
debtor hides stays hidden: scenarios are named, not copied, a case comes without the debtor's budget, a portfolio
without what its debtors want and can.
"""

import datetime
from collections.abc import Callable
from typing import Any

from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.kept import Profile
from simulator.pseudonym import pseudonym
from simulator.refusals import Refusal, nearest
from simulator.sealing import hide_sealed
from simulator.store import Store

FORMAT = "acuerdo-person-2"
NOT_OWN = {"attempt": {"content", "content_hash"}, "portfolio": {"opening"}}
"""By table, columns that were shown to nobody: the scenario with what it hides, the portfolio as drawn."""
HIDDEN = frozenset({"budget", "willing", "able", "needs", "commitment", "goodwill", "reservation", "fate", "late"})
"""What no page shows of a case and of a portfolio's debtors, wherever it stands in them."""
OF_THE_GAME = {"attempt": {"case_file", "earlier"}, "portfolio": {"now"}}


class NoSuchPerson(Refusal):
    """Neither an id nor the whole name of one person."""

    def __init__(self, who: str, people: tuple[Profile, ...]) -> None:
        namesakes = [profile.id for profile in people if profile.name == who]
        near = ", ".join(namesakes) or nearest(who, (profile.name for profile in people)) or "–"
        super().__init__(
            es=f"No hay una sola persona con el identificador o el nombre {who!r}. Pruebe con: {near}.",
            en=f"There is not exactly one person with the id or the name {who!r}. Try: {near}.",
        )


class PersonData:
    """Copies and erasure. ``clock`` gives the present instant with its zone.

    Who asks is a person of the installation, or ``None``: whoever has the machine itself, at the command line.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def find(self, who: str) -> Profile:
        """The person of this id, or of this name where only one bears it. Raises ``NoSuchPerson``."""
        people = self._store.profiles.all()
        found = [profile for profile in people if who == profile.id] or [p for p in people if who == p.name]
        if len(found) != 1:
            raise NoSuchPerson(who, people)
        return found[0]

    def copy(self, actor: Actor | None, profile_id: str, practice: bool = True) -> dict[str, Any]:
        """Everything that is kept of the person, as JSON values. Raises ``NotAllowed``.

        Practice is its owner's alone: for another person's copy it is left out, whoever asks for it in the
        application; at the command line it is said at whose wish it is put in.
        """
        self._require(actor, profile_id)
        practice = practice and (actor is None or actor.id == profile_id)
        rows = self._store.people.rows_of(profile_id, practice)
        hide_sealed(self._store, rows, self._clock())
        counts: dict[str, int | str] = {"attempts": len(rows.get("attempt", [])), "practice": int(practice)}
        self._store.audit.note(Deed.PERSON_EXPORTED, self._clock(), _id(actor), profile_id, counts)
        kept = {table: [_shown(table, row) for row in found] for table, found in rows.items()}
        made = self._clock().astimezone(datetime.UTC).isoformat(timespec="seconds")
        return {"format": FORMAT, "person": pseudonym(profile_id), "made_at": made, "practice": practice, "kept": kept}

    def erase(self, actor: Actor | None, profile_id: str) -> dict[str, int]:
        """Delete the person with all that belongs to them, assessed attempts too; rows by table. Raises ``NotAllowed``.

        What stays is the audit log, which knows ids and no names, and whatever backups were made before.
        """
        self._require(actor, profile_id)
        with self._store.acting(Deed.PERSON_ERASED, self._clock(), _id(actor), profile_id):
            return self._store.people.erase(profile_id)

    def _require(self, actor: Actor | None, profile_id: str) -> None:
        if actor is not None:
            require(actor, Action.EXPORT_OWN_DATA if actor.id == profile_id else Action.MANAGE_PROFILES)


def _id(actor: Actor | None) -> str:
    return "" if actor is None else actor.id


def _shown(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is hidden from its owner too."""
    game = OF_THE_GAME.get(table, set())
    own = {name: value for name, value in row.items() if name not in NOT_OWN.get(table, ())}
    return {name: _open(value) if name in game else value for name, value in own.items()}


def _open(value: Any) -> Any:
    """A document without what is hidden, however deep it stands."""
    if isinstance(value, dict):
        return {name: _open(inner) for name, inner in value.items() if name not in HIDDEN}
    return [_open(inner) for inner in value] if isinstance(value, list) else value

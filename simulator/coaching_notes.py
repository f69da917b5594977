"""Notes of a coach about a trainee: kept among coaches, or shared with the trainee.

Whoever may coach the trainee reads them all; only their author changes them. Knows the store, and no screen.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from scenarios.values import Frozen
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.audited import Deed
from simulator.kept import Mode
from simulator.refusals import Refusal
from simulator.store import Conflict, Store
from simulator.team.kept import CoachingNote
from simulator.typed import storable

LONGEST = 4_000
TWICE = datetime.timedelta(minutes=1)
"""Within it the same words are a button pressed twice."""


class Trainee(Frozen):
    """Somebody to coach, as the table of who may do what sees them: by their assessed calls."""

    owner_id: str
    mode: Mode = "assessed"


class EmptyNote(Refusal):
    """A note without a word."""

    def __init__(self) -> None:
        super().__init__(
            es="La nota está vacía. Escriba qué vio y qué acordaron.",
            en="The note is empty. Write what you saw and what you agreed.",
        )


class LongNote(Refusal):
    """A note that no one would read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            es=f"La nota tiene {len(text):,} caracteres; caben {LONGEST:,}. Acórtela o haga dos.",
            en=f"The note has {len(text):,} characters; {LONGEST:,} fit. Shorten it or make two.",
            kept=text,
        )


class NoteChanged(Refusal):
    """Another window was quicker, or the note is gone."""

    def __init__(self, text: str) -> None:
        super().__init__(
            es="Esta nota cambió en otra ventana o se borró. Aquí no se guardó nada y su texto sigue en la caja: "
            "lea cómo quedó y guárdelo si todavía viene al caso.",
            en="This note changed in another window or was deleted. Nothing was saved here and your text is still in "
            "the box: read how it stands and save it if it still fits.",
            kept=text,
        )


class CoachingNotes:
    """What coaches note. ``clock`` gives the present instant with its zone."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def about(self, actor: Actor, profile_id: str) -> tuple[CoachingNote, ...]:
        """Every note about a trainee, the latest first. Raises ``NotAllowed``."""
        require(actor, Action.COACH, Trainee(owner_id=profile_id))
        return self._store.coaching_notes.about(profile_id)

    def shared_with(self, actor: Actor) -> tuple[CoachingNote, ...]:
        """What coaches shared with the actor, the latest first."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return self._store.coaching_notes.about(actor.id, only_shared=True)

    def unread(self, actor: Actor) -> tuple[CoachingNote, ...]:
        """What coaches shared with the actor and the actor has not seen as it stands now, the latest first."""
        return tuple(note for note in self.shared_with(actor) if note.unread)

    def read(self, actor: Actor) -> None:
        """The actor has the shared notes before their eyes. A second time changes nothing."""
        if self.unread(actor):
            self._store.coaching_notes.mark_read(actor.id, self._clock())

    def author(self, note: CoachingNote) -> str:
        """The name of who wrote it; empty where they are gone."""
        profile = self._store.profiles.get(note.author_id) if note.author_id else None
        return profile.name if profile else ""

    def write(self, actor: Actor, profile_id: str, text: str, *, shared: bool) -> CoachingNote:
        """A new note; the same words again within a minute, as of a button pressed twice, are the note that stands.

        Raises ``NotAllowed``, ``EmptyNote`` and ``LongNote``.
        """
        require(actor, Action.COACH, Trainee(owner_id=profile_id))
        now, words = self._clock(), _read(text)
        for stands in self._store.coaching_notes.about(profile_id):
            if (stands.author_id, stands.text) == (actor.id, words) and now - stands.created_at < TWICE:
                return stands
        note = CoachingNote(
            id=str(uuid4()), profile_id=profile_id, author_id=actor.id, text=words, shared=shared,
            created_at=now, updated_at=now,
        )  # fmt: skip
        try:
            with self._store.acting(Deed.NOTE_WRITTEN, now, actor.id, profile_id, {"shared": int(shared)}):
                self._store.coaching_notes.add(note)
        except Conflict:  # the trainee was erased meanwhile
            raise NoteChanged(text) from None
        return note

    def change(self, actor: Actor, seen: CoachingNote, text: str, *, shared: bool) -> None:
        """Other words, or shared or not from now on. ``seen`` is the note as the author last saw it.

        Raises ``NotAllowed``, ``EmptyNote``, ``LongNote``, and ``NoteChanged`` where it changed since.
        """
        self._own(actor, seen.id)
        now = self._clock()
        changed = seen.model_copy(update={"text": _read(text), "shared": shared, "updated_at": now})
        try:
            with self._store.acting(Deed.NOTE_CHANGED, now, actor.id, seen.profile_id, {"shared": int(shared)}):
                self._store.coaching_notes.save(changed)
        except Conflict:
            raise NoteChanged(text) from None

    def delete(self, actor: Actor, note_id: str) -> None:
        """Delete a note of one's own. Raises ``NotAllowed``."""
        note = self._own(actor, note_id)
        with self._store.acting(Deed.NOTE_DELETED, self._clock(), actor.id, note.profile_id):
            self._store.coaching_notes.delete(note_id)

    def _own(self, actor: Actor, note_id: str) -> CoachingNote:
        note = self._store.coaching_notes.get(note_id)
        if note is None or note.author_id != actor.id:
            raise NotAllowed(Action.COACH)
        require(actor, Action.COACH, Trainee(owner_id=note.profile_id))
        return note


def _read(text: str) -> str:
    plain = storable(text).strip()
    if not plain:
        raise EmptyNote
    if len(plain) > LONGEST:
        raise LongNote(text)
    return plain

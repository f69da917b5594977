"""What a trainer can do with scenarios: make, write, keep, restore. ``publishing`` gives them to trainees.

Used by the pages; knows the store and the clock it is given, and no screen. Everything needs ``WRITE_SCENARIOS``.
"""

import datetime
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

from scenarios.load import content_hash, library, list_scenarios
from scenarios.source import MAX_BYTES, read_text
from simulator import catalogue
from simulator.accounts import Action, Actor, require
from simulator.store import Conflict, Store
from simulator.store.errors import not_saved
from simulator.studio import checking
from simulator.studio.kept import Edition, EditionKind, EditionLine, OwnScenario
from simulator.studio.naming import name_from, renamed, written_name, written_title
from simulator.studio.refusals import NoSuchDraft, TooLarge, WrittenMeanwhile
from simulator.typed import holdable

KEPT_EVERY = datetime.timedelta(minutes=30)
"""While one person writes on, the history gets an entry about this often."""


class Authoring:
    """The studio's use-cases."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime.datetime], shipped: catalogue.Library = list_scenarios
    ) -> None:
        self._store, self._clock, self._shipped = store, clock, shipped

    def all(self, actor: Actor) -> tuple[OwnScenario, ...]:
        """Every trainer's scenario, the latest changed first."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.scenarios.all()

    def one(self, actor: Actor, scenario_id: str) -> OwnScenario:
        """One of them. Raises ``NoSuchDraft``."""
        require(actor, Action.WRITE_SCENARIOS)
        found = self._store.scenarios.get(scenario_id)
        if found is None:
            raise NoSuchDraft
        return found

    def make(self, actor: Actor, text: str, *, named: bool = False) -> OwnScenario:
        """A new scenario of a text, under an id that nobody has: the text's own, or, with ``named``, one made from the
        title. Raises ``TooLarge``.
        """
        require(actor, Action.WRITE_SCENARIOS)
        text = _fit(text)
        title, now = written_title(text), self._clock()
        own = None if named else written_name(text)
        name = name_from(own or next(iter(title.values()), ""), self._taken())
        text = renamed(text, name)
        made = OwnScenario(
            id=str(uuid4()), name=name, title=title, text=text, created_at=now, updated_at=now, updated_by=actor.id
        )
        self._store.scenarios.add(made, self.entry(made, "made", actor))
        return made

    def duplicate(self, actor: Actor, source: str) -> OwnScenario:
        """A copy of a trainer's scenario, by its id, or of a shipped one, by its name. Raises ``NoSuchDraft``."""
        require(actor, Action.WRITE_SCENARIOS)
        return self.make(actor, self.text_of(actor, source))

    def text_of(self, actor: Actor, source: str) -> str:
        """The text of a trainer's scenario by its id, or of a shipped one by its name. Raises ``NoSuchDraft``."""
        require(actor, Action.WRITE_SCENARIOS)
        shipped = library().get(source)
        return read_text(shipped) if shipped else self.one(actor, source).text

    def save(self, actor: Actor, scenario_id: str, text: str, seen: int) -> OwnScenario:
        """Keep the text as it is being written; ``seen`` is the version that it was written on.

        Raises ``WrittenMeanwhile`` where somebody else saved since, with this text kept in the history; ``TooLarge``.
        """
        stood, text = self.one(actor, scenario_id), _fit(text)
        if text == stood.text:
            return stood
        if seen != stood.version:
            raise self.aside(actor, stood, text)
        now = self._clock()
        changed = stood.model_copy(
            update={"text": text, "title": written_title(text) or stood.title, "updated_at": now,
                    "updated_by": actor.id, "name": self._name(stood, text)}
        )  # fmt: skip
        try:
            return self._store.scenarios.save(changed, *self._worth_keeping(actor, stood))
        except Conflict:
            raise self.aside(actor, self.one(actor, scenario_id), text) from None

    def keep(self, actor: Actor, scenario_id: str) -> EditionLine:
        """Put the text as it stands into the history."""
        return self._append(self.one(actor, scenario_id), "kept", actor)

    def history(self, actor: Actor, scenario_id: str) -> tuple[EditionLine, ...]:
        """Who changed it when, the latest first."""
        self.one(actor, scenario_id)
        return self._store.scenarios.history(scenario_id)

    def writers(self, actor: Actor) -> dict[str, str]:
        """The names of everybody by id: the history says who."""
        require(actor, Action.WRITE_SCENARIOS)
        return {profile.id: profile.name for profile in self._store.profiles.all()}

    def edition(self, actor: Actor, scenario_id: str, number: int) -> Edition:
        """One entry of the history. Raises ``NoSuchDraft``."""
        require(actor, Action.WRITE_SCENARIOS)
        found = self._store.scenarios.edition(scenario_id, number)
        if found is None:
            raise NoSuchDraft
        return found

    def restore(self, actor: Actor, scenario_id: str, number: int) -> OwnScenario:
        """The text of an entry becomes the one that is written on; the one that stood goes into the history."""
        stood, entry = self.one(actor, scenario_id), self.edition(actor, scenario_id, number)
        if entry.text == stood.text:
            return stood
        kept = self._as_it_stood(actor, stood)
        back = stood.model_copy(
            update={"text": entry.text, "title": written_title(entry.text) or stood.title,
                    "updated_at": self._clock(), "updated_by": actor.id}
        )  # fmt: skip
        restored = self.entry(back, "restored", actor).model_copy(update={"number": kept.number + 1})
        try:
            return self._store.scenarios.save(back, kept, restored)
        except Conflict:
            raise self.aside(actor, self.one(actor, scenario_id), entry.text) from None

    def _taken(self) -> set[str]:
        return {s.id for s in self._shipped()} | {s.name for s in self._store.scenarios.all()}

    def _name(self, stood: OwnScenario, text: str) -> str:
        """The id that the text gives it, as long as it was never published and nobody else has it."""
        written = written_name(text)
        if written is None or written == stood.name or written in self._taken():
            return stood.name
        was_out = any(line.kind == "published" for line in self._store.scenarios.history(stood.id))
        return stood.name if was_out else written

    def _worth_keeping(self, actor: Actor, stood: OwnScenario) -> tuple[Edition, ...]:
        """What stood before somebody else writes on, or once in a while, goes into the history."""
        latest = self._store.scenarios.history(stood.id)[0]
        changed_hands = stood.updated_by not in (None, actor.id)
        long_ago = self._clock() - latest.at > KEPT_EVERY
        return (self._as_it_stood(actor, stood),) if changed_hands or long_ago else ()

    def _as_it_stood(self, actor: Actor, stood: OwnScenario) -> Edition:
        """The entry that keeps a text before another takes its place, under the name of whoever wrote it."""
        return self.entry(stood, "kept", actor).model_copy(update={"by": stood.updated_by})

    def aside(self, actor: Actor, stood: OwnScenario, text: str) -> WrittenMeanwhile:
        """What is raised where a text comes too late: the text is in the history by then."""
        return WrittenMeanwhile(self._append(stood.model_copy(update={"text": text}), "aside", actor).number, text)

    def _append(self, scenario: OwnScenario, kind: EditionKind, actor: Actor) -> Edition:
        """A further entry; whoever finds its number taken meanwhile takes the next."""
        for _ in range(5):
            with suppress(Conflict):
                entry = self.entry(scenario, kind, actor)
                self._store.scenarios.append(entry)
                return entry
        raise not_saved()

    def entry(self, scenario: OwnScenario, kind: EditionKind, actor: Actor) -> Edition:
        """The next entry of a scenario's history, not kept yet."""
        history = self._store.scenarios.history(scenario.id)
        parsed = checking.scenario_of(scenario.text)
        return Edition(
            scenario_id=scenario.id, number=history[0].number + 1 if history else 1, kind=kind, text=scenario.text,
            content_hash=content_hash(parsed) if parsed else "", at=self._clock(), by=actor.id,
        )  # fmt: skip


def _fit(text: str) -> str:
    """The text as it can be kept. Raises ``TooLarge``."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise TooLarge(text, MAX_BYTES // 1024)
    return holdable(text.replace("\r\n", "\n").replace("\r", "\n"))

"""What a trainer can do with rubrics: look, copy, write, see what would change, publish, withdraw, take in and out.

A published version never changes; calls that were begun with it are scored with it.
Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from scenarios.problem import Problem
from scenarios.source import MAX_BYTES
from scenarios.values import Frozen, Language
from scoring.rubric import Rubric
from scoring.rubrics import RubricError, load_rubric, parse_rubric, rubric_ids
from scoring.rubrics.writing import as_yaml
from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.improved import Edition, RubricDraft
from simulator.logs import logger
from simulator.rescoring import refuse_same_version
from simulator.rubric_effect import Effect, Told, effect, needs_scoring, silent
from simulator.rubric_refusals import NameTaken, NoSuchRubric, SomebodyWasQuicker, TooMuchText, VersionStands
from simulator.rubric_shelf import RubricShelf
from simulator.store import Conflict, Store
from simulator.typed import holdable

NAME = "rubric.yaml"
"""What problems call a draft's text."""
COPY: dict[Language, str] = {"es": "copia", "en": "copy"}
_log = logger("rubrics")


class Listed(Frozen):
    """A rubric as the list shows it. ``calls`` stand scored under any of its versions; ``own`` was published here."""

    rubric: Rubric
    versions: tuple[int, ...]
    own: bool
    withdrawn: bool
    calls: int


class Checked(Frozen):
    """A draft's text as it stands: the rubric it makes, or every problem with its line."""

    rubric: Rubric | None
    problems: tuple[Problem, ...] = ()


class RubricStudio:
    """The rubrics of an installation, as its trainers write them."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock, self.shelf = store, clock, RubricShelf(store)

    def all(self, actor: Actor) -> tuple[Listed, ...]:
        """Own rubrics first, then those that ship; withdrawn ones last. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_RUBRICS)
        use = self._store.editions.use()
        by_id: dict[str, list[Edition]] = {}
        for edition in self._store.editions.all():
            by_id.setdefault(edition.rubric.id, []).append(edition)
        own = [_own(editions, use) for editions in by_id.values()]
        return tuple(sorted([*own, *(_shipped(load_rubric(n), use) for n in rubric_ids())], key=_in_order))

    def editions(self, actor: Actor, rubric_id: str) -> tuple[Edition, ...]:
        """The published versions of an own rubric, the newest first. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_RUBRICS)
        return self._store.editions.of(rubric_id)

    def read(self, actor: Actor, rubric_id: str, version: int | None = None) -> Rubric:
        """A rubric to look at, withdrawn or not. Raises ``NotAllowed`` and ``NoSuchRubric``."""
        require(actor, Action.WRITE_RUBRICS)
        if rubric_id in rubric_ids():
            return load_rubric(rubric_id)
        editions = self._store.editions.of(rubric_id)
        found = next((e.rubric for e in editions if version in (None, e.rubric.version)), None)
        if found is None:
            raise NoSuchRubric
        return found

    def copy(self, actor: Actor, rubric_id: str, version: int | None = None) -> RubricDraft:
        """A draft that begins as this rubric: the next version of an own one, else a rubric of its own."""
        source = self.read(actor, rubric_id, version)
        if rubric_id in rubric_ids():
            named = {language: f"{words} ({COPY[language]})" for language, words in source.title.items()}
            own = {"id": self._free(f"{rubric_id[:36]}_own"), "version": 1, "title": named}
            fresh = source.model_copy(update=own)
        else:
            fresh = source.model_copy(update={"version": self._next(rubric_id)})
        return self._begun(actor, as_yaml(fresh), rubric_id)

    def take_in(self, actor: Actor, data: bytes) -> RubricDraft:
        """A draft from a file somebody sent, YAML or JSON; what does not hold in it is said when it is looked at.

        Raises ``NotAllowed`` and ``TooMuchText``.
        """
        require(actor, Action.WRITE_RUBRICS)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise TooMuchText from None
        return self._begun(actor, text, "")

    def drafts(self, actor: Actor) -> tuple[RubricDraft, ...]:
        """Everybody's drafts, the latest touched first. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_RUBRICS)
        return self._store.editions.drafts()

    def draft(self, actor: Actor, draft_id: str) -> RubricDraft:
        """One draft. Raises ``NotAllowed`` and ``NoSuchRubric``."""
        require(actor, Action.WRITE_RUBRICS)
        found = self._store.editions.draft(draft_id)
        if found is None:
            raise NoSuchRubric
        return found

    def save(self, actor: Actor, draft_id: str, text: str, seen: int) -> RubricDraft:
        """Keep the text, whether it holds or not. Raises ``SomebodyWasQuicker`` with it, and ``TooMuchText``."""
        standing = self.draft(actor, draft_id)
        if standing.edits == seen and standing.text == text:
            return standing
        try:
            self._store.editions.save_draft(draft_id, _fitting(text), seen, self._clock())
        except Conflict:
            raise SomebodyWasQuicker(kept=text) from None
        return self.draft(actor, draft_id)

    def takes_a_while(self, actor: Actor, rubric: Rubric, based_on: str) -> bool:
        """Whether stored calls must be scored again to see what the rubric would change. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_RUBRICS)
        return needs_scoring(self._store, rubric, based_on)

    def effect(self, actor: Actor, rubric: Rubric, based_on: str, told: Told = silent) -> Effect:
        """What it would change in the calls scored under ``based_on``. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_RUBRICS)
        return effect(self._store, rubric, based_on, told)

    def throw_away(self, actor: Actor, draft_id: str) -> None:
        """The draft goes; what was published stays."""
        self.draft(actor, draft_id)
        self._store.editions.delete_draft(draft_id)

    def publish(self, actor: Actor, draft_id: str, seen: int) -> Edition:
        """The draft becomes a version that never changes, and is no draft any more.

        Raises ``RubricError``, ``NameTaken``, ``VersionStands``, ``SameVersion`` and ``SomebodyWasQuicker``.
        """
        draft = self.draft(actor, draft_id)
        if draft.edits != seen:
            raise SomebodyWasQuicker
        rubric = parse_rubric(draft.text, NAME)
        if rubric.id in rubric_ids():
            raise NameTaken(rubric.id)
        if any(e.rubric.version == rubric.version for e in self._store.editions.of(rubric.id)):
            raise VersionStands(rubric.id, self._next(rubric.id))
        refuse_same_version(self._store, rubric)
        edition = Edition(rubric=rubric, based_on=draft.based_on, author_id=actor.id, published_at=self._clock())
        try:
            with self._store.acting(Deed.RUBRIC_PUBLISHED, self._clock(), actor.id, f"{rubric.id}-{rubric.version}"):
                self._store.editions.publish(edition)
                self._store.editions.delete_draft(draft_id)
        except Conflict:
            raise VersionStands(rubric.id, self._next(rubric.id)) from None
        _log.info("rubric_published", rubric=rubric.id, version=rubric.version)
        return edition

    def withdraw(self, actor: Actor, rubric_id: str) -> None:
        """No new call is scored with it; those begun with it keep it. Raises ``NoSuchRubric`` for one that ships."""
        self._set(actor, rubric_id, Deed.RUBRIC_WITHDRAWN, self._clock())

    def offer_again(self, actor: Actor, rubric_id: str) -> None:
        """The opposite of ``withdraw``."""
        self._set(actor, rubric_id, Deed.RUBRIC_PUBLISHED, None)

    def _set(self, actor: Actor, rubric_id: str, deed: Deed, withdrawn_at: datetime.datetime | None) -> None:
        if not self.editions(actor, rubric_id):
            raise NoSuchRubric
        with self._store.acting(deed, self._clock(), actor.id, rubric_id):
            self._store.editions.withdraw(rubric_id, withdrawn_at)

    def _begun(self, actor: Actor, text: str, based_on: str) -> RubricDraft:
        now = self._clock()
        draft = RubricDraft(
            id=str(uuid4()), text=_fitting(text), based_on=based_on, author_id=actor.id, created_at=now, updated_at=now
        )
        self._store.editions.add_draft(draft)
        return draft

    def _next(self, rubric_id: str) -> int:
        return max((e.rubric.version for e in self._store.editions.of(rubric_id)), default=0) + 1

    def _free(self, wanted: str) -> str:
        """The id, or the first free one like it."""
        taken = {e.rubric.id for e in self._store.editions.all()} | set(rubric_ids())
        return next(n for n in (wanted, *(f"{wanted[:36]}_{k}" for k in range(2, 999))) if n not in taken)


def checked(text: str) -> Checked:
    """What a text makes as a rubric, or every problem with its line."""
    try:
        return Checked(rubric=parse_rubric(text, NAME))
    except RubricError as error:
        return Checked(rubric=None, problems=error.problems)


def _fitting(text: str) -> str:
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise TooMuchText(kept=text)
    return holdable(text)


def _own(editions: list[Edition], use: dict[tuple[str, int], int]) -> Listed:
    newest = editions[0]
    return Listed(
        rubric=newest.rubric, versions=tuple(e.rubric.version for e in editions), own=True,
        withdrawn=newest.withdrawn_at is not None, calls=_calls(newest.rubric.id, use),
    )  # fmt: skip


def _shipped(rubric: Rubric, use: dict[tuple[str, int], int]) -> Listed:
    return Listed(rubric=rubric, versions=(rubric.version,), own=False, withdrawn=False, calls=_calls(rubric.id, use))


def _calls(rubric_id: str, use: dict[tuple[str, int], int]) -> int:
    return sum(n for (name, _), n in use.items() if name == rubric_id)


def _in_order(one: Listed) -> tuple[bool, bool, str]:
    return one.withdrawn, not one.own, one.rubric.id

"""What a trainer learns from what trainees really wrote: what was not understood, and where debtors are lost.

What the reader is taught is kept in versions that never change: calls are read with the one in force when they began,
and past scores stay. What costs a trainee something takes a second person's yes.
Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from scenarios.disposition import Disposition
from scenarios.load import list_scenarios
from scenarios.values import Frozen
from scoring.reading.taught import LONGEST, MOST, Taught, find, words_in
from simulator import catalogue
from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.grouping import Group, grouped
from simulator.heard import HeardReply, LostAt, Spot
from simulator.improved import KeptPhrase, LexiconVersion, Proposal
from simulator.logs import logger
from simulator.not_understood import contested_in, is_unclear
from simulator.rubric_refusals import SomebodyWasQuicker
from simulator.store import Conflict, Store
from simulator.teaching_effect import TeachingEffect, teaching_effect
from simulator.teaching_refusals import (
    KnownAlready,
    LexiconFull,
    NeedsAnother,
    NoPhrase,
    NothingWaits,
    OneMeaning,
)
from simulator.typed import storable

LOOKED_AT = 4_000
"""Replies of assessed calls that are looked at: the latest."""
WORST = 3
"""Places of a scenario that are shown with quotes."""
_log = logger("improving")


class Queue(Frozen):
    """What waits to be understood, of ``looked`` replies; the most frequent first."""

    groups: tuple[Group, ...]
    looked: int


class Unreached(Frozen):
    """Facts and endings of a scenario by id, with the number of its assessed calls that met them, the rarest first;
    ``labels`` of facts by language, ``dispositions`` of endings."""

    calls: int
    facts: tuple[tuple[str, int], ...]
    endings: tuple[tuple[str, int], ...]
    labels: dict[str, dict[str, str]]
    dispositions: dict[str, Disposition]


class Lost(Frozen):
    """Where the debtor of a scenario is lost: places, the worst first, with what was said there."""

    spots: tuple[Spot, ...]
    quotes: tuple[tuple[LostAt, ...], ...]


class Improve:
    """The replies of trainees, and what the reader was taught."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime.datetime], library: catalogue.Library = list_scenarios
    ) -> None:
        self._store, self._clock, self._library = store, clock, library

    def queue(self, actor: Actor) -> Queue:
        """Replies that were not understood or are contested, put together by likeness. No names.

        Of assessed calls, and of practice single replies shared with the actor. Raises ``NotAllowed``.
        """
        replies, shared = self._replies(actor), self._store.improving.shared_with(actor.id)
        taught = self.lexicon(actor).taught
        unclear = [r for r in (*replies, *shared) if is_unclear(r)]
        waiting = [r for r in (*contested_in(self._store), *unclear) if not find(r.text, r.language, taught)]
        return Queue(groups=grouped(_once(waiting)), looked=len(replies) + len(shared))

    def lexicon(self, actor: Actor) -> LexiconVersion:
        """What the reader is taught now. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.lexicons.get(self._store.lexicons.newest())

    def versions(self, actor: Actor) -> tuple[LexiconVersion, ...]:
        """Every version, the newest first. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.lexicons.all()

    def proposals(self, actor: Actor) -> tuple[Proposal, ...]:
        """What waits for a second yes, the oldest first. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.lexicons.proposals()

    def effect(self, actor: Actor, phrase: KeptPhrase) -> TeachingEffect:
        """What else would change, before it is accepted. Raises ``NotAllowed`` and what ``teach`` says of phrases."""
        now = self.lexicon(actor)
        then = Taught(now.version + 1, (*now.taught.phrases, fitting(phrase).phrase))
        return teaching_effect(now.taught, then, self._replies(actor), self._library())

    def teach(self, actor: Actor, phrase: KeptPhrase, seen: int) -> LexiconVersion | Proposal:
        """A new version with the phrase; where it would cost trainees something, a proposal that waits.

        ``seen`` is the version that the effect was shown for. Raises ``NoPhrase``, ``OneMeaning``, ``KnownAlready``,
        ``LexiconFull`` and ``SomebodyWasQuicker``.
        """
        now, good = self.lexicon(actor), fitting(phrase)
        waiting = (p.phrase for p in self._store.lexicons.proposals())
        if any(_same(good, one) for one in (*now.phrases, *waiting)):
            raise KnownAlready
        if len(now.phrases) >= MOST:
            raise LexiconFull
        if now.version != seen:
            raise SomebodyWasQuicker(kept=phrase.text)
        if not good.phrase.costly:
            return self._follow(actor, now, (*now.phrases, good))
        proposal = Proposal(id=str(uuid4()), phrase=good, author_id=actor.id, created_at=self._clock())
        self._store.lexicons.propose(proposal)
        return proposal

    def agree(self, actor: Actor, proposal_id: str) -> LexiconVersion:
        """The second yes. Raises ``NothingWaits``, and ``NeedsAnother`` for whoever proposed it."""
        proposal = self._waiting(actor, proposal_id)
        if proposal.author_id == actor.id:
            raise NeedsAnother
        now = self.lexicon(actor)
        if len(now.phrases) >= MOST:
            raise LexiconFull
        return self._follow(actor, now, (*now.phrases, proposal.phrase), proposal)

    def decline(self, actor: Actor, proposal_id: str) -> None:
        """The phrase is not taught. Its author may take it back so too. Raises ``NothingWaits``."""
        self._waiting(actor, proposal_id)
        try:
            self._store.lexicons.drop(proposal_id)
        except Conflict:
            raise NothingWaits from None

    def take_out(self, actor: Actor, phrase: KeptPhrase, seen: int) -> LexiconVersion:
        """A new version without the phrase. Raises ``NothingWaits`` and ``SomebodyWasQuicker``."""
        now = self.lexicon(actor)
        if phrase not in now.phrases:
            raise NothingWaits
        if now.version != seen:
            raise SomebodyWasQuicker
        return self._follow(actor, now, tuple(one for one in now.phrases if one != phrase))

    def scenarios(self, actor: Actor) -> dict[str, int]:
        """How many finished assessed calls there are of each scenario. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.improving.calls()

    def unreached(self, actor: Actor, scenario_id: str) -> Unreached:
        """How often each fact came out and each ending was met, the rarest first. Raises ``NoSuchScenario``."""
        require(actor, Action.WRITE_SCENARIOS)
        scenario = catalogue.find(self._library, scenario_id)
        reached = self._store.improving.reached(scenario_id)
        facts = [(f.id, reached.facts.get(f.id, 0)) for f in scenario.facts]
        endings = [(e.id, reached.endings.get(e.id, 0)) for e in scenario.endings]
        return Unreached(
            calls=reached.calls, facts=_rarest(facts), endings=_rarest(endings),
            labels={f.id: dict(f.label) for f in scenario.facts},
            dispositions={e.id: e.disposition for e in scenario.endings},
        )  # fmt: skip

    def lost(self, actor: Actor, scenario_id: str) -> Lost:
        """The places where trust falls and anger rises most, with quotes. Raises ``NotAllowed``."""
        require(actor, Action.WRITE_SCENARIOS)
        spots = tuple(s for s in self._store.improving.spots(scenario_id) if s.lost > 0)[:WORST]
        return Lost(spots=spots, quotes=tuple(self._store.improving.lost_at(scenario_id, s) for s in spots))

    def _replies(self, actor: Actor) -> tuple[HeardReply, ...]:
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.improving.replies(LOOKED_AT)

    def _waiting(self, actor: Actor, proposal_id: str) -> Proposal:
        found = next((p for p in self.proposals(actor) if p.id == proposal_id), None)
        if found is None:
            raise NothingWaits
        return found

    def _follow(
        self, actor: Actor, now: LexiconVersion, phrases: tuple[KeptPhrase, ...], agreed: Proposal | None = None
    ) -> LexiconVersion:
        at = self._clock()
        version = LexiconVersion(
            version=now.version + 1, phrases=phrases, author_id=agreed.author_id if agreed else actor.id,
            second_id=actor.id if agreed else None, created_at=at,
        )  # fmt: skip
        try:
            with self._store.acting(Deed.READER_TAUGHT, at, actor.id, f"lexicon-{version.version}"):
                self._store.lexicons.add(version)
                if agreed:
                    self._store.lexicons.drop(agreed.id)
        except Conflict:
            raise SomebodyWasQuicker from None
        _log.info("reader_taught", version=version.version, phrases=len(phrases))
        return version


def fitting(phrase: KeptPhrase) -> KeptPhrase:
    """The phrase as it is kept. Raises ``NoPhrase`` and ``OneMeaning``."""
    text = " ".join(storable(phrase.text).split())
    if not 1 <= len(words_in(text, phrase.language)) <= LONGEST:
        raise NoPhrase(kept=phrase.text)
    if phrase.act is not None and phrase.tone is not None:
        raise OneMeaning
    return phrase.model_copy(update={"text": text})


def _rarest(counted: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted, key=lambda one: (one[1], one[0])))


def _same(one: KeptPhrase, other: KeptPhrase) -> bool:
    alike = words_in(one.text, one.language) == words_in(other.text, other.language)
    return one.language == other.language and alike


def _once(replies: list[HeardReply]) -> list[HeardReply]:
    """Each reply once; a contested one in the words of who contests it."""
    found: dict[tuple[str, int], HeardReply] = {}
    for reply in replies:
        found.setdefault((reply.attempt_id, reply.number), reply)
    return list(found.values())

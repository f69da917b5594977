"""Calibration rounds: a trainer draws calls, people rate them blind, the round is closed, and it is talked over.

Knows the store and the clock it is given, and no screen. While a round is open nobody sees another's levels.
"""

import datetime
import random
from collections.abc import Callable, Mapping
from uuid import uuid4

from scenarios.country import format_money
from scenarios.values import Frozen, Language
from scoring.raters import Figures, Given, figures
from scoring.rubric import Rubric
from scoring.rubrics import load_rubric
from simulator.accounts import Action, Actor, NotAllowed, may, require
from simulator.attempt_refusals import ChangedMeanwhile
from simulator.audited import Deed
from simulator.calibrating.blind import Blind, blind
from simulator.calibrating.kept import MOST, Agreed, Item, Plan, Rater, Rating, Round
from simulator.calibrating.refusals import BadPlan, NotAllRated, NothingToRate, RoundClosed, StillOpen, TooFewRaters
from simulator.profiles import name_of
from simulator.store import Conflict, Store
from simulator.typed import storable
from simulator.view import view_of

GUIDE = "full"
"""The rubric whose levels in words are the rating guide: it has every criterion."""


class Sheet(Frozen):
    """One call before a rater: what is read, the guide, what was given already, and how far the round has come."""

    round: Round
    item: Item
    call: Blind
    guide: Rubric
    given: dict[str, int | None]
    done: int
    of: int


class Judged(Frozen):
    """One criterion of one call in a closed round: each rater's level, the program's, and what was settled on."""

    item: Item
    criterion: str
    given: tuple[int | None, ...]
    agreed: Agreed | None

    @property
    def machine(self) -> int | None:
        """The program's level on the day the call was chosen."""
        return self.item.machine.get(self.criterion)

    @property
    def apart(self) -> int:
        """The widest distance between two people, in levels."""
        rated = [level for level in self.given if level is not None]
        return max(rated) - min(rated) if rated else 0


class Standing(Frozen):
    """How far a round has come: by rater's number and name, how many calls of how many."""

    round: Round
    raters: tuple[tuple[str, int], ...]
    of: int


class Rounds:
    """Calibration rounds, for trainers who make them and for those they invite."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def invitable(self, actor: Actor) -> dict[str, str]:
        """Who can be invited to rate, by id, with the name. Raises ``NotAllowed``."""
        require(actor, Action.CALIBRATE)
        found = (
            p for p in self._store.profiles.all() if may(Actor(id=p.id, role=p.role, name=p.name), Action.RATE_BLIND)
        )
        return {p.id: p.name for p in sorted(found, key=lambda p: p.name.casefold())}

    def make(self, actor: Actor, plan: Plan) -> Round:
        """A new round with its calls drawn by the seed: the same plan over the same calls draws the same ones.

        Raises ``NotAllowed``, ``NameNeeded``, ``BadPlan``, ``TooFewRaters`` and ``NothingToRate``.
        """
        require(actor, Action.CALIBRATE)
        guide, name, now = load_rubric(GUIDE), name_of(plan.name), self._clock()
        if not 1 <= plan.n <= MOST or not plan.criteria or any(guide.of(one) is None for one in plan.criteria):
            raise BadPlan
        invited = [one for one in dict.fromkeys(plan.raters) if one in self.invitable(actor)]
        if len(invited) < 2:
            raise TooFewRaters
        since = now - datetime.timedelta(weeks=plan.weeks) if plan.weeks > 0 else None
        drawn = drawn_from(self._store.calibration.candidates(plan, since), plan.n, plan.seed)
        if not drawn:
            raise NothingToRate
        levels, made = self._store.calibration.levels(drawn), _round(plan, name, guide, actor, now)
        items = [
            Item(
                id=str(uuid4()), round_id=made.id, number=n, attempt_id=one, machine=_chosen(levels.get(one, {}), plan)
            )
            for n, one in enumerate(drawn, start=1)
        ]
        raters = [Rater(id=str(uuid4()), round_id=made.id, number=n, profile_id=p) for n, p in enumerate(invited, 1)]
        self._store.rubrics.keep(guide)
        with self._store.acting(Deed.ROUND_MADE, now, actor.id, made.id, {"calls": len(items), "raters": len(raters)}):
            self._store.calibration.add(made, items, raters)
        return made

    def all(self, actor: Actor) -> tuple[Standing, ...]:
        """The rounds that the actor made or may make, else those they are invited to; the latest first."""
        require(actor, Action.RATE_BLIND)
        whose = None if may(actor, Action.CALIBRATE) else actor.id
        return tuple(self._standing(one) for one in self._store.calibration.all(whose))

    def waiting(self, actor: Actor) -> tuple[tuple[Round, int, int], ...]:
        """The open rounds in which one has calls left to rate: how many are done, of how many. Nothing for others."""
        if not may(actor, Action.RATE_BLIND):
            return ()
        found = []
        for one in self._store.calibration.all(actor.id):
            if one.closed_at is None:
                rater = next(r for r in self._store.calibration.raters(one.id) if r.profile_id == actor.id)
                done = self._store.calibration.done(one.id).get(rater.id, 0)
                of = len(self._store.calibration.items(one.id))
                found += [(one, done, of)] if done < of else []
        return tuple(found)

    def one(self, actor: Actor, round_id: str) -> Standing:
        """One of them. Raises ``NotAllowed`` for who is not invited."""
        found = self._readable(actor, round_id)
        return self._standing(found)

    def mine(self, actor: Actor, round_id: str) -> bool:
        """Whether the actor rates in this round."""
        return any(one.profile_id == actor.id for one in self._store.calibration.raters(round_id))

    def sheet(self, actor: Actor, round_id: str, number: int | None = None) -> Sheet | None:
        """The call of that number, else the first one not rated yet; ``None`` where all are.

        Raises ``NotAllowed`` for who does not rate here, and ``RoundClosed``.
        """
        found, rater = self._open(actor, round_id)
        items, given = self._store.calibration.items(round_id), self._store.calibration.ratings(round_id, rater.id)
        rated = {one.item_id for one in given}
        item = next((one for one in items if one.number == number), None) if number else None
        item = item or next((one for one in items if one.id not in rated), None)
        if item is None:
            return None
        levels = {one.criterion: one.level for one in given if one.item_id == item.id}
        return Sheet(
            round=found, item=item, call=self._blind(item), guide=self._guide(found), given=levels,
            done=len(rated), of=len(items),
        )  # fmt: skip

    def rate(self, actor: Actor, item_id: str, levels: Mapping[str, int | None]) -> None:
        """Keep one's levels (0 to 4, ``None`` where one cannot tell) of a call. Raises as ``sheet`` does, and
        ``NotAllRated``.
        """
        item = self._store.calibration.item(item_id)
        found, rater = self._open(actor, item.round_id if item else "")
        missing = sum(one not in levels for one in found.criteria)
        if missing:
            raise NotAllRated(missing)
        now, known = self._clock(), [one for one in levels if one in found.criteria]
        try:
            self._store.calibration.rate(
                [
                    Rating(item_id=item_id, rater_id=rater.id, criterion=one, level=levels[one], rated_at=now)
                    for one in known
                ]
            )
        except Conflict:
            raise ChangedMeanwhile from None

    def close(self, actor: Actor, round_id: str) -> Round:
        """End a round and keep its figures. Raises ``NotAllowed``."""
        require(actor, Action.CALIBRATE)
        found = self._readable(actor, round_id)
        if found.closed_at is not None:
            return found
        now = self._clock()
        closed = found.model_copy(update={"closed_at": now, "figures": self._figures(found)})
        with self._store.acting(Deed.ROUND_CLOSED, now, actor.id, round_id):
            self._store.calibration.save(closed)
        return closed

    def judged(self, actor: Actor, round_id: str) -> tuple[Judged, ...]:
        """Every criterion of every call of a closed round, what people differ on most first. Raises ``StillOpen``."""
        found = self._closed(actor, round_id)
        return tuple(sorted(self._judged(found), key=lambda one: (-one.apart, one.item.number)))

    def read(self, actor: Actor, item_id: str) -> Blind:
        """A call of a closed round, still without a name."""
        item = self._store.calibration.item(item_id)
        self._closed(actor, item.round_id if item else "")
        assert item is not None
        return self._blind(item)

    def settle(self, actor: Actor, item_id: str, criterion: str, level: int | None, note: str) -> None:
        """Keep what the raters settled on after talking it over; the figures with the program follow it."""
        item = self._store.calibration.item(item_id)
        found, now = self._closed(actor, item.round_id if item else ""), self._clock()
        if criterion not in found.criteria or not (level is None or 0 <= level <= 4):
            raise BadPlan
        agreed = Agreed(
            item_id=item_id, criterion=criterion, level=level, note=storable(note.strip()), by_id=actor.id, at=now
        )
        with self._store.sessions.together():
            self._store.calibration.settle(agreed)
            self._store.calibration.save(found.model_copy(update={"figures": self._figures(found)}))

    def keep_note(self, actor: Actor, round_id: str, note: str) -> None:
        """Keep what the round came to, in words."""
        found = self._closed(actor, round_id)
        self._store.calibration.save(found.model_copy(update={"note": storable(note.strip())}))

    def figures(self, language: Language) -> dict[str, Figures]:
        """By criterion, the figures of the latest closed round in the language; they are no secret."""
        return self._store.calibration.latest(language)

    def _standing(self, found: Round) -> Standing:
        done = self._store.calibration.done(found.id)
        raters = self._store.calibration.raters(found.id)
        named = tuple((self._name(one.profile_id) or f"R{one.number}", done.get(one.id, 0)) for one in raters)
        return Standing(round=found, raters=named, of=len(self._store.calibration.items(found.id)))

    def _readable(self, actor: Actor, round_id: str) -> Round:
        require(actor, Action.RATE_BLIND)
        found = self._store.calibration.get(round_id)
        if found is None or not (may(actor, Action.CALIBRATE) or self.mine(actor, round_id)):
            raise NotAllowed(Action.RATE_BLIND)
        return found

    def _closed(self, actor: Actor, round_id: str) -> Round:
        found = self._readable(actor, round_id)
        if found.closed_at is None:
            raise StillOpen
        return found

    def _open(self, actor: Actor, round_id: str) -> tuple[Round, Rater]:
        found = self._readable(actor, round_id)
        rater = next((one for one in self._store.calibration.raters(round_id) if one.profile_id == actor.id), None)
        if rater is None:
            raise NotAllowed(Action.RATE_BLIND)
        if found.closed_at is not None:
            raise RoundClosed
        return found, rater

    def _judged(self, found: Round) -> list[Judged]:
        raters = [one.id for one in self._store.calibration.raters(found.id)]
        levels = {(r.item_id, r.rater_id, r.criterion): r.level for r in self._store.calibration.ratings(found.id)}
        settled = {(one.item_id, one.criterion): one for one in self._store.calibration.agreed(found.id)}
        return [
            Judged(
                item=item, criterion=criterion, agreed=settled.get((item.id, criterion)),
                given=tuple(levels.get((item.id, rater, criterion)) for rater in raters),
            )
            for item in self._store.calibration.items(found.id)
            for criterion in found.criteria
        ]  # fmt: skip

    def _figures(self, found: Round) -> tuple[Figures, ...]:
        judged = self._judged(found)
        return tuple(_figures_of(name, [one for one in judged if one.criterion == name]) for name in found.criteria)

    def _blind(self, item: Item) -> Blind:
        attempt = self._store.attempts.get(item.attempt_id)
        assert attempt is not None, "an item goes with its call"
        view = view_of(attempt, self._store.attempts.turns(attempt.id), None)
        return blind(view, self._name(attempt.owner_id), format_money(view.case.account.balance, view.country))

    def _guide(self, found: Round) -> Rubric:
        return self._store.rubrics.get(found.rubric_hash) or load_rubric(GUIDE)

    def _name(self, profile_id: str | None) -> str:
        profile = self._store.profiles.get(profile_id) if profile_id else None
        return profile.name if profile else ""


def drawn_from(ids: tuple[str, ...], n: int, seed: int) -> list[str]:
    """At most ``n`` of them, drawn by the seed; the same ids and seed give the same, in the same order."""
    return random.Random(f"calibration:{seed}").sample(sorted(ids), min(n, len(ids)))


def _round(plan: Plan, name: str, guide: Rubric, actor: Actor, now: datetime.datetime) -> Round:
    return Round(
        id=str(uuid4()), name=name, language=plan.language, criteria=tuple(dict.fromkeys(plan.criteria)),
        rubric_hash=guide.content_hash, seed=plan.seed, by_id=actor.id, created_at=now,
    )  # fmt: skip


def _chosen(levels: Mapping[str, int | None], plan: Plan) -> dict[str, int | None]:
    return {name: levels.get(name) for name in plan.criteria}


def _figures_of(criterion: str, judged: list[Judged]) -> Figures:
    raters: list[list[Given]] = [list(one) for one in zip(*(j.given for j in judged), strict=True)]
    agreed = [j.agreed.level if j.agreed else None for j in judged]
    return figures(criterion, raters, [j.machine for j in judged], agreed)

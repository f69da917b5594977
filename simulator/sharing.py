"""Sharing practice with a coach: one reply, or a whole call, until it is revoked. Everything else stays closed.

Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable
from typing import get_args
from uuid import uuid4

from scenarios.values import Frozen
from simulator.accounts import Action, Actor, NotAllowed, may, require
from simulator.attempt_refusals import NotNow
from simulator.kept import Attempt, Role, Share
from simulator.logs import logger
from simulator.refusals import Refusal
from simulator.state import Step
from simulator.store import Store
from simulator.typed import storable
from simulator.view import AttemptView, view_of

_log = logger("sharing")


class Coach(Frozen):
    """Somebody with whom practice may be shared."""

    id: str
    name: str
    role: Role


class Received(Frozen):
    """What a coach may read. ``name`` is the trainee's, where it is shown.

    Of one reply: ``heard`` is what the debtor said before it, ``step`` the reply with its answer. Of a whole call:
    ``call``, whose owner is not told where the name is not shown.
    """

    share: Share
    title: dict[str, str]
    name: str | None
    heard: str = ""
    step: Step | None = None
    call: AttemptView | None = None


class NoSuchCoach(Refusal):
    """The person is no coach, or is oneself."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa persona no puede recibir prácticas compartidas. Elija a quien capacita, supervisa o administra.",
            en="That person cannot receive shared practice. Choose a trainer, a manager or an administrator.",
        )


class NoSuchReply(Refusal):
    """The call has no reply of that number."""

    def __init__(self) -> None:
        super().__init__(
            es="En ese turno usted no escribió ninguna respuesta. Elija otro.",
            en="You wrote no reply in that turn. Choose another one.",
        )


class Sharing:
    """What a person shares, and what a coach may read."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def coaches(self, actor: Actor) -> tuple[Coach, ...]:
        """Those with whom the actor may share, the longest here first."""
        found = self._store.profiles.with_role(*_COACHES)
        return tuple(Coach(id=p.id, name=p.name, role=p.role) for p in found if p.id != actor.id)

    def share(  # noqa: PLR0913, PLR0917 - all that a share is
        self, actor: Actor, attempt_id: str, to_id: str, turn: int | None = None, note: str = "", named: bool = False
    ) -> Share:
        """Let a coach read the reply of step ``turn``, or the whole finished call. The same a second time: what stands.

        Raises ``NotAllowed``, ``NoSuchCoach``, ``NoSuchReply``, ``NotNow`` and ``ReplyTooLong``.
        """
        attempt = self._mine(actor, attempt_id)
        if to_id not in {coach.id for coach in self.coaches(actor)}:
            raise NoSuchCoach
        if turn is None and attempt.phase != "closed":
            raise NotNow(attempt.phase, kept=note)
        if turn is not None:
            self._exchange(attempt_id, turn)
        for standing in self._store.shares.of_attempt(attempt_id):
            if (standing.to_id, standing.turn) == (to_id, turn):
                return standing
        share = Share(
            id=str(uuid4()), attempt_id=attempt_id, turn=turn, to_id=to_id, note=storable(note.strip()), named=named,
            created_at=self._clock(),
        )  # fmt: skip
        self._store.shares.add(share)
        _log.info("shared", share=share.id, attempt=attempt_id, whole=turn is None)
        return share

    def revoke(self, actor: Actor, share_id: str) -> None:
        """Nobody reads it any more. Raises ``NotAllowed`` where it is not the actor's own."""
        share = self._store.shares.get(share_id)
        self._mine(actor, share.attempt_id if share else "")
        self._store.shares.revoke(share_id, self._clock())
        _log.info("share_revoked", share=share_id)

    def given(self, actor: Actor, attempt_id: str) -> tuple[tuple[Share, str], ...]:
        """What stands of an attempt of one's own, each with the coach's name. Raises ``NotAllowed``."""
        self._mine(actor, attempt_id)
        return tuple((one, self._name(one.to_id)) for one in self._store.shares.of_attempt(attempt_id))

    def received(self, actor: Actor) -> tuple[Received, ...]:
        """What coaches may read, the latest first, without its words. Raises ``NotAllowed``."""
        require(actor, Action.RECEIVE_SHARES)
        found = ((one, self._store.attempts.get(one.attempt_id)) for one in self._store.shares.to(actor.id))
        return tuple(self._announced(share, attempt) for share, attempt in found if attempt is not None)

    def read(self, actor: Actor, share_id: str) -> Received:
        """One of them with its words. Raises ``NotAllowed`` for anybody else's, and once it is revoked."""
        require(actor, Action.RECEIVE_SHARES)
        share = self._store.shares.get(share_id)
        attempt = self._store.attempts.get(share.attempt_id) if share else None
        if share is None or attempt is None or share.to_id != actor.id or share.revoked_at is not None:
            raise NotAllowed(Action.RECEIVE_SHARES)
        shown = self._announced(share, attempt)
        if share.turn is not None:
            before, step = self._exchange(attempt.id, share.turn)
            return shown.model_copy(update={"heard": before.words, "step": step})
        turns, card = self._store.attempts.turns(attempt.id), self._store.scorecards.latest(attempt.id)
        view = view_of(attempt, turns, card)
        return shown.model_copy(update={"call": view if share.named else view.model_copy(update={"owner_id": ""})})

    def _mine(self, actor: Actor, attempt_id: str) -> Attempt:
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.SHARE_PRACTICE, attempt)
        assert attempt is not None
        return attempt

    def _exchange(self, attempt_id: str, turn: int) -> tuple[Step, Step]:
        """The step before, and that of the reply. Raises ``NoSuchReply``."""
        steps = [stored.step for stored in self._store.attempts.turns(attempt_id)]
        if not 1 <= turn < len(steps) or not steps[turn].said.text:
            raise NoSuchReply
        return steps[turn - 1], steps[turn]

    def _announced(self, share: Share, attempt: Attempt) -> Received:
        return Received(share=share, title=attempt.title, name=self._name(attempt.owner_id) if share.named else None)

    def _name(self, profile_id: str) -> str:
        profile = self._store.profiles.get(profile_id)
        return profile.name if profile else ""


_COACHES = tuple(role for role in get_args(Role) if may(Actor(id="", role=role, name=""), Action.RECEIVE_SHARES))
"""Coaches are few among many: the database picks them out."""

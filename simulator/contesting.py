"""What looks wrong to a trainee on a scorecard, kept until a person has looked at it.

Knows the store and the clock it is given, and no screen. Of practice nobody hears, unless the trainee shares that call.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from scenarios.values import Frozen
from scoring.scorecard import Scorecard
from simulator.accounts import Action, Actor, may, require
from simulator.kept import Attempt, Contest, ContestKind
from simulator.logs import logger
from simulator.refusals import Refusal
from simulator.review_refusals import AlreadyAnswered
from simulator.store import Store
from simulator.typed import storable

_log = logger("contesting")


class About(Frozen):
    """What is found wrong: a criterion's level, a finding (``criterion/indicator`` and its utterance), a gate."""

    kind: ContestKind
    about: str
    place: int = 0


class NotOnTheCard(Refusal):
    """The scorecard holds no such thing."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Eso no está en esta calificación. Vuelva a abrirla y elija lo que no le parece bien.",
            en="That is not on this scorecard. Open it again and choose what looks wrong to you.",
            kept=kept,
        )


class SayWhy(Refusal):
    """A contest without a word says nothing to whoever reads it."""

    def __init__(self) -> None:
        super().__init__(
            es="Escriba en una frase qué no le parece bien: quien lo revise empieza por ahí.",
            en="Write in a sentence what looks wrong to you: whoever reviews it begins there.",
        )


class Contesting:
    """What people find wrong, and who may read it."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def contest(self, actor: Actor, attempt_id: str, what: About, text: str, level: int | None = None) -> Contest:
        """Keep it, in place of what was said about the same thing before. ``level`` (0 to 4) is what one would give.

        Raises ``NotAllowed``, ``NotOnTheCard``, ``SayWhy``, ``ReplyTooLong``, and ``AlreadyAnswered`` where a person
        has answered what was said about it.
        """
        self._mine(actor, attempt_id)
        self._refuse_answered(attempt_id, what, kept=text)
        if not any(what in things_on(kept.scorecard) for kept in self._store.scorecards.all(attempt_id)):
            raise NotOnTheCard(kept=text)
        said = storable(text.strip())
        if not said:
            raise SayWhy
        contest = Contest(
            id=str(uuid4()), attempt_id=attempt_id, text=said, level=level, created_at=self._clock(),
            **what.model_dump(),
        )  # fmt: skip
        self._store.contests.put(contest)
        _log.info("contested", attempt=attempt_id, kind=what.kind)
        return contest

    def withdraw(self, actor: Actor, contest_id: str) -> None:
        """Take it back. Raises ``NotAllowed`` where it is not the actor's own, and ``AlreadyAnswered``."""
        contest = self._store.contests.get(contest_id)
        self._mine(actor, contest.attempt_id if contest else "")
        if contest is not None:
            self._refuse_answered(
                contest.attempt_id, About(kind=contest.kind, about=contest.about, place=contest.place)
            )
        self._store.contests.delete(contest_id)

    def of(self, actor: Actor, attempt_id: str) -> tuple[Contest, ...]:
        """What stands against an attempt's scores, for its owner, for who reviews it, and for who was given the call.

        Raises ``NotAllowed``.
        """
        attempt = self._store.attempts.get(attempt_id)
        if not (may(actor, Action.CONTEST_SCORE, attempt) or self._was_given(actor, attempt_id)):
            require(actor, Action.REVIEW_ATTEMPT, attempt)
        return self._store.contests.of_attempt(attempt_id)

    def waiting(self, actor: Actor) -> tuple[Contest, ...]:
        """What waits for a decision of the actor's, the oldest first: of assessed attempts of others.

        Raises ``NotAllowed`` where the actor reviews nothing.
        """
        require(actor, Action.SEE_TEAM_PROGRESS)
        found = ((one, self._store.attempts.get(one.attempt_id)) for one in self._store.contests.of_assessed())
        return tuple(one for one, attempt in found if may(actor, Action.REVIEW_ATTEMPT, attempt))

    def _refuse_answered(self, attempt_id: str, what: About, kept: str = "") -> None:
        answered = {one.contest_id for one in self._store.reviews.of_attempt(attempt_id)}
        for one in self._store.contests.of_attempt(attempt_id):
            if one.id in answered and About(kind=one.kind, about=one.about, place=one.place) == what:
                raise AlreadyAnswered(kept)

    def _mine(self, actor: Actor, attempt_id: str) -> Attempt:
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.CONTEST_SCORE, attempt)
        assert attempt is not None
        return attempt

    def _was_given(self, actor: Actor, attempt_id: str) -> bool:
        """Whether the whole call stands shared with the actor."""
        if not may(actor, Action.RECEIVE_SHARES):
            return False
        return any(s.to_id == actor.id and s.turn is None for s in self._store.shares.of_attempt(attempt_id))


def things_on(card: Scorecard) -> tuple[About, ...]:
    """Everything on a scorecard that one may find wrong, in its order."""
    found: list[About] = []
    for judgement in card.judgements:
        found.append(About(kind="criterion", about=judgement.criterion))
        for finding in judgement.findings:
            place = finding.evidence.turn if finding.evidence else 0
            found.append(About(kind="finding", about=f"{judgement.criterion}/{finding.indicator}", place=place))
    found += [
        About(kind="gate", about=gate.id, place=gate.evidence.turn if gate.evidence else 0) for gate in card.gates
    ]
    return tuple(dict.fromkeys(found))

"""Reviewing: a person agrees with a level or gives another, decides a possible breach, answers what was contested.

Knows the store and the clock it is given, and no screen. The program's scorecard is never changed: what a person
decides is kept beside it, and is what counts from then on.
"""

import datetime
from collections.abc import Callable
from uuid import uuid4

from pydantic import Field

from scenarios.values import Frozen
from scoring.raters import Agreement
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator.accounts import Action, Actor, may, require
from simulator.attempt_refusals import ChangedMeanwhile, NotNow
from simulator.audited import Deed
from simulator.contesting import NotOnTheCard
from simulator.kept import Attempt, Contest, KeptScorecard
from simulator.logs import logger
from simulator.pinned import rubric_of
from simulator.review_refusals import (
    AnswerNeeded,
    NoLevel,
    NoVerdict,
    ReasonNeeded,
    RubricGone,
    UpheldChangesNothing,
)
from simulator.reviews import Review, ReviewKind, Verdict, agreement, carried
from simulator.store import Conflict, Store
from simulator.typed import storable
from simulator.view import AttemptView, view_of

DAYS = 14
"""Days in which a contest is answered, unless the installation says otherwise."""
LOOKED_AT = 5_000
"""The latest decisions that the agreement with reviewers is measured on."""
_log = logger("reviewing")


class Given(Frozen):
    """A decision as it was typed. ``level`` (0 to 4) of a criterion, ``breach`` of a gate.

    ``card`` is the scorecard that was on the page, ``seen`` how many decisions about the same thing were: where more
    stand meanwhile, nothing is kept. ``contest_id`` and ``upheld`` where it answers a contest.
    """

    kind: ReviewKind
    about: str
    level: int | None = None
    breach: bool | None = None
    reason: str = ""
    contest_id: str | None = None
    upheld: bool | None = None
    card: str
    seen: int = 0


class Told(Frozen):
    """A decision with the name of who made it; empty once that person was erased."""

    review: Review
    by: str


class Reviewable(Frozen):
    """An assessed call as who reviews it reads it: all of it, with every decision and every contest.

    ``rubric`` is ``None`` where it is gone; ``due`` says by when each contest is to be answered.
    """

    view: AttemptView
    trainee: str
    kept: KeptScorecard
    rubric: Rubric | None
    told: tuple[Told, ...]
    contests: tuple[Contest, ...]
    due: dict[str, datetime.datetime] = Field(default_factory=dict)

    def about(self, kind: ReviewKind, about: str) -> tuple[Told, ...]:
        """The decisions about one thing, the oldest first."""
        return tuple(one for one in self.told if (one.review.kind, one.review.about) == (kind, about))

    def open_about(self, kind: ReviewKind, about: str) -> tuple[Contest, ...]:
        """The contests about it that nobody has answered; a finding's is one about its criterion."""
        answered = {one.review.contest_id for one in self.told}
        return tuple(one for one in self.contests if subject_of(one) == (kind, about) and one.id not in answered)


class Reviewing:
    """What persons decide about assessed calls, and who may. ``days`` is the window for answers."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], days: int = DAYS) -> None:
        self._store, self._clock, self._days = store, clock, days

    def call(self, actor: Actor, attempt_id: str) -> Reviewable:
        """The whole call, to be reviewed. Raises ``NotAllowed``, ``NotNow`` and ``Unreadable``."""
        attempt = self._reviewed(actor, attempt_id)
        kept = next(iter(self._store.scorecards.all(attempt_id)), None)
        if kept is None:
            raise NotNow(attempt.phase)
        contests = self._store.contests.of_attempt(attempt_id)
        return Reviewable(
            view=view_of(attempt, self._store.attempts.turns(attempt_id), kept.in_force),
            trainee=self._name(attempt.owner_id), kept=kept, rubric=rubric_of(self._store, kept.scorecard),
            told=self._told(attempt_id), contests=contests, due={one.id: self.due(one) for one in contests},
        )  # fmt: skip

    def review(self, actor: Actor, attempt_id: str, given: Given) -> Review:
        """Keep a decision, and from now on let it be in force.

        Raises ``NotAllowed`` (also for calls of one's own), ``ChangedMeanwhile`` where somebody else decided first or
        the call was scored again, ``NotOnTheCard``, ``RubricGone``, ``ReplyTooLong`` and what else is missing; what was
        typed is in the refusal's ``kept``.
        """
        self._reviewed(actor, attempt_id)
        reason, now = storable(given.reason.strip()), self._clock()
        try:
            with self._store.acting(Deed.ATTEMPT_REVIEWED, now, actor.id, attempt_id, _details(given)):
                review = self._keep(actor, attempt_id, given.model_copy(update={"reason": reason}), now)
        except Conflict:
            raise ChangedMeanwhile(kept=given.reason) from None
        _log.info("reviewed", attempt=attempt_id, kind=review.kind, verdict=review.verdict)
        return review

    def of(self, actor: Actor, attempt_id: str) -> tuple[Told, ...]:
        """Every decision about a call, the oldest first, for its owner and for who may read its score.

        Raises ``NotAllowed``.
        """
        require(actor, Action.READ_SCORE, self._store.attempts.get(attempt_id))
        return self._told(attempt_id)

    def answers(self, actor: Actor) -> tuple[Told, ...]:
        """The answers to one's own contests that one has not read yet, the oldest first."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return tuple(self._named(one) for one in self._store.reviews.unread(actor.id))

    def read_answers(self, actor: Actor, attempt_id: str) -> None:
        """One has the answers of this call before one's eyes. A second time changes nothing."""
        unread = [one.id for one in self._store.reviews.unread(actor.id) if one.attempt_id == attempt_id]
        if not unread:
            return
        try:
            self._store.reviews.mark_read(tuple(unread), self._clock())
        except Conflict:
            return  # another window was quicker

    def agreement(self, actor: Actor) -> dict[str, Agreement]:
        """How the program agrees with reviewers, by criterion; reviewers saw its levels. Raises ``NotAllowed``."""
        require(actor, Action.SEE_TEAM_PROGRESS)
        return agreement(self._store.reviews.of_criteria(LOOKED_AT))

    def due(self, contest: Contest) -> datetime.datetime:
        """By when a contest is to be answered."""
        return contest.created_at + datetime.timedelta(days=self._days)

    def late(self, contest: Contest) -> bool:
        """Whether its answer is overdue."""
        return self._clock() > self.due(contest)

    def _reviewed(self, actor: Actor, attempt_id: str) -> Attempt:
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.REVIEW_ATTEMPT, attempt)
        assert attempt is not None
        return attempt

    def _keep(self, actor: Actor, attempt_id: str, given: Given, now: datetime.datetime) -> Review:
        held = self._store.scorecards.hold(attempt_id)
        before = self._store.reviews.of_attempt(attempt_id)
        number = sum((one.kind, one.about) == (given.kind, given.about) for one in before)
        if held is None or held.id != given.card or number != given.seen:
            raise ChangedMeanwhile(kept=given.reason)
        card, contest = held.scorecard, self._contest(attempt_id, given)
        rubric = rubric_of(self._store, card)
        if rubric is None:
            raise RubricGone(card.rubric, kept=given.reason)
        verdict, machine = _verdict(held, given), _machine(card, given)
        review = Review(
            id=str(uuid4()), attempt_id=attempt_id, scorecard_id=held.id, kind=given.kind, about=given.about,
            number=number + 1, verdict=verdict, level=given.level if given.kind == "criterion" else None,
            machine=machine, reason=given.reason, by_id=actor.id, contest_id=contest.id if contest else None,
            upheld=_upheld(given, contest, verdict), created_at=now,
        )  # fmt: skip
        if not review.reason and (contest or verdict != "agree"):
            raise ReasonNeeded
        self._store.reviews.add(review)
        self._store.scorecards.decide(held.id, carried(card, rubric, (*before, review)))
        self._store.outbox.tell(attempt_id, now)  # in the same transaction: the record store hears what is in force
        return review

    def _contest(self, attempt_id: str, given: Given) -> Contest | None:
        if given.contest_id is None:
            return None
        contest = self._store.contests.get(given.contest_id)
        if contest is None:
            raise ChangedMeanwhile(kept=given.reason)  # the trainee took it back
        if contest.attempt_id != attempt_id or subject_of(contest) != (given.kind, given.about):
            raise NotOnTheCard(kept=given.reason)
        return contest

    def _told(self, attempt_id: str) -> tuple[Told, ...]:
        return tuple(self._named(one) for one in self._store.reviews.of_attempt(attempt_id))

    def _named(self, review: Review) -> Told:
        return Told(review=review, by=self._name(review.by_id) if review.by_id else "")

    def _name(self, profile_id: str) -> str:
        profile = self._store.profiles.get(profile_id)
        return profile.name if profile else ""


def may_review(actor: Actor) -> bool:
    """Whether somebody reviews calls at all."""
    return may(actor, Action.SEE_TEAM_PROGRESS)


def subject_of(contest: Contest) -> tuple[ReviewKind, str]:
    """What a decision about a contest is about: the gate, or the criterion that a finding belongs to."""
    if contest.kind == "gate":
        return "gate", contest.about
    return "criterion", contest.about.partition("/")[0]


def _verdict(held: KeptScorecard, given: Given) -> Verdict:
    if given.kind == "gate":
        gates = {gate.id for gate in (*held.scorecard.gates, *held.in_force.gates)}
        if given.about not in gates:
            raise NotOnTheCard(kept=given.reason)
        if given.breach is None:
            raise NoVerdict(kept=given.reason)
        return "breach" if given.breach else "no_breach"
    machine = _machine(held.scorecard, given)
    if given.level is None or not 0 <= given.level <= 4:
        raise NoLevel(kept=given.reason)
    return "agree" if given.level == machine else "override"


def _machine(card: Scorecard, given: Given) -> int | None:
    if given.kind == "gate":
        return None
    judged = next((one for one in card.judgements if one.criterion == given.about), None)
    if judged is None:
        raise NotOnTheCard(kept=given.reason)
    return judged.level


def _upheld(given: Given, contest: Contest | None, verdict: Verdict) -> bool | None:
    """Whether the trainee was right. About a gate the verdict says it."""
    if contest is None:
        return None
    if given.kind == "gate":
        return verdict == "no_breach"
    if given.upheld is None:
        raise AnswerNeeded(kept=given.reason)
    if given.upheld and contest.kind == "criterion" and verdict == "agree":
        raise UpheldChangesNothing(kept=given.reason)
    return given.upheld


def _details(given: Given) -> dict[str, int | str]:
    said = {} if given.level is None else {"level": given.level}
    return {"kind": given.kind, "about": given.about[:60], **said}

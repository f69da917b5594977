"""What a trainee can do with an account over several contacts: see when it is due again, call again, choose how.

Knows the store and the clock it is given, and no screen.
"""

import datetime
from collections.abc import Callable
from datetime import date
from uuid import uuid4

from scenarios.scenario import ContactSpec
from scenarios.values import Frozen
from scoring.transcript import Contact
from simulator.account_later import later
from simulator.accounts import Action, Actor, require
from simulator.attempt_refusals import NotNow, NotOffered
from simulator.audited import Deed
from simulator.kept import Attempt, AttemptSummary
from simulator.lexicon_in_use import pin
from simulator.logs import logger
from simulator.next_contact import Next
from simulator.own_attempts import OwnAttempts
from simulator.reaching import reached
from simulator.store import Conflict, Store
from simulator.thread import continued, next_of
from simulator.view import AttemptView, Unreadable, view_of

LOOKED_AT = 8
"""So many of the latest finished contacts are looked at for accounts that go on."""
_log = logger("contacts")


class Waiting(Frozen):
    """An account that goes on: its last contact, whom it is with, and when it is due again."""

    last: AttemptSummary
    debtor: str
    then: Next


class Contacts:
    """The contacts of a person's accounts."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock, self._attempts = store, clock, OwnAttempts(store, clock)

    def next(self, actor: Actor, attempt_id: str) -> Next:
        """When the account of a finished contact is due again. Raises ``NotAllowed`` and ``NotNow``."""
        return next_of(self._closed(actor, attempt_id))

    def made(self, actor: Actor, attempt_id: str) -> str | None:
        """The id of the contact after this one, where it was begun already. Raises ``NotAllowed``."""
        view = self._attempts.open(actor, attempt_id)
        return self._store.attempts.next_in(view.thread, view.contact + 1)

    def go_on(self, actor: Actor, attempt_id: str) -> AttemptView:
        """The next contact, in preparation; a second time the one that stands.

        Raises ``NotAllowed``, and ``NotNow`` where the contact is not finished or the account does not go on.
        """
        view = self._closed(actor, attempt_id)
        if view.forked_from is not None or stands_alone(view):  # what might have been goes on nowhere
            raise NotNow("closed")
        then = next_of(view)
        standing = self._store.attempts.next_in(view.thread, view.contact + 1)
        if standing is not None:
            return self._attempts.open(actor, standing)
        if then.on is None:
            raise NotNow("closed")
        require(actor, Action.START_PRACTICE if view.mode == "practice" else Action.START_ASSESSED)
        return self._begin(actor, self._attempts.own(actor, attempt_id), view, then)

    def waiting(self, actor: Actor, limit: int = 3) -> tuple[Waiting, ...]:
        """The actor's accounts that go on and have not been gone on with, the latest first."""
        found: list[Waiting] = []
        for last in self._store.attempts.of(actor.id, ("closed",), LOOKED_AT):
            if self.in_portfolio(last.id) or stands_alone(last):  # the first goes on there, not by itself
                continue
            if self._store.attempts.next_in(last.thread_id or last.id, last.contact + 1) is not None:
                continue
            try:
                view = self._without_score(actor, last.id)
            except Unreadable:
                continue
            then = next_of(view)
            if then.on is not None:
                found.append(Waiting(last=last, debtor=view.case.debtor.full_name, then=then))
            if len(found) == limit:
                break
        return tuple(found)

    def _without_score(self, actor: Actor, attempt_id: str) -> AttemptView:
        """One's own attempt as it was played: when it is due again does not rest on how it was judged."""
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.READ_ATTEMPT, attempt)
        assert attempt is not None
        return view_of(attempt, self._store.attempts.turns(attempt_id), None)

    def in_portfolio(self, attempt_id: str) -> bool:
        """Whether the attempt was played for an account of a portfolio that still stands."""
        return self._store.portfolios.of_attempt(attempt_id) is not None

    def choose(self, actor: Actor, attempt_id: str, contact: Contact) -> AttemptView:
        """Keep whom the trainee will try to reach, when and how. Raises ``NotNow`` and ``NotOffered``."""
        attempt = self._attempts.own(actor, attempt_id)
        view = view_of(attempt, (), None)
        if attempt.phase != "prepare":
            raise NotNow(attempt.phase)
        if not offers(view.scenario.contact, contact, view.on):
            raise NotOffered
        plain = contact.model_copy(update={"answered": "debtor"}).model_dump(mode="json")
        return view_of(self._attempts.save(attempt.model_copy(update={"approach": plain})), (), None)

    def _closed(self, actor: Actor, attempt_id: str) -> AttemptView:
        view = self._attempts.open(actor, attempt_id)
        if view.phase != "closed" or view.state is None or view.disposition is None:
            raise NotNow(view.phase)
        return view

    def _begin(self, actor: Actor, before: Attempt, view: AttemptView, then: Next) -> AttemptView:
        case, earlier = continued(view, then)
        now = self._clock()
        fresh = Attempt(
            id=str(uuid4()), case=case.model_dump(mode="json"), on=case.on, created_at=now, updated_at=now,
            thread_id=view.thread, contact=then.number, earlier=earlier.model_dump(mode="json"),
            reader=pin(self._store),
            **before.model_dump(include=_THE_SAME),
        )  # fmt: skip
        try:
            with self._store.acting(Deed.ATTEMPT_STARTED, now, actor.id, fresh.id, {"mode": fresh.mode}):
                self._store.attempts.add(fresh)
        except Conflict:  # another window was quicker: its contact stands
            standing = self._store.attempts.next_in(view.thread, then.number)
            if standing is None:
                raise
            return self._attempts.open(actor, standing)
        _log.info("contact_started", attempt=fresh.id, thread=view.thread, contact=then.number)
        return view_of(fresh, (), None)


_THE_SAME = {
    "owner_id", "mode", "scenario_id", "scenario_version", "content_hash", "content", "title", "difficulty", "skills",
    "country", "language", "seed", "rubric", "rubric_version",
}  # fmt: skip
"""What a later contact shares with the one before it."""


def stands_alone(call: AttemptView | AttemptSummary) -> bool:
    """Whether the call was assigned to be assessed: it is one call, and its account does not go on."""
    return call.assignment_id is not None and call.mode == "assessed"


def offers(spec: ContactSpec | None, contact: Contact, on: date) -> bool:
    """Whether the scenario lets the trainee choose this contact, from the case's day on."""
    if spec is None:
        return False
    within = 0 <= (contact.on - on).days <= spec.within_days
    hour = f"{contact.at:%H:%M}" in spec.moments
    return within and hour and contact.who in spec.who and contact.channel in spec.channels


def set_out(view: AttemptView, attempt: Attempt) -> Attempt:
    """The attempt moved to the day that was chosen, with who answers; itself where nothing was chosen."""
    contact = view.approach
    if contact is None:
        return attempt
    case = later(view.scenario, view.case, view.earlier.coming if view.earlier else (), contact.on)
    case = case.model_copy(update={"channel": contact.channel})
    earlier = view.earlier.on(contact.on).model_dump(mode="json") if view.earlier else None
    return attempt.model_copy(update={
        "case": case.model_dump(mode="json"), "on": case.on, "earlier": earlier,
        "approach": reached(case, contact, view.contact).model_dump(mode="json"),
    })  # fmt: skip

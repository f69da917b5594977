"""What a trainee can do with portfolios: take one over, work a day, play a call, end the day. Used by the pages.

Knows the store and the clock it is given, and no screen. Every action is saved before it is shown.
"""

import datetime
import secrets
from collections.abc import Callable
from datetime import date
from uuid import uuid4

from scenarios.generation import countries_of
from scenarios.load import list_scenarios
from scenarios.values import Country, Language
from simulator import catalogue
from simulator.accounts import Action as Leave
from simulator.accounts import Actor, require
from simulator.attempt_refusals import LARGEST_SEED, BadSeed
from simulator.audited import Deed
from simulator.kept import Attempt
from simulator.lexicon_in_use import pin
from simulator.logs import logger
from simulator.own_time import own_time
from simulator.portfolio import playing
from simulator.portfolio.account import Account, Moment
from simulator.portfolio.acting import Action, act
from simulator.portfolio.cannot import CallUnfinished, PortfolioChanged
from simulator.portfolio.drawing import Wanted, draw_portfolio
from simulator.portfolio.kept import KeptPortfolio, PortfolioSummary
from simulator.portfolio.night import end_day
from simulator.portfolio.portfolio import Portfolio
from simulator.portfolio_call import attempt_for, outcome_of
from simulator.rubric_shelf import RubricShelf
from simulator.store import Conflict, Store
from simulator.view import AttemptView, view_of
from simulator.workspace import workspace_of

_log = logger("portfolio")


class PortfolioDesk:
    """A trainee's portfolios. ``clock`` gives the present instant with its zone; its day is the default first day."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        library: catalogue.Library = list_scenarios,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library

    def countries(self) -> tuple[Country, ...]:
        """The countries for which there is something to hand over, in the library's order."""
        offered = workspace_of(self._store).narrowed(self._library())
        return tuple(dict.fromkeys(code for scenario in offered for code in countries_of(scenario)))

    def start(
        self, actor: Actor, country: Country, language: Language, seed: int | None = None, on: date | None = None
    ) -> KeptPortfolio:
        """A new portfolio. Without a seed one is drawn; it begins on the first business day from ``on``.

        Raises ``BadSeed`` and ``NothingToDraw``.
        """
        require(actor, Leave.START_PRACTICE)
        seed = secrets.randbelow(LARGEST_SEED + 1) if seed is None else seed
        if not 0 <= seed <= LARGEST_SEED:
            raise BadSeed
        at = self._clock()
        wanted = Wanted(
            country=country, language=language, seed=seed, on=on or own_time(self._store, actor.id, at).date()
        )
        drawn = draw_portfolio([s for s in self._library() if not s.exam_only], wanted)
        kept = KeptPortfolio(
            id=str(uuid4()), owner_id=actor.id, opening=drawn, now=drawn, created_at=at, updated_at=at
        )  # fmt: skip
        with self._store.acting(Deed.PORTFOLIO_STARTED, at, actor.id, kept.id):
            self._store.portfolios.add(kept)
        _log.info("portfolio_started", portfolio=kept.id, country=country)
        return kept

    def mine(self, actor: Actor) -> tuple[PortfolioSummary, ...]:
        """The actor's portfolios, the latest touched first."""
        return self._store.portfolios.of(actor.id)

    def open(self, actor: Actor, portfolio_id: str) -> KeptPortfolio:
        """The portfolio as it stands; a played call that has ended meanwhile is booked. Raises ``NotAllowed``."""
        kept = self._own(actor, portfolio_id)
        settled = self._settled(kept.now)
        if settled is kept.now:
            return kept
        try:
            return self._save(kept, settled)
        except PortfolioChanged:  # another window booked it a moment ago
            return self._own(actor, portfolio_id)

    def act(self, actor: Actor, portfolio_id: str, version: int, action: Action) -> KeptPortfolio:
        """One action, saved. Raises ``PortfolioChanged`` where ``version`` is not the latest, and as ``acting.act``."""
        kept = self._seen(actor, portfolio_id, version)
        return self._save(kept, act(kept.now, action))

    def end_day(self, actor: Actor, portfolio_id: str, version: int) -> KeptPortfolio:
        """On to the next working day. Raises ``PortfolioChanged``, ``CallUnfinished``, ``DayIsOver``."""
        kept = self._seen(actor, portfolio_id, version)
        if kept.now.waiting:
            raise CallUnfinished
        saved = self._save(kept, end_day(kept.now))
        _log.info("portfolio_day_ended", portfolio=portfolio_id, day=saved.now.day)
        return saved

    def play(self, actor: Actor, portfolio_id: str, version: int, account_id: str, moment: Moment) -> str:
        """Begin a real call with the account, as a practice attempt on this day; its id.

        Raises ``PortfolioChanged``, what ``playing.require_playable`` raises, and ``NoSuchScenario``.
        """
        require(actor, Leave.START_PRACTICE)
        kept = self._seen(actor, portfolio_id, version)
        account = kept.now.account(account_id)
        playing.require_playable(kept.now, account)
        scenario = catalogue.find(self._library, account.scenario)
        rubric = RubricShelf(self._store).load(scenario.rubric)
        attempt = attempt_for(scenario, account, kept, self._clock(), self._played(account), rubric)
        attempt = attempt.model_copy(update={"reader": pin(self._store)})
        begun = playing.begin(kept.now, account, attempt.id, moment)
        with self._store.acting(Deed.ATTEMPT_STARTED, self._clock(), actor.id, attempt.id, {"mode": attempt.mode}):
            self._save(kept, begun, (attempt, account_id))
        _log.info("portfolio_call_started", portfolio=portfolio_id, attempt=attempt.id)
        return attempt.id

    def portfolio_of(self, actor: Actor, attempt_id: str) -> tuple[str, str] | None:
        """The portfolio and account that an attempt of the actor's was played for; ``None`` where there is none."""
        found = self._store.portfolios.of_attempt(attempt_id)
        kept = self._store.portfolios.get(found[0]) if found else None
        return found if kept and kept.owner_id == actor.id else None

    def delete(self, actor: Actor, portfolio_id: str) -> None:
        """Delete a portfolio of one's own. Its played calls stay among the attempts."""
        self._own(actor, portfolio_id)
        with self._store.acting(Deed.PORTFOLIO_DELETED, self._clock(), actor.id, portfolio_id):
            self._store.portfolios.delete(portfolio_id)

    def _played(self, account: Account) -> tuple[AttemptView, ...]:
        """The finished calls that were played with an account, the first first; those deleted since are gone."""
        found = (self._store.attempts.get(one) for one in account.attempts)
        closed = [attempt for attempt in found if attempt and attempt.phase == "closed"]
        return tuple(view_of(attempt, self._store.attempts.turns(attempt.id), None) for attempt in closed)

    def _own(self, actor: Actor, portfolio_id: str) -> KeptPortfolio:
        kept = self._store.portfolios.get(portfolio_id)
        require(actor, Leave.CONTINUE_ATTEMPT, kept)
        assert kept is not None
        return kept

    def _seen(self, actor: Actor, portfolio_id: str, version: int) -> KeptPortfolio:
        kept = self.open(actor, portfolio_id)
        if kept.version != version:
            raise PortfolioChanged
        return kept

    def _settled(self, now: Portfolio) -> Portfolio:
        """With the outcome of a played call that is closed, or without one that was deleted."""
        if not now.waiting:
            return now
        attempt = self._store.attempts.get(now.waiting)
        if attempt is None:
            return playing.abandon(now)
        if attempt.phase != "closed":
            return now
        view = view_of(attempt, self._store.attempts.turns(attempt.id), None)
        return playing.finish(now, outcome_of(view))

    def _save(self, kept: KeptPortfolio, now: Portfolio, call: tuple[Attempt, str] | None = None) -> KeptPortfolio:
        changed = kept.model_copy(update={"now": now, "updated_at": self._clock()})
        try:
            return self._store.portfolios.save(changed, call)
        except Conflict:
            raise PortfolioChanged from None

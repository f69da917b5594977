"""The door to the database."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import Engine

from simulator.audited import Deed
from simulator.store.accounts import Accounts
from simulator.store.assignments import Assignments
from simulator.store.attempts import Attempts
from simulator.store.audit import Audit
from simulator.store.beside import Beside
from simulator.store.calibration import Calibrations
from simulator.store.coaching_notes import CoachingNotes
from simulator.store.cohort_calls import CohortCalls
from simulator.store.cohorts import Cohorts
from simulator.store.contests import Contests
from simulator.store.doors import Doors
from simulator.store.drill_tries import DrillTries
from simulator.store.editions import Editions
from simulator.store.engine import connect
from simulator.store.figures import CurrentFigures
from simulator.store.identities import Identities
from simulator.store.improving import Improving
from simulator.store.joins import Joins
from simulator.store.lexicons import Lexicons
from simulator.store.notices import Notices
from simulator.store.outbox import Outbox
from simulator.store.people import People
from simulator.store.portfolios import Portfolios
from simulator.store.profiles import Profiles
from simulator.store.review_list import ReviewLists
from simulator.store.reviews import Reviews
from simulator.store.rubrics import Rubrics
from simulator.store.scenarios import Scenarios
from simulator.store.scorecards import Scorecards
from simulator.store.sessions import Sessions
from simulator.store.shares import Shares
from simulator.store.shipped import Shipped
from simulator.store.sittings import Sittings
from simulator.store.team import Team
from simulator.store.upgrade import upgrade
from simulator.store.workspaces import Workspaces


class Store:
    """An open database, safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        sessions = Sessions(engine)
        self.profiles = Profiles(sessions)
        self.attempts = Attempts(sessions)
        self.scorecards = Scorecards(sessions)
        self.rubrics = Rubrics(sessions)
        self.portfolios = Portfolios(sessions)
        self.accounts = Accounts(sessions)
        self.doors = Doors(sessions)
        self.cohorts = Cohorts(sessions)
        self.drill_tries = DrillTries(sessions)
        self.shares = Shares(sessions)
        self.contests = Contests(sessions)
        self.editions = Editions(sessions)
        self.lexicons = Lexicons(sessions)
        self.improving = Improving(sessions)
        self.assignments = Assignments(sessions)
        self.sittings = Sittings(sessions)
        self.beside = Beside(sessions)
        self.scenarios = Scenarios(sessions)
        self.shipped = Shipped(sessions)
        self.reviews = Reviews(sessions)
        self.calibration = Calibrations(sessions)
        self.review_list = ReviewLists(sessions)
        self.audit = Audit(sessions)
        self.figures = CurrentFigures(sessions)
        self.outbox = Outbox(sessions)
        self.cohort_calls = CohortCalls(sessions)
        self.people = People(sessions)
        self.identities = Identities(sessions)
        self.joins = Joins(sessions)
        self.workspaces = Workspaces(sessions)
        self.notices = Notices(sessions)
        self.team = Team(sessions)
        self.coaching_notes = CoachingNotes(sessions)
        self.sessions = sessions

    @classmethod
    def open(cls, url: str) -> "Store":
        """Open the database and bring it up to date. Raises ``StoreError``, with nothing changed."""
        engine = connect(url)
        try:
            upgrade(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @contextmanager
    def acting(
        self,
        deed: Deed,
        at: datetime.datetime,
        actor: str = "",
        target: str = "",
        details: dict[str, int | str] | None = None,
    ) -> Iterator[None]:
        """What is written in this block and its line in the audit log are saved together, or neither is."""
        with self.sessions.together():
            yield
            self.audit.note(deed, at, actor, target, details)

    def close(self) -> None:
        """Let the connections go."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

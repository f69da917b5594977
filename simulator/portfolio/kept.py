"""A portfolio as it is kept: as handed over, as it stands, and whose it is."""

import datetime

from scenarios.values import Country, Frozen, Language
from simulator.kept import Mode
from simulator.portfolio.portfolio import Portfolio


class KeptPortfolio(Frozen):
    """A stored portfolio. ``version`` counts its changes: whoever saves must have seen the latest. Instants are UTC."""

    id: str
    owner_id: str
    opening: Portfolio
    now: Portfolio
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int = 1

    @property
    def mode(self) -> Mode:
        """A portfolio is practice: the trainee's own, whoever asks."""
        return "practice"


class PortfolioSummary(Frozen):
    """A line of a list of portfolios. ``day`` is the working day it stands at, from 0; at 20 it is over."""

    id: str
    owner_id: str
    country: Country
    language: Language
    day: int
    created_at: datetime.datetime
    updated_at: datetime.datetime

"""A portfolio drawn once; being frozen, all tests may share it."""

from datetime import date
from functools import cache

import pytest

from scenarios.load import list_scenarios
from simulator.portfolio.account import Account
from simulator.portfolio.drawing import Wanted, draw_portfolio
from simulator.portfolio.portfolio import Portfolio

ON = date(2026, 11, 23)


@cache
def drawn(country: str = "MX", seed: int = 3, size: int = 60) -> Portfolio:
    wanted = Wanted.model_validate({"country": country, "language": "es", "seed": seed, "on": ON})
    return draw_portfolio(list_scenarios(), wanted, size)


def changed(portfolio: Portfolio, account_id: str, **fields: object) -> Portfolio:
    """The portfolio with some fields of one account as a test wants them."""
    return portfolio.with_account(portfolio.account(account_id).model_copy(update=fields))


def one(portfolio: Portfolio, market: str = "consumer") -> Account:
    """An ordinary account: nothing promised, nothing disputed."""
    return next(a for a in portfolio.accounts if a.market == market and not a.promise and not a.needs)


@pytest.fixture
def portfolio() -> Portfolio:
    return drawn()

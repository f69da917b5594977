"""Portfolios in the database: kept to the cent, one version after another, with the calls that belong to them."""

from datetime import date

import pytest
from stored_examples import NOW, an_attempt

from scenarios.load import list_scenarios
from simulator.kept import Profile
from simulator.portfolio.acting import Action, act
from simulator.portfolio.drawing import Wanted, draw_portfolio
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.night import end_day
from simulator.store import Conflict, Store


@pytest.fixture
def kept(store: Store, ana: Profile) -> KeptPortfolio:
    wanted = Wanted(country="CL", language="es", seed=3, on=date(2026, 11, 23))
    drawn = draw_portfolio(list_scenarios(), wanted, 6)
    kept = KeptPortfolio(id="p1", owner_id="ana", opening=drawn, now=drawn, created_at=NOW, updated_at=NOW)
    store.portfolios.add(kept)
    return kept


def test_a_portfolio_comes_back_as_it_was_saved(store: Store, kept: KeptPortfolio) -> None:
    assert store.portfolios.get("p1") == kept
    now = end_day(act(kept.now, Action(account="a01", task="call", moment="evening")))
    saved = store.portfolios.save(kept.model_copy(update={"now": now}))
    assert saved.version == 2
    assert store.portfolios.get("p1") == saved
    (line,) = store.portfolios.of("ana")
    assert (line.id, line.day, line.country) == ("p1", 1, "CL")
    assert store.portfolios.of("somebody") == ()
    assert store.portfolios.get("p2") is None


def test_who_has_not_seen_the_latest_saves_nothing(store: Store, kept: KeptPortfolio) -> None:
    store.portfolios.save(kept)
    with pytest.raises(Conflict):
        store.portfolios.save(kept.model_copy(update={"now": end_day(kept.now)}), (an_attempt(), "a01"))
    stands = store.portfolios.get("p1")
    assert stands is not None
    assert stands.now == kept.now
    assert store.attempts.get("a1") is None


def test_a_call_is_saved_with_the_change_that_begins_it(store: Store, kept: KeptPortfolio) -> None:
    store.portfolios.save(kept, (an_attempt(), "a01"))
    assert store.portfolios.of_attempt("a1") == ("p1", "a01")
    assert store.portfolios.of_attempt("a2") is None
    store.portfolios.delete("p1")
    assert store.portfolios.of_attempt("a1") is None
    assert store.attempts.get("a1") is not None, "the call stays as practice"


def test_a_deleted_attempt_takes_its_link_along(store: Store, kept: KeptPortfolio) -> None:
    store.portfolios.save(kept, (an_attempt(), "a01"))
    store.attempts.delete("a1")
    assert store.portfolios.of_attempt("a1") is None
    assert store.portfolios.get("p1") is not None


def test_a_portfolio_needs_an_owner(store: Store, kept: KeptPortfolio) -> None:
    with pytest.raises(Conflict):
        store.portfolios.add(kept.model_copy(update={"id": "p2", "owner_id": "nobody"}))

"""The review, the advice, and the assumptions they rest on."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from simulator import portfolio as package
from simulator.portfolio import bots
from simulator.portfolio.acting import Action, act
from simulator.portfolio.advice import MOST, advice
from simulator.portfolio.assumptions import assumed, assumptions
from simulator.portfolio.night import end_day
from simulator.portfolio.portfolio import Portfolio
from simulator.portfolio.review import compared, possible, recovered_by_week, review
from tests.simulator.portfolio.conftest import changed, drawn, one


def week_of(portfolio: Portfolio, strategy: str = "highest") -> Portfolio:
    return bots.played(portfolio, strategy)[5]


def test_the_weeks_add_up_to_the_whole(portfolio: Portfolio) -> None:
    end = bots.played(portfolio, "oldest")[-1]
    weeks = [review(portfolio, end, week) for week in range(4)]
    whole = review(portfolio, end)
    for name in ("recovered", "kept", "part", "broken", "agreed", "attempts", "reached", "rolled", "idle"):
        assert sum(getattr(week, name) for week in weeks) == getattr(whole, name), name
    assert whole.recovered == whole.so_far == sum(recovered_by_week(end))
    assert weeks[-1].so_far == whole.so_far
    assert sum(whole.contacts) == 60


def test_what_is_possible_grows_with_the_days_and_is_never_more_than_what_is_owed(portfolio: Portfolio) -> None:
    by_day = [possible(portfolio, days) for days in range(1, 21)]
    assert by_day == sorted(by_day)
    assert by_day[-1] <= sum(a.opening for a in portfolio.accounts)


def test_what_was_left_alone_is_named_the_largest_first(portfolio: Portfolio) -> None:
    now = portfolio
    for _ in range(10):
        now = end_day(now)
    left = review(portfolio, now, 1).neglected
    balances = [now.account(one).balance for one in left]
    assert balances == sorted(balances, reverse=True)
    assert len(left) > 20


def test_the_strategies_are_compared_on_the_same_day(portfolio: Portfolio) -> None:
    found = compared(portfolio, 5)
    assert [c.strategy for c in found] == list(bots.STRATEGIES)
    own = review(portfolio, week_of(portfolio), 0)
    assert next(c.recovered for c in found if c.strategy == "highest") == own.so_far


@pytest.mark.parametrize("strategy", bots.STRATEGIES)
def test_two_or_three_things_to_do_better_each_of_its_own(portfolio: Portfolio, strategy: str) -> None:
    mornings = bots.played(portfolio, strategy)
    for week in range(4):
        given = advice(mornings[(week + 1) * 5], week)
        assert 2 <= len(given) == len({one.kind for one in given}) <= MOST


def test_a_broken_rule_and_a_dispute_left_open_come_first() -> None:
    portfolio = drawn("CL")
    account = one(portfolio)
    now = act(portfolio, Action(account=account.id, task="call", moment="evening"))
    disputing = next(a for a in portfolio.accounts if a.needs == "dispute")
    now = changed(now, disputing.id, known=True)
    rules, hold, *_ = advice(end_day(now), 0)
    assert (rules.kind, rules.n, rules.names) == ("rules", 1, (account.name,))
    assert hold.kind == "hold"
    assert disputing.name in hold.names or hold.n > len(hold.names)


def test_an_idle_week_is_told_to_use_its_time(portfolio: Portfolio) -> None:
    now = portfolio
    for _ in range(5):
        now = end_day(now)
    assert review(portfolio, now, 0).idle == 5 * 360
    assert review(portfolio, now, 0).cost == Decimal(0)


def test_every_assumption_is_used_and_every_figure_used_is_assumed() -> None:
    code = "\n".join(path.read_text("utf-8") for path in Path(package.__file__).parent.glob("*.py"))
    named = set(re.findall(r'"([a-z_0-9]+)"', code))
    for assumption in assumptions():
        assert f'assumed("{assumption.id}"' in code or f"{assumption.id}(" in code
        for name in assumption.values:
            direct = name in named
            composed = any(part in named or f'"{part}_' in code for part in (name.split("_")[0], name.split("_")[-1]))
            assert direct or composed or f"_{name.split('_')[-1]}" in code, (assumption.id, name)
    with pytest.raises(KeyError):
        assumed("day", "nonsense")


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_assumption_tells_all_its_figures(language: str) -> None:
    for assumption in assumptions():
        raw = assumption.es if language == "es" else assumption.en
        assert set(re.findall(r"\{(\w+)\}", raw)) == set(assumption.values), assumption.id
        told = assumption.told(language)  # type: ignore[arg-type]
        assert "{" not in told

"""What a played call leaves in its account, and what the debtor brings to the next."""

from datetime import timedelta

import pytest

from scenarios.disposition import Disposition
from scenarios.load import list_scenarios
from simulator.portfolio import playing
from simulator.portfolio.account import Account, Contact
from simulator.portfolio.acting import Action, act
from simulator.portfolio.limits import broken_rules, good_hour
from simulator.portfolio.playing import Outcome
from simulator.portfolio.portfolio import Portfolio
from simulator.portfolio.queue import rows
from simulator.portfolio_memory import remembered
from tests.simulator.portfolio.conftest import changed, drawn, one


def played(portfolio: Portfolio, **more: object) -> Account:
    begun = playing.begin(portfolio, one(portfolio), "x", "midday")
    given = {"attempt": "x", "disposition": None, "commitment": 30, "trust": 40, "at_first": 40, **more}
    return playing.finish(begun, Outcome.model_validate(given)).account(one(portfolio).id)


@pytest.mark.parametrize("ended", [Disposition.DISPUTE, Disposition.VULNERABLE])
def test_a_dispute_or_a_need_puts_the_account_on_hold_and_out_of_the_queue(
    portfolio: Portfolio, ended: Disposition
) -> None:
    until = portfolio.today + timedelta(days=9)
    account = played(portfolio, disposition=ended, hold_until=until)
    assert (account.status, account.until) == ("held", until)
    assert account.id not in {row.account.id for row in rows(portfolio.with_account(account))}


def test_without_a_noted_day_the_hold_lasts_to_the_review_and_the_note_alone_is_enough(portfolio: Portfolio) -> None:
    account = played(portfolio, disposition=Disposition.NO_AGREEMENT, recorded=Disposition.DISPUTE)
    by_hand = act(portfolio, Action(account=account.id, task="hold")).account(account.id)
    assert (account.status, account.until, account.needs) == ("held", by_hand.until, "")
    assert played(portfolio, disposition=Disposition.NO_AGREEMENT).status == "open"


def test_nothing_hidden_is_known_before_a_conversation(portfolio: Portfolio) -> None:
    assert not any(account.known for account in portfolio.accounts)
    assert not playing.begin(portfolio, one(portfolio), "x", "midday").account(one(portfolio).id).known
    assert played(portfolio).known
    assert not played(portfolio, talked=False).known


def test_no_log_of_a_day_runs_backwards(portfolio: Portfolio) -> None:
    account = one(portfolio)
    for moment in ("evening", "morning"):
        action = Action.model_validate({"account": account.id, "task": "call", "moment": moment, "offer": "wait"})
        portfolio = act(portfolio, action)
    assert [c.moment for c in portfolio.account(account.id).contacts] == ["evening", "evening"]
    assert portfolio.account(account.id).hours_left(portfolio.today) == ("evening",)


@pytest.mark.parametrize("country", ["MX", "CL", "AR", "CO", "PE", "ES"])
def test_the_hour_set_out_breaks_no_rule_on_hours(country: str) -> None:
    portfolio = drawn(country, size=12)
    for account in portfolio.accounts:
        hour = good_hour(portfolio, account)
        assert "hours" not in {rule.id for rule in broken_rules(portfolio, account, "call", hour)}


def test_the_debtor_remembers_what_was_said_and_a_stranger_nothing(portfolio: Portfolio) -> None:
    account = one(portfolio)
    scenario = next(s for s in list_scenarios() if s.id == account.scenario)
    assert remembered(scenario, account, portfolio) is None
    talk = Contact(on=portfolio.today, moment="midday", channel="call", purpose="wait", reached=True, answer="later")
    silence = talk.model_copy(update={"reached": False, "answer": ""})
    assert remembered(scenario, account.model_copy(update={"contacts": (silence,)}), portfolio) is None
    met = changed(portfolio, account.id, contacts=(silence, talk), goodwill=70)
    earlier = remembered(scenario, met.account(account.id), met)
    assert earlier is not None
    assert earlier.contact == 2
    assert [c.disposition for c in earlier.contacts] == [Disposition.NO_CONTACT, Disposition.CALLBACK]
    assert earlier.trust == min(scenario.debtor.trust + 10, 100)
    broken = met.event(met.account(account.id), "broken", account.instalment)
    after = met.model_copy(update={"events": (*met.events, broken)})
    told = remembered(scenario, after.account(account.id), after)
    assert told is not None
    assert told.promise == "broken"
    assert told.promised is not None
    assert told.promised.amount == account.instalment

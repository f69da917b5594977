"""The country's limits: hours, how often, by which way. Counted, told with their source, never a wall."""

from datetime import timedelta

import pytest

from simulator.portfolio.account import Account, Channel, Contact
from simulator.portfolio.acting import Action, act
from simulator.portfolio.limits import HOUSE, broken_rules, rule_in_words
from simulator.portfolio.portfolio import Portfolio
from tests.simulator.portfolio.conftest import drawn, one


def with_contacts(portfolio: Portfolio, *made: tuple[int, Channel, bool]) -> Account:
    """An account contacted so many days ago, by a channel, reached or not."""
    contacts = tuple(
        Contact(on=portfolio.today - timedelta(days=ago), moment="midday", channel=channel, purpose="plan", reached=got)
        for ago, channel, got in made
    )
    return one(portfolio).model_copy(update={"contacts": contacts})


def ids(portfolio: Portfolio, account: Account, channel: Channel = "call", moment: str = "midday") -> list[str]:
    return [rule.id for rule in broken_rules(portfolio, account, channel, moment)]  # type: ignore[arg-type]


def test_a_late_evening_is_outside_the_hours_in_chile_and_not_in_mexico() -> None:
    for country, expected in (("CL", ["hours"]), ("MX", [])):
        portfolio = drawn(country)
        assert ids(portfolio, one(portfolio), moment="evening") == expected


@pytest.mark.parametrize(("ago", "expected"), [(6, ["frequency"]), (7, [])])
def test_chile_counts_one_call_in_seven_days(ago: int, expected: list[str]) -> None:
    portfolio = drawn("CL")
    assert ids(portfolio, with_contacts(portfolio, (ago, "call", False))) == expected


def test_chile_counts_two_messages_with_two_days_between() -> None:
    portfolio = drawn("CL")
    assert ids(portfolio, with_contacts(portfolio, (1, "email", False)), "whatsapp") == ["frequency"]
    assert ids(portfolio, with_contacts(portfolio, (3, "email", False)), "whatsapp") == []
    two = with_contacts(portfolio, (5, "email", False), (3, "email", False))
    assert ids(portfolio, two, "whatsapp") == ["frequency"]


def test_in_the_united_states_a_conversation_closes_the_telephone_for_a_week() -> None:
    portfolio = drawn("US")
    assert ids(portfolio, with_contacts(portfolio, (3, "call", True))) == ["frequency"]
    assert ids(portfolio, with_contacts(portfolio, (3, "call", False))) == []


def test_where_the_law_names_no_number_the_house_does_and_says_so() -> None:
    portfolio = drawn("MX")
    account = with_contacts(portfolio, (1, "call", False), (2, "call", False), (3, "email", False))
    (rule,) = broken_rules(portfolio, account, "call", "midday")
    assert (rule.id, rule.severity, rule.verified) == (HOUSE, "house", False)
    assert rule.source == "regla de la casa"
    assert rule_in_words(HOUSE, "MX", "es", portfolio.today) == rule


def test_a_rule_overstepped_is_noted_and_costs_goodwill_but_does_not_stop_one() -> None:
    portfolio = drawn("CL")
    account = one(portfolio)
    now = act(portfolio, Action(account=account.id, task="call", moment="evening"))
    after = now.account(account.id)
    assert after.contacts[0].breaches == ("hours",)
    assert [e.detail for e in now.events if e.kind == "breach"] == ["hours"]
    assert after.goodwill <= account.goodwill - 15
    assert rule_in_words("hours", "CL", "es", now.today).source


def test_an_angry_person_wronged_again_may_complain_once() -> None:
    portfolio = drawn("CL")
    complaints = 0
    for account in portfolio.accounts:
        angry = portfolio.with_account(account.model_copy(update={"goodwill": 10, "status": "open"}))
        for _ in range(6):
            if angry.minutes_left >= 30:
                angry = act(angry, Action(account=account.id, task="call", moment="evening"))
        told = sum(e.kind == "complaint" for e in angry.events)
        assert told <= 1
        complaints += told
    assert complaints > 0

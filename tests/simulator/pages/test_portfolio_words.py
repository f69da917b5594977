"""Every key of portfolio mode has its words, in both languages."""

from datetime import date
from typing import get_args

import pytest

from scenarios.load import list_scenarios
from simulator.app_pages import portfolio_advice, portfolio_names
from simulator.i18n import LANGUAGES, translator
from simulator.portfolio import advice, bots
from simulator.portfolio.account import Answer, Channel, Contact, Moment, Offer
from simulator.portfolio.acting import Task
from simulator.portfolio.drawing import Wanted, draw_portfolio
from simulator.portfolio.portfolio import Event, Kind
from simulator.portfolio.queue import ORDERS, VIEWS, Reason

ON = date(2026, 11, 23)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_its_words(language: str) -> None:
    _ = translator(language)
    for words, keys in (
        (portfolio_names.view, VIEWS),
        (portfolio_names.order, ORDERS),
        (portfolio_names.reason, [key for key in get_args(Reason) if key]),
        (portfolio_names.moment, get_args(Moment)),
        (portfolio_names.offer, get_args(Offer)),
        (portfolio_names.channel, get_args(Channel)),
        (portfolio_names.task, get_args(Task)),
        (portfolio_names.strategy, bots.STRATEGIES),
    ):
        said = [words(_, key) for key in keys]  # type: ignore[operator]
        assert all(said)
        assert len(set(said)) == len(said)
    told = [portfolio_advice.told(_, advice.Advice(kind=kind, n=2, names=("Ana",))) for kind in get_args(advice.Kind)]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_event_and_segment_is_told(language: str) -> None:
    _ = translator(language)
    portfolio = draw_portfolio(list_scenarios(), Wanted(country="MX", language="es", seed=3, on=ON), 1)
    (account,) = portfolio.accounts
    answers = {
        portfolio_names.answer(
            _, Contact(on=ON, moment="midday", channel="call", purpose="plan", reached=True, answer=one)
        )
        for one in get_args(Answer)
    }
    assert len(answers) == len(get_args(Answer))
    for kind in get_args(Kind):
        event = Event(day=0, on=ON, account=account.id, kind=kind, detail="30")
        assert account.name in portfolio_names.happened(_, event, portfolio)
    segments = {
        portfolio_names.segment(_, account.model_copy(update={"known": True, "needs": "", "willing": w, "able": a}))
        for w in (True, False)
        for a in (True, False)
    }
    assert len(segments) == 4


def test_days_and_shares_are_written_as_the_language_does() -> None:
    es, en = translator("es"), translator("en")
    assert [portfolio_names.ago(es, n) for n in (0, 1, 9)] == ["hoy", "hace 1 día", "hace 9 días"]
    assert (portfolio_names.percent(es, 30), portfolio_names.percent(en, 30)) == ("30\u00a0%", "30%")

"""The desk: what a trainee may do with portfolios, and how a played call comes back."""

import datetime
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scenarios.load import list_scenarios
from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import BadSeed
from simulator.kept import Profile
from simulator.portfolio.account import Account
from simulator.portfolio.acting import Action
from simulator.portfolio.cannot import CallUnfinished, NoMoreCalls, PortfolioChanged
from simulator.portfolio.drawing import case_at_start
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.playing import case_today
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.state import Said
from simulator.store import Store

NOW = datetime.datetime(2026, 11, 23, 15, tzinfo=datetime.UTC)
ANA = Actor(id="ana", role="trainee", name="Ana")
LUIS = Actor(id="luis", role="manager", name="Luis")
OFFER = (
    "Buenas tardes, le llama Laura Gómez de Crédito Solidario. ¿Hablo con el titular?",
    "Siento mucho lo que está pasando; con razón está así. ¿Qué le pasó?",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    file: Path = tmp_path_factory.mktemp("desk") / "acuerdo.sqlite3"
    with Store.open(f"sqlite:///{file}") as opened:
        for actor in (ANA, LUIS):
            opened.profiles.add(Profile(id=actor.id, name=actor.name, role=actor.role, created_at=NOW))
        yield opened


@pytest.fixture(scope="module")
def desk(store: Store) -> PortfolioDesk:
    return PortfolioDesk(store, lambda: NOW)


@pytest.fixture
def kept(desk: PortfolioDesk) -> KeptPortfolio:
    return desk.start(ANA, "MX", "es", 3)


def ordinary(kept: KeptPortfolio) -> Account:
    return next(a for a in kept.now.accounts if a.scenario == "job_loss" and not a.promise)


def test_a_portfolio_begins_today_and_is_found_again(desk: PortfolioDesk, kept: KeptPortfolio) -> None:
    assert kept.now.today == date(2026, 11, 23)
    assert desk.open(ANA, kept.id) == kept
    assert kept.id in {line.id for line in desk.mine(ANA)}
    assert desk.start(ANA, "MX", "es", 3).opening == kept.opening
    with pytest.raises(BadSeed):
        desk.start(ANA, "MX", "es", -1)


def test_it_is_nobody_elses(desk: PortfolioDesk, kept: KeptPortfolio) -> None:
    assert desk.mine(LUIS) == ()
    for deed in (
        lambda: desk.open(LUIS, kept.id),
        lambda: desk.end_day(LUIS, kept.id, 1),
        lambda: desk.act(LUIS, kept.id, 1, Action(account="a01", task="hold")),
        lambda: desk.play(LUIS, kept.id, 1, "a01", "midday"),
        lambda: desk.delete(LUIS, kept.id),
        lambda: desk.open(ANA, "nothing"),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_the_second_window_is_told_that_it_changed(desk: PortfolioDesk, kept: KeptPortfolio) -> None:
    hold = Action(account="a01", task="hold")
    desk.act(ANA, kept.id, kept.version, hold)
    with pytest.raises(PortfolioChanged):
        desk.act(ANA, kept.id, kept.version, hold)
    with pytest.raises(PortfolioChanged):
        desk.end_day(ANA, kept.id, kept.version)
    assert desk.open(ANA, kept.id).version == kept.version + 1


def finished(practice: Practice, attempt: str) -> None:
    view = practice.begin_talk(ANA, attempt)
    for n, text in enumerate(OFFER):
        view = practice.say(ANA, attempt, Said(text=text), f"k{n}", view.next_number)
    practice.end_talk(ANA, attempt)
    practice.finish(ANA, attempt, FollowUp(note="Sin acuerdo. Se le llama el lunes."))


def test_a_played_call_is_an_attempt_of_its_own_and_comes_back(
    desk: PortfolioDesk, store: Store, kept: KeptPortfolio
) -> None:
    account, practice = ordinary(kept), Practice(store, lambda: NOW)
    attempt = desk.play(ANA, kept.id, kept.version, account.id, "afternoon")
    during = desk.open(ANA, kept.id)
    assert during.now.waiting == attempt
    assert during.now.minutes_left == 300
    assert desk.portfolio_of(ANA, attempt) == (kept.id, account.id)
    assert desk.portfolio_of(LUIS, attempt) is None
    view = practice.open(ANA, attempt)
    assert (view.scenario.id, view.on, view.case.account.balance) == (
        account.scenario,
        date(2026, 11, 23),
        account.balance,
    )
    with pytest.raises(CallUnfinished):
        desk.end_day(ANA, kept.id, during.version)
    finished(practice, attempt)
    after = desk.open(ANA, kept.id)
    assert after.now.waiting == ""
    assert after.now.account(account.id).contacts[-1].purpose == "played"
    assert after.now.account(account.id).known
    assert desk.open(ANA, kept.id) == after, "booked once"
    with pytest.raises(NoMoreCalls):
        desk.play(ANA, kept.id, after.version, account.id, "midday")
    assert desk.end_day(ANA, kept.id, after.version).now.day == 1


def test_the_second_call_opens_with_what_the_first_left(desk: PortfolioDesk, store: Store, kept: KeptPortfolio) -> None:
    account, practice = ordinary(kept), Practice(store, lambda: NOW)
    first = desk.play(ANA, kept.id, kept.version, account.id, "afternoon")
    assert practice.open(ANA, first).earlier is None
    finished(practice, first)
    tomorrow = desk.end_day(ANA, kept.id, desk.open(ANA, kept.id).version)
    view = practice.open(ANA, desk.play(ANA, kept.id, tomorrow.version, account.id, "afternoon"))
    left = practice.open(ANA, first).state
    assert view.earlier and left
    assert (view.contact, view.earlier.trust, view.earlier.facts) == (2, left.trust, left.facts)
    assert view.earlier.contacts[0].note == "Sin acuerdo. Se le llama el lunes."
    assert practice.contacts.waiting(ANA) == ()


def test_a_played_call_that_was_deleted_holds_nobody_up(desk: PortfolioDesk, store: Store, kept: KeptPortfolio) -> None:
    attempt = desk.play(ANA, kept.id, kept.version, ordinary(kept).id, "afternoon")
    Practice(store, lambda: NOW).delete_practice(ANA, attempt)
    after = desk.open(ANA, kept.id)
    assert after.now.waiting == ""
    assert after.now.minutes_left == 300


def test_what_came_in_is_booked_in_the_case_of_the_next_call(kept: KeptPortfolio) -> None:
    account = next(a for a in kept.now.accounts if len(a.lines) > 1)
    scenario = next(s for s in list_scenarios() if s.id == account.scenario)
    case = case_at_start(scenario, "MX", "es", account.seed, kept.now.days[0])
    paid = account.model_copy(update={"recovered": account.lines[0].amount + Decimal(10)})
    later = case_today(case, paid, kept.now.days[5])
    owed = sum(line.amount - line.paid for line in later.account.history) + later.account.late_fees
    assert owed == later.account.balance == paid.balance
    assert later.account.days_past_due == (kept.now.days[5] - account.lines[1].due).days
    assert later.account.due_date == account.lines[1].due
    assert case_today(case, account, kept.now.days[0]).account == case.account

"""Days: contacts, promises that fall due, debts that age, what cannot be done."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from scenarios.country import is_business_day
from simulator.portfolio.account import Due, Promise
from simulator.portfolio.acting import Action, act
from simulator.portfolio.answering import chance_kept, chance_of_promise
from simulator.portfolio.cannot import AccountClosed, DayIsOver, NoChannel, NothingPromised, NoTime
from simulator.portfolio.drawing import working_days
from simulator.portfolio.night import end_day
from simulator.portfolio.offers import promise_of, taken
from simulator.portfolio.portfolio import NoSuchAccount, Portfolio
from simulator.portfolio.queue import ORDERS, VIEWS, rows
from tests.simulator.portfolio.conftest import changed, drawn, one


def promised(portfolio: Portfolio, account_id: str, days: int = 0, **due: object) -> Portfolio:
    on = portfolio.today + timedelta(days=days)
    dues = (Due.model_validate({"on": on, "amount": 100, **due}),)
    return changed(portfolio, account_id, promise=Promise(offer="plan", made=portfolio.today, dues=dues))


def kinds(portfolio: Portfolio, account_id: str) -> list[str]:
    return [e.kind for e in portfolio.events if e.account == account_id]


@pytest.mark.parametrize("country", ["MX", "CL", "US"])
def test_the_days_are_twenty_business_days(country: str) -> None:
    days = working_days(country, date(2026, 11, 21))
    assert len(days) == 20
    assert all(is_business_day(day, country) for day in days)
    assert list(days) == sorted(set(days))
    assert days[0] == date(2026, 11, 23)


def test_a_call_takes_its_time_and_stands_in_the_log(portfolio: Portfolio) -> None:
    account = one(portfolio)
    now = act(portfolio, Action(account=account.id, task="call", moment="evening"))
    (contact,) = now.account(account.id).contacts
    assert portfolio.minutes_left - now.minutes_left == (30 if contact.reached else 12)
    assert contact.on == portfolio.today
    assert now.cost > 0
    assert now.account(account.id).known == contact.reached or account.known


def test_somebody_answers_sooner_or_later_and_some_promise(portfolio: Portfolio) -> None:
    now = portfolio
    for account in portfolio.accounts:
        if account.status == "open" and now.minutes_left < 30:
            now = end_day(now)
        if now.account(account.id).status == "open":
            now = act(now, Action(account=account.id, task="call", moment="evening"))
    answers = {c.answer for a in now.accounts for c in a.contacts}
    assert {"", "promise", "no"} <= answers


@pytest.mark.parametrize(("fate", "kind", "came"), [(100, "kept", 100), (40, "part", 40), (0, "broken", 0)])
def test_a_settled_fate_comes_true_on_its_day(portfolio: Portfolio, fate: int, kind: str, came: int) -> None:
    account = one(portfolio)
    now = end_day(promised(portfolio, account.id, fate=fate))
    assert kind in kinds(now, account.id)
    assert now.account(account.id).recovered == came
    assert now.account(account.id).broken == account.broken + (kind == "broken")


def test_a_late_payment_comes_on_its_later_day(portfolio: Portfolio) -> None:
    account = one(portfolio)
    now = end_day(promised(portfolio, account.id, fate=100, late=2))
    assert "kept" not in kinds(now, account.id)
    assert "kept" in kinds(end_day(end_day(now)), account.id)


def test_what_falls_due_at_the_weekend_is_known_on_monday(portfolio: Portfolio) -> None:
    account = one(portfolio)
    now = promised(portfolio, account.id, days=5, fate=100)
    for _ in range(4):
        now = end_day(now)
    assert now.today.weekday() == 4
    assert "kept" not in kinds(now, account.id)
    assert "kept" in kinds(end_day(now), account.id)


def test_paying_everything_closes_the_account_and_forgives_what_was_agreed(portfolio: Portfolio) -> None:
    account = one(portfolio)
    off = Decimal(50)
    due = Due(on=portfolio.today, amount=account.balance - off, fate=account.balance - off)
    promise = Promise(offer="discount", made=portfolio.today, dues=(due,), forgives=off)
    now = end_day(changed(portfolio, account.id, promise=promise)).account(account.id)
    assert (now.status, now.balance, now.forgiven) == ("paid", 0, off)


def test_payments_take_days_off_the_oldest_instalment(portfolio: Portfolio) -> None:
    account = next(a for a in portfolio.accounts if len(a.lines) > 1)
    paid = account.model_copy(update={"recovered": account.lines[0].amount})
    assert paid.days_past_due(portfolio.today) == (portfolio.today - account.lines[1].due).days
    assert paid.days_past_due(portfolio.today) < account.days_past_due(portfolio.today)


def test_what_cannot_be_paid_is_never_kept_and_a_reminder_helps(portfolio: Portfolio) -> None:
    account = one(portfolio)
    promise = promise_of(account, "extension", portfolio.today)
    assert promise is not None
    reminded = promise.model_copy(update={"reminded": True})
    assert chance_kept(account, promise, 2.0) == 0
    assert chance_kept(account, reminded, 0.5) > chance_kept(account, promise, 0.5)
    chances = [chance_kept(account, promise, share / 10) for share in range(20)]
    assert chances == sorted(chances, reverse=True)


def test_an_offer_that_fits_is_promised_more_often(portfolio: Portfolio) -> None:
    unable = one(portfolio).model_copy(update={"able": False, "max_instalments": 6})
    plan, all_at_once = (promise_of(unable, offer, portfolio.today) for offer in ("plan", "discount"))
    assert plan and all_at_once
    today = portfolio.today
    assert taken(unable, plan, today) <= taken(unable, all_at_once, today) + 1
    assert chance_of_promise(unable, plan, today, "call") > chance_of_promise(unable, all_at_once, today, "call")
    assert chance_of_promise(unable, plan, today, "call") > chance_of_promise(unable, plan, today, "email")


def test_what_was_left_alone_grows_older_and_colder(portfolio: Portfolio) -> None:
    account = one(portfolio)
    now = changed(portfolio, account.id, last_before=portfolio.today - timedelta(days=20))
    later = end_day(end_day(now)).account(account.id)
    assert later.commitment < account.commitment
    assert later.recovered or later.days_past_due(now.today) >= account.days_past_due(now.today)


def test_a_dispute_is_settled_by_a_hold() -> None:
    portfolio = drawn()
    account = next(a for a in portfolio.accounts if a.needs == "dispute")
    held = act(portfolio, Action(account=account.id, task="hold"))
    assert held.account(account.id).goodwill > account.goodwill
    now = held
    for _ in range(9):
        now = end_day(now)
    assert now.account(account.id).needs == ""
    assert now.account(account.id).status == "open"


def test_a_referral_takes_the_account_out_of_hand_and_costs(portfolio: Portfolio) -> None:
    account = next(
        a for a in portfolio.accounts
        if not a.promise and not a.needs and a.days_past_due(portfolio.today) < 60 and a.goodwill > 20
    )  # fmt: skip
    now = act(portfolio, Action(account=account.id, task="counsel"))
    assert now.cost > act(portfolio, Action(account=account.id, task="agency")).cost
    assert now.account(account.id).goodwill < account.goodwill, "too early"
    with pytest.raises(AccountClosed):
        act(now, Action(account=account.id, task="call"))
    for _ in range(9):
        now = end_day(now)
    assert {"referral_paid", "referral_failed"} & set(kinds(now, account.id))


def test_what_cannot_be_done_is_refused_in_both_languages(portfolio: Portfolio) -> None:
    account = one(portfolio)
    no_mail = changed(portfolio, account.id, channels=("call",))
    tired = portfolio.model_copy(update={"minutes_left": 5})
    over = portfolio.model_copy(update={"day": 20})
    for refused, at, task in (
        (NoChannel, no_mail, "email"), (NoTime, tired, "call"), (DayIsOver, over, "call"),
        (NothingPromised, portfolio, "reminder"),
    ):  # fmt: skip
        with pytest.raises(refused) as said:
            act(at, Action.model_validate({"account": account.id, "task": task}))
        assert said.value.in_language("es") != said.value.in_language("en")
    with pytest.raises(NoSuchAccount):
        act(portfolio, Action(account="zz", task="call"))
    with pytest.raises(DayIsOver):
        end_day(over)


def test_every_view_and_order_of_the_queue_can_be_shown(portfolio: Portfolio) -> None:
    now = end_day(portfolio)
    every = {a.id for a in now.accounts}
    for view in VIEWS:
        for order in ORDERS:
            shown = [row.account.id for row in rows(now, view, order)]
            assert len(shown) == len(set(shown))
            assert set(shown) <= every
    assert {row.account.id for row in rows(now, "all")} == every
    assert all(row.reason for row in rows(now, "plan"))


def test_a_payment_due_today_is_among_those_to_remind(portfolio: Portfolio) -> None:
    account = one(portfolio)
    now = promised(portfolio, account.id)
    assert account.id in {row.account.id for row in rows(now, "due_today")}
    assert next(row.reason for row in rows(now, "all") if row.account.id == account.id) == "remind"
    reminded = act(now, Action(account=account.id, task="reminder", moment="midday"))
    assert next(r.reason for r in rows(reminded, "all") if r.account.id == account.id) == "due_today"

"""Portfolio mode on the pages: take over, look, act, play, end the day, read the review."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from simulator.app_pages.portfolio_review import finding_beside
from simulator.i18n import translator
from simulator.portfolio.acting import Action, act
from simulator.portfolio.night import end_day
from simulator.portfolio.review import Compared
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown

ON = date(2026, 11, 23)


def taken_over(visit: Visit, country: str = "MX") -> AppTest:
    tab = visit(played.person_of(played.newcomer(visit)), "portfolios")
    tab.number_input(key="portfolio_seed").set_value(3).run()
    tab.date_input(key="portfolio_on").set_value(ON).run()
    tab.selectbox(key="portfolio_country").set_value(country).run()
    return tab.button(key="portfolio_start").click().run()


def portfolio_of(tab: AppTest) -> str:
    named = tab.query_params["portfolio"]
    return named if isinstance(named, str) else str(named[0])


def at(visit: Visit, tab: AppTest, **query: str) -> AppTest:
    """The same person and portfolio in a new tab: a refresh, or another window."""
    page = "portfolio_account" if "account" in query else query.pop("page", "portfolio")
    return visit(played.person_of(tab), page, portfolio=portfolio_of(tab), **query)


def ordinary(store: Store, tab: AppTest) -> str:
    kept = store.portfolios.get(portfolio_of(tab))
    assert kept is not None
    return next(a.id for a in kept.now.accounts if not a.promise and not a.needs and a.market == "consumer")


def test_a_portfolio_taken_over_shows_its_first_day(visit: Visit) -> None:
    tab = taken_over(visit)
    page = shown(tab)
    assert not tab.exception
    assert "Lunes 23 de noviembre" in page
    assert "Quedan 6 h 00 min hoy" in page
    assert page.count('class="owed"') == 12
    assert portfolio_of(tab)
    assert "Sus carteras" in shown(visit(played.person_of(tab), "portfolios"))


def test_every_view_of_the_queue_is_drawn(visit: Visit) -> None:
    tab = taken_over(visit)
    for view in ("all", "due_today", "high", "untouched"):
        tab.pills(key="view_es").set_value(view).run()
        assert not tab.exception
    tab.pills(key="view_es").set_value("all").run()
    tab.selectbox(key="order_es").set_value("balance").run()
    tab.button(key="queue_more").click().run()
    assert shown(tab).count('class="owed"') == 24


def test_a_contact_is_saved_and_said_and_takes_time(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    account = at(visit, tab, account=ordinary(store, tab))
    account.radio(key=f"moment_{ordinary(store, tab)}_0_0_es").set_value("evening")
    account.button(key="do_call").click().run()
    assert not account.exception
    assert 'role="status"' in shown(account)
    kept = store.portfolios.get(portfolio_of(tab))
    assert kept is not None
    assert kept.now.minutes_left < 360
    assert [c.moment for a in kept.now.accounts for c in a.contacts] == ["evening"]
    assert kept.version == 2


def test_a_rule_is_told_with_its_source_before_it_is_overstepped(visit: Visit, store: Store) -> None:
    tab = taken_over(visit, "CL")
    account_id = ordinary(store, tab)
    account = at(visit, tab, account=account_id)
    assert "Se salta una regla" not in shown(account)
    account.radio(key=f"moment_{account_id}_0_0_es").set_value("evening").run()
    page = shown(account)
    assert "Se salta una regla (Llamada" in page
    assert "Ley 19.496" in page
    assert "sin verificar" in page


def test_what_is_done_in_an_old_window_is_refused_and_nothing_is_lost(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    account = ordinary(store, tab)
    one, other = (at(visit, tab, account=account) for _ in range(2))
    one.button(key="do_statement").click().run()
    other.button(key="do_supervisor").click().run()
    assert "La cartera cambió mientras tanto" in shown(other)
    other.button(key="do_supervisor").click().run()
    kept = store.portfolios.get(portfolio_of(tab))
    assert kept is not None
    assert kept.now.account(account).supervised
    assert kept.version == 3


def test_a_note_is_kept_to_the_letter(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    account_id = ordinary(store, tab)
    account = at(visit, tab, account=account_id)
    account.text_area(key=f"portfolio_note_{account_id}").set_value("Llamar <b>después</b> de $500").run()
    account.button(key="do_note").click().run()
    again = at(visit, tab, account=account_id)
    assert again.text_area(key=f"portfolio_note_{account_id}").value == "Llamar <b>después</b> de $500"


def test_a_call_is_played_and_what_was_agreed_comes_back(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    account_id = ordinary(store, tab)
    call = at(visit, tab, account=account_id).button(key="play_call").click().run()
    assert "Volver a la cartera" in [link.proto.label for link in call.get("page_link")]
    attempt = store.attempts.get(played.attempt_of(call))
    kept = store.portfolios.get(portfolio_of(tab))
    assert attempt and kept
    assert (attempt.on, attempt.mode) == (ON, "practice")
    assert attempt.case["account"]["balance"] == float(kept.now.account(account_id).balance)
    day = at(visit, tab)
    assert "Tiene una llamada sin terminar" in shown(day)
    day.button(key="end_day").click().run()
    assert "Hay una llamada de esta cartera sin terminar" in shown(day)
    call.button(key="call").click().run()
    call.button(key="deed_end").click().run().button(key="end_yes").click().run()
    call.button(key="to_follow_up").click().run()
    call.text_area(key=f"note_{attempt.id}").set_value("Sin acuerdo. Se le llama el lunes.").run()
    call.button(key="finish").click().run()
    day = at(visit, tab)
    assert "Tiene una llamada sin terminar" not in shown(day)
    day.button(key="end_day").click().run()
    assert "Quedan 5 h 00 min: ¿terminar de todos modos?" in shown(day)
    assert "Martes 24 de noviembre" not in shown(day)
    day.button(key="end_day_now").click().run()
    assert "Martes 24 de noviembre" in shown(day)
    assert "Ver la llamada que hizo" in [
        link.proto.label for link in at(visit, tab, account=account_id).get("page_link")
    ]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_review_is_read_in_both_languages(visit: Visit, store: Store, language: str) -> None:
    tab = taken_over(visit, "CL")
    kept = store.portfolios.get(portfolio_of(tab))
    assert kept is not None
    now = kept.now
    for account in now.accounts[:8]:
        now = act(now, Action(account=account.id, task="call", moment="evening"))
    for _ in range(5):
        now = end_day(now)
    store.portfolios.save(kept.model_copy(update={"now": now}))
    page = at(visit, tab, page="portfolio_review")
    if language == "en":
        page.button(key="switch_language").click().run()
        page = at(visit, tab, page="portfolio_review")
    assert not page.exception
    words = shown(page)
    assert ("Three things to do better" if language == "en" else "Tres cosas para hacer mejor") in words
    assert "Ley 19.496" in words
    assert len(page.get("plotly_chart")) >= 2
    assert "accounts neglected" in str(page.expander) if language == "en" else True


def test_a_portfolio_that_is_over_shows_its_review(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    kept = store.portfolios.get(portfolio_of(tab))
    assert kept is not None
    now = kept.now
    while not now.over:
        now = end_day(now)
    store.portfolios.save(kept.model_copy(update={"now": now}))
    page = at(visit, tab)
    assert not page.exception
    assert "Repaso" in shown(page)
    assert not [b for b in page.button if b.key == "end_day"]
    account = at(visit, tab, account="a01")
    assert not [b for b in account.button if b.key == "do_call"]


def test_every_assumption_is_shown_and_nothing_is_forecast(visit: Visit) -> None:
    tab = taken_over(visit)
    page = shown(at(visit, tab, page="portfolio_assumptions"))
    assert "Nada de esto predice lo que harán personas reales" in page
    assert page.count("<li") >= 12


def test_the_hour_chosen_for_one_account_is_not_the_next_ones(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    account_id = ordinary(store, tab)
    account = at(visit, tab, account=account_id)
    account.radio(key=f"moment_{account_id}_0_0_es").set_value("evening")
    account.button(key="do_call").click().run()
    again = account.radio(key=f"moment_{account_id}_0_1_es")
    assert [option.split(",")[0] for option in again.options] == ["Noche"]
    other = at(visit, tab, account="a02" if account_id != "a02" else "a03")
    hours = [radio for radio in other.radio if (radio.key or "").startswith("moment_")]
    assert len(hours[0].options) == 4


def test_the_start_leads_to_the_portfolio_and_not_to_its_calls(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    call = at(visit, tab, account=ordinary(store, tab)).button(key="play_call").click().run()
    call.button(key="call").click().run()
    call.button(key="deed_end").click().run().button(key="end_yes").click().run()
    call.button(key="to_follow_up").click().run()
    call.text_area(key=f"note_{played.attempt_of(call)}").set_value("Sin acuerdo. Se le llama el lunes.").run()
    call.button(key="finish").click().run()
    assert "La cuenta sigue" not in shown(call)
    home = visit(played.person_of(tab))
    assert "Cuentas que siguen" not in shown(home)
    home.button(key="portfolio_on_with").click().run()
    assert portfolio_of(home) == portfolio_of(tab)


def test_a_portfolio_is_deleted_after_being_asked_once(visit: Visit, store: Store) -> None:
    tab = taken_over(visit)
    portfolio = portfolio_of(tab)
    page = visit(played.person_of(tab), "portfolios")
    page.button(key=f"delete_{portfolio}").click().run()
    assert store.portfolios.get(portfolio) is not None
    page.button(key=f"delete_now_{portfolio}").click().run()
    assert store.portfolios.get(portfolio) is None
    assert "Sus carteras" not in shown(page)


def test_the_finding_over_the_bars_counts_what_is_promised_too() -> None:
    own = Compared(strategy="", recovered=Decimal(50), awaited=Decimal(0))
    others = tuple(Compared(strategy=s, recovered=Decimal(40), awaited=Decimal(30)) for s in ("oldest", "highest"))
    said = finding_beside(translator("en"), own, others)
    assert said == "You recovered more than 2 of the 2 simple strategies; with what is promised, more than 0"


def test_somebody_elses_portfolio_and_an_unknown_one_are_refused_alike(visit: Visit) -> None:
    theirs = taken_over(visit)
    mine = played.person_of(played.newcomer(visit))
    for portfolio in (portfolio_of(theirs), "nothing"):
        assert "Esto no está entre lo suyo" in shown(visit(mine, "portfolio", portfolio=portfolio))
    assert "no está en la cartera" in shown(at(visit, theirs, account="zz"))

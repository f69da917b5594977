"""Portfolio mode: one's portfolios, and how to take over another."""

import datetime

import streamlit as st

from scenarios.values import Country, Language
from simulator.app_pages import names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, paragraph, show
from simulator.attempt_refusals import LARGEST_SEED
from simulator.home_country import nearest
from simulator.portfolio.kept import PortfolioSummary

BILINGUAL = ("US",)
DAYS = 20
DELETING = "portfolio_deleting"


def draw(visit: Visit) -> None:
    """What waits first; then how to take over another."""
    _ = visit.say
    title(_("Portfolio"), _("Sixty accounts, four weeks, six hours a day: nobody should be forgotten."))
    mine = portfolio_desk().mine(visit.actor)
    if mine:
        heading(_("Your portfolios"))
        _go_on(visit, mine)
        for kept in mine:
            _line(visit, kept)
        heading(_("Take over another one"))
    with st.container(border=True, key="portfolio_new"):
        show(
            items(
                [
                    _("Each morning you choose whom to contact, how, at what hour, and what to offer."),
                    _("Overnight promises are kept or broken, and what nobody looks after grows older."),
                    _("Up to twelve calls you play yourself, one a day at most. Each week ends with a review."),
                ]
            )
        )
        _choices(visit)


def _go_on(visit: Visit, mine: tuple[PortfolioSummary, ...]) -> None:
    """One click back to where one was."""
    _ = visit.say
    waiting = next((kept for kept in mine if kept.day < DAYS), None)
    if waiting and st.button(_("Go on with the day"), type="primary", key="portfolio_go_on"):
        visit.go("portfolio", portfolio=waiting.id)


def _line(visit: Visit, kept: PortfolioSummary) -> None:
    _ = visit.say
    state = _("finished") if kept.day >= DAYS else _("day {n} of {total}", n=kept.day + 1, total=DAYS)
    with st.container(horizontal=True, vertical_alignment="center", key=f"portfolio_{kept.id}"):
        visit.link("portfolio", names.country(_, kept.country), portfolio=kept.id)
        show(muted(f"{state} · {kept.created_at:%Y-%m-%d}"))
        if st.session_state.get(DELETING) == kept.id:
            show(paragraph(_("Delete it? Its played calls stay among your practice.")))
            st.button(_("Yes, delete"), key=f"delete_now_{kept.id}", on_click=_delete, args=(visit, kept.id))
        else:
            st.button(_("Delete"), type="tertiary", key=f"delete_{kept.id}", on_click=_ask, args=(kept.id,))


def _ask(portfolio_id: str) -> None:
    st.session_state[DELETING] = portfolio_id


def _delete(visit: Visit, portfolio_id: str) -> None:
    attempt_to(visit, lambda: portfolio_desk().delete(visit.actor, portfolio_id))


def _choices(visit: Visit) -> None:
    _ = visit.say
    countries = portfolio_desk().countries()
    with st.container(horizontal=True, vertical_alignment="bottom", key="portfolio_choices"):
        country = st.selectbox(
            _("Country"), countries, format_func=lambda code: names.country(_, code), index=_usual(visit, countries),
            key="portfolio_country", width=220,
        )  # fmt: skip
        language: Language = "en" if country in ("US", "GB") else "es"
        if country in BILINGUAL:
            language = st.selectbox(
                _("Language of the call"), ("en", "es"), format_func=lambda one: names.tongue(_, one),
                index=0 if visit.language == "en" else 1, key="portfolio_tongue", width=180,
            )  # fmt: skip
        st.button(_("Start"), type="primary", key="portfolio_start", on_click=_start, args=(visit, country, language))
    with st.expander(_("More options")):
        st.number_input(
            _("Portfolio number (leave empty for a new one)"), min_value=0, max_value=LARGEST_SEED, value=None, step=1,
            key="portfolio_seed", help=_("The same number and first day give the same sixty accounts again."),
        )  # fmt: skip
        st.date_input(
            _("First day (leave empty for today)"), value=None, min_value=datetime.date(2020, 1, 1),
            max_value=datetime.date(2099, 1, 1), key="portfolio_on", format="YYYY-MM-DD",
        )  # fmt: skip


def _usual(visit: Visit, countries: tuple[Country, ...]) -> int:
    return countries.index(nearest(visit.country, countries, visit.language))


def _start(visit: Visit, country: Country, language: Language) -> None:
    seed, on = st.session_state.get("portfolio_seed"), st.session_state.get("portfolio_on")

    def start() -> None:
        kept = portfolio_desk().start(visit.actor, country, language, seed, on)
        leave_for("portfolio", portfolio=kept.id)

    attempt_to(visit, start)

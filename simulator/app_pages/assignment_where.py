"""Where what is assigned takes place: where those work for whom it is, until another country is chosen."""

from typing import get_args

import streamlit as st

from scenarios.values import Country, Language
from simulator.app_pages import assign_words, names
from simulator.app_pages.opening import workspace
from simulator.app_pages.visit import Visit
from simulator.assignment_view import Choices
from simulator.home_country import where_they_work

COUNTRIES = get_args(Country)


def draw(visit: Visit, choices: Choices) -> tuple[Country, Language]:
    """Where those work for whom it is, until another country is chosen, or a scenario."""
    _ = visit.say
    settled = st.session_state.get("assign_elsewhere") or st.session_state.get("assign_scenarios")
    if not settled or "assign_country" not in st.session_state:
        st.session_state["assign_country"] = _home(visit, choices)
    country = st.selectbox(
        _("Country"), COUNTRIES, key="assign_country", format_func=lambda c: names.country(_, c),
        width=220, on_change=_elsewhere,
    )  # fmt: skip
    chosen: Language | None = None
    if country == "US":
        st.session_state.setdefault("assign_language", visit.language)
        chosen = st.selectbox(
            _("Language of the call"), ("en", "es"), key="assign_language",
            format_func=lambda lang: names.tongue(_, lang), width=180,
        )  # fmt: skip
    return country, assign_words.language_of(country, chosen)


def _home(visit: Visit, choices: Choices) -> Country:
    """The country of those chosen, else of all whom one may choose, else of the workspace, else one's own."""
    cohorts, people = st.session_state.get("assign_cohorts") or (), st.session_state.get("assign_people") or ()
    chosen = where_they_work(
        [one.time_zone for one in choices.cohorts if one.id in cohorts], [p for p in choices.people if p.id in people]
    )
    every = where_they_work([one.time_zone for one in choices.cohorts], choices.people)
    here = workspace()
    offered = here.countries[0] if here.countries else where_they_work([here.time_zone], ())
    usual: Country = "MX" if visit.language == "es" else "US"
    return chosen or every or offered or visit.country or usual


def _elsewhere() -> None:
    st.session_state["assign_elsewhere"] = True

"""What the fields of a new assignment begin with: another assignment, a scenario that was named, a day that follows."""

import datetime

import streamlit as st

from simulator import programmes
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.visit import Visit
from simulator.assignment_view import Choices

A_WEEK = 7
"""Days to the last one, where a programme does not say."""


def begin_with(visit: Visit) -> None:
    """The scenario that the address names, once, where it takes place."""
    named = st.query_params.get("scenario")
    one = next((s for s in assign_desk().assigning.scenarios(visit.actor) if s.id == named), None)
    if one is None or st.session_state.get("assign_named") == named:
        return
    home = visit.country
    st.session_state["assign_named"], st.session_state["assign_scenarios"] = named, [one.id]
    st.session_state["assign_country"] = home if home in one.countries else one.countries[0]


def prefill(visit: Visit, choices: Choices) -> None:
    """The fields as another assignment had them, or as the address says, once."""
    again = st.query_params.get("again")
    if not again and "assign_mode" not in st.session_state:
        asked, cohort = st.query_params.get("mode"), st.query_params.get("cohort")
        st.session_state["assign_mode"] = "assessed" if asked == "assessed" else "practice"
        if cohort in {one.id for one in choices.cohorts}:
            st.session_state["assign_cohorts"] = [cohort]
    if again and st.session_state.get("assign_again") != again:
        _as_before(visit, again)


def _as_before(visit: Visit, again: str) -> None:
    was = assign_desk().assigning.again(visit.actor, again)
    st.session_state["assign_again"], st.session_state["assign_elsewhere"] = again, True
    kept = {
        "what": "programme" if was.programme else "calls", "country": was.country, "scenarios": list(was.scenarios),
        "programme": was.programme or None, "cohorts": sorted(was.cohorts), "people": sorted(was.people),
        "mode": was.mode, "title": was.title, "attempts": was.attempts, "path": was.path, "same_case": was.same_case,
        "dial": was.dial, "exam": was.exam, "code": was.code, "language": was.language,
    }  # fmt: skip
    for name, value in kept.items():
        st.session_state[f"assign_{name}"] = value


def offer_due(opens: datetime.date, programme: str) -> None:
    """A last day that follows the first and what is assigned, for as long as nobody has chosen another."""
    known = {p.id: p.last_day for p in programmes.programmes()}
    offered = opens + datetime.timedelta(days=known.get(programme, A_WEEK))
    if st.session_state.get("assign_due_offered") == st.session_state.get("assign_due"):
        st.session_state["assign_due"] = offered
    st.session_state["assign_due_offered"] = offered


def key_of(name: str, default: object) -> str:
    """A field's key, standing at its default until it was changed."""
    st.session_state.setdefault(f"assign_{name}", default)
    return f"assign_{name}"

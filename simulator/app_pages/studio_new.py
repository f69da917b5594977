"""A new scenario: what it starts from."""

import streamlit as st

from scenarios.load import list_scenarios
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit, leave_for


def draw(visit: Visit) -> None:
    """Choose what to start from."""
    _ = visit.say
    visit.link("studio", _("All scenarios"))
    title(_("New scenario"))
    known = {s.id: s.title.get(visit.language, s.id) for s in list_scenarios()}
    source = st.selectbox(_("Start from"), list(known), format_func=known.__getitem__, key="new_source")
    st.button(_("Begin"), type="primary", key="new_go", on_click=_make, args=(visit, source))


def _make(visit: Visit, source: str) -> None:
    def make() -> None:
        leave_for("studio", scenario=authoring().duplicate(visit.actor, source).id, view="write")

    attempt_to(visit, make)

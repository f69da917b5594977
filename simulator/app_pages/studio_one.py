"""The head of one scenario's pages: what it is, where it stands, and the ways between its pages."""

import streamlit as st

from simulator.app_pages import studio_names
from simulator.app_pages.frame import title
from simulator.app_pages.opening import publishing
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.studio.kept import OwnScenario


def draw_head(visit: Visit, scenario: OwnScenario, view: str) -> None:
    """Title, standing, ways."""
    _ = visit.say
    with st.container(key="studio_wide"):
        visit.link("studio", _("All scenarios"))
    title(studio_names.title_of(scenario, visit.language))
    marks = "".join(f'<span class="status {one}">{plain(studio_names.status(_, one))}</span> '
                    for one in publishing().standing(visit.actor, scenario))  # fmt: skip
    show(f"<p>{marks}</p>")
    with st.container(key="studio_ways", horizontal=True):
        for name, label in studio_names.views(_).items():
            with st.container(key=f"way_{'here' if name == view else name}", width="content"):
                visit.link("studio", label, scenario=scenario.id, view=name)

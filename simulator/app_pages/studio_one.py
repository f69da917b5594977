"""The head of one scenario's pages: what it is, where it stands, and the ways between its pages."""

import streamlit as st

from simulator.app_pages import studio_names
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.opening import authoring, publishing
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, plain, show
from simulator.studio.kept import Looked

OWN, SHIPPED = ("write", "texts", "play", "see", "history"), ("see", "play", "text")


def ways(looked: Looked) -> tuple[str, ...]:
    """What one can look at, in order; the first is what one comes to."""
    return SHIPPED if looked.own is None else OWN


def draw_head(visit: Visit, looked: Looked, view: str) -> None:
    """Title, standing, ways."""
    _ = visit.say
    with st.container(key="studio_wide"):
        visit.link("studio", _("All scenarios"))
    title(studio_names.title_of(looked, visit.language))
    marks = publishing().standing(visit.actor, looked.own) if looked.own else ("shipped",)
    shown = "".join(f'<span class="status {one}">{plain(studio_names.status(_, one))}</span> ' for one in marks)
    show(f"<p>{shown}</p>")
    if looked.own is None:
        _copying(visit, looked)
    with st.container(key="studio_ways", horizontal=True):
        for name in ways(looked):
            with st.container(key=f"way_{'here' if name == view else name}", width="content"):
                visit.link("studio", studio_names.views(_)[name], scenario=looked.id, view=name)


def _copying(visit: Visit, looked: Looked) -> None:
    """It is only looked at; changes are made in a copy."""
    _ = visit.say
    show(muted(_("It stays as it is. To change something, make a copy: it is yours.")))
    with st.container(horizontal=True, vertical_alignment="center", key="shipped_do"):
        st.button(_("Copy it as it is"), key="shipped_copy", on_click=_copy, args=(visit, looked.id))
        visit.link("studio", _("Begin from it with the short form"), **{"from": looked.id})


def _copy(visit: Visit, named: str) -> None:
    def copy() -> None:
        leave_for("studio", scenario=authoring().duplicate(visit.actor, named).id, view="write")

    attempt_to(visit, copy)

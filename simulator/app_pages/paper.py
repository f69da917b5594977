"""The scorecard as a file to print, for its owner and for whoever may read it."""

import streamlit as st

from simulator.app_pages.opening import exporting
from simulator.app_pages.visit import Visit
from simulator.exporting import paper_name
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The button; the file is made when it is asked for."""
    _ = visit.say
    actor, desk, language = visit.actor, exporting(), visit.language

    def made() -> bytes:
        return desk.scorecard(actor, view.id, language).content

    label, name = _("Download to print (.pdf)"), paper_name(_, view)
    st.download_button(label, made, name, "application/pdf", key="paper", on_click="ignore")

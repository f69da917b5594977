"""One's own data: a copy of all that is kept, for its owner alone."""

import json

import streamlit as st

from simulator.app_pages.frame import heading
from simulator.app_pages.opening import person_data
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show


def draw(visit: Visit) -> None:
    """What is kept of one, and the button that brings it. The copy is made when it is asked for."""
    _ = visit.say
    heading(_("Your data"))
    show(muted(_("A file with all that is kept of you: calls, notes, scores.")))
    data, actor = person_data(), visit.actor

    def copied() -> bytes:
        return json.dumps(data.copy(actor, actor.id), ensure_ascii=False, indent=1).encode()

    st.download_button(
        _("Download a copy"),
        copied,
        file_name="acuerdo.json",
        mime="application/json",
        key="my_data",
        on_click="ignore",
    )

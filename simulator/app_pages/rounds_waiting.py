"""On the start page: the calibration rounds in which one has calls left to rate."""

import streamlit as st

from simulator.app_pages.opening import rounds
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show, strong


def draw(visit: Visit) -> None:
    """One card a round; nothing where none waits."""
    _ = visit.say
    for found, done, of in rounds().waiting(visit.actor):
        with st.container(border=True, key=f"rounds_{found.id}"):
            show(strong(_("A calibration round waits for you: {name}", name=found.name)))
            show(muted(_("{done} of {n} calls rated", done=done, n=of)))
            if st.button(_("Go on rating"), key=f"rate_on_{found.id}"):
                visit.go("calibrate", round=found.id)

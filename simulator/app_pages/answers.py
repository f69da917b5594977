"""On the start page: that a person answered what one had found wrong, and the way to the answer."""

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.opening import reviewing
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show, strong
from simulator.reviewing import Told


def draw(visit: Visit) -> None:
    """One card for each call with an answer that was not read yet; nothing where there is none."""
    _ = visit.say
    found: dict[str, list[Told]] = {}
    for one in reviewing().answers(visit.actor):
        found.setdefault(one.review.attempt_id, []).append(one)
    for attempt_id, told in found.items():
        with st.container(border=True, key=f"answered_{attempt_id}"):
            about = ", ".join(dict.fromkeys(_about(visit, one) for one in told))
            show(strong(_("A person answered you: {about}", about=about)))
            show(muted(_("You had said that something looked wrong. The answer is on the scorecard.")))
            if st.button(_("Read the answer"), key=f"read_answer_{attempt_id}"):
                visit.go("attempt", attempt=attempt_id)


def _about(visit: Visit, told: Told) -> str:
    _, review = visit.say, told.review
    return names.gate(_, review.about) if review.kind == "gate" else names.criterion(_, review.about)

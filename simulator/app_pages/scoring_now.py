"""Scoring a call on the page: a word that it is under way, and then the scorecard in place of the form."""

import streamlit as st

from scoring.transcript import FollowUp
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.visit import Visit
from simulator.view import AttemptView


def score_now(visit: Visit, view: AttemptView, given: FollowUp) -> None:
    """Score and draw anew; does not return. The form stays on the page meanwhile: what is refused is still in it."""
    _ = visit.say
    with st.spinner(_("Scoring…")):
        attempt_to(visit, lambda: visit.practice.finish(visit.actor, view.id, given))
    st.rerun()

"""One attempt, drawn by the phase it stands in. The address names it; everything is read from the store."""

import streamlit as st

from simulator.app_pages import branches, first_follow_up, guide, parts, prepare, privacy, result, talk, wrap_up
from simulator.app_pages.frame import title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show

PART = "part"


def draw(visit: Visit) -> None:
    """Prepare, talk, wrap up, result. A call just ended stays in view until the trainee goes on."""
    _ = visit.say
    attempt_id = st.query_params.get("attempt")
    if not attempt_id:
        title(_("No call is open"))
        show(muted(_("Choose a call to practise, or go on with one from the start page.")))
        visit.link("practise", _("Choose a call"))
        return
    view = visit.practice.open(visit.actor, attempt_id)
    if view.phase in ("prepare", "closed"):
        _way_back(visit, attempt_id)
    if parts.draw(visit, view):
        return
    privacy.draw(_, view.mode, assigned=view.assignment_id is not None)
    branches.draw_note(visit, view)
    if view.phase == "prepare":
        prepare.draw(visit, view)
    elif view.phase == "talk" or (view.phase == "wrap_up" and st.query_params.get(PART) != "follow_up"):
        beside = guide.place(view)
        talk.draw(visit, view)
        guide.draw(visit, view, beside)
    elif view.phase == "wrap_up":
        (first_follow_up if guide.guides(view) else wrap_up).draw(visit, view)
    else:
        if guide.guides(view):
            guide.draw_how_to_read(visit)
        result.draw(visit, view)


def _way_back(visit: Visit, attempt_id: str) -> None:
    """A call played for an account of a portfolio leads back to it."""
    _ = visit.say
    played_for = portfolio_desk().portfolio_of(visit.actor, attempt_id)
    if played_for:
        visit.link("portfolio", _("Back to the portfolio"), portfolio=played_for[0])

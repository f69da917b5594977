"""In the talk: who sits beside it, told without a pause; and asking a coach to sit beside one's practice."""

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.sitting_beside import Listener
from simulator.view import AttemptView

EVERY = 4.0
"""Seconds after which the page looks who is there."""


def draw(visit: Visit, view: AttemptView) -> None:
    """Who listens. Looked for again and again where somebody may come: in assessed calls, or once a coach is asked."""
    if view.mode == "assessed" or assign_desk().beside.listeners(visit.actor, view.id):
        _banner(visit, view)


def draw_ask(visit: Visit, view: AttemptView) -> None:
    """Asking a coach in, for practice."""
    _ = visit.say
    if view.mode != "practice":
        return
    coaches = assign_desk().beside.coaches(visit.actor)
    if not coaches:
        return
    with st.popover(_("Ask a coach in"), type="tertiary", key="beside_ask"):
        show(muted(_("They read this call as it runs, until you end it. You see when they are there.")))
        chosen = st.selectbox(
            _("Whom"), coaches, key=f"beside_whom_{view.id}",
            format_func=lambda coach: f"{coach.name} · {names.role(_, coach.role)}",
        )  # fmt: skip
        st.button(_("Ask"), key="beside_ask_go", on_click=_ask, args=(visit, view, chosen.id if chosen else ""))


@st.fragment(run_every=EVERY)
def _banner(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    there = assign_desk().beside.listeners(visit.actor, view.id)
    with st.container(key="beside_banner", horizontal=True, vertical_alignment="center"):
        show(f'<p class="beside" role="status">{plain(_words(visit, there))}</p>' if there else '<p role="status"></p>')
        if view.mode == "practice" and there:
            st.button(_("Go on alone"), key="beside_end", type="tertiary", on_click=_end, args=(visit, view))


def _words(visit: Visit, there: tuple[Listener, ...]) -> str:
    _ = visit.say
    listening = [one.name for one in there if one.listening]
    if listening:
        return _("Listening now: {names}", names=", ".join(listening))
    return _("Asked in: {names}", names=", ".join(one.name for one in there))


def _ask(visit: Visit, view: AttemptView, coach_id: str) -> None:
    attempt_to(visit, lambda: assign_desk().beside.invite(visit.actor, view.id, coach_id))


def _end(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: assign_desk().beside.end(visit.actor, view.id))

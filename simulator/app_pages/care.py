"""Calls in which care comes before collecting: a word to the trainee, and a way out that leaves no mark."""

import streamlit as st

from scenarios.country import format_full_date
from scenarios.values import localized
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import helplines
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import facts, muted, paragraph, show, strong
from simulator.helplines import Helpline
from simulator.view import AttemptView


def asked_for(view: AttemptView) -> bool:
    """Whether this call is one of those."""
    return bool(view.scenario.care)


def draw_word(visit: Visit, view: AttemptView) -> None:
    """The scenario's word of support, in the screen's language where it has one."""
    _ = visit.say
    words = localized(view.scenario.care, visit.language, view.country) or next(iter(view.scenario.care.values()), "")
    if words:
        with st.container(border=True, key="care"):
            show(strong(_("A word for you")), paragraph(words, "body"))
            draw_helplines(visit, view)


def draw_helplines(visit: Visit, view: AttemptView) -> None:
    """The helplines that the agency names for the country, each with the day it was checked."""
    if not asked_for(view):
        return
    _ = visit.say
    named = helplines().get(view.country, ())
    heading(_("Helplines"))
    if not named:
        show(muted(_("Your agency has named none for this country yet. Ask your coach which one to pass on.")))
        return
    show(facts((line.name, _line(visit, view, line)) for line in named))


def _line(visit: Visit, view: AttemptView, line: Helpline) -> str:
    _ = visit.say
    day = format_full_date(line.as_of, visit.language, view.country)
    checked = _("not checked since {day}", day=day) if line.stale(view.on) else _("checked on {day}", day=day)
    return " · ".join(part for part in (line.phone, line.hours, checked) if part)


def draw_way_out(visit: Visit, view: AttemptView) -> None:
    """A button that leaves the call: nothing of it is kept."""
    _ = visit.say
    if asked_for(view) and view.mode == "practice":
        st.button(
            _("Step out"),
            key="step_out",
            type="tertiary",
            on_click=_leave,
            args=(visit, view),
            help=_("Leave this call whenever you need to. Nothing of it is kept or marked."),
        )


def _leave(visit: Visit, view: AttemptView) -> None:
    def leave() -> None:
        visit.practice.delete_practice(visit.actor, view.id)
        leave_for("home")

    attempt_to(visit, leave)

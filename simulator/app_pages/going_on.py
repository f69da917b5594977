"""The account goes on: why it is due again, and calling again on that day; on the scorecard and on the start page."""

import streamlit as st

from simulator.app_pages import contact_words
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, paragraph, show, strong
from simulator.contacts import Waiting
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """On the scorecard of a finished contact: the next one, or that there is none."""
    _ = visit.say
    if view.state is None or view.disposition is None or view.owner_id != visit.me.id:
        return
    if visit.practice.contacts.in_portfolio(view.id):
        return
    then = visit.practice.contacts.next(visit.actor, view.id)
    heading(_("The account goes on") if then.on else _("The account ends here"))
    with st.container(border=True, key="goes_on"):
        if then.on is None:
            show(paragraph(contact_words.why(_, then, view.country)))
            return
        day = contact_words.day_in_words(_, then.on, view.country)
        show(strong(_("Contact {n}: {day}", n=then.number, day=day)))
        show(paragraph(contact_words.why(_, then, view.country)))
        if then.wished and then.on > then.wished:
            show(muted(_("Before that day the rules of contact, as noted here, speak against it.")))
        made = visit.practice.contacts.made(visit.actor, view.id)
        label = _("Open contact {n}", n=then.number) if made else _("Go on to that day")
        st.button(label, key="go_on", on_click=_go_on, args=(visit, view.id))


def draw_waiting(visit: Visit) -> None:
    """On the start page: the accounts that are due again."""
    _ = visit.say
    waiting = visit.practice.contacts.waiting(visit.actor)
    if not waiting:
        return
    heading(_("Accounts that go on"))
    for one in waiting:
        _line(visit, one)


def _line(visit: Visit, one: Waiting) -> None:
    _ = visit.say
    country = one.last.country
    with st.container(border=True, key=f"waits_{one.last.id}"):
        day = contact_words.day_in_words(_, one.then.on, country)
        when = _("Contact {n}: {day}", n=one.then.number, day=day)
        show(
            strong(f"{one.debtor} · {when}"),
            paragraph(contact_words.why(_, one.then, country), "muted"),
        )
        st.button(_("Go on to that day"), key=f"go_on_{one.last.id}", on_click=_go_on, args=(visit, one.last.id))


def _go_on(visit: Visit, attempt_id: str) -> None:
    def go_on() -> None:
        view = visit.practice.contacts.go_on(visit.actor, attempt_id)
        leave_for("attempt", attempt=view.id)

    attempt_to(visit, go_on)

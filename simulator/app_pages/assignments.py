"""Assignments for those who make them: each with how far its people are."""

import streamlit as st

from simulator.app_pages import assign_words, assignment_new, assignment_one
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import label, muted, plain, show
from simulator.assignment_view import Overview

SHOWN = 40


def draw(visit: Visit) -> None:
    """One where the address names one, a new one where it asks for it, else all."""
    if "new" in st.query_params:
        assignment_new.draw(visit)
    elif st.query_params.get("assignment"):
        assignment_one.draw(visit, st.query_params["assignment"])
    else:
        _all(visit)


def _all(visit: Visit) -> None:
    _ = visit.say
    desk = assign_desk()
    found = desk.assigning.all(visit.actor)
    title(_("Assignments"), _("Calls and programmes for your people: what was asked, and how far they are."))
    with st.container(horizontal=True, key="assign_ways"):
        if st.button(_("Assign something"), type="primary", key="assign_new"):
            visit.go("assignments", new="1")
        if st.button(_("Calls to sit beside"), key="assign_beside"):
            visit.go("beside")
    standing = sorted((o for o in found if o.assignment.withdrawn_at is None), key=_attention)
    if not standing:
        show(muted(_("Nothing is assigned yet. Begin with one call for one person.")))
    for one in standing[:SHOWN]:
        _line(visit, one)
    if len(standing) > SHOWN:
        show(muted(_("{n} older ones are not shown.", n=len(standing) - SHOWN)))
    withdrawn = [one for one in found if one.assignment.withdrawn_at is not None]
    if withdrawn:
        with st.expander(_("Withdrawn ({n})", n=len(withdrawn))):
            for one in withdrawn[:SHOWN]:
                _line(visit, one)


def _attention(one: Overview) -> tuple[bool, int, bool, float, float]:
    """What is late first, then what is not done by when it is due, then the latest."""
    of = one.assignment
    due = of.due_at.timestamp() if of.due_at else 0.0
    return (one.done == len(one.people), -one.late, of.due_at is None, due, -of.created_at.timestamp())


def _line(visit: Visit, one: Overview) -> None:
    _ = visit.say
    of = one.assignment
    with st.container(key=f"handed_{of.id}"):
        visit.link("assignments", label(assign_words.title_of(visit, of)), assignment=of.id)
        whom = [*one.cohorts, *([_.plural("{n} person", "{n} people", len(one.people))] if one.people else [])]
        about = [assign_words.kind(_, of), *whom, assign_words.due(visit, of)]
        show(muted(" · ".join(about)), _meter(visit, one))


def _meter(visit: Visit, one: Overview) -> str:
    """How many are done, as a bar and in words."""
    _ = visit.say
    people = len(one.people)
    if not people:
        return muted(_("Nobody is in it now."))
    part = round(one.done / people * 20) * 5
    late = [_.plural("{n} late", "{n} late", one.late)] if one.late else []
    words = " · ".join([_("{done} of {n} people done", done=one.done, n=people), *late])
    return f'<p class="so-far"><span class="bar"><i class="p{part}"></i></span><span>{plain(words)}</span></p>'

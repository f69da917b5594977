"""One assignment as whoever has to do it sees it: every call, by day where it is a programme."""

from itertools import groupby

import streamlit as st

from simulator.app_pages import assign_words, assigned_home
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong
from simulator.assigned import TaskState
from simulator.assigned_to_me import Mine


def draw(visit: Visit) -> None:
    """The assignment that the address names."""
    _ = visit.say
    one = assign_desk().todo.one(visit.actor, st.query_params.get("assignment", ""))
    of, standing = one.assignment, one.standing
    by = [_("from {name}", name=one.by_name)] if one.by_name else []
    done = assign_words.how_many(visit, standing.done, len(standing.needed))
    title(assign_words.title_of(visit, of), " · ".join([assign_words.due_here(visit, of), done, *by]))
    if standing.complete:
        show(paragraph(_("You have done all of it."), "body"))
    following = standing.next
    for day, states in groupby(standing.tasks, key=lambda state: state.task.day):
        _day(visit, one, day)
        for state in states:
            _task(visit, one, state, primary=state is following)
    visit.link("home", _("Back to the start"))


def _day(visit: Visit, one: Mine, day: int) -> None:
    _ = visit.say
    found = next((d for d in one.assignment.days if d.day == day), None)
    if found is None:
        return
    heading(_("Day {n}: {title}", n=day, title=found.title.get(visit.language, "")))
    note = found.note.get(visit.language, "")
    if note:
        show(paragraph(note, "muted"))


def _task(visit: Visit, one: Mine, state: TaskState, *, primary: bool) -> None:
    _ = visit.say
    waits = assign_words.why(visit, state, one.assignment.country)
    ready = state.open_id or (not state.why and (not state.done or state.task.mode == "assessed"))
    with st.container(border=True, key=f"task_{state.number}"):
        done = _("done")
        mark = f'<span class="done">{plain(done)}</span>' if state.done else ""
        show(f'<div class="task-head">{strong(assign_words.scenario_title(visit, state.task.scenario))}{mark}</div>')
        about = [_("assessed") if state.task.mode == "assessed" else _("practice")]
        if state.task.attempts > 1 and state.left and not state.why:
            about.append(_.plural("{n} attempt left", "{n} attempts left", state.left))
        show(muted(" · ".join([*about, *([waits] if waits else [])])))
        if ready:
            show(muted(assign_words.who_sees(_, state.task)))
            assigned_home.draw_begin(visit, one, state, primary=primary)

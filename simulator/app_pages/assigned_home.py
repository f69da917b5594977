"""What is assigned to whoever is here, at the top of the start page: what comes next, until when, who sees it."""

import streamlit as st

from simulator.access.refusals import TooManyTries
from simulator.app_pages import assign_words
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import label, muted, paragraph, plain, show, strong
from simulator.assigned import TaskState
from simulator.assigned_to_me import Mine

SHOWN = 3
"""Assignments with a card of their own; the others are a line each."""


def draw(visit: Visit) -> bool:
    """Draw what is assigned; whether there is something to do now, which is then the page's first action."""
    _ = visit.say
    mine = assign_desk().todo.mine(visit.actor)
    if not mine:
        return False
    open_ones = [one for one in mine if not one.standing.complete or _open(one)]
    heading(_("Assigned to you"))
    ready = next((one for one in open_ones if one.standing.next), None)
    for one in open_ones[:SHOWN]:
        _card(visit, one, primary=one is ready)
    for one in open_ones[SHOWN:]:
        _line(visit, one)
    if not open_ones:
        show(paragraph(_("You have done everything that was assigned to you."), "body"))
    for one in mine:
        if one not in open_ones:
            _line(visit, one)
    return ready is not None


def draw_cleared(visit: Visit) -> None:
    """Whether one is cleared for live contacts, wherever one made assessed calls."""
    _ = visit.say
    held = assign_desk().clearing.mine(visit.actor)
    if held:
        heading(_("Live contacts"))
        show("".join(paragraph(assign_words.clearance(_, one), "body") for one in held))


def draw_begin(visit: Visit, one: Mine, state: TaskState, *, primary: bool) -> None:
    """The way into a task: the code where one is asked, and the button."""
    _ = visit.say
    key = f"{one.assignment.id}_{state.number}"
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"begin_{key}"):
        if one.asks_code(state):
            st.text_input(_("The invigilator's code"), key=f"code_{key}", max_chars=12, width=200, autocomplete="off")
        st.button(
            _("Go on") if state.open_id else _("Begin"), type="primary" if primary else "secondary",
            key=f"do_{key}", on_click=_begin, args=(visit, one, state, f"code_{key}"),
        )  # fmt: skip


def _card(visit: Visit, one: Mine, *, primary: bool) -> None:
    _ = visit.say
    of, standing = one.assignment, one.standing
    with st.container(border=True, key=f"assigned_{of.id}"):
        by = [_("from {name}", name=one.by_name)] if one.by_name else []
        remind = assign_words.reminder(visit, of)
        due = [assign_words.due_here(visit, of)] if of.due_at and not remind else []
        about = [*due, assign_words.how_many(visit, standing.done, len(standing.needed)), *by]
        show(strong(assign_words.title_of(visit, of)), muted(" · ".join(about)))
        if remind:
            show(f'<p class="remind">{plain(remind)}</p>')
        following = standing.next
        if following is None:
            show(paragraph(_waits(visit, one), "body"))
        else:
            show(_next_words(visit, one, following), muted(assign_words.who_sees(_, following.task)))
            draw_begin(visit, one, following, primary=primary)
        if len(of.tasks) > 1:
            visit.link("assigned", _("See all of it"), assignment=of.id)


def _next_words(visit: Visit, one: Mine, state: TaskState) -> str:
    """What comes next; of a programme the day's word, of several calls the title."""
    _, of = visit.say, one.assignment
    day = next((d for d in of.days if d.day == state.task.day), None)
    title = assign_words.scenario_title(visit, state.task.scenario)
    if day is None:
        return paragraph(title, "body") if len(of.tasks) > 1 or of.title else ""
    head = _("Day {n}: {title}", n=day.day, title=day.title.get(visit.language, ""))
    note = day.note.get(visit.language, "")
    return paragraph(head, "chart-title") + (paragraph(note, "body") if note else "") + paragraph(title, "body")


def _waits(visit: Visit, one: Mine) -> str:
    """Nothing can be begun now: what it waits for."""
    _ = visit.say
    left = [s for s in one.standing.tasks if not s.done]
    waits = next((s for s in left if s.why == "day"), None)
    if waits and waits.opens_on:
        day = assign_words.day_words(_, waits.opens_on, one.assignment.country)
        return _("That is all for today. It goes on {day}.", day=day)
    shut = next((s for s in left if s.why in ("not_open", "closed", "used_up")), None)
    if shut and shut.why == "not_open":
        opens = one.assignment.opens_at.astimezone(visit.now.tzinfo).date()
        return _("It opens {day}.", day=assign_words.day_words(_, opens, one.assignment.country))
    return _("There is nothing you can do here now. If something got in the way, tell whoever assigned it.")


def _line(visit: Visit, one: Mine) -> None:
    _ = visit.say
    of, standing = one.assignment, one.standing
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{of.id}"):
        visit.link("assigned", label(assign_words.title_of(visit, of)), assignment=of.id)
        state = _("done") if standing.complete else assign_words.due_here(visit, of)
        show(muted(f"{'✓ ' if standing.complete else ''}{state}"))


def _open(one: Mine) -> bool:
    return any(state.open_id for state in one.standing.tasks)


def _begin(visit: Visit, one: Mine, state: TaskState, code: str) -> None:
    typed = str(st.session_state.get(code) or "")

    def begin() -> None:
        view = assign_desk().todo.start(visit.actor, one.assignment.id, state.number, typed)
        leave_for("attempt", attempt=view.id)

    refused = attempt_to(visit, begin)
    if refused is None or isinstance(refused, TooManyTries):
        st.session_state.pop(code, None)

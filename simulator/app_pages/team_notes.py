"""Coaching notes: kept among coaches, or shared; the trainee reads the shared ones on the progress page."""

from textwrap import shorten

import streamlit as st

from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import team_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show, strong
from simulator.coaching_notes import LONGEST
from simulator.team.kept import CoachingNote, Member

NEW, SHARED, EDITING, EDIT = "note_new", "note_shared", "note_editing", "note_edit"
OPEN, BEGINNING = 3, 160
"""Notes that stand open on the trainee's page; characters of a note on the start page."""


def draw(visit: Visit, member: Member) -> None:
    """All notes about a trainee, and a place for a new one."""
    _ = visit.say
    heading(_("Coaching notes"))
    with st.form("note", border=True):
        st.text_area(_("What you saw and what you agreed"), key=NEW, max_chars=LONGEST, height=110)
        st.toggle(_("Share with {name}", name=member.name), key=SHARED)
        st.form_submit_button(_("Save the note"), key="note_go", on_click=_write, args=(visit, member.id))
    for note in team_desk().notes.about(visit.actor, member.id):
        _note(visit, note)


def draw_shared(visit: Visit) -> None:
    """On the trainee's own page: what coaches shared, the latest open; to see them is to have read them."""
    _, desk = visit.say, team_desk().notes
    notes = desk.shared_with(visit.actor)
    if not notes:
        return
    heading(_("Notes from your coach"))
    show("".join(_as_read(visit, note, _author(visit, note)) for note in notes[:OPEN]))
    if len(notes) > OPEN:
        with st.expander(_.plural("{n} earlier note", "{n} earlier notes", len(notes) - OPEN), key="earlier_notes"):
            show("".join(_as_read(visit, note, _author(visit, note)) for note in notes[OPEN:]))
    desk.read(visit.actor)


def draw_told(visit: Visit) -> None:
    """On the start page: that a coach wrote, with the beginning of it; nothing once it was read."""
    _ = visit.say
    notes = team_desk().notes.unread(visit.actor)
    if not notes:
        return
    with st.container(border=True, key="note_told"):
        show(strong(_("{name} wrote to you", name=_author(visit, notes[0]))))
        show(paragraph(shorten(notes[0].text, BEGINNING, placeholder=" …"), "body"))
        if len(notes) > 1:
            show(muted(_.plural("and {n} more note", "and {n} more notes", len(notes) - 1)))
        if st.button(_("Read it under Progress"), key="note_read"):
            visit.go("progress")


def _note(visit: Visit, note: CoachingNote) -> None:
    _ = visit.say
    who = _("shared with the trainee") if note.shared else _("for coaches only")
    show(_as_read(visit, note, f"{_author(visit, note)} · {who}"))
    if note.author_id != visit.me.id:
        return
    if st.session_state.get(EDITING) == note.id:
        _edit(visit, note)
        return
    with st.container(horizontal=True, key=f"beside_note_{note.id}", gap="xxsmall"):
        st.button(_("Change"), key=f"change_{note.id}", type="tertiary", on_click=_begin, args=(note,))
        label = _("Stop sharing") if note.shared else _("Share")
        st.button(label, key=f"turn_{note.id}", type="tertiary", on_click=_turn, args=(visit, note))
        with st.popover(_("Delete"), type="tertiary", key=f"ask_{note.id}"):
            show(muted(_("It will be gone, for the trainee too.")))
            st.button(_("Yes, delete"), key=f"drop_{note.id}", on_click=_drop, args=(visit, note))


def _as_read(visit: Visit, note: CoachingNote, who: str) -> str:
    _ = visit.say
    changed = " · " + _("changed") if note.version > 1 else ""
    beneath = muted(f"{note.created_at:%Y-%m-%d} · {who}{changed}")
    return f'<div class="coaching-note">{paragraph(note.text)}{beneath}</div>'


def _author(visit: Visit, note: CoachingNote) -> str:
    _ = visit.say
    return team_desk().notes.author(note) or _("somebody who left")


def _edit(visit: Visit, note: CoachingNote) -> None:
    _ = visit.say
    with st.form(f"edit_{note.id}", border=True):
        st.text_area(_("What you saw and what you agreed"), key=EDIT, max_chars=LONGEST, height=110)
        with st.container(horizontal=True):
            st.form_submit_button(_("Save the note"), key="edit_go", on_click=_save, args=(visit,))
            st.form_submit_button(_("Leave it as it was"), key="edit_no", type="tertiary", on_click=_end)


def _begin(note: CoachingNote) -> None:
    st.session_state[EDITING], st.session_state[EDIT], st.session_state["note_seen"] = note.id, note.text, note


def _end() -> None:
    st.session_state.pop(EDITING, None)


def _write(visit: Visit, profile_id: str) -> None:
    """What was typed stays where it is refused."""
    text, shared = str(st.session_state[NEW]), bool(st.session_state[SHARED])
    if attempt_to(visit, lambda: team_desk().notes.write(visit.actor, profile_id, text, shared=shared)) is None:
        st.session_state[NEW], st.session_state[SHARED] = "", False


def _save(visit: Visit) -> None:
    """Against the note as it was when it was opened, so that a change made elsewhere is seen."""
    seen: CoachingNote = st.session_state["note_seen"]
    text = str(st.session_state[EDIT])
    if attempt_to(visit, lambda: team_desk().notes.change(visit.actor, seen, text, shared=seen.shared)) is None:
        _end()


def _turn(visit: Visit, note: CoachingNote) -> None:
    attempt_to(visit, lambda: team_desk().notes.change(visit.actor, note, note.text, shared=not note.shared))


def _drop(visit: Visit, note: CoachingNote) -> None:
    attempt_to(visit, lambda: team_desk().notes.delete(visit.actor, note.id))

"""One assessed call, whole, with the review of each criterion and each possible breach beside its evidence."""

import streamlit as st

from simulator.app_pages import findings, mood_line, names, note_table, paper, replay, review_form, reviewed, summary
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import reviewing
from simulator.app_pages.reviewed import Against, day
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show, strong
from simulator.reviewing import Reviewable


def draw(visit: Visit, attempt_id: str) -> None:
    """What waits for a decision, then every criterion, then the call and the note."""
    _ = visit.say
    with st.container(key="way_scorecards"):
        visit.link("scorecards", _("All scorecards"))
    call = reviewing().call(visit.actor, attempt_id)
    against, view, card = reviewed.against(visit, call.view), call.view, call.kept.in_force
    title(f"{call.trainee} · {replay.heading_of(view, visit.language)}", _lead(visit, call))
    show('<span id="quoted"></span>', summary.at_a_glance(visit, view, card))
    if call.rubric is None:
        gone = _("The rubric of this scorecard is gone: it can be read, but not decided until it is scored again.")
        show(f'<div class="notice">{paragraph(gone)}</div>')
    _gates(visit, call)
    heading(_("Skills, one by one"))
    for judgement in card.judgements:
        with st.container(key=f"reviewed_{judgement.criterion}"):
            _criterion(visit, call, judgement.criterion, against)
    heading(_("The call"))
    _talk(visit, call)
    paper.draw(visit, view)


def _lead(visit: Visit, call: Reviewable) -> str:
    _ = visit.say
    closed = call.view.closed_at
    when = day(_, closed, call.view.country) if closed else ""
    parts = (when, names.country(_, call.view.country), names.disposition(_, call.view.disposition))
    return " · ".join(part for part in parts if part)


def _gates(visit: Visit, call: Reviewable) -> None:
    """Every gate that the program saw or a person did, those that stand as on the trainee's own scorecard."""
    _ = visit.say
    standing = {gate.id: gate for gate in call.kept.in_force.gates}
    seen = {gate.id: gate for gate in call.kept.scorecard.gates}
    for name in {**seen, **standing}:
        with st.container(border=True, key=f"gate_{name}"):
            if name in standing:
                findings.draw_gate(visit, call.view, standing[name])
            else:
                show(strong(names.gate(_, name)), findings.quoted(_, seen[name].evidence))
                show(reviewed.lines(_, call.about("gate", name), call.view.country))
            review_form.draw(visit, call, "gate", name)


def _criterion(visit: Visit, call: Reviewable, criterion: str, against: Against) -> None:
    """What was found on the left, the decision on the right; one beneath the other where the screen is narrow."""
    judgement = call.kept.in_force.judgement(criterion)
    weight = call.rubric.of(criterion) if call.rubric else None
    levels = weight.levels.get(visit.language, ()) if weight else ()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        findings.draw_criterion(visit, call.view, judgement, tuple(levels), against)
    with right:
        review_form.draw(visit, call, "criterion", criterion)


def _talk(visit: Visit, call: Reviewable) -> None:
    _ = visit.say
    view = call.view
    with st.expander(_("Read the call"), key="fold_call", expanded=True):
        replay.draw(visit, view)
    note = view.follow_up.note if view.follow_up else ""
    with st.expander(_("The follow-up against the call"), key="fold_note"):
        show(strong(_("Note")), paragraph(note) if note else muted(_("The note is empty.")))
        note_table.draw(visit, view, call.kept.in_force)
    if mood_line.any_to_show(view):
        with st.expander(_("How the debtor felt"), key="fold_mood"):
            mood_line.draw(visit, view)
    named = call.rubric.title[visit.language] if call.rubric else call.kept.scorecard.rubric
    show(muted(_("{rubric}, version {n}.", rubric=named, n=call.kept.scorecard.rubric_version)))

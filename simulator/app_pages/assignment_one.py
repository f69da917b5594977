"""One assignment as whoever made it sees it: who is how far, what to read, and what can be changed."""

import datetime

import streamlit as st

from simulator.access.roster import as_csv
from simulator.app_pages import assign_words, assignment_flags, names
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.assignment_new import CODE
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import now
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import facts, label, muted, paragraph, plain, show
from simulator.assigned import last_day, local
from simulator.assignment_view import OfPerson, Overview, Result
from simulator.clearing import Held

SHOWN = 60


def draw(visit: Visit, assignment_id: str) -> None:
    """What it is, its people, what to look at, what can be done with it."""
    _ = visit.say
    one = assign_desk().assigning.open(visit.actor, assignment_id)
    with st.container(key="way_assignments"):
        visit.link("assignments", _("All assignments"))
    title(assign_words.title_of(visit, one.assignment), _lead(visit, one))
    _code(visit, assignment_id)
    heading(_("People"))
    _people(visit, one)
    if one.assignment.assessed:
        assignment_flags.draw(visit, assignment_id)
    heading(_("About it"))
    _about(visit, one)
    if one.mine and one.assignment.withdrawn_at is None:
        _changes(visit, one)
    if st.button(_("Assign it again"), key="assign_duplicate"):
        visit.go("assignments", new="1", again=assignment_id)


def _lead(visit: Visit, one: Overview) -> str:
    _ = visit.say
    if one.assignment.withdrawn_at is not None:
        return _("Withdrawn: nobody is asked for it. Calls that were begun can be finished.")
    done = _("{done} of {n} people done", done=one.done, n=len(one.people))
    return " · ".join([assign_words.kind(_, one.assignment), done, assign_words.due(visit, one.assignment)])


def _code(visit: Visit, assignment_id: str) -> None:
    """The invigilator's code, where it was just made."""
    _ = visit.say
    made = st.session_state.get(CODE)
    if made and made[0] == assignment_id:
        with st.container(border=True, key="invigilators_code"):
            show(paragraph(_("The invigilator's code. Write it down: it is not shown again."), "body"))
            st.code(made[1], language=None, wrap_lines=True)


def _people(visit: Visit, one: Overview) -> None:
    _ = visit.say
    if not one.people:
        show(muted(_("Nobody is in it now. Whoever joins the cohort gets it.")))
        return
    held = assign_desk().clearing.of(visit.actor, [p.profile_id for p in one.people]) if one.assignment.assessed else ()
    for person in one.people[:SHOWN]:
        _person(visit, one, person, held)
    if len(one.people) > SHOWN:
        show(muted(_("{n} more people are in the file.", n=len(one.people) - SHOWN)))
    st.download_button(
        _("Download the list (CSV)"), as_csv(*_as_rows(visit, one)), file_name="assignment.csv", mime="text/csv",
        key="assign_csv", type="tertiary",
    )  # fmt: skip


def _person(visit: Visit, one: Overview, person: OfPerson, held: tuple[Held, ...]) -> None:
    _ = visit.say
    with st.container(key=f"doer_{person.profile_id}"):
        words = _state(visit, one, person)
        show(
            f'<p class="doer"><b dir="auto">{plain(person.name)}</b>'
            f'<span class="{_style(person)}">{plain(words)}</span></p>'
        )
        for mine in held:
            if mine.profile_id == person.profile_id and mine.country == one.assignment.country:
                show(muted(assign_words.clearance(_, mine)))
        with st.container(horizontal=True, key=f"calls_{person.profile_id}", gap="small"):
            for result in person.results:
                _call(visit, one, result)


def _call(visit: Visit, one: Overview, result: Result) -> None:
    """The way to an assessed call: to read it, or to sit beside it while it runs."""
    _ = visit.say
    name = assign_words.scenario_title(visit, one.assignment.tasks[result.task].scenario)
    if result.closed:
        total = _("not assessed") if result.total is None else _("{n} of 100", n=round(result.total))
        words = f"{name} · {total} · {result_words(visit, result.result)}"
        visit.link("scorecards", label(words), attempt=result.attempt_id)
    elif result.talking:
        visit.link("beside", label(_("{title}: on the call now. Sit beside", title=name)), attempt=result.attempt_id)
    else:
        show(muted(_("{title}: begun", title=name)))


def result_words(visit: Visit, result: str) -> str:
    """What a call came to, in a word."""
    _ = visit.say
    return {
        "passed": _("passed"), "failed": _("not passed"), "review": _("for a person to look at"),
    }.get(result, _("nothing to assess"))  # fmt: skip


def _state(visit: Visit, one: Overview, person: OfPerson) -> str:
    _ = visit.say
    standing = person.standing
    parts = [assign_words.how_many(visit, standing.done, len(standing.needed))]
    if standing.complete and standing.finished_at:
        day = local(one.assignment, standing.finished_at, now().tzinfo).date()
        parts = [_("done {day}", day=assign_words.day_words(_, day, one.assignment.country))]
    if standing.late:
        parts.append(_("after the last day") if standing.complete else _("late"))
    if not person.here:
        parts.append(_("no longer in the cohort"))
    return " · ".join(parts)


def _style(person: OfPerson) -> str:
    return "good" if person.standing.complete else "late" if person.standing.late else "open"


def _as_rows(visit: Visit, one: Overview) -> tuple[list[str], list[list[str]]]:
    _ = visit.say
    rows = [
        [
            person.name, str(person.standing.done), str(len(person.standing.needed)),
            person.standing.finished_at.date().isoformat() if person.standing.finished_at else "",
            _("yes") if person.standing.late else _("no"),
            "; ".join(f"{r.total:g} {result_words(visit, r.result)}" for r in person.results if r.total is not None),
        ]
        for person in one.people
    ]  # fmt: skip
    return [_("Name"), _("Done"), _("Of"), _("Finished"), _("Late"), _("Assessed calls")], rows


def _about(visit: Visit, one: Overview) -> None:
    _ = visit.say
    of = one.assignment
    opens = local(of, of.opens_at, now().tzinfo).date()
    same = _("the same for everybody") if of.same_case else _("another for each person")
    show(facts([
        (_("Assigned by"), one.by_name or _("somebody who is no longer here")),
        (_("Cohorts"), ", ".join(one.cohorts)),
        (_("Country"), names.country(_, of.country)),
        (_("From"), assign_words.day_words(_, opens, of.country)),
        (_("Calls"), "; ".join(dict.fromkeys(assign_words.scenario_title(visit, t.scenario) for t in of.tasks))),
        (_("Cases"), same),
        (_("Invigilator's code"), _("asked before assessed calls") if of.code_fingerprint else ""),
        (_("Days counted in"), of.zone),
    ]))  # fmt: skip


def _changes(visit: Visit, one: Overview) -> None:
    """Another last day, another code, or withdrawal, which is asked once."""
    _ = visit.say
    of = one.assignment
    with st.expander(_("Change or withdraw it"), key="assign_change"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.date_input(
                _("Last day (empty for none)"), value=last_day(of, now()), key="assign_due_new", format="DD/MM/YYYY",
                width=220,
            )  # fmt: skip
            st.button(_("Save the date"), key="assign_due_go", on_click=_save_due, args=(visit, of.id))
        if of.assessed:
            asked = _("New invigilator's code") if of.code_fingerprint else _("Ask for an invigilator's code")
            st.button(asked, key="assign_code_new", on_click=_new_code, args=(visit, of.id))
        st.checkbox(_("Yes, withdraw it: nobody is asked for it any more"), key="assign_withdraw_sure")
        st.button(
            _("Withdraw"), key="assign_withdraw", on_click=_withdraw, args=(visit, of.id),
            disabled=not st.session_state.get("assign_withdraw_sure"),
        )  # fmt: skip
        show(muted(_("Calls that were begun can be finished, and what is done stays.")))


def _save_due(visit: Visit, assignment_id: str) -> None:
    due = st.session_state.get("assign_due_new")
    day = due if isinstance(due, datetime.date) else None
    attempt_to(visit, lambda: assign_desk().assigning.change_due(visit.actor, assignment_id, day))


def _new_code(visit: Visit, assignment_id: str) -> None:
    def renew() -> None:
        st.session_state[CODE] = (assignment_id, assign_desk().assigning.renew_code(visit.actor, assignment_id))

    attempt_to(visit, renew)


def _withdraw(visit: Visit, assignment_id: str) -> None:
    def withdraw() -> None:
        assign_desk().assigning.withdraw(visit.actor, assignment_id)
        leave_for("assignments", assignment=assignment_id)

    attempt_to(visit, withdraw)

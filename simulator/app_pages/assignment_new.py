"""Making an assignment: what, for whom, until when, and who will get what before it is done."""

import datetime
from typing import get_args

import streamlit as st

from scenarios.dials import Dial
from scenarios.scenario import Scenario
from scenarios.values import Country, Language
from simulator import programmes
from simulator.app_pages import assign_words, assignment_where, names
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.assignment_prefill import begin_with, key_of, offer_due, prefill
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import now
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, paragraph, show, strong
from simulator.assigned import MOST_ATTEMPTS
from simulator.assignment_view import Choices, Preview, Wanted
from simulator.refusals import Refusal

CODE = "invigilators_code_made"
"""The invigilator's code just made: the assignment and the code, shown once."""
DIALS = get_args(Dial)
NAMED = 12
"""Names that the preview spells out."""


def draw(visit: Visit) -> None:
    """The fields, the preview, and one thing to do."""
    _ = visit.say
    desk = assign_desk()
    choices = desk.assigning.choices(visit.actor)
    title(_("Assign something"), _("What, for whom, until when. The rest has sensible defaults."))
    if not choices.people and not choices.cohorts:
        show(muted(_("There is nobody to assign to yet. An administrator adds people and cohorts.")))
        visit.link("assignments", _("All assignments"))
        return
    begin_with(visit)
    prefill(visit, choices)
    wanted = _fields(visit, choices)
    _preview(visit, wanted)
    visit.link("assignments", _("All assignments"))


def _fields(visit: Visit, choices: Choices) -> Wanted:
    _ = visit.say
    heading(_("What"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="assign_what_row"):
        what = st.segmented_control(
            _("What is assigned"), ("calls", "programme"), key=key_of("what", "calls"),
            format_func=lambda w: _("Calls") if w == "calls" else _("A programme"),
        )  # fmt: skip
        country, language = assignment_where.draw(visit, choices)
    given = _programme(visit) if what == "programme" else _calls(visit, country, language)
    heading(_("For whom"))
    cohorts = _of_cohorts(visit, choices)
    people = st.multiselect(
        _("People"), [p.id for p in choices.people], key="assign_people", placeholder=_("Choose by name"),
        format_func=lambda p: next((one.name for one in choices.people if one.id == p), p),
    )  # fmt: skip
    heading(_("When"))
    opens_on, due_on = _dates(visit, str(given.get("programme") or ""))
    return Wanted.model_validate({
        **given, **_more(visit, programme=what == "programme"), "country": country, "language": language,
        "cohorts": frozenset(cohorts), "people": frozenset(people), "opens_on": opens_on, "due_on": due_on,
    })  # fmt: skip


def _calls(visit: Visit, country: Country, language: Language) -> dict[str, object]:
    """The scenarios that take place there; several of them are a set, or a path."""
    _ = visit.say
    there = {s.id: s for s in assign_desk().assigning.scenarios(visit.actor)}
    offered = [s.id for s in there.values() if country in s.countries and language in s.languages]
    kept = [s for s in st.session_state.get("assign_scenarios", []) if s in offered]
    if kept != st.session_state.get("assign_scenarios", []):
        st.session_state["assign_scenarios"] = kept
    scenarios = st.multiselect(
        _("Scenarios"), offered, key="assign_scenarios", placeholder=_("One, or several in order"),
        format_func=lambda s: _named(visit, there[s]),
    )  # fmt: skip
    mode = st.segmented_control(
        _("Kind"), ("practice", "assessed"), key=key_of("mode", "practice"),
        format_func=lambda m: _("Practice") if m == "practice" else _("Assessed"),
    )  # fmt: skip
    seen = {
        "practice": _("You will see that it was done, and nothing else: practice is theirs."),
        "assessed": _("They know that you, their trainers and managers will read it."),
    }
    show(muted(seen[mode or "practice"]))
    return {"scenarios": tuple(scenarios), "mode": mode or "practice"}


def _named(visit: Visit, scenario: Scenario) -> str:
    _ = visit.say
    title_ = scenario.title.get(visit.language) or next(iter(scenario.title.values()))
    kept = [_("only for exams")] if scenario.exam_only else []
    return " · ".join([title_, names.difficulty(_, scenario.difficulty), *kept])


def _programme(visit: Visit) -> dict[str, object]:
    _ = visit.say
    known = {p.id: p for p in programmes.programmes()}
    chosen = st.selectbox(
        _("Programme"), list(known), key="assign_programme",
        format_func=lambda p: known[p].title.get(visit.language, p),
    )  # fmt: skip
    if chosen:
        show(paragraph(known[chosen].about.get(visit.language, ""), "muted"))
        show(muted(_("It takes {n} days, counted from the first; begin on a Monday.", n=known[chosen].last_day)))
    return {"programme": chosen or ""}


def _of_cohorts(visit: Visit, choices: Choices) -> list[str]:
    _ = visit.say
    if not choices.cohorts:
        return []
    cohorts: list[str] = st.multiselect(
        _("Cohorts"), [c.id for c in choices.cohorts], key="assign_cohorts", placeholder=_("Everybody in a cohort"),
        format_func=lambda c: next((one.name for one in choices.cohorts if one.id == c), c),
    )  # fmt: skip
    return cohorts


def _dates(visit: Visit, programme: str) -> tuple[datetime.date, datetime.date | None]:
    _ = visit.say
    today = now().date()
    with st.container(horizontal=True, key="assign_dates"):
        opens = st.date_input(_("From"), key=key_of("opens", today), format="DD/MM/YYYY", width=200)
        offer_due(opens if isinstance(opens, datetime.date) else today, programme)
        due = st.date_input(_("Last day (optional)"), value=None, key="assign_due", format="DD/MM/YYYY", width=200)
    return (opens if isinstance(opens, datetime.date) else today), (due if isinstance(due, datetime.date) else None)


def _more(visit: Visit, *, programme: bool) -> dict[str, object]:
    """What is seldom changed."""
    _ = visit.say
    assessed = st.session_state.get("assign_mode") == "assessed"
    with st.expander(_("More options")):
        more: dict[str, object] = {
            "title": st.text_input(_("A name for it (optional)"), key="assign_title", max_chars=120)
        }
        more["same_case"] = st.checkbox(_("The same case for everybody"), key="assign_same_case")
        show(muted(_("Otherwise each person gets other names and amounts of the same difficulty.")))
        if not programme:
            more |= _of_calls(visit)
        if assessed and not programme:
            more["exam"] = st.checkbox(_("Exam: hide everything until the last day is over"), key="assign_exam")
            show(muted(_("No practice of it, no case number and no model wordings until then.")))
        if assessed or programme:
            more["code"] = st.checkbox(_("Ask for an invigilator's code before assessed calls"), key="assign_code")
    return more


def _of_calls(visit: Visit) -> dict[str, object]:
    _ = visit.say
    return {
        "path": st.checkbox(_("In this order, one after the other"), key="assign_path"),
        "attempts": st.number_input(
            _("Attempts at each call"), 1, MOST_ATTEMPTS, key=key_of("attempts", 1), width=200
        ),
        "dial": st.segmented_control(
            _("The debtor is"), DIALS, key=key_of("dial", "as_written"), format_func=lambda d: names.dial(_, d),
        ) or "as_written",
    }  # fmt: skip


def _preview(visit: Visit, wanted: Wanted) -> None:
    """Who gets what, or what is still missing; then the button."""
    _ = visit.say
    with st.container(border=True, key="assign_preview"):
        try:
            found = assign_desk().assigning.preview(visit.actor, wanted)
        except Refusal as refusal:
            show(muted(refusal.in_language(visit.language)))
            st.button(_("Assign"), type="primary", key="assign_go", disabled=True)
            return
        show(strong(_("Who gets what")), _whom(visit, found), _what(visit, found))
        st.button(_("Assign"), type="primary", key="assign_go", on_click=_assign, args=(visit, wanted))


def _whom(visit: Visit, found: Preview) -> str:
    _ = visit.say
    if not found.names:
        return paragraph(_("Nobody learns in that cohort today; whoever joins gets it."), "body")
    more = len(found.names) - NAMED
    named = ", ".join(found.names[:NAMED]) + (_(" and {n} more", n=more) if more > 0 else "")
    people = _.plural("{n} person", "{n} people", len(found.names))
    return paragraph(f"{people}: {named}", "body")


def _what(visit: Visit, found: Preview) -> str:
    _ = visit.say
    lines = [
        " · ".join([
            *([_("day {n}", n=task.day)] if found.days else []), assign_words.scenario_title(visit, task.scenario),
            _("assessed") if task.mode == "assessed" else _("practice"),
        ])
        for task in found.tasks
    ]  # fmt: skip
    zone = muted(_("Days are counted in the zone {zone}.", zone=found.zone)) if found.zone else ""
    return items(lines) + zone


def _assign(visit: Visit, wanted: Wanted) -> None:
    def assign() -> None:
        made, code = assign_desk().assigning.assign(visit.actor, wanted)
        for name in [key for key in st.session_state if str(key).startswith("assign_")]:
            del st.session_state[name]
        if code:
            st.session_state[CODE] = (made.id, code)
        leave_for("assignments", assignment=made.id)

    attempt_to(visit, assign)

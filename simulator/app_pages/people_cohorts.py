"""Cohorts: those that stand, with how many are in them, and a new one."""

from collections import Counter
from uuid import uuid4

import streamlit as st

from simulator.access.kept import Cohort, Person
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import people_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, show
from simulator.installed import zones

FIELDS = ("name", "site", "shift")


def draw(visit: Visit, everybody: tuple[Person, ...], cohorts: tuple[Cohort, ...]) -> None:
    """A folded section."""
    _ = visit.say
    inside = Counter(one.cohort_id for person in everybody for one in person.memberships)
    with st.expander(_("Cohorts"), key="cohorts"):
        if not cohorts:
            show(muted(_("There is no cohort yet. A roster makes those that it names.")))
        show(items(_line(visit, cohort, inside[cohort.id]) for cohort in cohorts))
        with st.form("cohort", border=False):
            columns = st.columns(len(FIELDS))
            labels = {"name": _("New cohort"), "site": _("Site"), "shift": _("Shift")}
            for column, field in zip(columns, FIELDS, strict=True):
                column.text_input(labels[field], max_chars=80, key=f"cohort_{field}")
            st.selectbox(_("Time zone"), ("", *sorted(zones())), format_func=lambda z: z or "–", key="cohort_zone")
            st.form_submit_button(_("Add the cohort"), key="cohort_go", on_click=_add, args=(visit,))


def _line(visit: Visit, cohort: Cohort, inside: int) -> str:
    people = visit.say.plural("{n} person", "{n} people", inside)
    return " · ".join(part for part in (cohort.name, people, cohort.site, cohort.shift, cohort.time_zone) if part)


def _add(visit: Visit) -> None:
    """What was typed stays where it is refused."""
    name, site, shift = (" ".join(str(st.session_state[f"cohort_{field}"]).split()) for field in FIELDS)
    new = Cohort(id=str(uuid4()), name=name, site=site, shift=shift, time_zone=st.session_state["cohort_zone"])
    if attempt_to(visit, lambda: people_desk().people.add_cohort(visit.actor, new)) is None:
        for field in FIELDS:
            st.session_state[f"cohort_{field}"] = ""

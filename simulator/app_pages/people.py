"""People: who may come in, in which role and cohort. For administrators; nothing of anybody's calls is here."""

from typing import get_args

import streamlit as st

from simulator.access.kept import Cohort, Person
from simulator.app_pages import people_cohorts, people_names, people_one, people_roster
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import by_provider, people_desk
from simulator.app_pages.people_link import draw_link, keep_link
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show
from simulator.kept import Role

SHOWN = 40
ROLES = get_args(Role)


def draw(visit: Visit) -> None:
    """One person where the address names one, else everybody."""
    named = st.query_params.get("person")
    if named:
        people_one.draw(visit, named)
        return
    _ = visit.say
    desk = people_desk()
    everybody, cohorts = desk.people.all(visit.actor), desk.people.cohorts(visit.actor)
    title(_("People"), _("Who may come in, in which role, and in which cohort."))
    if by_provider():
        show(muted(_("People come in with their company account; its groups give them their role and cohorts.")))
    else:
        _invite(visit, cohorts)
        people_roster.draw(visit)
    people_cohorts.draw(visit, everybody, cohorts)
    _everybody(visit, everybody, cohorts)


def _invite(visit: Visit, cohorts: tuple[Cohort, ...]) -> None:
    _ = visit.say
    names = {"": "–", **{cohort.id: cohort.name for cohort in cohorts}}
    with st.form("invite", border=True):
        st.text_input(_("Name"), max_chars=80, key="invite_name")
        left, right = st.columns(2)
        left.selectbox(_("Role"), ROLES, format_func=lambda r: people_names.role(_, r), key="invite_role")
        right.selectbox(_("Cohort (optional)"), list(names), format_func=lambda c: names[c], key="invite_cohort")
        st.form_submit_button(_("Invite"), type="primary", key="invite_go", on_click=_invited, args=(visit,))
    draw_link(visit, "")


def _invited(visit: Visit) -> None:
    """What was typed stays where it is refused, and makes room where it is done."""
    if attempt_to(visit, lambda: _do_invite(visit)) is None:
        st.session_state["invite_name"] = ""


def _do_invite(visit: Visit) -> None:
    desk, role = people_desk(), st.session_state["invite_role"]
    profile = desk.people.add(visit.actor, st.session_state["invite_name"], role, language=visit.language)
    if st.session_state["invite_cohort"]:
        cohorts = (st.session_state["invite_cohort"],)
        desk.people.place(visit.actor, profile.id, people_one.places(profile.id, role, cohorts))
    keep_link("", profile.name, desk.invitations.link_for(visit.actor, profile.id))


def _everybody(visit: Visit, everybody: tuple[Person, ...], cohorts: tuple[Cohort, ...]) -> None:
    _ = visit.say
    heading(_.plural("{n} person", "{n} people", len(everybody)))
    asked = st.text_input(_("Find by name, role or cohort"), key="find_people").casefold().split()
    names = {cohort.id: cohort.name for cohort in cohorts}
    found = [(p, people_names.line(_, p, names)) for p in everybody]
    found = [(p, line) for p, line in found if all(w in f"{p.profile.name} {line}".casefold() for w in asked)]
    if not found:
        show(muted(_("Nobody fits. Try a shorter word.")))
    for person, line in found[:SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"person_{person.profile.id}"):
            visit.link("people", people_names.label(person.profile.name), person=person.profile.id)
            show(muted(line))
    if len(found) > SHOWN:
        show(muted(_("{n} more. Narrow the search to see them.", n=len(found) - SHOWN)))

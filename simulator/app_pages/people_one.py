"""One person, as an administrator arranges them."""

from collections.abc import Iterable

import streamlit as st

from simulator.access.kept import Membership, Person, Place
from simulator.app_pages import people_join, people_names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import by_provider, people_desk, sessions, zone
from simulator.app_pages.people_link import draw_link, keep_link
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, show
from simulator.kept import Role

ROLES: tuple[Role, ...] = ("trainee", "trainer", "manager", "administrator")


def draw(visit: Visit, profile_id: str) -> None:
    """Who it is, and what can be changed."""
    _ = visit.say
    person = people_desk().people.one(visit.actor, profile_id)
    with st.container(key="way_people"):
        visit.link("people", _("All people"))
    title(person.profile.name)
    account = person.account
    show(facts([
        (_("Signs in as"), (account and account.sign_in_name) or "–"),
        (_("Account"), people_names.stands(_, person)),
        (_("Team"), account.team if account else ""),
        (_("Here since"), f"{person.profile.created_at.astimezone(zone()):%Y-%m-%d}"),
    ]))  # fmt: skip
    draw_link(visit, profile_id)
    _place(visit, person)
    heading(_("Coming in"))
    _coming_in(visit, person)
    people_join.draw(visit, person)


def places(profile_id: str, role: Role, cohorts: Iterable[str]) -> tuple[Membership, ...]:
    """A manager leads the cohorts, everybody else learns in them."""
    place: Place = "manager" if role == "manager" else "trainee"
    return tuple(Membership(cohort_id=one, profile_id=profile_id, place=place) for one in cohorts)


def _place(visit: Visit, person: Person) -> None:
    _ = visit.say
    cohorts = people_desk().people.cohorts(visit.actor)
    names = {cohort.id: cohort.name for cohort in cohorts}
    key = person.profile.id
    with st.form(f"place_{key}", border=True):
        role = st.selectbox(
            _("Role"), ROLES, index=ROLES.index(person.profile.role), key=f"role_{key}",
            format_func=lambda r: people_names.role(_, r),
        )  # fmt: skip
        chosen = st.multiselect(
            _("Cohorts"), list(names), default=[one.cohort_id for one in person.memberships], key=f"cohorts_{key}",
            format_func=lambda c: names[c], placeholder="–",
        )  # fmt: skip
        show(muted(_("A manager leads these cohorts and sees their assessed calls; everybody else learns in them.")))
        if st.form_submit_button(_("Save"), type="primary", key=f"save_{key}"):
            attempt_to(visit, lambda: _save(visit, key, role, chosen))
            st.rerun()


def _save(visit: Visit, profile_id: str, role: Role, cohorts: list[str]) -> None:
    people = people_desk().people
    people.set_role(visit.actor, profile_id, role)
    people.place(visit.actor, profile_id, places(profile_id, role, cohorts))


def _coming_in(visit: Visit, person: Person) -> None:
    _ = visit.say
    key, account = person.profile.id, person.account
    shut = account is not None and account.disabled_at is not None
    open_ones = sessions().open_ones(visit.actor, key)
    if open_ones:
        show(muted(_.plural("Signed in on {n} device.", "Signed in on {n} devices.", len(open_ones))))
        show(items(f"{one.seen_at.astimezone(zone()):%Y-%m-%d %H:%M} · {one.browser or '–'}" for one in open_ones))
    with st.container(horizontal=True):
        if not by_provider():
            st.button(_("New one-time link"), key="new_link", on_click=_new_link, args=(visit, person))
        elif shut:
            st.button(_("Let in again"), key="let_in", on_click=_let_in, args=(visit, key))
        if open_ones:
            st.button(_("Sign out everywhere"), key="end_all", on_click=_end_all, args=(visit, key))
        if not shut:
            st.button(_("Shut out"), key="shut_out", on_click=_shut_out, args=(visit, key))
    if by_provider():
        show(muted(_("Whoever is shut out is signed out at once, whatever their company account says.")))
    else:
        words = _("Whoever is shut out is signed out at once; their calls stay theirs. A new link lets them in again.")
        show(muted(words))


def _new_link(visit: Visit, person: Person) -> None:
    key, name = person.profile.id, person.profile.name
    attempt_to(visit, lambda: keep_link(key, name, people_desk().invitations.link_for(visit.actor, key)))


def _let_in(visit: Visit, key: str) -> None:
    attempt_to(visit, lambda: people_desk().people.enable(visit.actor, key))


def _end_all(visit: Visit, key: str) -> None:
    attempt_to(visit, lambda: sessions().end_all(visit.actor, key))


def _shut_out(visit: Visit, key: str) -> None:
    attempt_to(visit, lambda: people_desk().people.disable(visit.actor, key))

"""One person's data, for an administrator: a copy without practice, and an erasure that is meant."""

import json

import streamlit as st

from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import floor_desk, people_desk
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, paragraph, show

ERASED = "erased"


def draw_person(visit: Visit, profile_id: str) -> None:
    """Who it is about, the copy, the end."""
    _ = visit.say
    person = people_desk().people.one(visit.actor, profile_id)
    with st.container(key="way_care"):
        visit.link("data_care", _("Care of data"))
    title(person.profile.name, _("What is kept of this person, to be handed over or to be erased."))
    _copy(visit, profile_id)
    _erasure(visit, profile_id, person.profile.name)


def _copy(visit: Visit, profile_id: str) -> None:
    _ = visit.say
    heading(_("A copy"))
    show(paragraph(_("Everything but practice: that is theirs alone, and they download it themselves under Progress.")))
    actor, persons = visit.actor, floor_desk().persons

    def made() -> str:
        return json.dumps(persons.copy(actor, profile_id, practice=False), ensure_ascii=False, indent=1)

    st.download_button(
        _("Download the copy (.json)"), made, "acuerdo-person.json", "application/json", key="person_copy"
    )


def _erasure(visit: Visit, profile_id: str, name: str) -> None:
    _ = visit.say
    heading(_("Erase"))
    assessed = floor_desk().care.assessed_of(visit.actor, profile_id)
    show(paragraph(_("What goes, for good:")))
    show(items([
        _("name, account, sessions, places in cohorts"),
        _("practice, drills and portfolios, all of it"),
        *([_.plural("{n} assessed call with its scorecards", "{n} assessed calls with their scorecards", assessed)]
          if assessed else []),
        _("what was shared, contested and noted in these calls"),
    ]))  # fmt: skip
    show(paragraph(_("What stays:")))
    show(items([
        _("lines of the log, which know an id and no name"),
        _("what this person did for others, without their name"),
        _("backups that were made before"),
    ]))  # fmt: skip
    with st.form("erase", border=True):
        st.text_input(_("To erase, write the name: {name}", name=name), key="erase_typed", autocomplete="off")
        st.form_submit_button(_("Erase for good"), key="erase_go", on_click=_erase, args=(visit, profile_id))
    show(muted(_("If they only leave, shut them out on the page People: their calls then stay for the figures.")))


def _erase(visit: Visit, profile_id: str) -> None:
    """Back to the list where it is done."""

    def erase() -> None:
        floor_desk().care.erase(visit.actor, profile_id, st.session_state["erase_typed"])
        leave_for("data_care")

    attempt_to(visit, erase)

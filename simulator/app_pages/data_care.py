"""The care of data: how long things are kept, one person's copy and end, who left, backups, and the log of deeds."""

import streamlit as st

from simulator.access.kept import Person
from simulator.app_pages import audit_log
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import floor_desk, people_desk, zone
from simulator.app_pages.person_care import draw_person
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, label, muted, paragraph, plain, show

TIDIED, FOUND = "tidied", 8


def draw(visit: Visit) -> None:
    """One person where the address names one, else everything by what it is about."""
    _ = visit.say
    named = st.query_params.get("person")
    if named:
        draw_person(visit, named)
        return
    title(_("Care of data"), _("How long things are kept, what leaves here, and who did what."))
    _retention(visit)
    _person(visit)
    _leavers(visit)
    _backups(visit)
    audit_log.draw(visit)


def _retention(visit: Visit) -> None:
    _ = visit.say
    heading(_("How long practice is kept"))
    kept = floor_desk().care.retention(visit.actor)
    if TIDIED in st.session_state:
        gone = st.session_state.pop(TIDIED)
        words = _(
            "Deleted: {calls} practice calls and {portfolios} portfolios.",
            calls=gone.attempts,
            portfolios=gone.portfolios,
        )
        show(f'<div class="notice done" role="status">{paragraph(words)}</div>')
    if not kept.days:
        show(paragraph(_("Practice is kept for good.")))
        visit.link("workspace", _("Choose another term in the workspace"))
        return
    show(paragraph(_("Practice that nobody has touched for {n} days is deleted. Assessed calls stay.", n=kept.days)))
    if kept.said_by == "setting":
        show(muted(_("The server's setting ACUERDO_RETENTION_DAYS decides how long practice is kept.")))
    else:
        visit.link("workspace", _("Choose another term in the workspace"))
    calls, portfolios = kept.would_go.attempts, kept.would_go.portfolios
    if not calls + portfolios:
        show(muted(_("Today nothing is that old.")))
        return
    show(
        paragraph(
            _(
                "Today that would be {calls} calls and {portfolios} portfolios of everybody together.",
                calls=calls,
                portfolios=portfolios,
            )
        )
    )
    st.button(_("Delete them now"), key="tidy", on_click=_tidy, args=(visit,))


def _tidy(visit: Visit) -> None:
    def tidy() -> None:
        st.session_state[TIDIED] = floor_desk().care.tidy(visit.actor)

    attempt_to(visit, tidy)


def _person(visit: Visit) -> None:
    _ = visit.say
    heading(_("What is kept of one person"))
    asked = st.text_input(_("Name"), key="care_person", placeholder=_("for a copy, or to erase it")).casefold().split()
    if not asked:
        return
    everybody = people_desk().people.all(visit.actor)
    found = [p for p in everybody if all(word in p.profile.name.casefold() for word in asked)]
    for person in found[:FOUND]:
        _line(visit, person)
    if not found:
        show(muted(_("Nobody fits. Try a shorter word.")))
    if len(found) > FOUND:
        show(muted(_("{n} more. Narrow the search to see them.", n=len(found) - FOUND)))


def _line(visit: Visit, person: Person) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{person.profile.id}"):
        visit.link("data_care", label(person.profile.name), person=person.profile.id)
        show(muted((person.account and person.account.sign_in_name) or ""))


def _leavers(visit: Visit) -> None:
    _ = visit.say
    left = floor_desk().care.leavers(visit.actor)
    heading(_("Who has left"))
    if not left:
        show(muted(_("Nobody who was shut out is still kept.")))
        return
    show(muted(_("Shut out, and still kept. The longest gone stand first.")))
    for one in left:
        with st.container(horizontal=True, vertical_alignment="center", key=f"line_{one.profile_id}_left"):
            visit.link("data_care", label(one.name), person=one.profile_id)
            show(muted(_("since {day}", day=f"{one.since.astimezone(zone()):%Y-%m-%d}")))


def _backups(visit: Visit) -> None:
    _ = visit.say
    heading(_("Backups"))
    made = floor_desk().care.backups(visit.actor)
    if made:
        days = ((f"{line.at.astimezone(zone()):%Y-%m-%d %H:%M}", line.details.get("rows", "–")) for line in made)
        show(items(_("{day}: {n} rows", day=day, n=rows) for day, rows in days))
    else:
        words = plain(_("No backup has been made yet."))
        show(f'<div class="notice" role="status"><p>{words}</p></div>')
    show(paragraph(_("Whoever looks after the server makes one while the app runs, and tries it now and then:")))
    st.code("acuerdo backup /backups/acuerdo.zip\nacuerdo restore /backups/acuerdo.zip --into sqlite:////srv/new.sqlite3",
            language=None, wrap_lines=True)  # fmt: skip
    show(muted(_("A backup holds what everybody typed, of erased people too: keep it as safe as the database.")))

"""Bringing in a roster: a file, what it would do or what is wrong in which row, then the links to hand out."""

import streamlit as st

from simulator.access.importing import Plan, links_as_csv
from simulator.access.roster import COLUMNS, MOST_ROWS, as_csv, read_roster
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import people_desk
from simulator.app_pages.people_link import base
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, show, table
from simulator.refusals import Refusal

LINKS, FAULTS_SHOWN = "roster_links", 50
EXAMPLE = ("Ana Ruiz", "trainee", "Mañana 1", "Puebla", "Temprana", "8–14", "America/Mexico_City", "")


def draw(visit: Visit) -> None:
    """A folded section."""
    _ = visit.say
    with st.expander(_("Bring in a roster"), key="roster"):
        show(muted(_("A CSV file of up to {n} people, one a row, with a heading:", n=f"{MOST_ROWS:,}")))
        show(paragraph(", ".join(COLUMNS)))
        example = as_csv(COLUMNS, [EXAMPLE])
        st.download_button(_("Example"), example, "acuerdo-roster.csv", "text/csv", key="roster_example")
        if LINKS in st.session_state:
            _links(visit)  # until they are put away, so that a second click cannot lose them
            return
        file = st.file_uploader(_("Roster"), type="csv", key="roster_file")
        if file is not None:
            _preview(visit, file.getvalue())


def _preview(visit: Visit, raw: bytes) -> None:
    _ = visit.say
    try:
        plan = people_desk().importing.plan(visit.actor, read_roster(raw))
    except Refusal as refusal:
        show(f'<div class="notice" role="alert">{paragraph(refusal.in_language(visit.language))}</div>')
        return
    if plan.faults:
        _faults(visit, plan)
        return
    invite, update, shut = (plan.count(what) for what in ("invite", "update", "disable"))
    show(items([
        _.plural("{n} person will be invited", "{n} people will be invited", invite),
        _.plural("{n} person will be brought up to date", "{n} people will be brought up to date", update),
        _.plural("{n} person will be shut out", "{n} people will be shut out", shut),
    ]))  # fmt: skip
    st.button(_("Bring them in"), type="primary", key="roster_go", on_click=_carry_out, args=(visit, plan))


def _faults(visit: Visit, plan: Plan) -> None:
    _ = visit.say
    words = _.plural("{n} row needs mending; nothing was changed.", "{n} rows need mending; nothing was changed.",
                     len({fault.line for fault in plan.faults}))  # fmt: skip
    show(f'<div class="notice" role="alert">{paragraph(words)}</div>')
    rows = [(str(f.line), f.es if visit.language == "es" else f.en) for f in plan.faults[:FAULTS_SHOWN]]
    show(table(_("What to mend"), [_("Row"), _("What is wrong")], rows))


def _carry_out(visit: Visit, plan: Plan) -> None:
    def carry_out() -> None:
        st.session_state[LINKS] = people_desk().importing.carry_out(visit.actor, plan)

    attempt_to(visit, carry_out)


def _links(visit: Visit) -> None:
    _ = visit.say
    invited = st.session_state[LINKS]
    if invited:
        words = _("The roster is in. Download the links now: they are shown only once.")
        show(f'<div class="notice done" role="status">{paragraph(words)}</div>')
        name, file = _("Download the links"), links_as_csv(invited, base())
        st.download_button(name, file, "acuerdo-links.csv", "text/csv", type="primary", key="roster_links_go")
    else:
        show(muted(_("The roster is in. Nobody new had to be invited.")))
    st.button(_("Done"), key="roster_done", on_click=lambda: st.session_state.pop(LINKS, None))

"""Deliveries: what goes to the record store, how it stands, what was refused and why. For administrators."""

import datetime

import streamlit as st

from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import deliveries, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, paragraph, plain, show, table
from simulator.exports.xapi.waiting import Standing
from simulator.i18n import Translator


def draw(visit: Visit) -> None:
    """How it stands; then what a person has to look at."""
    _ = visit.say
    desk = deliveries()
    standing = desk.standing(visit.actor)
    title(_("Deliveries"), _("The results of assessed calls, on their way to your learning record store."))
    if not desk.url:
        show(paragraph(_("No record store is set. Name one with ACUERDO_LRS_URL, ACUERDO_LRS_KEY and "
                         "ACUERDO_LRS_SECRET, and start Acuerdo again.")))  # fmt: skip
        show(muted(_("What is waiting is kept until then. Practice never goes anywhere.")))
    show(facts(_rows(_, desk.url, standing)))
    if standing.trouble:
        head = plain(_("The record store answered:"))
        show(f'<div class="notice" role="alert"><p><b>{head}</b></p>{paragraph(standing.trouble)}</div>')
    if desk.url and (standing.waiting or standing.parked):
        st.button(_("Try again now"), type="primary", key="retry", on_click=_retry, args=(visit,))
        show(muted(_("It is sent within a minute, in the order of each call. Nothing is ever counted twice.")))
    _parked(visit)


def _rows(_: Translator, url: str, standing: Standing) -> list[tuple[str, str]]:
    return [
        (_("Record store"), url or _("none")),
        (_("Waiting"), str(standing.waiting)),
        (_("Refused"), str(standing.parked)),
        (_("Delivered"), str(standing.sent)),
        (_("Last delivered"), _instant(standing.last_sent_at) if standing.last_sent_at else _("never")),
    ]


def _parked(visit: Visit) -> None:
    """What was refused, with the answer's own words."""
    _ = visit.say
    refused = deliveries().parked(visit.actor)
    if not refused:
        return
    heading(_("What was refused"))
    show(muted(_("The record store did not take these. Mend what it says, there or here, then try again.")))
    rows = [[_instant(one.at), _verb(_, one.verb), one.answer, one.attempt[:8]] for one in refused]
    show(table(_("What was refused"), [_("When"), _("What is told"), _("The answer"), _("Attempt")], rows))


def _verb(_: Translator, verb: str) -> str:
    return {
        "initialized": _("the call began"),
        "completed": _("the call is over"),
        "scored": _("the score"),
        "passed": _("passed"),
        "failed": _("not passed"),
    }.get(verb, verb)


def _instant(at: datetime.datetime) -> str:
    return f"{at.astimezone(zone()):%Y-%m-%d %H:%M}"


def _retry(visit: Visit) -> None:
    attempt_to(visit, lambda: deliveries().retry(visit.actor))

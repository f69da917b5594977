"""The start of whoever works with others' calls: what waits for a decision, and the way to their own desk."""

import streamlit as st

from simulator.accounts import Action, may
from simulator.app_pages import ways
from simulator.app_pages.opening import improve_desk, review_list
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, plain, show
from simulator.kept import Role

DESK: dict[Role, str] = {"trainer": "studio", "manager": "team", "administrator": "people"}
"""The page that each of them begins with where nothing waits."""


def draw(visit: Visit) -> bool:
    """The card of what waits; whether there is one, so that the bright button of practising gives way."""
    page = DESK.get(visit.me.role)
    if page is None:
        return False
    _ = visit.say
    waits = _waits(visit)
    first, name = "scorecards" if waits else page, _("Waiting for you")
    with st.container(border=True, key="desk_home"):
        show(f'<h2 class="small">{plain(name)}</h2>')
        show(items(waits) if waits else muted(_("Nothing waits for your decision.")))
        if page == "studio" and not waits:
            show(muted(_("In the studio you write calls of your own, try them and give them to your people.")))
        with st.container(horizontal=True):
            if st.button(ways.label(_, first), type="primary", key="to_desk"):
                visit.go(first)
            if first != page and st.button(ways.label(_, page), key="to_own_desk"):
                visit.go(page)
    return True


def _waits(visit: Visit) -> list[str]:
    _, found = visit.say, list[str]()
    if may(visit.actor, Action.SEE_TEAM_PROGRESS):
        breaches, contests = review_list().waiting(visit.actor)
        if breaches:
            found.append(
                _.plural(
                    "{n} call with a possible breach to decide", "{n} calls with possible breaches to decide", breaches
                )
            )
        if contests:
            found.append(_.plural("{n} score contested, to answer", "{n} scores contested, to answer", contests))
    if may(visit.actor, Action.WRITE_RUBRICS):
        proposals = [one for one in improve_desk().proposals(visit.actor) if one.author_id != visit.me.id]
        if proposals:
            found.append(_.plural("{n} phrase that needs your yes", "{n} phrases that need your yes", len(proposals)))
    return found

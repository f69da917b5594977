"""Improve: what trainees really wrote and the reader did not understand, and where debtors are lost. For trainers."""

import streamlit as st

from simulator.app_pages import improve_lexicon, improve_reply, improve_scenario
from simulator.app_pages.frame import heading, title
from simulator.app_pages.improve_words import came_before, said
from simulator.app_pages.opening import improve_desk, scenario_title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import label, muted, paragraph, show
from simulator.grouping import Group

SHOWN, MORE = 10, "more"


def draw(visit: Visit) -> None:
    """One reply, one scenario or the lexicon where the address names it; else what waits."""
    if named := st.query_params.get("reply"):
        improve_reply.draw(visit, named)
    elif named := st.query_params.get("scenario"):
        improve_scenario.draw(visit, named)
    elif st.query_params.get("lexicon"):
        improve_lexicon.draw(visit)
    else:
        _waiting(visit)


def _waiting(visit: Visit) -> None:
    _ = visit.say
    desk = improve_desk()
    queue = desk.queue(visit.actor)
    title(_("Improve"), _("What trainees wrote and the program did not understand. Say what it means, and it learns."))
    improve_lexicon.draw_proposals(visit)
    heading(_("Not understood, or contested"))
    show(muted(_.plural(
        "Of {n} reply: assessed calls, and practice that was shared with you. Without names.",
        "Of {n} replies: assessed calls, and practice that was shared with you. Without names.", queue.looked,
    )))  # fmt: skip
    if not queue.groups:
        show(muted(_("Nothing waits. When a reply is not understood, it will be here.")))
    asked = st.query_params.get(MORE, "")
    shown = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else SHOWN
    for group in queue.groups[:shown]:
        _group(visit, group)
    if len(queue.groups) > shown:
        more = len(queue.groups) - shown
        visit.link("improve", _("Show the next ones ({n} left)", n=more), **{MORE: str(shown + 4 * SHOWN)})
    _ways_on(visit)


def _group(visit: Visit, group: Group) -> None:
    _ = visit.say
    with st.container(border=True, key=f"odd_{group.key}"):
        show(said(group.text), muted(_counted(visit, group)), came_before(visit, group.replies[:1]))
        for reply in group.replies:
            if reply.contested:
                show(paragraph(_("The trainee says: {words}", words=reply.contested), "came"))
                break
        visit.link("improve", _("This means…"), reply=group.key)


def _counted(visit: Visit, group: Group) -> str:
    _ = visit.say
    parts = [_.plural("{n} time", "{n} times", len(group.replies))]
    if group.contested:
        parts.append(_("contested"))
    shared = sum(reply.shared for reply in group.replies)
    if shared:
        parts.append(_.plural("{n} shared from practice", "{n} shared from practice", shared))
    return " · ".join(parts)


def _ways_on(visit: Visit) -> None:
    """To what was taught, and to the scenarios."""
    _ = visit.say
    heading(_("What the reader was taught"))
    lexicon = improve_desk().lexicon(visit.actor)
    show(muted(_.plural("{n} phrase", "{n} phrases", len(lexicon.phrases))))
    visit.link("improve", _("The lexicon"), lexicon="1")
    heading(_("Scenario by scenario"))
    show(muted(_("Facts and endings that nobody reaches, and the turns where debtors are lost.")))
    calls = improve_desk().scenarios(visit.actor)
    for scenario_id in sorted(calls, key=lambda s: (-calls[s], s)):
        with st.container(key=f"line_scenario_{scenario_id}", horizontal=True, vertical_alignment="center"):
            visit.link("improve", label(scenario_title(scenario_id, visit.language)), scenario=scenario_id)
            show(muted(_.plural("{n} assessed call", "{n} assessed calls", calls[scenario_id])))
    if not calls:
        show(muted(_("No assessed call has been finished yet.")))

"""What was shared with a coach: the list, and each share with its words. Everything else stays closed."""

import streamlit as st

from scenarios.country import format_money
from simulator.app_pages import findings, mood_line, replay, result, summary
from simulator.app_pages.frame import title
from simulator.app_pages.lending import exchange
from simulator.app_pages.opening import zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show, strong
from simulator.sharing import Received
from simulator.view import AttemptView

SHARE = "share"


def draw(visit: Visit) -> None:
    """One share where the address names it, else the list."""
    named = st.query_params.get(SHARE)
    if named:
        _one(visit, visit.practice.sharing.read(visit.actor, named))
    else:
        _list(visit)


def _list(visit: Visit) -> None:
    _ = visit.say
    received = visit.practice.sharing.received(visit.actor)
    title(_("Shared with you"), _("Practice that trainees chose to show you. Nobody else sees it."))
    if not received:
        show(muted(_("Nothing has been shared with you yet.")))
    for one in received:
        with st.container(border=True, key=f"lent_{one.share.id}"):
            show(strong(_what(visit, one)), muted(_from(visit, one)))
            if one.share.note:
                show(paragraph(one.share.note))
            if st.button(_("Read it"), key=f"read_{one.share.id}"):
                visit.go("shared", share=one.share.id)


def _one(visit: Visit, one: Received) -> None:
    _ = visit.say
    title(_what(visit, one), _from(visit, one))
    if one.share.note:
        show(f"<blockquote dir='auto'>{paragraph(one.share.note)}</blockquote>")
    if one.step is not None:
        show(exchange(((_("Debtor"), one.heard), (_("Trainee"), one.step.said.text), (_("Debtor"), one.step.words))))
    if one.call is not None:
        _call(visit, one.call)
    visit.link("shared", _("Back to what was shared"))


def _call(visit: Visit, view: AttemptView) -> None:
    """A whole call as its trainee sees it, without what only the trainee may do."""
    _ = visit.say
    card, account = view.scorecard, view.case.account
    show(muted(f"{account.product_name} · {format_money(account.balance, view.country)}"))
    if card is not None:
        show(summary.at_a_glance(visit, view, card))
        for gate in card.gates:
            findings.draw_gate(visit, view, gate)
        with st.expander(_("Skills, one by one"), key="fold_skills"):
            result.draw_skills(visit, view, card)
    if mood_line.any_to_show(view):
        with st.expander(_("How the debtor felt"), key="fold_mood"):
            mood_line.draw(visit, view)
    replay.draw(visit, view)
    if view.follow_up and view.follow_up.note:
        show(strong(_("Note")), paragraph(view.follow_up.note))


def _what(visit: Visit, one: Received) -> str:
    _ = visit.say
    scenario = one.title.get(visit.language) or next(iter(one.title.values()), "")
    what = _("one reply") if one.share.turn is not None else _("the whole call")
    return f"{scenario} · {what}"


def _from(visit: Visit, one: Received) -> str:
    _ = visit.say
    who = one.name or _("without a name")
    return f"{who} · {one.share.created_at.astimezone(zone()):%Y-%m-%d}"

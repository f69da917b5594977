"""Hints on request: what is going on, what would help, an example. Only in practice."""

import streamlit as st

from scoring.coaching.practise import technique
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.hint_words import observed
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong
from simulator.hinting import STEPS, taken
from simulator.hints import Hint, hint_of
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The panel; what was asked for before this reply stays open until the reply is given."""
    if view.mode != "practice":
        return
    _ = visit.say
    with st.popover(_("Hint"), type="tertiary", key="hints"):
        step = taken(view, view.next_number)
        if step:
            _steps(visit, hint_of(view), step)
        else:
            show(paragraph(_("Stuck? First what is going on, then what would help, then an example."), "body"))
        if step < STEPS:
            st.button(_next(_, step), key=f"hint_{view.next_number}_{step}", on_click=_take, args=(visit, view))
        show(muted(_("Hints are counted on your scorecard and cost no points.")))


def _next(_: Translator, step: int) -> str:
    return (_("What is going on?"), _("What would help?"), _("Show me an example"))[step]


def _steps(visit: Visit, hint: Hint, step: int) -> None:
    _ = visit.say
    blocks = [strong(_("What is going on"))]
    for one in hint.going_on:
        quote = f'<blockquote dir="auto">{plain(one.quote)}</blockquote>' if one.quote else ""
        blocks.append(paragraph(observed(_, one), "body") + quote)
    if step > 1:
        help_ = technique(hint.helps, visit.language)
        blocks += [strong(_("What would help")), paragraph(help_.name, "body"), muted(help_.why)]
    if step > 2:
        lead = _("For example")
        blocks.append(f'<p class="better" dir="auto"><b>{plain(lead)}:</b> {plain(hint.example)}</p>')
    show(f'<div class="hint" role="status">{"".join(blocks)}</div>')


def _take(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.hinting.take(visit.actor, view.id, view.next_number))


def draw_count(visit: Visit, view: AttemptView) -> None:
    """On the scorecard: how many hints were taken; nothing where none were."""
    if view.hints:
        used = visit.say.plural("You used {n} hint.", "You used {n} hints.", len(view.hints))
        show(muted(used))

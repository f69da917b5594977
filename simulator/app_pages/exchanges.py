"""The conversation so far: every exchange as bubbles or letters, each with why the mood moved."""

from pathlib import Path

import streamlit as st

from simulator.app_pages import messages, moods, names
from simulator.app_pages.replay import who_spoke
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, plain, show
from simulator.comfort import comfort_of
from simulator.negotiation import raised
from simulator.state import Step
from simulator.view import AttemptView

AVATARS = {who: str(Path(__file__).with_name(f"{who}.svg")) for who in ("agent", "debtor")}


def draw_conversation(visit: Visit, view: AttemptView) -> None:
    """Every exchange as bubbles, each with why the mood moved."""
    _ = visit.say
    with st.container(key="talk"):
        for step, written in messages.messages(view):
            _exchange(visit, view, step, written)
        if messages.is_written(view.case.channel) and len(view.steps) == 1:
            first = _("You write first.")
            show(f'<p class="event">{plain(first)}</p>')


def _exchange(visit: Visit, view: AttemptView, step: Step, written: tuple[messages.Message, ...]) -> None:
    _ = visit.say
    if step.said.event:
        show(f'<p class="event">{plain(names.event(_, step.said.event, view.case.channel))}</p>')
        if step.said.event == "supervisor":
            _granted(visit, view)
    if messages.is_written(view.case.channel):
        for message in written:
            messages.draw(visit, view, message)
    else:
        _spoken(visit, view, step)
    if shows_mood(view) and step.number and (step.changes or step.reading):
        with st.expander(moods.summary(_, step), key=f"why_{view.id}_{step.number}"):
            moods.draw_causes(visit, view, step)


def shows_mood(view: AttemptView) -> bool:
    """In an assessed call the mood is not shown until the call is closed: on a real one nobody is told either."""
    return view.mode == "practice" or view.phase == "closed"


def shows_meter(visit: Visit, view: AttemptView) -> bool:
    """Whether the meter is drawn: where the mood is shown at all, and the person wants it."""
    return shows_mood(view) and view.with_debtor and comfort_of(visit.profile).meter


def _granted(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    granted = raised(view.case.policy)
    words = _(
        "Your supervisor now allows up to {n} payments, {d} off, and {k} days until the first payment.",
        n=granted.max_instalments, d=f"{granted.max_discount_pct} %", k=granted.max_extension_days,
    )  # fmt: skip
    show(f'<p class="event">{plain(words)}</p>')


def _spoken(visit: Visit, view: AttemptView, step: Step) -> None:
    _ = visit.say
    if step.said.text:
        with st.chat_message(_("You"), avatar=AVATARS["agent"]):
            show(paragraph(step.said.text, "said talk agent", step=step.number))
    if step.words:
        who = who_spoke(_, view)
        with st.chat_message(who, avatar=AVATARS["debtor"]):
            show(paragraph(step.words, "said talk debtor", **messages.delivered(step, who)))

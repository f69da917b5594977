"""Wrap up: the follow-up, field by field, kept as it is typed."""

from datetime import date
from typing import Any

import streamlit as st

from scenarios.disposition import DISPUTES, Disposition
from scoring.transcript import FollowUp
from simulator.app_pages import agreed_payments, before_sending, moods, names
from simulator.app_pages.exchanges import draw_conversation
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.scoring_now import score_now
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, show
from simulator.typed import MAX_REPLY
from simulator.view import AttemptView

TEXTS = ("method", "reason", "next_action", "owner", "reference", "evidence", "note")
CHOSEN = ("disposition", "next_date", "hold_until")
RESTS = frozenset({Disposition.VULNERABLE, Disposition.REPRESENTATIVE, Disposition.DECEASED, Disposition.HARDSHIP})
"""Results after which contact may rest too."""


def draw(visit: Visit, view: AttemptView) -> None:
    """The form, with the conversation in view."""
    _ = visit.say
    title(_("Follow-up of the call"), _("Write it so that a colleague could go on without asking you anything."))
    form, talk = st.columns([3, 2], gap="large")
    with form:
        _form(visit, view)
    with talk:
        _beside(visit, view)


def _form(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    given = view.draft or FollowUp()
    _seed(view, given)
    keep: dict[str, Any] = {"on_change": _keep, "args": (visit, view)}
    st.selectbox(
        _("Result of the call"), list(Disposition), format_func=lambda d: names.disposition(_, d),
        index=None, placeholder=_("Choose"),
        key=_key(view, "disposition"), **keep,
    )  # fmt: skip
    agreed_payments.draw(visit, view, keep)
    channels = [*view.case.creditor.channels]
    if given.method and given.method not in channels:
        channels.append(given.method)
    st.selectbox(
        _("Payment method"), channels, index=None, placeholder=_("Choose, if one was agreed"),
        key=_key(view, "method"), **keep,
    )  # fmt: skip
    _texts(visit, view, keep)
    _dispute(visit, view, keep)
    st.text_area(
        _("Note"), key=_key(view, "note"), height=180,
        placeholder=_("What was said, what was agreed, what comes next."), **keep,
    )  # fmt: skip
    show(muted(_("Saved as you write.")))
    before_sending.draw(visit, view, _typed(view))
    if st.session_state.get(_key(view, "empty")) and _typed(view) == FollowUp():
        words = paragraph(_("The follow-up is empty. Press again to leave it so."))
        show(f'<div class="notice" role="alert">{words}</div>')
    if st.button(_("Save and see the scorecard"), type="primary", key="finish"):
        _finish(visit, view)


def _seed(view: AttemptView, given: FollowUp) -> None:
    """Put what was kept into the fields that are not on the page yet; from then on the fields hold it themselves."""
    kept = {**{name: getattr(given, name) for name in TEXTS if name != "method"}, "method": given.method or None}
    for name, value in {**kept, **{name: getattr(given, name) for name in CHOSEN}}.items():
        st.session_state.setdefault(_key(view, name), value)
    agreed_payments.seed(view, given)


def _texts(visit: Visit, view: AttemptView, keep: dict[str, Any]) -> None:
    _ = visit.say
    for field, label in (
        ("reason", _("Reason for the delay")),
        ("next_action", _("Next action")),
        ("owner", _("Who does it")),
    ):
        st.text_input(label, key=_key(view, field), max_chars=MAX_REPLY, **keep)
    st.date_input(
        _("Date of the next action"), value=None, key=_key(view, "next_date"),
        format=agreed_payments.day_format(view), **keep,
    )  # fmt: skip


def _dispute(visit: Visit, view: AttemptView, keep: dict[str, Any]) -> None:
    """What a dispute leaves to be done, and until when nobody calls."""
    _ = visit.say
    ended = st.session_state.get(_key(view, "disposition"))
    if ended in DISPUTES:
        for field, label in (
            ("reference", _("Number of the dispute")),
            ("evidence", _("Evidence asked for, and of whom")),
        ):
            st.text_input(label, key=_key(view, field), max_chars=MAX_REPLY, **keep)
    if ended in DISPUTES | RESTS:
        st.date_input(
            _("No contact until"), value=None, key=_key(view, "hold_until"),
            format=agreed_payments.day_format(view), **keep,
        )  # fmt: skip


def _beside(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    heading(_("The call"))
    learned = moods.facts_learned(view, visit.language)
    if learned:
        with st.expander(_("What you know ({n})", n=len(learned))):
            show(items(learned))
    with st.container(height=560, key="transcript", autoscroll=False):
        draw_conversation(visit, view)


def _key(view: AttemptView, field: str) -> str:
    return f"{field}_{view.id}"


def _typed(view: AttemptView) -> FollowUp:
    """What stands in the form now."""
    found = {name: st.session_state.get(_key(view, name)) for name in FollowUp.model_fields}
    texts = {name: found[name] or "" for name in TEXTS}
    day: date | None = found["next_date"]
    hold: date | None = found["hold_until"]
    instalments = agreed_payments.typed(view)
    return FollowUp(disposition=found["disposition"], instalments=instalments, next_date=day, hold_until=hold, **texts)


def _keep(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.save_draft(visit.actor, view.id, _typed(view)))


def _finish(visit: Visit, view: AttemptView) -> None:
    """Score it; an empty follow-up is asked about once."""
    asked = _key(view, "empty")
    if _typed(view) == FollowUp() and not view.forked_from and not st.session_state.get(asked):
        st.session_state[asked] = True
        st.rerun()
    score_now(visit, view, _typed(view))

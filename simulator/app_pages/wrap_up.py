"""Wrap up: the follow-up, field by field, kept as it is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from scenarios.disposition import DISPUTES, Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.app_pages import moods, names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.talk import draw_conversation
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, show
from simulator.typed import MAX_REPLY
from simulator.view import AttemptView

MOST_PAYMENTS = 24
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
    keep: dict[str, Any] = {"on_change": _keep, "args": (visit, view)}
    st.selectbox(
        _("Result of the call"), list(Disposition), format_func=lambda d: names.disposition(_, d),
        index=_index(list(Disposition), given.disposition), placeholder=_("Choose"),
        key=_key(view, "disposition"), **keep,
    )  # fmt: skip
    _payments(visit, view, given, keep)
    channels = [*view.case.creditor.channels]
    if given.method and given.method not in channels:
        channels.append(given.method)
    st.selectbox(
        _("Payment method"), channels, index=_index(channels, given.method), placeholder=_("Choose, if one was agreed"),
        key=_key(view, "method"), **keep,
    )  # fmt: skip
    _texts(visit, view, given, keep)
    _dispute(visit, view, given, keep)
    st.text_area(
        _("Note"), value=given.note, key=_key(view, "note"), height=180,
        placeholder=_("What was said, what was agreed, what comes next."), **keep,
    )  # fmt: skip
    show(muted(_("Saved as you write.")))
    if st.session_state.get(_key(view, "empty")) and _typed(view) == FollowUp():
        words = paragraph(_("The follow-up is empty. Press again to leave it so."))
        show(f'<div class="notice" role="alert">{words}</div>')
    st.button(_("Save and see the scorecard"), type="primary", key="finish", on_click=_finish, args=(visit, view))


def _texts(visit: Visit, view: AttemptView, given: FollowUp, keep: dict[str, Any]) -> None:
    _ = visit.say
    for field, label in (
        ("reason", _("Reason for the delay")),
        ("next_action", _("Next action")),
        ("owner", _("Who does it")),
    ):
        st.text_input(label, value=getattr(given, field), key=_key(view, field), max_chars=MAX_REPLY, **keep)
    st.date_input(
        _("Date of the next action"), value=given.next_date, key=_key(view, "next_date"), format=_format(view), **keep
    )


def _dispute(visit: Visit, view: AttemptView, given: FollowUp, keep: dict[str, Any]) -> None:
    """What a dispute leaves to be done, and until when nobody calls."""
    _ = visit.say
    ended = st.session_state.get(_key(view, "disposition")) or given.disposition
    if ended in DISPUTES:
        for field, label in (
            ("reference", _("Number of the dispute")),
            ("evidence", _("Evidence asked for, and of whom")),
        ):
            st.text_input(label, value=getattr(given, field), key=_key(view, field), max_chars=MAX_REPLY, **keep)
    if ended in DISPUTES | RESTS:
        st.date_input(
            _("No contact until"), value=given.hold_until, key=_key(view, "hold_until"), format=_format(view), **keep
        )


def _payments(visit: Visit, view: AttemptView, given: FollowUp, keep: dict[str, Any]) -> None:
    _ = visit.say
    show(paragraph(_("Payments agreed, in {currency}", currency=view.case.account.currency), "label"))
    for n in range(_rows(view)):
        line = given.instalments[n] if n < len(given.instalments) else AgreedInstalment()
        with st.container(horizontal=True, key=f"payment_{n}", gap="small"):
            st.number_input(
                _("Amount {n}", n=n + 1), min_value=0.0, step=1.0, format="%.2f", key=_key(view, f"amount_{n}"),
                value=None if line.amount is None else float(line.amount), **keep,
            )  # fmt: skip
            st.date_input(
                _("Date {n}", n=n + 1), value=line.date, key=_key(view, f"date_{n}"), format=_format(view), **keep
            )
    if _rows(view) < MOST_PAYMENTS:
        st.button(_("Add a payment"), type="tertiary", key="add_payment", on_click=_add, args=(view,))


def _format(view: AttemptView) -> str:
    return "MM/DD/YYYY" if view.country == "US" else "DD/MM/YYYY"


def _rows(view: AttemptView) -> int:
    kept = len(view.draft.instalments) if view.draft else 0
    return max(1, kept, int(st.session_state.get(_key(view, "rows"), 0)))


def _add(view: AttemptView) -> None:
    st.session_state[_key(view, "rows")] = min(_rows(view) + 1, MOST_PAYMENTS)


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


def _index(choices: list[Any], chosen: object) -> int | None:
    return choices.index(chosen) if chosen and chosen in choices else None


def _typed(view: AttemptView) -> FollowUp:
    """What stands in the form now."""
    found = {name: st.session_state.get(_key(view, name)) for name in FollowUp.model_fields}
    texts = {n: found[n] or "" for n in ("method", "reason", "next_action", "owner", "reference", "evidence", "note")}
    lines = [(_amount(view, n), st.session_state.get(_key(view, f"date_{n}"))) for n in range(_rows(view))]
    while lines and lines[-1] == (None, None):
        lines.pop()
    instalments = tuple(AgreedInstalment(amount=amount, date=day) for amount, day in lines)
    day: date | None = found["next_date"]
    hold: date | None = found["hold_until"]
    return FollowUp(disposition=found["disposition"], instalments=instalments, next_date=day, hold_until=hold, **texts)


def _amount(view: AttemptView, n: int) -> Decimal | None:
    amount = st.session_state.get(_key(view, f"amount_{n}"))
    return None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01"))


def _keep(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.save_draft(visit.actor, view.id, _typed(view)))


def _finish(visit: Visit, view: AttemptView) -> None:
    """Score it; an empty follow-up is asked about once."""
    asked = _key(view, "empty")
    if _typed(view) == FollowUp() and not st.session_state.get(asked):
        st.session_state[asked] = True
        return
    attempt_to(visit, lambda: visit.practice.finish(visit.actor, view.id, _typed(view)))

"""The short follow-up after the guided call: five fields in place of the whole form."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.app_pages import names
from simulator.app_pages.agreed_payments import day_format, sign
from simulator.app_pages.exchanges import draw_conversation
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.scoring_now import score_now
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, label, muted, show, strong
from simulator.view import AttemptView

RESULTS = (
    Disposition.PROMISE_TO_PAY, Disposition.PLAN, Disposition.CALLBACK, Disposition.NO_AGREEMENT, Disposition.REFUSAL,
    Disposition.HUNG_UP,
)  # fmt: skip


def draw(visit: Visit, view: AttemptView) -> None:
    """What to note, the five fields, and the conversation to look things up in."""
    _ = visit.say
    title(_("Write it down while it is fresh"), _("A colleague who reads this should be able to go on."))
    form, talk = st.columns([3, 2], gap="large")
    with form:
        _advice(visit)
        _fields(visit, view)
        show(muted(_("Saved as you write.")))
        if st.button(_("Save and see the scorecard"), type="primary", key="finish"):
            score_now(visit, view, _typed(view))
    with talk, st.expander(_("The call"), expanded=True):
        draw_conversation(visit, view)


def _advice(visit: Visit) -> None:
    _ = visit.say
    with st.container(border=True, key="what_to_note"):
        show(
            strong(_("In the note")),
            items(
                [
                    _("why the payment was late, in their words"),
                    _("how much, which day, by what means"),
                    _("what you do next, and when"),
                ]
            ),
        )


def _fields(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    given = view.draft or FollowUp()
    paid = given.instalments[0] if given.instalments else AgreedInstalment()
    keep: dict[str, Any] = {"on_change": _keep, "args": (visit, view)}
    st.selectbox(
        _("Result of the call"), RESULTS, format_func=lambda d: names.disposition(_, d), placeholder=_("Choose"),
        index=RESULTS.index(given.disposition) if given.disposition in RESULTS else None,
        key=_key(view, "disposition"), **keep,
    )  # fmt: skip
    with st.container(horizontal=True, key="payment_0", gap="small", vertical_alignment="bottom"):
        amount = _("Amount agreed, in {currency}", currency=label(sign(view)))
        st.number_input(
            amount, min_value=0.0, step=1.0, format="%.2f", key=_key(view, "amount"),
            value=None if paid.amount is None else float(paid.amount), **keep,
        )  # fmt: skip
        st.date_input(_("Day agreed"), value=paid.date, format=day_format(view), key=_key(view, "date"), **keep)
    channels = list(view.case.creditor.channels)
    st.selectbox(
        _("Payment method"), channels, index=channels.index(given.method) if given.method in channels else None,
        placeholder=_("Choose, if one was agreed"), key=_key(view, "method"), **keep,
    )  # fmt: skip
    st.text_area(_("Note"), value=given.note, key=_key(view, "note"), height=140, **keep)


def _key(view: AttemptView, field: str) -> str:
    return f"{field}_{view.id}"


def _typed(view: AttemptView) -> FollowUp:
    def typed(field: str) -> Any:
        return st.session_state.get(_key(view, field))

    amount, day = typed("amount"), typed("date")
    paid = AgreedInstalment(
        amount=None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01")),
        date=day if isinstance(day, date) else None,
    )
    return FollowUp(
        disposition=typed("disposition"), instalments=(paid,) if paid != AgreedInstalment() else (),
        method=str(typed("method") or ""), note=str(typed("note") or ""),
    )  # fmt: skip


def _keep(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.save_draft(visit.actor, view.id, _typed(view)))

"""The calculator beside the talk: instalments within the policy, and the sentence to say them with."""

from datetime import date
from decimal import Decimal

import streamlit as st

from scenarios.country import format_full_date, format_money
from simulator.app_pages.agreed_payments import day_format
from simulator.app_pages.period_words import period
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, table
from simulator.calculator import MOST, PERIODS, Terms, Worked, first_day, policy_in_force, sentence, work_out
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """A popover with the figures on top and the payments beneath."""
    _ = visit.say
    with st.popover(_("Calculator"), type="tertiary", key="calculator"):
        terms = _asked(visit, view)
        if terms is None:
            show(muted(_("Fill in the amount and the first day.")))
            return
        worked = work_out(terms, view.case, policy_in_force(view.case, view.state))
        _payments(visit, view, worked)
        _verdict(visit, view, worked)
        label = _("Put it into my reply")
        words = plain(sentence(terms, worked, view.case))
        show(f'<button type="button" class="put" data-put="{words}">{plain(label)}</button>')


def _asked(visit: Visit, view: AttemptView) -> Terms | None:
    """What stands in the fields; ``None`` while one that is needed is empty."""
    _ = visit.say
    owed = view.case.account.balance
    left, right = st.columns(2)
    with left:
        total = st.number_input(_("In all"), min_value=0.01, value=float(owed), format="%.2f", key=_key(view, "total"))
        payments = st.number_input(_("Number of payments"), 1, MOST, 3, key=_key(view, "payments"))
    with right:
        down = st.number_input(_("First payment of"), min_value=0.0, value=None, format="%.2f",
                               placeholder=_("as the others"), key=_key(view, "down"))  # fmt: skip
        first = st.date_input(
            _("First day"), value=first_day(view.case), key=_key(view, "first"), format=day_format(view)
        )
    every = st.selectbox(_("Payments come"), PERIODS, index=3, format_func=lambda p: period(_, p),
                         key=_key(view, "every"))  # fmt: skip
    if total is None or payments is None or not isinstance(first, date):
        return None
    return Terms(total=_cents(total), down=_cents(down or 0), payments=payments, every=every, first=first)


def _payments(visit: Visit, view: AttemptView, worked: Worked) -> None:
    _ = visit.say
    rows = [
        [str(n), format_money(line.amount or 0, view.country), _day(visit, view, line.date)]
        for n, line in enumerate(worked.instalments, start=1)
    ]
    shown = table(_("Payments"), [_("Payment"), _("Amount"), _("Day")], rows)
    show(f'<div class="payments">{shown}</div>')


def _day(visit: Visit, view: AttemptView, day: date | None) -> str:
    return format_full_date(day, visit.language, view.country) if day else ""


def _verdict(visit: Visit, view: AttemptView, worked: Worked) -> None:
    """Whether one may grant it alone, and where not, which limit stands in the way."""
    _ = visit.say
    if worked.waived:
        show(muted(_("The late fees are left out.")))
    elif worked.forgiven_pct:
        show(muted(_("The rest, {share} of the balance, would be forgiven.", share=f"{worked.forgiven_pct:g} %")))
    if not worked.beyond:
        granted = paragraph(_("You may grant this alone."))
        show(f'<div class="notice done" role="status">{granted}</div>')
        return
    why = "".join(paragraph(_limit(visit, view, name)) for name in worked.beyond)
    lead = paragraph(_("This goes beyond what you may grant alone:"))
    show(f'<div class="notice" role="status">{lead}{why}</div>')


def _limit(visit: Visit, view: AttemptView, name: str) -> str:
    _ = visit.say
    policy = policy_in_force(view.case, view.state)
    return {
        "max_discount_pct": _("Discount: {n} at most.", n=f"{policy.max_discount_pct} %"),
        "max_instalments": _.plural("Payments: {n} at most.", "Payments: {n} at most.", policy.max_instalments),
        "min_down_payment_pct": _("First payment: {n} of the whole at least.", n=f"{policy.min_down_payment_pct} %"),
        "may_waive_late_fees": _("The late fees may not be waived."),
        "token_months": _.plural(
            "Small payments: for {n} month at most.", "Small payments: for {n} months at most.", policy.token_months
        ),
        "discount_within_days": _(
            "With a discount, all has to be paid within {n} days.", n=policy.discount_within_days or 0
        ),
        "max_extension_days": _.plural(
            "First payment: within {n} day.", "First payment: within {n} days.", policy.max_extension_days
        ),
    }[name]


def _key(view: AttemptView, field: str) -> str:
    return f"calculator_{field}_{view.id}"


def _cents(amount: float) -> Decimal:
    return Decimal(str(amount)).quantize(Decimal("0.01"))

"""The payments of the follow-up: a line each, and equal ones filled in from the first."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from scenarios.country import load_country
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.app_pages.period_words import period
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show
from simulator.calculator import PERIODS, dates
from simulator.view import AttemptView

MOST_PAYMENTS = 24


def draw(visit: Visit, view: AttemptView, keep: dict[str, Any]) -> None:
    """The lines; ``keep`` is what each field does when it changes."""
    _ = visit.say
    show(paragraph(_("Payments agreed, in {currency}", currency=sign(view)), "label"))
    for n in range(rows(view)):
        with st.container(horizontal=True, key=f"payment_{n}", gap="small"):
            st.number_input(
                _("Amount {n}", n=n + 1), min_value=0.0, value=None, step=1.0, format="%.2f",
                key=_key(view, f"amount_{n}"), **keep,
            )  # fmt: skip
            st.date_input(
                _("Date {n}", n=n + 1), value=None, key=_key(view, f"date_{n}"), format=day_format(view), **keep
            )
    with st.container(horizontal=True, key="more_payments", gap="small"):
        if rows(view) < MOST_PAYMENTS:
            st.button(_("Add a payment"), type="tertiary", key="add_payment", on_click=_add, args=(view,))
        _repeat(visit, view, keep)


def seed(view: AttemptView, given: FollowUp) -> None:
    """Put what was kept into the fields that are not on the page yet."""
    for n, line in enumerate(given.instalments):
        st.session_state.setdefault(_key(view, f"amount_{n}"), None if line.amount is None else float(line.amount))
        st.session_state.setdefault(_key(view, f"date_{n}"), line.date)


def typed(view: AttemptView) -> tuple[AgreedInstalment, ...]:
    """The payments as they stand in the fields, without empty lines at the end."""
    lines = [(_amount(view, n), st.session_state.get(_key(view, f"date_{n}"))) for n in range(rows(view))]
    while lines and lines[-1] == (None, None):
        lines.pop()
    return tuple(AgreedInstalment(amount=amount, date=day) for amount, day in lines)


def rows(view: AttemptView) -> int:
    """How many lines are shown."""
    kept = len(view.draft.instalments) if view.draft else 0
    return max(1, kept, int(st.session_state.get(_key(view, "rows"), 0)))


def sign(view: AttemptView) -> str:
    """The sign of the country's money, as amounts carry it."""
    return load_country(view.country).money.symbol


def day_format(view: AttemptView) -> str:
    """How a day is typed in the country."""
    return "MM/DD/YYYY" if view.country == "US" else "DD/MM/YYYY"


def _add(view: AttemptView) -> None:
    st.session_state[_key(view, "rows")] = min(rows(view) + 1, MOST_PAYMENTS)


def _repeat(visit: Visit, view: AttemptView, keep: dict[str, Any]) -> None:
    _ = visit.say
    with st.popover(_("Repeat the first payment"), type="tertiary", key="repeat"):
        if _first(view) is None:
            show(muted(_("Write the amount and the day of the first payment; the others follow from it.")))
            return
        st.number_input(_("Number of payments"), 2, MOST_PAYMENTS, 3, key=_key(view, "repeat_payments"))
        st.selectbox(
            _("Payments come"), PERIODS, index=3, format_func=lambda p: period(_, p), key=_key(view, "repeat_every")
        )
        st.button(_("Fill in the payments"), key="fill_payments", on_click=_fill, args=(view, keep))


def _first(view: AttemptView) -> tuple[float, date] | None:
    amount, day = (st.session_state.get(_key(view, name)) for name in ("amount_0", "date_0"))
    return (amount, day) if amount is not None and day is not None else None


def _fill(view: AttemptView, keep: dict[str, Any]) -> None:
    """Equal payments from the first on; lines further down stay as they are."""
    first = _first(view)
    if first is None:
        return
    amount, day = first
    payments = int(st.session_state[_key(view, "repeat_payments")])
    for n, due in enumerate(dates(day, payments, st.session_state[_key(view, "repeat_every")])):
        st.session_state[_key(view, f"amount_{n}")] = amount
        st.session_state[_key(view, f"date_{n}")] = due
    st.session_state[_key(view, "rows")] = max(rows(view), payments)
    keep["on_change"](*keep["args"])


def _key(view: AttemptView, field: str) -> str:
    return f"{field}_{view.id}"


def _amount(view: AttemptView, n: int) -> Decimal | None:
    amount = st.session_state.get(_key(view, f"amount_{n}"))
    return None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01"))
